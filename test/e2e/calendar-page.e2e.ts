import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NO_EVENTS, toBuckets } from '../../lib/calendar/sync/buckets.ts';
import type { RemoteEvent } from '../../lib/calendar/sync/provider.ts';
import { axeFindings } from '../rig/axe.ts';
import { googleCode, serveCalendar } from '../rig/calendar-page.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { type SandboxCalendar, sandboxCalendar } from '../sandbox/calendar.ts';
import { sandboxIcs } from '../sandbox/ics.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const WEEK = 'https://calendar.google.com/calendar/u/0/r/week';
const SECOND = 'https://calendar.google.com/calendar/u/1/r/week';
const OUTLOOK = 'https://outlook.office.com/calendar/view/week';
const GOOGLE_HOST = 'https://calendar.google.com/*';
const OUTLOOK_HOSTS = ['office.com', 'office365.com', 'live.com'].map((end) => `https://outlook.${end}/*`);
const HOSTS = [GOOGLE_HOST, ...OUTLOOK_HOSTS, 'https://outlook.cloud.microsoft/*'];

const MINE = 'Women in medicine, every three weeks';
const CONTRACT = 'Ask Ruth about the open post, quietly';
const DAY = 86_400_000;

let sandbox: Sandbox;
let rig: Rig;
let calendar: SandboxCalendar;
const bugs: string[] = [];

interface Extension {
  chrome: {
    storage: { local: { clear(): Promise<void>; get(): Promise<Record<string, unknown>> } };
    runtime: { reload(): void; sendMessage(message: unknown): Promise<unknown> };
    permissions: { remove(what: { origins: string[] }): Promise<boolean> };
    scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches?: string[] }[]> };
  };
}

