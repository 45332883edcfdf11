import { useEffect, useRef } from 'react';
import { MINUTE_MS } from '@/lib/meeting/plan';
import type { Run } from '@/lib/meeting/run';
import { runsOutAt } from '@/lib/meeting/view';
import { unlockChime } from '@/lib/platform/chime';
import { type ChimePlan, chimePlan, type Due } from '@/lib/platform/chime-plan';
import { clock } from '@/lib/platform/clock';

/** How often audio time is held against ours, also in a hidden page (which is woken once a minute after a while). */
const LOOK_MS = 2_000;

/** When the step one is in chimes: with a minute left, where it is longer than that, and at its end. */
function duesOf(run: Run): Due[] {
  const at = runsOutAt(run);
  if (at === null) return [];
  const step = run.plan.find((one) => one.id === run.current.step);
  return [
    ...(step && step.ms > MINUTE_MS ? [{ kind: 'soon' as const, at: at - MINUTE_MS }] : []),
    { kind: 'over', at },
  ];
}

/** Chimes for the running step, set ahead on the audio clock, which a hidden tab does not slow down. */
export function useChimes(run: Run, muted: boolean): void {
  const plan = useRef<ChimePlan | null>(null);
  useEffect(() => {
    // Sound is allowed by the first press in a page; Start is one, but the page may have been loaded anew since.
    document.addEventListener('pointerdown', unlockChime);
    document.addEventListener('keydown', unlockChime);
    return () => {
      document.removeEventListener('pointerdown', unlockChime);
      document.removeEventListener('keydown', unlockChime);
      plan.current?.clear();
    };
  }, []);
  useEffect(() => {
    plan.current ??= chimePlan();
    const { current } = plan;
    const look = () => current.keep(muted ? [] : duesOf(run), clock.now());
    look();
    const timer = setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    const unfollow = clock.onMoved(look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      unfollow();
    };
  }, [run, muted]);
}
