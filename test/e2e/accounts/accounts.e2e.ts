import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../../rig/axe.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { ADA, CLIENTS, calendarTown, DAY, type Diary, type Town } from './town.ts';

const HOSTS = ['www.googleapis.com', 'graph.microsoft.com', 'login.microsoftonline.com'];
const TITLE = 'Peer mentoring circle';

let sandbox: Sandbox;
let town: Town;
let rig: Rig;
let page: Page;
/** What Ada does in the window that a service opens. */
let inWindow: (window: Page) => Promise<void>;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox?.close());
beforeEach(async () => {
  town = calendarTown(sandbox);
  rig = await launch({ port: sandbox.port, grantHosts: HOSTS.map((host) => `https://${host}/*`) });
  page = await rig.open('home.html#/calendars');
  rig.context.on('page', (opened) => {
    void opened.waitForURL(/accounts\.google\.com|login\.microsoftonline\.com/, { timeout: 5000 }).then(
      // A service that knows the person already answers without a page.
      () => inWindow(opened).catch(() => undefined),
      () => undefined,
    );
  });
});
afterEach(() => rig?.close());

/** The next round day at five in the afternoon, at least two days ahead. */
const soon = (): number => Math.ceil(Date.now() / DAY) * DAY + 2 * DAY + 17 * 3_600_000;

const button = (name: string, on: Page = page) => on.getByRole('button', { name });
const spotted = (title = TITLE) =>
  page.getByRole('region', { name: 'Spotted meetings' }).getByRole('article', { name: title });

async function setClient(diary: Diary): Promise<void> {
  await page.getByText('Client IDs, for copies you built yourself').click();
  await page.getByLabel(diary.clientField, { exact: true }).fill(CLIENTS[diary.provider]);
  await button(`Save client ID: ${diary.clientField}`).click();
  await page.getByText('Saved on this computer.').first().waitFor();
  await page.getByText('Client IDs, for copies you built yourself').click();
}

async function connect(diary: Diary): Promise<void> {
  inWindow = diary.allow;
  await setClient(diary);
  const accounts = page.getByRole('heading', { name: ADA });
  const before = await accounts.count();
  await button(diary.connect).click();
  await expect.poll(() => accounts.count(), { timeout: 15_000 }).toBe(before + 1);
}

/** The dates of the circle's meetings as they stand in the database, UTC ms, and how many guests its series has. */
const stored = () =>
  rig.inExtension(async (title) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('circlekeeper');
      request.onsuccess = () => done(request.result);
    });
    // Stored as text, see lib/store/series-text.ts.
    const rows = await new Promise<{ json: string }[]>((done) => {
      const request = db.transaction('series').objectStore('series').getAll();
      request.onsuccess = () => done(request.result);
    });
    db.close();
    const series = rows
      .map(
        ({ json }) =>
          JSON.parse(json) as {
            title: string;
            guests: unknown[];
            occurrences: (number | { start: number; cancelled: boolean })[];
          },
      )
      .filter((row) => row.title === title);
    return series.map(({ guests, occurrences }) => ({
      guests: guests.length,
      dates: occurrences.flatMap((one) => {
        if (typeof one === 'number') return one;
        return one.cancelled ? [] : one.start;
      }),
    }));
  }, TITLE);

async function sync(): Promise<void> {
  await button('Sync now').click();
  await expect.poll(() => button('Sync now').getAttribute('aria-busy')).not.toBe('true');
}

