import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriesText } from '../../../lib/store/series-text.ts';
import { axeFindings } from '../../rig/axe.ts';
import { itLive } from '../../rig/it-live.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { type Desk, openDesk, SERVICES, SOME_SERVICES, soon, TITLE } from './desk.ts';
import { ADA, DAY } from './town.ts';

let sandbox: Sandbox;
let desk: Desk;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox?.close());
beforeEach(async () => {
  desk = await openDesk(sandbox);
});
afterEach(() => desk?.rig.close());

/** The dates of the circle's meetings as they stand in the database, UTC ms, and how many guests its series has. */
async function stored(): Promise<{ guests: number; dates: number[] }[]> {
  const { series = [] } = await desk.tables(['series']);
  return series
    .map(({ json }) => seriesText.read(String(json)))
    .filter((row) => row.title === TITLE)
    .map(({ guests, occurrences }) => ({
      guests: guests.length,
      dates: occurrences.filter((one) => !one.cancelled).map((one) => one.start),
    }));
}

async function sync(): Promise<void> {
  const { button } = desk;
  await button('Sync now').click();
  await expect.poll(() => button('Sync now').getAttribute('aria-busy')).not.toBe('true');
}

describe.each(SERVICES)('an account of %s', (provider) => {
  it('is connected, its circle found and made, and every change of the calendar is seen', async () => {
    const { town, rig, page, connect, spotted } = desk;
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

  (provider === 'google' ? it : itLive)(
    'leaves no trace of itself when it is disconnected, and keeps the circle, whose page says why it has no dates',
    async () => {
      const { town, page, button, connect, spotted } = desk;
      const diary = town[provider];
      diary.put(TITLE, soon());
      await connect(diary);
      await spotted().getByRole('button', { name: 'This is a circle' }).click();
      await page.getByText(`${TITLE} is ready`).waitFor();
      await button('Disconnect').click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click();
      await page.getByText('Connected accounts').waitFor({ state: 'detached' });
      const names = ['accounts', 'tokens', 'calendars', 'events', 'series', 'circles'];
      const left = Object.entries(await desk.tables(names)).map(([name, rows]) => [name, rows.length]);
      expect(Object.fromEntries(left)).toEqual({
        accounts: 0,
        tokens: 0,
        calendars: 0,
        events: 0,
        series: 0,
        circles: 1,
      });
      await page.getByRole('link', { name: 'Circles', exact: true }).click();
      await page.getByRole('link', { name: `Open ${TITLE}`, exact: true }).click();
      await page.getByText('No calendar here has this circle’s dates any more').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
  );
});

describe.each(SOME_SERVICES)('an account of %s', (provider) => {
  itLive('asks for little when nothing changed', async () => {
    const { town, rig, page, connect, spotted } = desk;
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
    const { town, page, button, setClient } = desk;
    const diary = town[provider];
    desk.inWindow = diary.deny;
    await setClient(diary);
    await button(diary.connect).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await expect.poll(() => alert.textContent()).toMatch(/gave no leave|Nothing was connected/);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.getByText('Connected accounts').count()).toBe(0);

    desk.inWindow = diary.allow;
    await button('Try again').click();
    await page.getByRole('heading', { name: ADA }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  itLive('says that a copy without a client ID needs one, and opens the place for it', async () => {
    const { town, page, button } = desk;
    await button(town[provider].connect).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('has no client ID');
    await page.getByLabel(town[provider].clientField, { exact: true }).waitFor({ state: 'visible' });
  });
});

it('one meeting in both calendars is one meeting', async () => {
  const { town, connect, spotted } = desk;
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
  await expect.poll(() => spotted().count()).toBe(1);
});

it('an unanswered question of the browser waits without harm, and says what it waits for', async () => {
  await desk.rig.close();
  desk = await openDesk(sandbox, { granted: false });
  const { town, page, button, setClient } = desk;
  await setClient(town.google);
  await button(town.google.connect).click();
  await page
    .getByText(/Your browser asks whether Circlekeeper may reach Google Calendar/)
    .last()
    .waitFor();
  expect(town.google.requests()).toEqual([]);
});
