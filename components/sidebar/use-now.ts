import { useEffect, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { isDead } from './use-dead.ts';

/**
 * The time (UTC ms), anew every `everyMs` while the screen is seen and once when it is seen again. What is shown is
 * derived from it, so a hidden screen loses nothing by sleeping.
 */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    // A page that outlived its extension has no texts to draw a new picture with.
    const update = () => {
      if (!isDead()) setNow(clock.now());
    };
    const tick = () => {
      if (document.visibilityState === 'visible') update();
    };
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', update);
    const unfollow = clock.onMoved(update);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', update);
      unfollow();
    };
  }, [everyMs]);
  return now;
}
