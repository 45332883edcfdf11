import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

const LOOK_MS = 1000;

/** Whether the extension was updated under this page: storage, messages and texts are out of reach then. */
export const isDead = (): boolean => browser.runtime?.id === undefined;

/** Follows {@link isDead}; nobody tells a page that its extension is gone. */
export function useDead(): boolean {
  const [dead, setDead] = useState(isDead);
  useEffect(() => {
    if (dead) return;
    const timer = setInterval(() => setDead(isDead()), LOOK_MS);
    return () => clearInterval(timer);
  }, [dead]);
  return dead;
}
