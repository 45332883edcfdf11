import { browser } from 'wxt/browser';
import { clock } from './clock.ts';
import { UNSENT } from './unsent.ts';

/** The key to a sealed store, while it is unlocked. */
export interface HeldKey {
  /** Of the data key, as the lock's record has it. */
  id: string;
  /** 32 bytes. */
  key: Uint8Array<ArrayBuffer>;
}

/** In the browser's memory alone, for pages of ours and the background; no script in a page of others can read it. */
const KEY = 'lock.key';
const USED = 'lock.usedAt';
/** How exactly it is known when it was last used, ms. */
const USED_STEP_MS = 20_000;

export const LOCK_MINUTES = [5, 15, 30, 60, 240] as const;

/** A worker of a page has no `browser`: it is given the key by the page. */
let given: HeldKey | null = null;
export const giveKey = (held: HeldKey | null): void => {
  given = held;
};

/** The key, or null while it is locked. Never rejects. */
export async function heldKey(): Promise<HeldKey | null> {
  if (given) return given;
  try {
    const { [KEY]: held } =
      await browser.storage.session.get<Record<string, { id: string; key: string }>>(KEY);
    return held ? { id: held.id, key: Uint8Array.fromBase64(held.key) } : null;
  } catch {
    return null;
  }
}

/** Unlocks everywhere in this browser: every page of ours hears of it and begins anew. */
export async function unlock({ id, key }: HeldKey): Promise<void> {
  await browser.storage.session.set({ [USED]: clock.own(), [KEY]: { id, key: key.toBase64() } });
}

/** Locks everywhere in this browser; words that were being written in the popup go with the key. */
export const lockNow = (): Promise<void> => browser.storage.session.remove([KEY, UNSENT]);

/** Calls back when it was locked or unlocked, anywhere. @returns how to stop. */
export function onLock(listener: (isOpen: boolean) => void): () => void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = area === 'session' ? changes[KEY] : undefined;
    if (change) listener(change.newValue !== undefined);
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}

/** When something of ours was last used, ms since 1970 by this computer's own clock; null where nobody knows. */
export async function lastUsed(): Promise<number | null> {
  const { [USED]: at } = await browser.storage.session.get<Record<string, number>>(USED);
  return at ?? null;
}

/** Notes that somebody is here. */
export const noteUse = (): Promise<void> => browser.storage.session.set({ [USED]: clock.own() });

/**
 * In a page: opening it, keys and clicks put off the locking.
 * @param lockIfDue locks what should have been locked by now, and says whether it did: that is put off by nothing.
 * @returns resolves once that was looked at for the opening.
 */
export function followUse(page: Window, lockIfDue: () => Promise<boolean>): Promise<void> {
  let noted = 0;
  const used = async () => {
    const now = clock.own();
    if (Math.abs(now - noted) < USED_STEP_MS) return;
    noted = now;
    if (!(await lockIfDue())) await noteUse();
  };
  for (const kind of ['keydown', 'pointerdown', 'wheel'])
    page.addEventListener(kind, () => void used().catch(() => undefined), { passive: true, capture: true });
  // Where the browser's memory is not to be had, nothing was unlocked.
  return used().catch(() => undefined);
}
