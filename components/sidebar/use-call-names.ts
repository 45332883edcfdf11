import { useEffect, useState } from 'react';
import { askContext } from '@/lib/platform/beside';
import { send } from '@/lib/platform/messenger';

/** How often the page is asked, ms: people come one by one, and it costs the call page one look. */
const ASK_MS = 5_000;
/** So many times in a row nothing could be read before that is said: tiles come a moment after the call. */
const PATIENCE = 2;

export type CallNames =
  | { kind: 'none' }
  | { kind: 'unreadable'; recording: boolean }
  | { kind: 'names'; names: readonly string[]; recording: boolean };

/**
 * The names that can be read in the call beside this sidebar, followed; `none` where there is no call, or not one of
 * `circleId` (null: any call), and whether the page shows a mark of recording. Extras: the host shows few names, so a
 * missing one says nothing, and neither does a missing mark.
 */
export function useCallNames(circleId: string | null, everyMs = ASK_MS): CallNames {
  const [found, setFound] = useState<CallNames>({ kind: 'none' });
  useEffect(() => {
    let isGone = false;
    let failures = 0;
    // What says the same as before draws nothing anew.
    const show = (next: CallNames) =>
      setFound((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    const ask = async () => {
      if (document.hidden) return;
      const context = await askContext();
      const isHere = context.ok && context.host !== null && context.circleId === circleId;
      const reply =
        isHere && context.state !== 'left' ? await send('names.read', { tabId: context.tabId }) : null;
      if (isGone) return;
      const recording = reply?.ok === true && reply.recording;
      const names = reply?.ok ? reply.names : [];
      failures = reply && names.length === 0 ? failures + 1 : 0;
      if (!reply) show({ kind: 'none' });
      else if (names.length > 0) show({ kind: 'names', names, recording });
      else if (failures >= PATIENCE || recording) show({ kind: 'unreadable', recording });
    };
    void ask();
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [circleId, everyMs]);
  return found;
}
