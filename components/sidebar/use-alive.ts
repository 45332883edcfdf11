import { useEffect, useRef } from 'react';
import type { Recorder } from '@/components/card/use-record';
import type { Acting } from '@/lib/meeting/commands';
import { stillAlive } from '@/lib/meeting/course';
import { clock } from '@/lib/platform/clock';

const EVERY_MS = 5 * 60_000;

/** Leaves a rare sign of life while a meeting runs and somebody sees it, so that one nobody ends closes at the right time. */
export function useAlive(acting: Acting, record: Recorder['record'], running: boolean): void {
  const current = useRef(acting);
  useEffect(() => {
    current.current = acting;
  }, [acting]);
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      const { row } = current.current;
      const quiet = row && clock.now() - row.lastAliveAt >= EVERY_MS;
      if (quiet && document.visibilityState === 'visible')
        void record(stillAlive(current.current, clock.now()));
    }, 60_000);
    return () => clearInterval(timer);
  }, [running, record]);
}
