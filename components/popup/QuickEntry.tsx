import { writeSetting } from '@/lib/platform/settings';
import type { CircleView } from '../home/circles/use-circles.ts';
import { NewContract } from '../home/contracts/NewContract.tsx';

/** From the shortcut to a saved contract: the cursor is in the text, Enter saves, the last circle is remembered. */
export function QuickEntry({
  circles,
  lastCircle,
  typed,
}: {
  readonly circles: readonly CircleView[];
  readonly lastCircle: string;
  readonly typed: string;
}) {
  const remember = (circleId: string) => void writeSetting('popup', { circleId });
  return (
    <NewContract autoFocus startText={typed} circles={circles} startCircle={lastCircle} onCircle={remember} />
  );
}
