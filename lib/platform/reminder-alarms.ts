import { browser } from 'wxt/browser';
import { circlesInCall } from '../call/circles-in-call.ts';
import { callBook } from '../store/call-book.ts';
import type { Database } from '../store/database.ts';
import { followNudges, nudge } from '../store/nudge.ts';
import { isShut, openDatabase } from '../store/open.ts';
import { type ReminderWorld, remind } from '../store/remind.ts';
import { followTies, remindOfTies } from '../store/remind-ties.ts';
import { followComing } from '../store/reminders.ts';
import { clock } from './clock.ts';
import { hideReminder, mayNotify, shownReminders, showReminder, showTieReminder } from './notifications.ts';
import { nudgePage, nudgeWorld } from './nudges.ts';
import { openReminder, openTab } from './open-reminder.ts';
import { REMINDERS, readSetting } from './settings.ts';

/** The next reminder; the moment (UTC ms) follows. */
const NEXT = 'remind-at:';
/** Something changed while the worker may have slept. */
const SOON = 'remind-soon';
/** In case a change, or a new time on the computer's clock, was not seen. */
const CHECK = 'remind-check';
const CHECK_MINUTES = 30;
/** Browsers put off an alarm that is nearer than this. */
const NEAREST_MS = 30_000;

/**
 * Reminds of meetings, and nudges about contracts, for as long as the extension is there: looks at every start of the worker, when an alarm says so,
 * and whenever meetings, settings or the clock change. To be called in the background's first turn; `ready` is awaited
 * before anything is read.
 * @returns what begins anew, after the store was unlocked.
 */
export function remindByAlarm(db: Database, ready: Promise<unknown>): () => void {
  let last: Promise<unknown> = ready;
  let isWaiting = false;
  // One after the other: two at once would both find the same reminder untold.
  const look = () => {
    if (isWaiting) return;
    isWaiting = true;
    const run = () => {
      isWaiting = false;
      return lookAndWait(db);
    };
    last = last.then(run, run);
  };

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name.startsWith(NEXT) || name === SOON || name === CHECK) look();
  });
  browser.runtime.onStartup.addListener(look);
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && ('reminders' in changes || 'nudges' in changes)) look();
  });
  browser.notifications.onClicked.addListener((id) => {
    const page = nudgePage(id);
    if (page) void openTab(browser.runtime.getURL(page)).then(() => browser.notifications.clear(id));
    else
      void ready.then(async () => {
        // Locked: the page asks for the passphrase, and the reminder stays.
        if (await isShut(db)) await openTab(browser.runtime.getURL('/home.html'));
        else await openReminder(db, id, await inCall(db));
      });
  });
  clock.onMoved(() => {
    last = last.then(() => keepAlarm(null));
    look();
  });
  let stops: (() => void)[] = [];
  const follow = () => {
    for (const stop of stops) stop();
    stops = [followComing(db, look), followTies(db, look), followNudges(db, look)];
  };
  void ready.then(async () => {
    follow();
    // An alarm outlives the worker; making it again at each start would put it off for ever.
    if (await browser.alarms.get(CHECK)) return;
    await browser.alarms.create(CHECK, { delayInMinutes: CHECK_MINUTES, periodInMinutes: CHECK_MINUTES });
  });
  return () => {
    follow();
    look();
  };
}

/** Has the background look. An alarm of its own: the next reminder may be nearer than this. */
const soon = () => void browser.alarms.create(SOON, { delayInMinutes: NEAREST_MS / 60_000 });

/** In a page where nothing but contracts is written: has the background look when a nudge was, also if it sleeps. */
export const remindAfterNudges = (db: Database): (() => void) => followNudges(db, soon, false);

/** In a page: has the background look when something changed there, also if it sleeps. Returns how to stop. */
export function remindAfterChanges(db: Database): () => void {
  const stops = [followComing(db, soon), followTies(db, soon), followNudges(db, soon)];
  return () => {
    for (const stop of stops) stop();
  };
}

async function lookAndWait(db: Database): Promise<void> {
  // The screens say why it does not open; the next look tries again.
  if (await openDatabase(db)) return;
  const next = [
    await remind(db, worldOf(db)),
    await remindOfTies(db, TIES),
    await nudge(db, nudgeWorld),
  ].filter((at) => at !== null);
  await keepAlarm(next.length > 0 ? Math.min(...next) : null);
}

/** Waits for `at` (UTC ms) and for nothing else. */
async function keepAlarm(at: number | null): Promise<void> {
  const name = `${NEXT}${at}`;
  const alarms = await browser.alarms.getAll();
  const others = alarms.filter((one) => one.name.startsWith(NEXT) && one.name !== name);
  // One that waits for this already stays: made again in its last half minute it would come later each time.
  if (at !== null && !alarms.some((one) => one.name === name))
    await browser.alarms.create(name, { delayInMinutes: Math.max(NEAREST_MS, at - clock.now()) / 60_000 });
  // Last: stopped in between, one too many looks in vain, and none too few reminds of nothing.
  await Promise.all(others.map((one) => browser.alarms.clear(one.name)));
}

const worldOf = (db: Database): ReminderWorld => ({
  settings: () => readSetting('reminders', REMINDERS),
  maySpeak: mayNotify,
  inCall: async () => new Set((await inCall(db)).keys()),
  shown: shownReminders,
  show: showReminder,
  hide: hideReminder,
});

const TIES = {
  isWanted: async () => (await readSetting('reminders', REMINDERS)).ties,
  maySpeak: mayNotify,
  show: showTieReminder,
};

const inCall = (db: Database): Promise<Map<string, number>> =>
  circlesInCall(
    browser.storage.session,
    () => browser.storage.session.get(null),
    callBook(db),
    async (tabId) => {
      try {
        return await browser.tabs.get(tabId);
      } catch {
        return null;
      }
    },
    db.now(),
  );
