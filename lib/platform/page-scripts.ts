import { browser } from 'wxt/browser';
import { CALENDAR_ORIGINS } from './calendar-origins.ts';
import { CALL_ORIGINS } from './call-origins.ts';
import { CALENDAR_SITES, type CalendarSite } from './messages.ts';
import { sendToTab } from './messenger.ts';
import {
  CALENDAR_PAGES,
  CALL_PAGES,
  readSetting,
  type Settings,
  WITHDRAWN_PAGES,
  writeSetting,
} from './settings.ts';

/** Sites in whose pages a script of ours stands only where the member switched it on. */
export const PAGE_SITES = [...CALENDAR_SITES, 'teams'] as const;
export type PageSite = (typeof PAGE_SITES)[number];

interface PageScript {
  /** Of the registration. */
  readonly id: string;
  readonly file: 'calendar-page.js' | 'teams-call.js';
  readonly runAt: 'document_start' | 'document_idle';
  readonly origins: readonly string[];
  /** Tells the script in a tab that it is not wanted there any more. */
  stop(tabId: number): Promise<unknown>;
}

const calendar = (site: CalendarSite): PageScript => ({
  id: `calendar-page-${site}`,
  file: 'calendar-page.js',
  runAt: 'document_idle',
  origins: CALENDAR_ORIGINS[site],
  stop: (tabId) => sendToTab(tabId, 'card.stop', { site }),
});

const SCRIPTS: Readonly<Record<PageSite, PageScript>> = {
  google: calendar('google'),
  outlook: calendar('outlook'),
  teams: {
    id: 'call-page-teams',
    file: 'teams-call.js',
    // Before the page's scripts: the shell's own keys are kept from listeners that come later.
    runAt: 'document_start',
    origins: CALL_ORIGINS.teams,
    stop: (tabId) => sendToTab(tabId, 'page.stop', null),
  },
};

/** The hosts of a site, as match patterns. */
export const patternsOf = (site: PageSite): string[] => SCRIPTS[site].origins.map((origin) => `${origin}/*`);

/** Whether the browser lets us into all pages of a site. */
const isAllowed = (site: PageSite): Promise<boolean> =>
  browser.permissions.contains({ origins: patternsOf(site) });

/** The sites in whose pages something of ours stands: wished for, and allowed by the browser. */
export async function pagesOn(): Promise<Readonly<Record<PageSite, boolean>>> {
  const wished = await wishes();
  const [google = false, outlook = false, teams = false] = await Promise.all(
    PAGE_SITES.map(async (site) => wished[site] && (await isAllowed(site))),
  );
  return { google, outlook, teams };
}

/** Whether the browser took the pages of `site` away after they had been switched on, and nobody asked for them since. */
export async function wasWithdrawn(site: PageSite): Promise<boolean> {
  return (await readSetting('withdrawnPages', WITHDRAWN_PAGES))[site];
}

/**
 * Asks the browser for the pages of a site, and keeps the wish. Must be the first thing a click does, or the browser
 * does not ask. @returns false when the browser, or the member, said no: then nothing is kept.
 */
export async function switchOn(site: PageSite): Promise<boolean> {
  try {
    if (!(await browser.permissions.request({ origins: patternsOf(site) }))) return false;
  } catch {
    return false;
  }
  await wish(site, true);
  return true;
}

/**
 * Takes what stands in a site's pages out of them and gives the leave for them back.
 * @param needed hosts that something else reads from (a feed); they are kept.
 */
export async function switchOff(site: PageSite, needed: readonly string[]): Promise<void> {
  await wish(site, false);
  const origins = patternsOf(site).filter((pattern) => !needed.includes(new URL(pattern).hostname));
  if (origins.length === 0) return;
  try {
    await browser.permissions.remove({ origins });
  } catch {
    // What an organisation has put in place cannot be given back.
  }
}

async function wishes(): Promise<Readonly<Record<PageSite, boolean>>> {
  const [calendars, calls] = await Promise.all([
    readSetting('calendarPages', CALENDAR_PAGES),
    readSetting('callPages', CALL_PAGES),
  ]);
  return { ...calendars, ...calls };
}

