import { couldBeSame } from '@/lib/circle/could-be-same';
import { isSpaceId } from '@/lib/fact/space';
import { type CircleView, useCircles } from '../circles/use-circles.ts';

export interface Bringable {
  /** The shared circle I was let into. */
  readonly shared: CircleView;
  /** Circles that are only here and could be the same. */
  readonly locals: readonly CircleView[];
}

/** My own circles whose history could belong into a shared one; null while it is being read, or without me in it. */
export function useBringable(space: string): Bringable | null {
  const circles = useCircles();
  const shared = circles?.find(({ circle }) => circle.id === space);
  if (!circles || !shared?.me || shared.me.leftOn !== null) return null;
  const locals = circles.filter(
    (one) => !isSpaceId(one.circle.id) && one.me !== null && couldBeSame(one, shared),
  );
  return { shared, locals };
}
