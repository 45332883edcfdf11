import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planned } from '../../lib/meeting/commands.ts';
import { device } from '../builders/logs.ts';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { CIRCLE_CODE } from '../sandbox/calendar.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const CALL = `https://meet.google.com/${CIRCLE_CODE}`;

interface Said {
  title: string;
  message: string;
}

interface Extension {
  chrome: {
    notifications: {
      create(id: string, options: Said): Promise<string>;
      getAll(): Promise<Record<string, true>>;
      clear(id: string): Promise<boolean>;
      onClicked: { dispatch(id: string): void };
    };
    alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
  };
  said: Said[];
}

let sandbox: Sandbox;
let rig: Rig;
/** When the four meetings of this test begin. */
let starts: number[];
const bugs: string[] = [];

const startOf = (meeting: number): number => starts[meeting] ?? Number.NaN;

/** A circle of the member's with four meetings to come, the first as soon as an alarm can be waited for. */
async function circle(): Promise<void> {
  const now = Date.now();
  starts = [10 * MINUTE + 42_000, 14 * DAY, 28 * DAY, 42 * DAY].map((ahead) => now + ahead);
  const { facts, me } = thursdayCircle(now);
  const plans = device('plans');
  starts.forEach((start, n) => {
    const slot = {
      circleId: THURSDAY,
      meetingId: `next-${n}`,
      originalStart: start,
      start,
      lengthMin: 90,
      adhoc: false,
    };
    plans.write(planned({ slot, row: null, by: me }), now);
  });
  await seed(rig, [...facts, ...plans.facts]);
}

const notifications = () =>
  rig.inExtension(
    async () => Object.keys(await (globalThis as unknown as Extension).chrome.notifications.getAll()),
    null,
  );

const clear = () =>
  rig.inExtension(async () => {
    const { notifications: all } = (globalThis as unknown as Extension).chrome;
    for (const id of Object.keys(await all.getAll())) await all.clear(id);
  }, null);

/** When the alarm for the next reminder goes, by the computer's clock. */
const nextAlarm = () =>
  rig.inExtension(async () => {
    const alarms = await (globalThis as unknown as Extension).chrome.alarms.getAll();
    return alarms.find(({ name }) => name.startsWith('remind-at:'))?.scheduledTime ?? null;
  }, null);

/** Keeps what the worker says from now on; the browser tells nobody what a notification holds. */
async function listen(): Promise<void> {
  await (await rig.worker()).evaluate(() => {
    const world = globalThis as unknown as Extension;
    world.said = [];
    const { notifications: all } = world.chrome;
    const create = all.create.bind(all);
    all.create = (id, options) => {
      world.said.push({ title: options.title, message: options.message });
      return create(id, options);
    };
  });
}

const said = async () => (await rig.worker()).evaluate(() => (globalThis as unknown as Extension).said);

async function click(id: string): Promise<Page> {
  const opened = rig.context.waitForEvent('page');
  await (await rig.worker()).evaluate((one) => {
    (globalThis as unknown as Extension).chrome.notifications.onClicked.dispatch(one);
  }, id);
  return opened;
}

/** What was noted as told: the only trace of a reminder that was left out. */
const told = () =>
  rig.inExtension(
    () =>
      new Promise<string>((resolve, reject) => {
        const open = indexedDB.open('circlekeeper');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const asked = open.result.transaction('meta').objectStore('meta').get('reminders.told');
          asked.onsuccess = () => {
            open.result.close();
            resolve(String(asked.result?.value ?? ''));
          };
        };
      }),
    null,
  );

const to = (at: number) => rig.moveClock(at - Date.now());

beforeAll(async () => {
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port });
  rig.context.on('weberror', (error) => bugs.push(error.error().message));
  await circle();
});

afterAll(async () => {
  await rig.close();
  await sandbox.close();
  expect(bugs).toEqual([]);
});

