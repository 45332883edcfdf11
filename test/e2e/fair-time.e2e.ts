import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setGuide } from '../../lib/circle/edit.ts';
import { setPresence } from '../../lib/meeting/commands.ts';
import { holdMeeting } from '../builders/held-meeting.ts';
import { device } from '../builders/logs.ts';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const DAY = 86_400_000;
const PEOPLE = ['asha', 'bea', 'chen', 'dana', 'emeka', 'fatima'].map((name) => `m-${name}`);
let sandbox: Sandbox;
let rig: Rig;
const bugs: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

beforeEach(async () => {
  rig = await launch({ port: sandbox.port });
});
afterEach(async () => {
  await rig.close();
  expect(bugs.splice(0)).toEqual([]);
});

const watch = (page: Page): Page => page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));

interface Past {
  late?: Readonly<Record<string, number>>;
  away?: readonly string[];
  /** How many meetings it held with the sidebar, each to its end and in time; one if left out. */
  held?: number;
}

/** The Thursday circle after one more meeting (or some) with its roles, and with three dates ahead. Chen is me. */
async function seedCircle({ late = {}, away = [], held = 1 }: Past = {}): Promise<void> {
  const now = Date.now();
  const own = device('fair');
  for (let n = held; n > 0; n -= 1)
    holdMeeting(own, {
      circleId: THURSDAY,
      // Hours apart, and none while another one ran: those would be one meeting.
      meetingId: n === 1 ? 'held-last' : `held-${n}`,
      start: now - (13 + (n - 1) * 0.3) * DAY,
      present: PEOPLE.filter((member) => !away.includes(member)),
      away,
      roles: { facilitator: 'm-bea', timekeeper: 'm-dana', host: 'm-emeka' },
      late,
    });
  for (let n = 1; n <= 3; n += 1) {
    const start = now + n * 14 * DAY;
    const slot = {
      circleId: THURSDAY,
      meetingId: `ahead-${n}`,
      originalStart: start,
      start,
      lengthMin: 90,
      adhoc: false,
    };
    const acting = { slot, row: null, by: 'm-chen' };
    own.write(setPresence(acting, 'm-bea', n === 2 ? 'away' : 'here', now), now);
  }
  const guide = own.write([setGuide(THURSDAY, 'm-chen', 'm-fatima', { meeting: 5 }, [])], now);
  expect(guide).toHaveLength(1);
  await seed(rig, [...thursdayCircle(now).facts, ...own.facts]);
}

