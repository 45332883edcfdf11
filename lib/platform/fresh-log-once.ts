import { browser } from 'wxt/browser';
import { noNewLog } from '../store/disk-room.ts';
import { freshLog, onTorn } from '../store/fresh-log.ts';

const KEY = 'log.fresh';
/** Nobody waits longer for another page that is at it; ms. */
const PATIENCE_MS = 10_000;

const forget = () => void browser.storage.session.remove(KEY);

/**
 * Begins a new log ({@link freshLog}) once in the life of a browser, since nobody tells whether the one before ended in
 * the middle of a write, and again after the browser gave the database up. To be asked before the database is opened: that
 * writes already, and a browser that is closed before the new log is there loses everything two starts later.
 * @returns whether the log is surely whole; false where nobody can tell, and without room, which is tried again at the
 * next opening. Never rejects.
 */
export async function wholeLog(): Promise<boolean> {
  // Firefox keeps databases in SQLite, whose log is cut where it was torn.
  if (import.meta.env.FIREFOX) return false;
  try {
    // A worker of a page has no `browser`; its page was asked before.
    const { session } = browser.storage;
    const isWhole = async () => (await session.get(KEY))[KEY] === true;
    onTorn(forget);
    if (await isWhole()) return true;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return await navigator.locks.request('circlekeeper.fresh-log', { signal }, async () => {
      if (await isWhole()) return true;
      await freshLog();
      await session.set({ [KEY]: true });
      return true;
    });
  } catch (error) {
    // The screens say what cannot be saved.
    noNewLog(error);
    return false;
  }
}