const uidOf = (title: string) => calendar.events.find((event) => event.title === title)?.uid ?? '';
/** Google's id of one date: the series' id and its start in UTC. */
function instance(title: string, at: number): string {
  const stamp = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${uidOf(title).replace('@google.com', '')}_${stamp}`;
}

/** A date of a series, UTC ms: its first, or for the circle that meets right now (every two weeks) this very one. */
function dateOf(title: string): number {
  const first = calendar.events.find((event) => event.title === title)?.start ?? 0;
  if (title !== calendar.circleTitle) return first;
  return first + Math.floor((Date.now() - first) / (14 * DAY)) * 14 * DAY;
}

beforeAll(async () => {
  const now = Date.now();
  const week = sandboxCalendar(now, 'UTC');
  calendar = {
    ...week,
    // As Google gives them in its own files.
    events: week.events.map((event, i) => ({ ...event, uid: `event${i}abc@google.com` })),
  };
  sandbox = await startSandbox();
  const lunch = week.events.find((event) => !/circle|women/i.test(event.title))?.title ?? '';
  const codes = [week.circleTitle, MINE, lunch].map((title) => ({
    title,
    code: googleCode(instance(title, dateOf(title))),
  }));
  const moved = { title: 'Without a readable id', code: '???' };
  await serveCalendar(sandbox, 'calendar-google/live', WEEK, [...codes, moved]);
  await serveCalendar(sandbox, 'calendar-outlook/live', OUTLOOK, [
    { title: MINE, code: 'AAMk/mine+1=' },
    { title: lunch, code: 'AAMk/lunch+1=' },
  ]);
  rig = await launch({ port: sandbox.port, grantHosts: HOSTS });
});

afterAll(async () => {
  await rig.close();
  await sandbox.close();
});

beforeEach(async () => {
  for (const page of rig.context.pages()) if (!page.url().startsWith('about:')) await page.close();
});

afterEach(() => {
  expect(bugs.splice(0)).toEqual([]);
});

async function home(section: string): Promise<Page> {
  const page = await rig.open(`home.html#/${section}`);
  page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function visit(address: string): Promise<Page> {
  const page = await rig.context.newPage();
  page.on('pageerror', (error) => bugs.push(error.message));
  await page.goto(address);
  return page;
}

const cards = (page: Page) => page.locator('circlekeeper-event').count();
const chip = (page: Page, title: string) => page.getByRole('button', { name: title });

/** The frames of ours in a page, seen from outside it; the page itself cannot. */
const framesOf = (page: Page) => page.frames().filter((one) => one.url().startsWith('chrome-extension:'));

async function inside(page: Page, text?: string): Promise<Frame> {
  const found = async () => {
    const frame = framesOf(page).at(-1);
    if (!frame) return null;
    const heading = await frame
      .getByRole('heading', { level: 1 })
      .textContent({ timeout: 500 })
      .catch(() => null);
    return heading !== null && (!text || heading.includes(text)) ? frame : null;
  };
  await expect.poll(found, { timeout: 8_000 }).not.toBeNull();
  const frame = await found();
  if (!frame) throw new Error('The card went away.');
  return frame;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The shadow root is closed, so the frame is looked at from within. */
async function axe(frame: Frame): Promise<string[]> {
  await frame.evaluate(AXE);
  return frame.evaluate(async () => {
    const runner = (globalThis as unknown as { axe: { run(): Promise<AxeResult> } }).axe;
    const { violations } = await runner.run();
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  });
}
interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

const registered = () =>
  rig.inExtension(
    async () =>
      (await (globalThis as unknown as Extension).chrome.scripting.getRegisteredContentScripts()).map(
        ({ id }) => id,
      ),
    null,
  );

/** Switches the card on or off in Settings, as a person does. */
async function setCard(name: string, on: boolean): Promise<void> {
  const page = await home('settings');
  await page
    .getByRole('button', { name: on ? `Show the card in ${name}` : `Take it out of ${name}` })
    .click();
  await page
    .getByRole('button', { name: on ? `Take it out of ${name}` : `Show the card in ${name}` })
    .waitFor();
  await page.close();
}

describe('in the page of Google Calendar', () => {
  it('is nothing before the card is switched on, though a file was read and a circle made', async () => {
    const page = await home('calendars');
    await page.getByLabel('Calendar file (.ics)').setInputFiles({
      name: 'week.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(sandboxIcs(calendar, Date.now())),
    });
    await page.getByText(/was read: \d+ events/).waitFor();
    await page.getByRole('article', { name: MINE }).getByRole('button', { name: 'This is a circle' }).click();
    await page.getByText(/is ready/).waitFor();
    await page.close();
    expect(await registered()).toEqual([]);
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    await week.waitForTimeout(1_500);
    expect(await cards(week)).toBe(0);
  });

  it('comes into an open tab at once when it is switched on, and says whose event it is', async () => {
    const week = await visit(WEEK);
    await setCard('Google Calendar', true);
    expect(await registered()).toEqual(['calendar-page-google']);
    await week.bringToFront();
    await chip(week, MINE).click();
    const card = await inside(week, 'Women');
    expect(await cards(week)).toBe(1);
    await card.getByText('Nothing is open.').waitFor();
    expect(await axe(card)).toEqual([]);
    const parent = await week.evaluate(
      () => document.querySelector('circlekeeper-event')?.parentElement?.dataset.chipsDialog,
    );
    expect(parent).toBe('true');
  });

  it('takes a contract in the card, and shows it as mine', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    const card = await inside(week, 'Women');
    await card.getByRole('button', { name: 'Add a contract' }).click();
    const field = card.getByRole('textbox', { name: 'New contract' });
    await field.fill(CONTRACT);
    expect(await axe(card)).toEqual([]);
    await field.press('Enter');
    await card.getByText(/^Saved for /).waitFor();
    await card.getByRole('button', { name: 'Back to my contracts' }).click();
    await card.getByRole('list', { name: 'My open contracts' }).getByText(CONTRACT).waitFor();
    expect(await axe(card)).toEqual([]);
    expect(await week.evaluate(() => (window as unknown as { sandboxKeys: string[] }).sandboxKeys)).toEqual(
      [],
    );
  });

  it('shows the page none of it: no shadow root, no document, no message, no name, no height', async () => {
    const week = await visit(WEEK);
    await week.evaluate(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      addEventListener('message', (event) => heard.push(JSON.stringify(event.data)));
    });
    await chip(week, MINE).click();
    const card = await inside(week, 'Women');
    await card.getByText(CONTRACT).waitFor();
    const height = () => week.locator('circlekeeper-event').evaluate((element) => element.clientHeight);
    const withOne = await height();
    const seen = await week.evaluate(() => {
      const element = document.querySelector('circlekeeper-event');
      const chrome = (window as unknown as { chrome?: { runtime?: unknown } }).chrome;
      let stolen: unknown = null;
      try {
        // A page could lay hands on the way shadow roots are made; the script has a world of its own.
        stolen = element?.attachShadow({ mode: 'open' }).innerHTML ?? null;
      } catch {
        stolen = null;
      }
      return {
        root: element?.shadowRoot ?? null,
        inner: element?.innerHTML,
        attributes: element?.getAttributeNames(),
        frames: window.length,
        iframes: document.querySelectorAll('iframe').length,
        stolen,
        runtime: typeof chrome?.runtime,
        role: element?.role ?? element?.getAttribute('aria-label') ?? null,
        text: element?.textContent,
        page: document.documentElement.outerHTML,
        entries: performance.getEntries().map((entry) => entry.name),
        heard: (window as unknown as { heard: string[] }).heard,
        storage: JSON.stringify({ ...localStorage, ...sessionStorage }),
      };
    });
    expect(seen).toMatchObject({
      root: null,
      inner: '',
      attributes: [],
      frames: 0,
      iframes: 0,
      stolen: null,
      runtime: 'undefined',
      role: null,
      text: '',
      heard: [],
      storage: '{}',
    });
    expect(seen.page).not.toContain(CONTRACT);
    // What it may find out from its own clocks about addresses is the same for every event.
    for (const name of seen.entries) expect(name).not.toMatch(/event\d|contract|circle=/);
    expect(await week.evaluate(() => indexedDB.databases())).toEqual([]);

    await card.getByRole('button', { name: 'Add a contract' }).click();
    await card.getByRole('textbox', { name: 'New contract' }).fill('Another one');
    await card.getByRole('textbox', { name: 'New contract' }).press('Enter');
    await card.getByRole('button', { name: 'Back to my contracts' }).click();
    await card.getByText('Another one').waitFor();
    expect(await height()).toBe(withOne);
  });

  it('answers only its own page: the frame in a tab without an event knows nothing', async () => {
    const alone = await rig.open('event-card.html');
    await alone.getByText('There is nothing to show for this event any more.').waitFor();
    const refused = await alone.evaluate(
      (message) => (globalThis as unknown as Extension).chrome.runtime.sendMessage(message),
      { kind: 'event.seen', body: { event: null } },
    );
    expect(refused).toEqual({ ok: false, reason: 'refused' });
  });

  it('changes along when the dialog goes on to another event, without a look at the earlier circle', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    await inside(week, 'Women');
    // Every state that could be painted: which event the dialog shows, and whether a card stands in it.
    await week.evaluate(() => {
      const states: string[] = [];
      Object.assign(window, { states });
      const look = () => {
        const id = document.querySelector('#xDetDlg')?.getAttribute('data-eventid') ?? '';
        states.push(`${id} ${document.querySelector('circlekeeper-event') ? 'card' : 'none'}`);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const lunch = week.locator('.chip').nth(2);
    const lunchCode = await lunch.getAttribute('data-eventid');
    await lunch.click();
    await week.waitForTimeout(1_500);
    expect(await cards(week)).toBe(0);
    const states = await week.evaluate(() => (window as unknown as { states: string[] }).states);
    expect(states).toContain(`${lunchCode} none`);
    expect(states).not.toContain(`${lunchCode} card`);
    await chip(week, MINE).click();
    await inside(week, 'Women');
  });

  it('shows the last of several events that are pressed quickly one after the other', async () => {
    const week = await visit(WEEK);
    for (let round = 0; round < 3; round++) {
      await week.locator('.chip').nth(2).click({ noWaitAfter: true });
      await chip(week, calendar.circleTitle).click();
      await chip(week, MINE).click();
    }
    await inside(week, 'Women');
    expect(await cards(week)).toBe(1);
    expect(framesOf(week)).toHaveLength(1);
  });

  it('goes with the dialog, stays silent where an id cannot be read, and leaves the page’s keys alone', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    await inside(week, 'Women');
    await week.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => cards(week)).toBe(0);
    await chip(week, 'Without a readable id').click();
    await week.waitForTimeout(1_500);
    expect(await cards(week)).toBe(0);
  });

  it('is folded to a line and stays so, and is opened again', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    let card = await inside(week, 'Women');
    const box = async () => (await week.locator('circlekeeper-event').boundingBox())?.height ?? 0;
    const open = await box();
    await card.getByRole('button', { name: 'Fold the card' }).click();
    await expect.poll(box).toBeLessThan(open - 100);
    await week.reload();
    await chip(week, MINE).click();
    card = await inside(week, 'Women');
    expect(await box()).toBeLessThan(open - 100);
    expect(await axe(card)).toEqual([]);
    await card.getByRole('button', { name: 'Open the card' }).click();
    await expect.poll(box).toBe(open);
  });

  it('is reached and left with the Tab key', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    const card = await inside(week, 'Women');
    await week.getByRole('button', { name: 'Close' }).focus();
    // One press at a time: the focus goes from one process to another, and a busy machine takes a moment for it.
    const tab = async <T>(where: () => Promise<T>) => {
      await week.keyboard.press('Tab');
      return where();
    };
    const inCard = () => card.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(() => tab(inCard), { interval: 150 }).toContain('Prepare');
    const inPage = () => week.evaluate(() => document.activeElement?.localName);
    await expect.poll(() => tab(inPage), { interval: 150 }).not.toBe('circlekeeper-event');
  });

  it('follows an event that is moved while its card is open', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    const card = await inside(week, 'Women');
    const line = () => card.locator('.event-title p').textContent();
    const before = await line();
    const start = dateOf(MINE);
    const page = await home('calendars');
    await page.getByLabel('Calendar file (.ics)').setInputFiles({
      name: 'week.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(movedWeek(start, start + 2 * DAY)),
    });
    await page.getByText(/was read: \d+ events/).waitFor();
    await page.close();
    await expect.poll(line).not.toBe(before);
    const day = new Date(start + 2 * DAY).toLocaleDateString('en', { weekday: 'long' });
    expect(await line()).toContain(day);
  });

  it('leads to the circle from Prepare', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    const card = await inside(week, 'Women');
    const opened = rig.context.waitForEvent('page');
    await card.getByRole('link', { name: 'Prepare' }).click();
    const next = await opened;
    await next.waitForLoadState();
    expect(next.url()).toMatch(/^chrome-extension:.*(home\.html#\/circles\/|sidebar\.html\?circle=)/);
  });

  it('fits into a window 320 px wide', async () => {
    const week = await visit(WEEK);
    await week.setViewportSize({ width: 320, height: 640 });
    await chip(week, MINE).click();
    const card = await inside(week, 'Women');
    const box = await week.locator('circlekeeper-event').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(await card.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    expect(await axe(card)).toEqual([]);
  });
});

