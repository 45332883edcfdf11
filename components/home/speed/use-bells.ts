import { useEffect, useState } from 'react';
import { chimeLater, isChimeReady, unlockChime } from '@/lib/platform/chime';
import { clock } from '@/lib/platform/clock';
import type { SpeedEvent } from '@/lib/speed/event';
import { bells } from '@/lib/speed/view';

/** Audio time and ours drift apart when the computer sleeps: set anew this often. A hidden page is woken once a minute. */
const ANEW_MS = 30_000;

/**
 * Rings at each swap and at the end of each round. The bells are set ahead on the audio clock, which a hidden tab does
 * not slow down: the host is mostly in the call's tab.
 * @returns whether sound is allowed; it is not after a reload until something was pressed.
 */
export function useBells(event: SpeedEvent, muted: boolean): boolean {
  const [isReady, setReady] = useState(isChimeReady);
  const { course } = event;
  useEffect(() => {
    const press = () => {
      unlockChime();
      setTimeout(() => setReady(isChimeReady()), 300);
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('keydown', press);
    };
  }, []);
  useEffect(() => {
    if (muted || !course || !isReady) return;
    let cancel: (() => void)[] = [];
    const clear = () => {
      for (const one of cancel) one();
      cancel = [];
    };
    const set = () => {
      clear();
      const now = clock.now();
      cancel = bells(course, now).map(({ at, kind }) =>
        chimeLater(kind === 'swap' ? 'soon' : 'over', at - now),
      );
    };
    set();
    const timer = setInterval(set, ANEW_MS);
    const unfollow = clock.onMoved(set);
    document.addEventListener('visibilitychange', set);
    return () => {
      clear();
      clearInterval(timer);
      unfollow();
      document.removeEventListener('visibilitychange', set);
    };
  }, [course, muted, isReady]);
  return isReady;
}
