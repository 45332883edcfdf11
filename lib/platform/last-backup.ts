import { browser } from 'wxt/browser';

const KEY = 'backup.lastAt';

/** When this device last made a copy of everything, in UTC ms; null for never. */
export async function lastBackup(): Promise<number | null> {
  const { [KEY]: at } = await browser.storage.local.get<Record<string, number>>(KEY);
  return at ?? null;
}

/** Remembers that a copy was made at `at` (UTC ms). */
export const rememberBackup = (at: number): Promise<void> => browser.storage.local.set({ [KEY]: at });

/** Calls `changed` whenever another page of ours made a copy. Returns how to stop. */
export function followBackups(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && KEY in changes) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
