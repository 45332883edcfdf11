import { useEffect, useSyncExternalStore } from 'react';
import { HINTS, readSetting, writeSetting } from '@/lib/platform/settings';

/** What this page knows of the setting: the form and its switch show the same. */
let wanted: boolean | null = null;
const listeners = new Set<() => void>();

function tell(next: boolean): void {
  wanted = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether suggestions are wanted on this device (not, while that is read), and how to say otherwise. */
export function useHints(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => wanted ?? false);
  useEffect(() => {
    if (wanted === null) void readSetting('hints', HINTS).then(({ contracts }) => tell(wanted ?? contracts));
  }, []);
  return [
    on,
    (next) => {
      tell(next);
      void writeSetting('hints', { contracts: next });
    },
  ];
}
