import { useCallback, useState } from 'react';

/**
 * A stored value that shows a change at once, while it is still on its way to the disk. What was set holds until the
 * stored value changes (then the truth is shown), or `forget` is called because it could not be stored.
 */
export function useAtOnce<T>(stored: T): [shown: T, set: (next: T) => void, forget: () => void] {
  const [local, setLocal] = useState<{ readonly value: T; readonly over: T } | null>(null);
  // Forgotten for good: it must not come back when the stored value returns to what it was.
  if (local && !Object.is(local.over, stored)) setLocal(null);
  const set = useCallback((value: T) => setLocal({ value, over: stored }), [stored]);
  const forget = useCallback(() => setLocal(null), []);
  return [local && Object.is(local.over, stored) ? local.value : stored, set, forget];
}
