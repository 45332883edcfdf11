import type { SeriesRow } from '@/lib/store/database';

export interface NewCircleProps {
  /** The spotted series it grows from; without one the circle is made by hand. */
  readonly series?: SeriesRow | undefined;
  /** The new circle's id, or null when the member thought better of it (nothing was stored). */
  readonly onDone: (circleId: string | null) => void;
}

/** A dialog in which a circle is made; render it while it is open. Stores nothing before "Create circle". */
export function NewCircle(_props: NewCircleProps) {
  return null;
}
