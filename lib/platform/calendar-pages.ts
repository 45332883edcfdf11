import { browser } from 'wxt/browser';
import { CALENDAR_ORIGINS } from './calendar-origins.ts';
import { CALENDAR_SITES, type CalendarSite } from './messages.ts';
import { sendToTab } from './messenger.ts';
import { CALENDAR_PAGES, readSetting, type Settings, writeSetting } from './settings.ts';

const SCRIPT = 'calendar-page.js';
const idOf = (site: CalendarSite): string => `calendar-page-${site}`;

/** The hosts of a calendar on the web, as match patterns. */
export const patternsOf = (site: CalendarSite): string[] =>
  CALENDAR_ORIGINS[site].map((origin) => `${origin}/*`);

/** Whether the browser lets us into all pages of a calendar. */
const isAllowed = (site: CalendarSite): Promise<boolean> =>
  browser.permissions.contains({ origins: patternsOf(site) });

/** The calendars in whose pages the card stands: wished for, and allowed by the browser. */
export async function calendarPagesOn(): Promise<Settings['calendarPages']> {
  const wished = await readSetting('calendarPages', CALENDAR_PAGES);
  const [google, outlook] = await Promise.all(
    CALENDAR_SITES.map(async (site) => wished[site] && (await isAllowed(site))),
  );
  return { google: google ?? false, outlook: outlook ?? false };
}

/**
 * Asks the browser for the pages of a calendar, and keeps the wish. Must be the first thing a click does, or the browser
 * does not ask. @returns false when the browser, or the member, said no: then nothing is kept.
 */
export async function switchOn(site: CalendarSite): Promise<boolean> {
  try {
    if (!(await browser.permissions.request({ origins: patternsOf(site) }))) return false;
  } catch {
    return false;
  }
  await wish(site, true);
  return true;
}

/**
 * Takes the card out of a calendar's pages and gives the leave for them back.
 * @param needed hosts that something else reads from (a feed); they are kept.
 */
export async function switchOff(site: CalendarSite, needed: readonly string[]): Promise<void> {
  await wish(site, false);
  const origins = patternsOf(site).filter((pattern) => !needed.includes(new URL(pattern).hostname));
  if (origins.length === 0) return;
  try {
    await browser.permissions.remove({ origins });
  } catch {
    // What an organisation has put in place cannot be given back.
  }
}

async function wish(site: CalendarSite, on: boolean): Promise<void> {
  const wished = await readSetting('calendarPages', CALENDAR_PAGES);
  await writeSetting('calendarPages', { ...wished, [site]: on });
}

/** Whether the card stands in the pages of `host`, so that a feed from there must not give its leave back. */
export async function hasCardOn(host: string): Promise<boolean> {
  const on = await calendarPagesOn();
  return CALENDAR_SITES.some(
    (site) => on[site] && CALENDAR_ORIGINS[site].some((origin) => new URL(origin).hostname === host),
  );
}

/** Calls `changed` when a calendar may have been switched on or off, here or in the browser's settings. */
export function followCalendarPages(changed: () => void): () => void {
  const stored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && 'calendarPages' in changes) changed();
  };
  browser.storage.onChanged.addListener(stored);
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.storage.onChanged.removeListener(stored);
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}

/**
 * Keeps the script of calendar pages where it is wished for and allowed, and nowhere else; open tabs get it and lose it
 * at once. To be called in the background's first turn: an update of the extension takes registrations away, so each
 * start of the worker looks too.
 */
export function keepCalendarPages(): void {
  let last: Promise<unknown> = Promise.resolve();
  // One after the other: two at once would register the same script twice, which is refused.
  const sync = () => {
    last = last.then(syncAll, syncAll).catch(() => undefined);
  };
  followCalendarPages(sync);
  // An update leaves dead scripts in open tabs; the new one takes their place.
  browser.runtime.onInstalled.addListener(() => {
    last = last.then(injectAll, injectAll).catch(() => undefined);
  });
  sync();
}

async function syncAll(): Promise<void> {
  await forgetWithdrawn();
  const [on, registered] = await Promise.all([
    calendarPagesOn(),
    browser.scripting.getRegisteredContentScripts({ ids: CALENDAR_SITES.map(idOf) }),
  ]);
  for (const site of CALENDAR_SITES) {
    const isThere = registered.some(({ id }) => id === idOf(site));
    if (on[site] && !isThere) await begin(site);
    if (!on[site] && isThere) await end(site);
  }
}

/** A leave that was taken back takes the wish along: the same host allowed for a feed later must not bring cards back. */
async function forgetWithdrawn(): Promise<void> {
  const wished = await readSetting('calendarPages', CALENDAR_PAGES);
  for (const site of CALENDAR_SITES) if (wished[site] && !(await isAllowed(site))) await wish(site, false);
}

async function begin(site: CalendarSite): Promise<void> {
  const matches = patternsOf(site);
  await browser.scripting.registerContentScripts([
    { id: idOf(site), js: [SCRIPT], matches, runAt: 'document_idle', persistAcrossSessions: true },
  ]);
  await inject(site);
}

async function injectAll(): Promise<void> {
  const on = await calendarPagesOn();
  for (const site of CALENDAR_SITES) if (on[site]) await inject(site);
}

async function inject(site: CalendarSite): Promise<void> {
  const tabs = await browser.tabs.query({ url: patternsOf(site) });
  await eachTab(tabs, (tabId) =>
    browser.scripting.executeScript({ target: { tabId }, files: [`/${SCRIPT}`] }),
  );
}

async function end(site: CalendarSite): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [idOf(site)] });
  // Without the leave nobody tells us the tabs' addresses any more; those without the script do not answer.
  await eachTab(await browser.tabs.query({}), (tabId) => sendToTab(tabId, 'card.stop', { site }));
}

/** A tab that is being closed, or shows an error page, is none of the others' concern. */
async function eachTab(
  tabs: readonly { id?: number | undefined }[],
  act: (tabId: number) => Promise<unknown>,
): Promise<void> {
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [act(id)])));
}
