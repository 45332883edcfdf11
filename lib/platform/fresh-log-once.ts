import { browser } from 'wxt/browser';
import { noNewLog } from '../store/disk-room.ts';
import { freshLog, onTorn } from '../store/fresh-log.ts';

const KEY = 'log.fresh';

/**
 * Begins a new log ({@link freshLog}) once in the life of a browser, since nobody tells whether the one before ended in
 * the middle of a write, and again after the browser gave the database up. Never rejects: without room it is tried at
 * the next start of a page or of the background.
 */
export async function freshLogOnce(): Promise<void> {
  // Firefox keeps databases in SQLite, whose log is cut where it was torn.
  if (import.meta.env.FIREFOX) return;
  const { session } = browser.storage;
  onTorn(() => void session.remove(KEY));
  try {
    await navigator.locks.request('circlekeeper.fresh-log', { ifAvailable: true }, async (lock) => {
      if (!lock || (await session.get(KEY))[KEY] === true) return;
      await freshLog();
      await session.set({ [KEY]: true });
    });
  } catch (error) {
    noNewLog(error);
    // The screens say what cannot be saved.
  }
}

/** Whether a new log was begun in this life of the browser, and no write was cut since. False where nobody can tell. */
export async function isLogWhole(): Promise<boolean> {
  try {
    return (await browser.storage.session.get(KEY))[KEY] === true;
  } catch {
    // A worker of a page has no `browser`.
    return false;
  }
}
