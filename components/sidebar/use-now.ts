import { useEffect, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { isDead } from './use-dead.ts';

/** Past the beat, so that the figure of the beat is the one that is read there. A timer may be a moment early. */
const AFTER_MS = 4;

/** How long from `now` to just after the next beat, ms. */
export const untilBeat = (now: number, everyMs: number, onBeat: number): number =>
  everyMs - ((((now - AFTER_MS - onBeat) % everyMs) + everyMs) % everyMs);

/**
 * The time (UTC ms), anew every `everyMs` while the screen is seen and once when it is seen again. What is shown is
 * derived from it, so a hidden screen loses nothing by sleeping: it has no timer at all.
 * @param onBeat a time (UTC ms) at which what is shown changes: every tick is a whole number of `everyMs` from it.
 */
export function useNow(everyMs: number, onBeat = 0): number {
  const [now, setNow] = useState(() => clock.now());
  const beat = onBeat % everyMs;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      // A page that outlived its extension has no texts to draw a new picture with.
      if (isDead()) return;
      setNow(clock.now());
      follow();
    };
    const follow = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible')
        timer = setTimeout(look, untilBeat(clock.now(), everyMs, beat));
    };
    follow();
    document.addEventListener('visibilitychange', look);
    const unfollow = clock.onMoved(look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      unfollow();
    };
  }, [everyMs, beat]);
  return now;
}