// One story, told in order.
describe('reminders', () => {
  it('come by an alarm that starts a sleeping worker, ten minutes before, not earlier', async () => {
    const home = await rig.open('home.html');
    await home.getByRole('article', { name: 'Thursday circle' }).waitFor();
    const at = startOf(0) - 10 * MINUTE;
    await expect
      .poll(async () => Math.abs(((await nextAlarm()) ?? 0) - at), { timeout: 40_000 })
      .toBeLessThan(1_000);
    await home.close();
    await rig.restartWorker();
    expect(await notifications()).toEqual([]);
    await expect.poll(async () => (await notifications()).length, { timeout: 90_000 }).toBe(1);
    const late = Date.now() - at;
    console.log(`reminders: shown ${Math.round(late / 100) / 10} s after their time`);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(40_000);
    expect(await notifications()).toEqual([`remind:soon:${THURSDAY}:next-0:${startOf(0)}`]);
  });

  it('of a beginning meeting open its call, and go', async () => {
    const [id = ''] = await notifications();
    const call = await click(id);
    await call.waitForURL(CALL);
    await expect.poll(notifications).toEqual([]);
    await call.getByRole('button', { name: 'Join now' }).click();
    await call.locator('circlekeeper-sidebar').waitFor({ state: 'attached' });
  });

  it('do not come to somebody who is in that call', async () => {
    await to(startOf(1) - 9 * MINUTE);
    await expect.poll(told).toContain(`"start":${startOf(1)}`);
    expect(await notifications()).toEqual([]);
    for (const page of rig.context.pages()) if (page.url() === CALL) await page.close();
    // Out of the call it is not made up for.
    await to(startOf(1) - 5 * MINUTE);
    await rig.restartWorker();
    await to(startOf(1) - 4 * MINUTE);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await notifications()).toEqual([]);
  });

  it('come the day before with a number and no word of anybody’s, and open the circle', async () => {
    await listen();
    await to(startOf(2) - DAY + 1_000);
    await expect.poll(notifications).toEqual([`remind:early:${THURSDAY}:next-2:${startOf(2)}`]);
    const [first, ...more] = await said();
    expect(more).toEqual([]);
    expect(first?.title).toMatch(/^Your circle meets tomorrow at \d/);
    expect(first?.message).toBe('2 contracts are open.');
    const home = await click(`remind:early:${THURSDAY}:next-2:${startOf(2)}`);
    await home.getByRole('heading', { level: 1, name: 'Thursday circle' }).waitFor();
    await expect.poll(notifications).toEqual([]);
    await home.close();
  });

  it('never come twice: not after the worker was stopped, not after the clock was set back', async () => {
    await rig.restartWorker();
    await to(startOf(2) - DAY - HOUR);
    await to(startOf(2) - DAY + HOUR);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await notifications()).toEqual([]);
  });

  it('are chosen in the settings, one by one, and call the circle by its name where that is wanted', async () => {
    const home = await rig.open('home.html#/settings');
    const region = home.getByRole('region', { name: 'Reminders' });
    const early = region.getByRole('combobox', { name: 'Well before a meeting' });
    await expect
      .poll(() => early.locator('option:checked').textContent())
      .toBe('The day before, at the same time');
    await early.selectOption({ label: 'No reminder' });
    await region
      .getByRole('combobox', { name: 'Right before a meeting' })
      .selectOption({ label: '1 hour before' });
    await region.getByRole('checkbox', { name: 'Call the circle by its name' }).check();
    await home.close();
    await listen();
    await to(startOf(3) - 20 * HOUR);
    const at = startOf(3) - HOUR;
    const wait = async () => Math.abs(((await nextAlarm()) ?? 0) - (Date.now() + 19 * HOUR));
    await expect.poll(wait).toBeLessThan(MINUTE);
    expect(await notifications()).toEqual([]);
    await to(at);
    await expect.poll(notifications).toEqual([`remind:soon:${THURSDAY}:next-3:${startOf(3)}`]);
    expect((await said()).map(({ title }) => title)).toEqual(['Thursday circle meets in 60 minutes']);
    await clear();
  });

  it('do not come for a circle one wants none of', async () => {
    const home = await rig.open('home.html#/settings');
    const region = home.getByRole('region', { name: 'Reminders' });
    await region
      .getByRole('combobox', { name: 'Right before a meeting' })
      .selectOption({ label: '5 minutes before' });
    await region
      .getByRole('combobox', { name: 'Well before a meeting' })
      .selectOption({ label: '2 hours before' });
    await region.getByRole('checkbox', { name: 'Thursday circle' }).uncheck();
    await to(startOf(3) - 2 * HOUR);
    await expect.poll(nextAlarm).toBeNull();
    expect(await notifications()).toEqual([]);
    await region.getByRole('checkbox', { name: 'Thursday circle' }).check();
    await expect.poll(notifications).toEqual([`remind:early:${THURSDAY}:next-3:${startOf(3)}`]);
    await clear();
    await home.close();
  });

  it('can be looked at beforehand', async () => {
    const home = await rig.open('home.html#/settings');
    const region = home.getByRole('region', { name: 'Reminders' });
    await region.getByRole('button', { name: 'Show me one' }).click();
    await region.getByText('It should be on your screen now.').waitFor();
    expect(await notifications()).toEqual(['remind-sample']);
    await home.close();
  });
});

describe('the settings of reminders', () => {
  it('say so when the browser holds notifications back, and what to do', async () => {
    const home = await rig.context.newPage();
    await home.addInitScript(() => {
      const { notifications } = (globalThis as unknown as { chrome: { notifications?: object } }).chrome;
      if (notifications) Object.assign(notifications, { getPermissionLevel: async () => 'denied' });
    });
    await home.goto(`chrome-extension://${rig.extensionId}/home.html#/settings`);
    const alert = home.getByRole('region', { name: 'Reminders' }).getByRole('alert');
    await alert.getByText('Your browser holds Circlekeeper’s notifications back').waitFor();
    await alert.getByText(/^Allow notifications for Circlekeeper/).waitFor();
    expect(await axeFindings(home)).toEqual([]);
    await home.close();
  });

  it.each([
    ['light', 1280],
    ['light', 320],
    ['dark', 1280],
    ['dark', 320],
  ] as const)('can be used by everybody: %s, %i px wide', async (colorScheme, width) => {
    const home = await rig.open('home.html#/settings');
    await home.emulateMedia({ colorScheme });
    await home.setViewportSize({ width, height: 900 });
    const region = home.getByRole('region', { name: 'Reminders' });
    await region.getByRole('button', { name: 'Show me one' }).scrollIntoViewIfNeeded();
    expect(await axeFindings(home)).toEqual([]);
    expect(await home.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await home.screenshot({ path: `test-results/reminders/${colorScheme}-${width}.png`, fullPage: true });
    await home.close();
  });
});
