import { useCallback, useEffect, useState } from 'react';

/** No write is on its way for longer, ms. */
const LONGEST_MS = 3_000;

interface Local<T> {
  readonly value: T;
  /** The stored value it stands over. */
  readonly over: T;
  /** What was set before it and may still be on its way to the disk. */
  readonly before: readonly T[];
}

/**
 * A stored value that shows a change at once, while it is still on its way to the disk. What was set last holds until the
 * stored value changes (then the truth is shown; an earlier change that arrives is not it yet), or `forget` is called
 * because it could not be stored.
 */
export function useAtOnce<T>(stored: T): [shown: T, set: (next: T) => void, forget: () => void] {
  const [local, setLocal] = useState<Local<T> | null>(null);
  const next = local && following(local, stored);
  // Forgotten for good: it must not come back when the stored value returns to what it was.
  if (next !== local) setLocal(next);
  useEffect(() => {
    if (!local) return;
    // Set to what it was before anything arrived: the disk may have nothing to tell.
    const timer = setTimeout(
      () => setLocal((last) => (last === local && Object.is(last.value, last.over) ? null : last)),
      LONGEST_MS,
    );
    return () => clearTimeout(timer);
  }, [local]);
  const set = useCallback(
    (value: T) =>
      setLocal((last) => ({ value, over: stored, before: last ? [...last.before, last.value] : [] })),
    [stored],
  );
  const forget = useCallback(() => setLocal(null), []);
  return [next ? next.value : stored, set, forget];
}

/** What still holds of what was set, now that `stored` is stored. */
function following<T>(local: Local<T>, stored: T): Local<T> | null {
  if (Object.is(local.over, stored)) return local;
  const arrived = local.before.findIndex((one) => Object.is(one, stored));
  if (arrived < 0 || Object.is(local.value, stored)) return null;
  return { ...local, over: stored, before: local.before.slice(arrived + 1) };
}