describe('an event that looks like a circle', () => {
  it('is asked about; a no is kept as on the home page, and can be taken back', async () => {
    const week = await visit(WEEK);
    await chip(week, calendar.circleTitle).click();
    const card = await inside(week, 'This looks like a circle. Is it?');
    expect(await axe(card)).toEqual([]);
    await card.getByRole('button', { name: 'Not a circle' }).click();
    await card.getByText('Noted. You will not be asked about it again.').waitFor();
    await card.getByRole('button', { name: 'Undo' }).click();
    await card.getByRole('button', { name: 'This is a circle' }).waitFor();
    await card.getByRole('button', { name: 'Not a circle' }).click();
    await card.getByRole('button', { name: 'Undo' }).waitFor();
    await week.reload();
    await chip(week, calendar.circleTitle).click();
    await week.waitForTimeout(1_500);
    expect(await cards(week)).toBe(0);
    const page = await home('calendars');
    await page
      .getByText(/already decided|decided/i)
      .first()
      .click();
    await page
      .getByRole('article', { name: calendar.circleTitle })
      .getByRole('button', { name: /ask me again/i })
      .click();
    // On the disk before the page is closed.
    await page
      .getByRole('article', { name: calendar.circleTitle })
      .getByRole('button', { name: 'This is a circle' })
      .waitFor();
  });

  it('becomes a circle with one press, and its card', async () => {
    const week = await visit(WEEK);
    await chip(week, calendar.circleTitle).click();
    const offer = await inside(week, 'This looks like a circle');
    const height = async () => (await week.locator('circlekeeper-event').boundingBox())?.height ?? 0;
    const before = await height();
    await offer.getByRole('button', { name: 'This is a circle' }).click();
    const card = await inside(week, calendar.circleTitle);
    await card.getByRole('link', { name: 'Prepare' }).waitFor();
    await expect.poll(height).toBeGreaterThan(before);
    // It is on right now: what prepares it is its own sidebar.
    const opened = rig.context.waitForEvent('page');
    await card.getByRole('link', { name: 'Prepare' }).click();
    const next = await opened;
    await expect.poll(() => next.url()).toContain('/sidebar.html?circle=');
    const page = await home('circles');
    await page.getByRole('article', { name: calendar.circleTitle }).waitFor();
  });
});

