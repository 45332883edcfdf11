import { browser } from 'wxt/browser';

const ALARM = 'refresh-feeds';
const EVERY_MINUTES = 6 * 60;
/** After the browser was started: not in the middle of its own busy minute. */
const FIRST_MINUTES = 2;

const originOf = (host: string): string => `https://${host}/*`;

/**
 * Asks the member for leave to read from `host`. Must be the first thing a click does: the browser only asks in
 * the click itself. False when refused, or when the browser will not ask.
 */
export async function askForHost(host: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [originOf(host)] });
  } catch {
    return false;
  }
}

/** Whether `host` may be read just now; a member can take it back at any time in the browser's own settings. */
export async function mayRead(host: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originOf(host)] });
}

/** The same for a whole address. */
export const mayReadAddress = (url: string): Promise<boolean> => mayRead(new URL(url).hostname);

/** Those of `hosts` that may be read. */
export async function readableHosts(hosts: readonly string[]): Promise<string[]> {
  const unique = [...new Set(hosts)];
  const answers = await Promise.all(unique.map(mayRead));
  return unique.filter((_, index) => answers[index]);
}

/** Gives the leave to read `host` back. True when it was there and is gone. */
export async function giveHostBack(host: string): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [originOf(host)] });
  } catch {
    // A host that came with the installation cannot be given back.
    return false;
  }
}

/**
 * Refreshes feeds in the background every six hours. To be called in the background's first turn; `ready` is awaited
 * before `refresh` runs.
 */
export function refreshFeedsByAlarm(refresh: () => Promise<void>, ready: Promise<unknown>): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === ALARM) void ready.then(refresh);
  });
  void ready.then(async () => {
    // An alarm outlives the worker; making it again at each start would put it off for ever.
    if (await browser.alarms.get(ALARM)) return;
    await browser.alarms.create(ALARM, { delayInMinutes: FIRST_MINUTES, periodInMinutes: EVERY_MINUTES });
  });
}
