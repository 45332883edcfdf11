import { browser } from 'wxt/browser';
import type { Database } from '../store/database.ts';
import { openDatabase } from '../store/open.ts';
import { clock } from './clock.ts';
import { lockIfDue } from './lock-due.ts';
import { heldKey, onLock } from './lock-key.ts';

const ALARM = 'lock-check';

/**
 * The background's side of the lock: lets go of the store when it is locked, takes from the screen what was said of it, and
 * locks it after the time without use that the member chose, though never while a meeting runs. To be called in the
 * background's first turn.
 * @param unlocked what waited meanwhile is caught up with.
 */
export function followLock(db: Database, unlocked: () => void): void {
  onLock((isOpen) => void (isOpen ? begin(db, unlocked) : end(db).then(() => begin(db, unlocked))));
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void check(db);
  });
  clock.onMoved(() => void check(db));
}

/** Also after the passphrase was taken off: then it opens without a key. */
async function begin(db: Database, unlocked: () => void): Promise<void> {
  if (await openDatabase(db)) return;
  if (db.isSealed) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: 1 });
  unlocked();
}

async function end(db: Database): Promise<void> {
  // Opened again by whoever asks next, who then hears that it is locked.
  db.close({ disableAutoOpen: false });
  await browser.action.setBadgeText({ text: '' });
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all([browser.alarms.clear(ALARM), ...shown.map((id) => browser.notifications.clear(id))]);
}

async function check(db: Database): Promise<void> {
  // An alarm outlives the browser, and the key does not.
  if (await heldKey()) await lockIfDue(db);
  else await browser.alarms.clear(ALARM);
}