describe('before the browser has said yes', () => {
  it('is nothing, and Settings says what is waited for', async () => {
    const other = await launch({ port: sandbox.port });
    try {
      const page = await other.open('home.html#/settings');
      await page.getByRole('button', { name: 'Show the card in Google Calendar' }).click();
      await page.getByText('Your browser asks now whether Circlekeeper may see the pages of').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const known = await other.inExtension(async () => {
        const { scripting, storage } = (globalThis as unknown as Extension).chrome;
        return [
          await scripting.getRegisteredContentScripts(),
          (await storage.local.get()).calendarPages ?? null,
        ];
      }, null);
      expect(known).toEqual([[], null]);
    } finally {
      await other.close();
    }
  });
});

describe('in a page of another make', () => {
  it('finds the event in a dialog of its own, and comes back when the page throws it out once', async () => {
    await serveCalendar(sandbox, 'calendar-google/second', SECOND, [
      { title: MINE, code: googleCode(instance(MINE, dateOf(MINE))) },
    ]);
    const page = await visit(SECOND);
    await page.getByText(MINE).click();
    await inside(page, 'Women');
    await page.waitForTimeout(1_500);
    await inside(page, 'Women');
    expect(await cards(page)).toBe(1);
    await page.getByRole('button', { name: 'Schließen' }).click();
    await expect.poll(() => cards(page)).toBe(0);
    // Both pages are served from one host.
    const codes = calendar.events.map(({ title }) => ({
      title,
      code: googleCode(instance(title, dateOf(title))),
    }));
    await serveCalendar(sandbox, 'calendar-google/live', WEEK, codes);
  });
});