async function wish(site: PageSite, on: boolean, withdrawn = false): Promise<void> {
  const wished: Readonly<Record<PageSite, boolean>> = { ...(await wishes()), [site]: on };
  const { google, outlook, teams } = wished;
  if (site === 'teams') await writeSetting('callPages', { teams });
  else await writeSetting('calendarPages', { google, outlook });
  const before = await readSetting('withdrawnPages', WITHDRAWN_PAGES);
  if (before[site] !== withdrawn) await writeSetting('withdrawnPages', { ...before, [site]: withdrawn });
}

/** Whether something of ours stands in the pages of `host`, so that a feed from there must not give its leave back. */
export async function hasScriptOn(host: string): Promise<boolean> {
  const on = await pagesOn();
  return PAGE_SITES.some(
    (site) => on[site] && SCRIPTS[site].origins.some((origin) => new URL(origin).hostname === host),
  );
}

const FOLLOWED = ['calendarPages', 'callPages', 'withdrawnPages'] as const satisfies (keyof Settings)[];

/** Calls `changed` when a site may have been switched on or off, here or in the browser's settings. */
export function followPages(changed: () => void): () => void {
  const stored = (changes: Record<string, unknown>, area: string) => {
    if (area === 'local' && FOLLOWED.some((key) => key in changes)) changed();
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
 * Keeps each site's script where it is wished for and allowed, and nowhere else; open tabs get it and lose it at once.
 * To be called in the background's first turn: an update of the extension takes registrations away, so each start of
 * the worker looks too.
 */
export function keepPageScripts(): void {
  let last: Promise<unknown> = Promise.resolve();
  // One after the other: two at once would register the same script twice, which is refused.
  const sync = () => {
    last = last.then(syncAll, syncAll).catch(() => undefined);
  };
  followPages(sync);
  // An update leaves dead scripts in open tabs; the new one takes their place.
  browser.runtime.onInstalled.addListener(() => {
    last = last.then(injectAll, injectAll).catch(() => undefined);
  });
  sync();
}

async function syncAll(): Promise<void> {
  await forgetWithdrawn();
  const [on, registered] = await Promise.all([
    pagesOn(),
    browser.scripting.getRegisteredContentScripts({ ids: PAGE_SITES.map((site) => SCRIPTS[site].id) }),
  ]);
  for (const site of PAGE_SITES) {
    const isThere = registered.some(({ id }) => id === SCRIPTS[site].id);
    if (on[site] && !isThere) await begin(site);
    if (!on[site] && isThere) await end(site);
  }
}

/** A leave that was taken back takes the wish along: the same host allowed for a feed later must not bring us back. */
async function forgetWithdrawn(): Promise<void> {
  const wished = await wishes();
  for (const site of PAGE_SITES) if (wished[site] && !(await isAllowed(site))) await wish(site, false, true);
}

async function begin(site: PageSite): Promise<void> {
  const { id, file, runAt } = SCRIPTS[site];
  const matches = patternsOf(site);
  await browser.scripting.registerContentScripts([
    { id, js: [file], matches, runAt, persistAcrossSessions: true },
  ]);
  await inject(site);
}

async function injectAll(): Promise<void> {
  const on = await pagesOn();
  for (const site of PAGE_SITES) if (on[site]) await inject(site);
}

async function inject(site: PageSite): Promise<void> {
  const tabs = await browser.tabs.query({ url: patternsOf(site) });
  const { file } = SCRIPTS[site];
  await eachTab(tabs, (tabId) => browser.scripting.executeScript({ target: { tabId }, files: [`/${file}`] }));
}

async function end(site: PageSite): Promise<void> {
  const { id, stop } = SCRIPTS[site];
  await browser.scripting.unregisterContentScripts({ ids: [id] });
  // Without the leave nobody tells us the tabs' addresses any more; those without the script do not answer.
  await eachTab(await browser.tabs.query({}), stop);
}

/** A tab that is being closed, or shows an error page, is none of the others' concern. */
async function eachTab(
  tabs: readonly { id?: number | undefined }[],
  act: (tabId: number) => Promise<unknown>,
): Promise<void> {
  await Promise.allSettled(tabs.flatMap(({ id }) => (id === undefined ? [] : [act(id)])));
}
