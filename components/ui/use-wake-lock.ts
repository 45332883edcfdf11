import { useEffect } from 'react';

/**
 * Keeps the screen awake while `active`. The browser lets go of it by itself when the tab is hidden, so it is asked for
 * anew when it is seen again; it is given back as soon as it is no longer needed. No right is asked for, and where the
 * browser refuses (a low battery, an old version) the screen behaves as always.
 * https://www.w3.org/TR/screen-wake-lock/
 */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return;
    let held: WakeLockSentinel | null = null;
    let isOver = false;
    let isAsking = false;
    const ask = async () => {
      if (isAsking || document.visibilityState !== 'visible' || (held && !held.released)) return;
      isAsking = true;
      try {
        const lock = await navigator.wakeLock.request('screen');
        if (isOver) await lock.release();
        else held = lock;
      } catch {
        // Refused: nothing to tell anybody.
      } finally {
        isAsking = false;
      }
    };
    const seen = () => void ask();
    document.addEventListener('visibilitychange', seen);
    seen();
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', seen);
      held?.release().catch(() => undefined);
    };
  }, [active]);
}
