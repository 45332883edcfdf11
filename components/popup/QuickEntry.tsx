import { writeSetting } from '@/lib/platform/settings';
import { keepUnsent } from '@/lib/platform/unsent';
import type { CircleView } from '../home/circles/use-circles.ts';
import { NewContract, type UnsentContract } from '../home/contracts/NewContract.tsx';

const remember = (circleId: string) => void writeSetting('popup', { circleId });
const keep = (unsent: UnsentContract | null) => void keepUnsent(unsent);

/**
 * From the shortcut to a saved contract: the cursor is in the text, Enter saves, the last circle is remembered, and so is
 * what was begun when the popup closed.
 */
export function QuickEntry({
  circles,
  lastCircle,
  unsent,
  typed,
}: {
  readonly circles: readonly CircleView[];
  readonly lastCircle: string;
  /** What was begun before; null for nothing. */
  readonly unsent: UnsentContract | null;
  /** What was typed while it opened: it goes on from there. */
  readonly typed: string;
}) {
  const start: UnsentContract = {
    circleId: null,
    onlyMe: false,
    ...unsent,
    draft: { ...unsent?.draft, text: `${unsent?.draft.text ?? ''}${typed}` },
  };
  return (
    <NewContract
      autoFocus
      start={start}
      onUnsent={keep}
      circles={circles}
      startCircle={lastCircle}
      onCircle={remember}
    />
  );
}