async function openRoom(): Promise<Page> {
  const page = watch(await rig.open(`sidebar.html?circle=${THURSDAY}`));
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** All rules but those the page's own frame breaks in a tab. */
async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const goTo = async (page: Page, label: RegExp) => {
  for (let i = 0; i < 40; i += 1) {
    const before = await page.getByRole('timer').getAttribute('aria-label');
    if (label.test(before ?? '')) return;
    await button(page, /^Next:/).click();
    await expect.poll(() => page.getByRole('timer').getAttribute('aria-label')).not.toBe(before);
  }
  throw new Error(`${label} never came`);
};

describe('asking for time', () => {
  it('gives back what somebody lost last time, says why, and can be done without', async () => {
    await seedCircle({ late: { 'm-asha': 10, 'm-bea': 10 } });
    const page = await openRoom();
    const back = page.getByText(
      /1:30 min back from last time|1 min back from last time|2 min back from last time/,
    );
    await expect.poll(() => back.count()).toBe(4);
    await expectAccessible(page);
    await button(page, 'Not in this circle').click();
    await expect.poll(() => back.count()).toBe(0);
    await button(page, 'Undo').click();
    await expect.poll(() => back.count()).toBe(4);
  });

  it('lets a member give the turn away before the meeting, and take it back', async () => {
    await seedCircle();
    const page = await openRoom();
    await button(page, 'More for Dana Levi’s turn').click();
    await page.getByRole('menuitem', { name: 'Give the turn away' }).click();
    const whom = page.getByRole('combobox', { name: 'Who gets Dana Levi’s turn?' });
    await expect.poll(() => whom.evaluate((one) => one === document.activeElement)).toBe(true);
    await whom.selectOption({ label: 'Asha Sen' });
    await expectAccessible(page);
    await button(page, 'Give').click();
    await page.getByText('gives the turn to Asha Sen').waitFor();
    const work = page.getByRole('list', { name: 'Agenda' }).getByRole('listitem').nth(3);
    await expect.poll(() => work.textContent()).toContain('5 turns');
    expect(await page.getByRole('spinbutton', { name: 'Minutes for Dana Levi' }).count()).toBe(0);
    await button(page, 'Take back Dana Levi’s turn').click();
    await page.getByRole('spinbutton', { name: 'Minutes for Dana Levi' }).waitFor();
  });

  it('gives and swaps turns while the meeting runs, and undoes both', async () => {
    await seedCircle();
    const page = await openRoom();
    await button(page, 'Start meeting').click();
    await goTo(page, /Asha/);
    await goTo(page, /Asha’s turn/);
    const order = () => page.evaluate(() => document.querySelector('.controls .button')?.textContent ?? '');
    expect(await order()).toBe('Next: Bea');
    await button(page, 'More for Bea Ortiz’s turn').click();
    await page.getByRole('menuitem', { name: 'Swap places' }).click();
    await page
      .getByRole('combobox', { name: 'Who swaps places with Bea Ortiz?' })
      .selectOption({ label: 'Dana Levi' });
    await button(page, 'Swap').click();
    await expect.poll(order).toBe('Next: Dana');
    await button(page, 'Undo').click();
    await expect.poll(order).toBe('Next: Bea');
    await button(page, 'More for Bea Ortiz’s turn').click();
    await page.getByRole('menuitem', { name: 'Give the turn away' }).click();
    await button(page, 'Give').click();
    await expect.poll(order).toBe('Next: Chen');
    await page.getByText('gives the turn to all').waitFor();
    await expectAccessible(page);
    await button(page, 'Take back Bea Ortiz’s turn').click();
    await expect.poll(order).toBe('Next: Bea');
  });

  it('is done beforehand in the popup, and stands in the sidebar then', async () => {
    await seedCircle();
    const popup = watch(await rig.open('popup.html'));
    await popup.getByRole('spinbutton', { name: 'Your minutes there' }).fill('12');
    const home = watch(await rig.open('popup.html'));
    await expect
      .poll(() => home.getByRole('spinbutton', { name: 'Your minutes there' }).inputValue())
      .toBe('12');
    await expectAccessible(home);
  });
});

describe('roles', () => {
  it('go on in turn, and pass to the next in line with one press', async () => {
    await seedCircle();
    const page = await openRoom();
    const roles = page.locator('.role-list li');
    const who = () => roles.locator('.role-who').allTextContents();
    const first = await who();
    expect(new Set(first).size).toBe(3);
    await button(page, /^Facilitator: somebody else than/).click();
    await expect.poll(async () => (await who())[0]).not.toBe(first[0]);
    const [facilitator, ...others] = await who();
    expect(others).toEqual(first.slice(1));
    expect(first).not.toContain(facilitator);
    await button(page, 'Undo').click();
    await expect.poll(who).toEqual(first);
  });

  it('are known for the next meetings, where they are swapped and passed on', async () => {
    await seedCircle();
    const page = watch(await rig.open(`home.html#circles/${THURSDAY}`));
    const meetings = page.locator('.rota > li');
    await expect.poll(() => meetings.count()).toBe(3);
    const facilitators = () => page.locator('.rota-roles > li:first-child .rota-who').allTextContents();
    const before = await facilitators();
    expect(new Set(before).size).toBe(3);
    await expect.poll(() => meetings.nth(1).textContent()).toContain('away: Bea Ortiz');
    await expectAccessible(page);
    await meetings.nth(0).locator('.rota-roles').getByRole('button').first().click();
    await page.getByRole('menuitem', { name: new RegExp(`Swap with ${before[2]}`) }).click();
    await expect.poll(facilitators).toEqual([`${before[2]} · swapped`, before[1], `${before[0]} · swapped`]);
    await button(page, 'Undo').click();
    await expect.poll(facilitators).toEqual(before);
    await meetings.nth(0).locator('.rota-roles').getByRole('button').first().click();
    await page.getByRole('menuitem', { name: 'Skip: ask the next in line' }).click();
    await expect.poll(async () => (await facilitators())[1]).toBe(before[0]);
  });

  it('see quiet prompts of their own while the meeting runs', async () => {
    // Three meetings that went well by themselves: what one learns has faded, down to what a role does.
    await seedCircle({ held: 3 });
    const page = await openRoom();
    await page.getByText('Change roles').click();
    await page.getByRole('combobox', { name: 'Facilitator' }).selectOption({ label: 'Chen Wu' });
    const does = page.getByText('reads the questions and leads on with Next');
    expect(await does.count()).toBe(0);
    await page
      .getByRole('combobox', { name: 'Prompts for the roles' })
      .selectOption({ label: 'Always all of them' });
    await does.waitFor();
    await button(page, 'Start meeting').click();
    await goTo(page, /Asha’s turn/);
    const helps = page.getByRole('region', { name: 'For you as facilitator' });
    await helps.getByText(/what kind of help is wanted/).waitFor();
    await goTo(page, /Emeka’s turn/);
    await helps.getByText('Fatima has not had a turn.').waitFor();
    await expectAccessible(page);
  });
});

describe('a guide', () => {
  it('says goodbye at the close of the last meeting, with what is done and what is not', async () => {
    await seedCircle();
    const page = await openRoom();
    await button(page, 'Start meeting').click();
    await goTo(page, /^Strokes/);
    await page.getByRole('heading', { name: 'Today Fatima Noor says goodbye' }).waitFor();
    const list = page.getByRole('list', { name: 'Checklist of the guide' });
    await expect.poll(() => list.getByText('Somebody else has facilitated: done').count()).toBe(1);
    await expectAccessible(page);
    await button(page, 'Fatima Noor leaves the circle').click();
    await page
      .getByRole('heading', { name: 'Today Fatima Noor says goodbye' })
      .waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await page.getByRole('heading', { name: 'Today Fatima Noor says goodbye' }).waitFor();
  });
});

describe('the health of the circle', () => {
  it('is one line to the facilitator of the day, and to nobody else', async () => {
    await seedCircle();
    await rig.moveClock(40 * DAY);
    const page = await openRoom();
    const thought = page.getByRole('region', { name: 'A thought for today' });
    const isMine = (await page.locator('.role-who').first().textContent()) === 'Chen Wu';
    await expect.poll(() => thought.count()).toBe(isMine ? 1 : 0);
    await page.getByText('Change roles').click();
    await page.getByRole('combobox', { name: 'Facilitator' }).selectOption({ label: 'Chen Wu' });
    await thought.getByText(/You last met \d+ days ago/).waitFor();
    await expectAccessible(page);
  });
});