describe('in the page of Outlook', () => {
  it('knows an event by the rows of a connected account, in the small look and in the form', async () => {
    await accountRow(uidOf(MINE));
    await setCard('Outlook on the web', true);
    const page = await visit(OUTLOOK);
    await chip(page, MINE).first().click();
    const card = await inside(page, 'Women');
    expect(await axe(card)).toEqual([]);
    await page.getByRole('button', { name: 'View event' }).click();
    await inside(page, 'Women');
    expect(
      await page.locator('[data-app-section=Form_Content] > :first-child').evaluate((one) => one.localName),
    ).toBe('circlekeeper-event');
    await page.getByRole('button', { name: 'Discard' }).click();
    await expect.poll(() => cards(page)).toBe(0);
  });

  it('is silent for a form that was opened without pressing an event, though one was pressed before', async () => {
    const page = await visit(OUTLOOK);
    await chip(page, MINE).first().click();
    await inside(page, 'Women');
    await page.getByRole('button', { name: 'New event' }).click();
    await page.waitForTimeout(1_500);
    expect(await cards(page)).toBe(0);
  });

  it('is opened by the keyboard too', async () => {
    const page = await visit(OUTLOOK);
    await chip(page, MINE).first().press('Enter');
    await inside(page, 'Women');
  });
});