describe.each(['google', 'microsoft'] as const)('an account of %s', (provider) => {
  it('is connected, its circle found and made, and every change of the calendar is seen', async () => {
    const diary = town[provider];
    const start = soon();
    diary.put(TITLE, start);
    await connect(diary);
    await spotted().getByRole('button', { name: 'This is a circle' }).click();
    await page.getByText(`${TITLE} is ready`).waitFor();
    expect(await axeFindings(page)).toEqual([]);

    diary.move(1, 3_600_000);
    diary.cancel(2);
    diary.addGuest('faye@uni.example');
    await sync();
    const [series, ...others] = await stored();
    expect(others).toEqual([]);
    expect(series?.dates.slice(0, 3)).toEqual([start, start + 14 * DAY + 3_600_000, start + 42 * DAY]);
    expect(series?.guests).toBe(5);

    // The popup shows the next one, whichever calendar it came from.
    const popup = await rig.open('popup.html');
    await popup.getByRole('region', { name: 'Next meeting' }).getByRole('link', { name: 'Join' }).waitFor();
    await popup.close();
  });

  it('asks for little when nothing changed', async () => {
    const diary = town[provider];
    diary.put(TITLE, soon());
    await connect(diary);
    await spotted().waitFor();
    await sync();
    diary.clearLog();
    await rig.inExtension(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          alarms: { getAll(): Promise<{ name: string }[]>; create(n: string, o: object): Promise<void> };
        };
      };
      const names = (await chrome.alarms.getAll()).map((one) => one.name);
      for (const name of names.filter((one) => /account/i.test(one)))
        await chrome.alarms.create(name, { when: Date.now() + 10 });
    }, null);
    await expect.poll(() => diary.requests().length, { timeout: 15_000 }).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    expect(diary.requests()).toHaveLength(1);
  });

  it('changes nothing when the member says no, and says what to do', async () => {
    const diary = town[provider];
    inWindow = diary.deny;
    await setClient(diary);
    await button(diary.connect).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/gave no leave|Nothing was connected/);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.getByText('Connected accounts').count()).toBe(0);

    inWindow = diary.allow;
    await button('Try again').click();
    await page.getByRole('heading', { name: ADA }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('says that a copy without a client ID needs one, and opens the place for it', async () => {
    await button(town[provider].connect).click();
    expect(await page.getByRole('alert').textContent()).toContain('has no client ID');
    await page.getByLabel(town[provider].clientField, { exact: true }).waitFor({ state: 'visible' });
  });

  it('leaves no trace of itself when it is disconnected, and keeps the circle', async () => {
    const diary = town[provider];
    diary.put(TITLE, soon());
    await connect(diary);
    await spotted().getByRole('button', { name: 'This is a circle' }).click();
    await page.getByText(`${TITLE} is ready`).waitFor();
    await button('Disconnect').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
    await page.getByText('Connected accounts').waitFor({ state: 'detached' });
    const left = await rig.inExtension(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const request = indexedDB.open('circlekeeper');
        request.onsuccess = () => done(request.result);
      });
      const count = (table: string) =>
        new Promise<number>((done) => {
          const request = db.transaction(table).objectStore(table).count();
          request.onsuccess = () => done(request.result);
        });
      const counts: Record<string, number> = {};
      for (const table of ['accounts', 'tokens', 'calendars', 'events', 'series', 'circles'])
        counts[table] = await count(table);
      db.close();
      return counts;
    }, null);
    expect(left).toEqual({ accounts: 0, tokens: 0, calendars: 0, events: 0, series: 0, circles: 1 });
  });
});

it('one meeting in both calendars is one meeting', async () => {
  const start = soon();
  const guests = ['bo@uni.example', 'chen@uni.example', 'dana@uni.example'];
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(start).toLowerCase();
  const { events } = town.microsoft_.control;
  const id = events.put(ADA, {
    subject: TITLE,
    start,
    end: start + 90 * 60_000,
    repeat: { pattern: { type: 'weekly', interval: 2, daysOfWeek: [day as 'monday'] } },
    guests,
  });
  town.google_.control.events.put(ADA, {
    iCalUID: events.read(ADA, id).iCalUId ?? '',
    summary: TITLE,
    start,
    minutes: 90,
    zone: 'UTC',
    rule: 'FREQ=WEEKLY;INTERVAL=2',
    guests,
    meet: 'one-meet-ing',
  });
  await connect(town.google);
  await connect(town.microsoft);
  await expect.poll(async () => (await stored()).length).toBe(2);
  await spotted().waitFor();
  expect(await spotted().count()).toBe(1);
});

it('an unanswered question of the browser waits without harm, and says what it waits for', async () => {
  await rig.close();
  rig = await launch({ port: sandbox.port });
  page = await rig.open('home.html#/calendars');
  await setClient(town.google);
  await button(town.google.connect).click();
  await page
    .getByText(/Your browser asks whether Circlekeeper may reach Google Calendar/)
    .last()
    .waitFor();
  expect(town.google.requests()).toEqual([]);
});
