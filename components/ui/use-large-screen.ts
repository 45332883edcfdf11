import { useSyncExternalStore } from 'react';

/** From this width on a window is looked at by a room, not by one person beside a call. */
const LARGE = '(min-width: 60rem)';

function subscribe(changed: () => void): () => void {
  const query = matchMedia(LARGE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the window is large, followed. */
export const useLargeScreen = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(LARGE).matches);
