import { useEffect, useState } from 'react';

interface History<T> {
  past: readonly T[];
  now: T;
  /** What was changed last: typing on in one field is one step. */
  what: string;
}

/** How many steps can be taken back. */
const MOST = 100;
/** Changes that were not saved when one went to another page, by what they belong to; gone with the tab. */
const left = new Map<string, History<unknown>>();

/** Something that is being changed, with every step to go back to. Going away and coming back loses nothing. */
export function useHistory<T>(key: string, first: T) {
  const [history, setHistory] = useState<History<T>>(
    () => (left.get(key) as History<T> | undefined) ?? { past: [], now: first, what: '' },
  );
  const isChanged = history.past.length > 0;
  useEffect(() => {
    if (isChanged) left.set(key, history);
    else left.delete(key);
  }, [key, history, isChanged]);
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isChanged]);
  return {
    now: history.now,
    isChanged,
    /** `what`: the field, where typing on belongs to the same step; '' for a step of its own. */
    change: (now: T, what = '') =>
      setHistory((before) =>
        what !== '' && what === before.what
          ? { ...before, now }
          : { past: [...before.past, before.now].slice(-MOST), now, what },
      ),
    undo: () =>
      setHistory(({ past, now }) => ({ past: past.slice(0, -1), now: past.at(-1) ?? now, what: '' })),
    saved: (now: T) => setHistory({ past: [], now, what: '' }),
  };
}
