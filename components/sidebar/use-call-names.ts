import { useEffect, useState } from 'react';
import { send } from '@/lib/platform/messenger';

/** How often the page is asked, ms: people come one by one, and it costs the call page one look. */
const ASK_MS = 5_000;
/** So many times in a row nothing could be read before that is said: tiles come a moment after the call. */
const PATIENCE = 2;

export type CallNames =
  | { kind: 'none' }
  | { kind: 'unreadable' }
  | { kind: 'names'; names: readonly string[] };

/**
 * The names that can be read in the call beside this sidebar, followed; `none` where there is no call, or not one of
 * `circleId` (null: any call). An extra: the host shows few of them, so a missing name says nothing.
 */
export function useCallNames(circleId: string | null): CallNames {
  const [found, setFound] = useState<CallNames>({ kind: 'none' });
  useEffect(() => {
    let isGone = false;
    let failures = 0;
    const ask = async () => {
      if (document.hidden) return;
      const context = await send('sidebar.context', null);
      const isHere = context.ok && context.host !== null && context.circleId === circleId;
      const reply = isHere && context.state !== 'left' ? await send('names.read', null) : null;
      if (isGone) return;
      if (!reply) setFound({ kind: 'none' });
      else if (reply.ok) setFound({ kind: 'names', names: reply.names });
      failures = reply?.ok === false ? failures + 1 : 0;
      if (failures >= PATIENCE) setFound({ kind: 'unreadable' });
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [circleId]);
  return found;
}
