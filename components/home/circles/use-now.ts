import { useEffect, useState } from 'react';
import { clock } from '@/lib/platform/clock';

const EVERY_MS = 30_000;

/** The time (UTC ms), looked at twice a minute and when the page comes back into view. */
export function useNow(): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const look = () => setNow(clock.now());
    const timer = setInterval(look, EVERY_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}
