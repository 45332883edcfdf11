import { browser } from 'wxt/browser';

const EVERY = 'sync-accounts';
const AGAIN = 'sync-accounts-again';
const EVERY_MINUTES = 30;
/** After the browser was started: not in the middle of its own busy minute. */
const FIRST_MINUTES = 1;
/** Browsers put off an alarm that is nearer than this. */
const NEAREST_MS = 30_000;
/** A worker without events is stopped after 30 s. */
const AWAKE_MS = 20_000;

/**
 * Reads accounts every half hour and at the start of the browser. To be called in the background's first turn;
 * `ready` is awaited before `sync` runs.
 */
export function syncByAlarm(sync: () => Promise<void>, ready: Promise<unknown>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === EVERY || name === AGAIN) void ready.then(sync);
  });
  browser.runtime.onStartup.addListener(() => void wakeIn(FIRST_MINUTES));
  void ready.then(async () => {
    // An alarm outlives the worker; making it again at each start would put it off for ever.
    if (await browser.alarms.get(EVERY)) return;
    await browser.alarms.create(EVERY, { delayInMinutes: EVERY_MINUTES, periodInMinutes: EVERY_MINUTES });
  });
}

const wakeIn = (delayInMinutes: number) => browser.alarms.create(AGAIN, { delayInMinutes });

/** Wakes the worker once more at `at` (UTC ms by `now`'s clock), beside the half hours; null takes that back. */
export async function wakeAt(at: number | null, now: number): Promise<void> {
  if (at === null) await browser.alarms.clear(AGAIN);
  else await wakeIn(Math.max(NEAREST_MS, at - now) / 60_000);
}

/**
 * Keeps the worker from being stopped as idle while `work` is under way: any call of the browser counts as activity.
 * It may be stopped all the same; whatever is done must stand that.
 */
export async function awake<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