describe('when it ends', () => {
  it('goes on in open tabs after an update, with one card and a live one', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    await inside(week, 'Women');
    await rig
      .inExtension(() => (globalThis as unknown as Extension).chrome.runtime.reload(), null)
      .catch(() => undefined);
    await week.bringToFront();
    await week.waitForTimeout(3_000);
    const card = await inside(week, 'Women');
    expect(await cards(week)).toBe(1);
    expect(framesOf(week)).toHaveLength(1);
    await card.getByText(CONTRACT).waitFor();
    await week.getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => cards(week)).toBe(0);
  });

  it('leaves open tabs when it is switched off, and does not come back by a reload', async () => {
    const week = await visit(WEEK);
    await chip(week, MINE).click();
    await inside(week, 'Women');
    await setCard('Google Calendar', false);
    await week.bringToFront();
    await expect.poll(() => cards(week)).toBe(0);
    expect(await registered()).not.toContain('calendar-page-google');
    await week.reload();
    await chip(week, MINE).click();
    await week.waitForTimeout(1_500);
    expect(await cards(week)).toBe(0);
  });

  it('leaves when the browser’s own settings take the hosts back, and does not return with a feed’s leave', async () => {
    const page = await visit(OUTLOOK);
    await chip(page, MINE).first().click();
    await inside(page, 'Women');
    await rig.inExtension(
      (origins) => (globalThis as unknown as Extension).chrome.permissions.remove({ origins }),
      [OUTLOOK_HOSTS[0] ?? ''],
    );
    await page.bringToFront();
    await expect.poll(() => cards(page)).toBe(0);
    await expect.poll(registered).toEqual([]);
    const kept = await rig.inExtension(
      () => (globalThis as unknown as Extension).chrome.storage.local.get(),
      null,
    );
    expect(kept.calendarPages).toEqual({ google: false, outlook: false });
  });
});

/** The week's file, in which one date of the circle is moved. */
function movedWeek(from: number, to: number): string {
  const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  const moved = [
    'BEGIN:VEVENT',
    `UID:${uidOf(MINE)}`,
    `RECURRENCE-ID:${stamp(from)}`,
    `DTSTART:${stamp(to)}`,
    'DURATION:PT120M',
    `SUMMARY:${MINE.replaceAll(',', '\\,')}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return sandboxIcs(calendar, Date.now()).replace('END:VCALENDAR', () => moved.join('\r\n'));
}

/** An Outlook account whose calendar holds one date of the series with this UID. */
async function accountRow(uid: string): Promise<void> {
  const event: RemoteEvent = {
    id: 'AAMk-mine_1=',
    kind: 'instance',
    masterId: 'AAMk-master=',
    uid,
    originalStart: dateOf(MINE),
    etag: '1',
    cancelled: false,
    title: MINE,
    description: '',
    location: '',
    zone: 'UTC',
    start: dateOf(MINE),
    lengthMs: DAY / 12,
    allDay: false,
    status: 'confirmed',
    myResponse: 'accepted',
    rule: [],
    organizer: null,
    mayWrite: false,
    guests: [],
    call: null,
    circleMark: null,
  };
  const roots = new Map([['AAMk-master=', [event]]]);
  const buckets = toBuckets(
    'cal-1',
    roots,
    Array.from({ length: 64 }, (_, i) => i),
  ).filter((bucket) => bucket.json !== NO_EVENTS);
  await rig.inExtension(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('circlekeeper');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const db = open.result;
          const write = db.transaction(['calendars', 'events'], 'readwrite');
          write.objectStore('calendars').put({ id: 'cal-1', accountId: 'a' });
          for (const row of rows) write.objectStore('events').put(row);
          write.oncomplete = () => {
            db.close();
            resolve();
          };
          write.onerror = () => reject(write.error);
        };
      }),
    buckets,
  );
}
