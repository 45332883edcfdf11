import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FORMAT_CIRCLE, formatCircle } from '../builders/format-circle.ts';
import { axeFindings } from '../rig/axe.ts';
import { itLive } from '../rig/it-live.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let sandbox: Sandbox;
let rig: Rig;
let offset = 0;
const bugs: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  offset = 0;
  rig = await launch({ port: sandbox.port });
});
afterEach(async () => {
  await rig.close();
  expect(bugs.splice(0)).toEqual([]);
});

const watch = (page: Page): Page => page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const step = (page: Page) => page.getByRole('timer').getAttribute('aria-label');
const agenda = (page: Page) => page.getByRole('list', { name: 'Agenda' });

async function openRoom(): Promise<Page> {
  const page = watch(await rig.open(`sidebar.html?circle=${FORMAT_CIRCLE}`));
  page.setDefaultTimeout(10_000);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

async function forward(page: Page, ms: number): Promise<void> {
  offset += ms;
  await rig.moveClock(offset);
  await page.bringToFront();
}

/** Lets a step's minutes pass and goes on; gives what the clock is for then. */
async function next(page: Page, minutes: number): Promise<string | null> {
  const before = await step(page);
  await forward(page, minutes * MINUTE);
  await button(page, /^Next:/).click();
  await expect.poll(() => step(page)).not.toBe(before);
  return step(page);
}

/** The clock stands at so many minutes, but for the seconds that the test itself takes. */
async function clockAt(page: Page, minutes: number): Promise<void> {
  const [min = Number.NaN, sec = Number.NaN] = ((await page.getByRole('timer').textContent()) ?? '')
    .split(':')
    .map(Number);
  expect(min * 60 + sec).toBeGreaterThan(minutes * 60 - 15);
  expect(min * 60 + sec).toBeLessThanOrEqual(minutes * 60);
}

describe('an action learning set', () => {
  it('runs from start to close: updates, bids, two presenters with all their parts, process, actions', async () => {
    await seed(rig, formatCircle('action-learning-set', 6, Date.now() - DAY));
    const page = await openRoom();
    await expect.poll(() => agenda(page).textContent()).toContain('2 × 40 min');
    const who = page.getByRole('group', { name: 'Who presents?' });
    await expect.poll(() => who.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await button(page, 'Start meeting').click();
    await expect.poll(() => step(page)).toBe('Updates · Asha');
    for (const name of ['Bea', 'Chen', 'Dana', 'Emeka', 'Fatima'])
      expect(await next(page, 2)).toBe(`Updates · ${name}`);
    expect(await next(page, 2)).toBe('Bids for time');
    await page.getByText('Who has something that cannot wait?').waitFor();
    await page.getByRole('checkbox', { name: 'Dana Levi' }).check();
    await expect.poll(() => who.getByRole('checkbox', { name: 'Asha Sen' }).isChecked()).toBe(false);
    await page.getByRole('checkbox', { name: 'Fatima Noor' }).check();
    await expect.poll(() => button(page, /^Next:/).textContent()).toBe('Next: Work, Dana');
    expect(await axeFindings(page)).toEqual([]);

    const parts = [
      ['Present', 2],
      ['Clarify', 10],
      ['Open questions', 15],
      ['Sum up', 2],
      ['Resources', 5],
      ['Next step', 2],
      ['Breathe', 4],
    ] as const;
    let minutes: number = 5;
    for (const name of ['Dana', 'Fatima']) {
      for (const [part, length] of parts) {
        expect(await next(page, minutes)).toBe(`${part} · ${name}`);
        await clockAt(page, length);
        await page.getByText('on time', { exact: true }).waitFor();
        minutes = length;
      }
    }
    expect(await next(page, minutes)).toBe('How we worked');
    expect(await next(page, 10)).toBe('Asha’s contract');
    await page.getByRole('textbox', { name: 'New contract' }).fill('I ask the dean for the numbers');
    await button(page, 'Add contract').click();
    await page.getByRole('list', { name: 'Contracts' }).getByText('I ask the dean').waitFor();
    for (let i = 0; i < 5; i += 1) await next(page, 8 / 6);
    expect(await next(page, 8 / 6)).toBe('Strokes and close');
    await page.getByText('on time', { exact: true }).waitFor();
    await forward(page, 5 * MINUTE);
    await button(page, 'End meeting').click();
    const summary = page.getByRole('region', { name: 'Summary' });
    await summary.getByText('120 minutes').first().waitFor();
    await expect.poll(() => summary.textContent()).toContain('Fatima Noor');
  });

  it('takes from a presenter’s own later parts what the questions had too much, and passes as a whole', async () => {
    await seed(rig, formatCircle('action-learning-set', 6, Date.now() - DAY));
    const page = await openRoom();
    await button(page, 'Start meeting').click();
    for (let i = 0; i < 6; i += 1) await next(page, 2);
    await next(page, 5);
    await next(page, 2);
    expect(await next(page, 14)).toBe('Open questions · Asha');
    await page.getByText('4 min behind').first().waitFor();
    await clockAt(page, 15);
    await button(page, 'Pass: Asha Sen').click();
    await expect.poll(() => step(page)).toBe('Present · Bea');
  });
});

describe('a troika', () => {
  it('shows by one clock who talks with whom in two trios', async () => {
    await seed(rig, formatCircle('troika', 6, Date.now() - DAY));
    const page = await openRoom();
    // Nobody's wish changes a turn whose length all groups share, so none is asked for.
    await page.getByRole('group', { name: 'Who is here?' }).waitFor();
    expect(await page.getByRole('spinbutton').count()).toBe(0);
    await button(page, 'Start meeting').click();
    for (const minutes of [1, 4 / 3, 4 / 3, 4 / 3]) await next(page, minutes);
    expect(await next(page, 1)).toBe('Present · Round 1');
    const groups = page.getByRole('region', { name: 'In groups now' });
    await expect
      .poll(() => groups.getByRole('listitem').allTextContents())
      .toEqual(['Asha, with Bea, Chen', 'Dana, with Emeka, Fatima']);
    await next(page, 2);
    expect(await next(page, 2)).toBe('Others talk · Round 1');
    await page.getByText('turns the camera off').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});

describe('a cohort’s year', () => {
  itLive(
    'goes through four days with their sessions and is handed over to a circle that runs itself',
    async () => {
      await seed(rig, formatCircle('c-change', 6, Date.now() - DAY));
      const days = [
        ['Day 1: community, values, strengths', 'Session: values and strengths', 'First notes for a plan'],
        ['Day 2: goals and plan', 'Session: goals and plan', 'Write your plan'],
        ['Day 3: negotiation and consulting', 'Consulting in trios', 'Write your plan'],
        ['Day 4: review and hand-over', 'Plan for after the year', 'Hand-over'],
      ];
      for (const [day = '', ...phases] of days) {
        const page = await openRoom();
        await page.getByText(day).waitFor();
        for (const phase of phases) expect(await agenda(page).textContent()).toContain(phase);
        await button(page, 'Start meeting').click();
        await expect.poll(() => step(page)).toBe('Check-in · Asha');
        // To the dialogue: six check in, six tell, break, session, lunch.
        for (let i = 0; i < 6; i += 1) await next(page, 5);
        for (let i = 0; i < 6; i += 1) await next(page, 7.5);
        for (const minutes of [15, 75, 60]) await next(page, minutes);
        await clockAt(page, 25);
        await page.getByRole('region', { name: 'In groups now' }).waitFor();
        for (let i = 0; i < 3; i += 1) await next(page, 25);
        for (const minutes of [30, ...Array.from({ length: 6 }, () => 20 / 6)]) await next(page, minutes);
        await page.getByText('on time', { exact: true }).waitFor();
        await forward(page, 10 * MINUTE);
        await button(page, 'End meeting').click();
        await page.getByRole('region', { name: 'Summary' }).getByText('360 minutes').first().waitFor();
        await page.close();
        offset += 91 * DAY;
        await rig.moveClock(offset);
      }
      const page = await openRoom();
      await page.getByText('this circle runs itself now').waitFor();
      await expect.poll(() => agenda(page).textContent()).toContain('Contract reports');
    },
  );
});

describe('a format of one’s own', () => {
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

  it('is copied, changed with its preview, shared as a file, taken in, and used by a circle', async () => {
    await seed(rig, formatCircle('pmc', 6, Date.now() - DAY));
    const page = watch(await rig.open('home.html#/formats'));
    await button(page, 'Make it my own: Pair').click();
    await expect.poll(() => field(page, 'Name').inputValue()).toBe('My Pair');
    const preview = page.getByRole('list', { name: 'What it gives' });
    await expect.poll(() => preview.textContent()).toContain('2 people10 min a turn · fits');

    await field(page, 'Name').fill('Lunch pairs');
    await page.getByRole('spinbutton', { name: 'Length of a meeting in minutes' }).fill('40');
    await expect.poll(() => preview.textContent()).toContain('2 people15 min a turn');
    await page.locator('summary').filter({ hasText: 'Strokes and close' }).click();
    await field(page, 'Question').last().fill('What will you eat?');
    await button(page, 'Move up: Strokes and close').click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Move up: Strokes and close',
    );
    await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
    const names = () => page.locator('.phase-name').allTextContents();
    expect(await names()).toEqual(['Contract reports', 'Work', 'New contracts', 'Strokes and close']);
    await button(page, 'Take out: Contract reports').click();
    await expect.poll(() => preview.textContent()).toContain('2 people17 min a turn');
    expect(await axeFindings(page)).toEqual([]);
    await button(page, 'Save').click();
    await page.getByRole('heading', { level: 1, name: 'Lunch pairs' }).waitFor();

    await button(page, 'More for Lunch pairs').click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Save as a file' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(JSON.parse(file)).toMatchObject({ kind: 'circlekeeper-format', format: { name: 'Lunch pairs' } });

    await page.getByRole('link', { name: 'All formats' }).click();
    const take = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: 'pairs.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await take(file.replace('"everyDays"', '"mood": 3, "everyDays"'));
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('format.mood');
    await take(file.replace('Lunch pairs', 'Tea pairs'));
    await page.getByRole('article', { name: 'Tea pairs' }).waitFor();
    await button(page, 'Use for a circle: Lunch pairs').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Use for a circle' }).click();
    await page.getByText('Tuesday set uses Lunch pairs now').waitFor();

    const room = await openRoom();
    await expect.poll(() => agenda(room).textContent()).not.toContain('Contract reports');
    await button(room, 'Start meeting').click();
    await expect.poll(() => step(room)).toBe('Asha’s turn');
    await page.evaluate(() => {
      location.hash = '#/circles/format-circle';
    });
    await page.getByText('Lunch pairs, every week, 40 minutes').waitFor();
  });

  it('is changed without a mouse, and stands with all others where a circle chooses', async () => {
    await seed(rig, formatCircle('pmc', 6, Date.now() - DAY));
    const page = watch(await rig.open('home.html#/formats'));
    await button(page, 'Make it my own: Troika').focus();
    await page.keyboard.press('Enter');
    await field(page, 'Name').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Quick trios');
    await button(page, 'Move down: Think alone').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.locator('.phase-name').allTextContents())
      .toEqual(['Arrive', 'Contract reports', 'Work', 'New contracts', 'Think alone', 'Strokes and close']);
    await button(page, 'Take out: Think alone').focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Take out: Strokes and close');
    await page.getByRole('main').getByRole('button', { name: 'Save' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Quick trios' }).waitFor();

    await page.evaluate(() => {
      location.hash = '#/circles/format-circle';
    });
    await button(page, /^Change: How/)
      .or(button(page, /How/))
      .first()
      .click();
    const format = page.getByRole('combobox', { name: 'Format' });
    const names = async () => (await format.locator('option').allTextContents()).map((name) => name.trim());
    await expect
      .poll(names)
      .toEqual([
        'Peer Mentoring Circle',
        'Every Other Thursday',
        'Three-weekly circle',
        'Facilitated cohort',
        'Action learning set',
        'Troika',
        'Wise crowds',
        'Pair',
        'Writing group',
        'Quick trios',
      ]);
    // A speed mentoring event needs no circle, so it is no choice here but a way on.
    await page.getByRole('link', { name: 'Run a speed mentoring event' }).waitFor();
    await format.selectOption('Quick trios');
    // The circle met as its old format is meant to, so it goes over to the new one's length.
    await expect
      .poll(() => page.getByRole('spinbutton', { name: 'Length in minutes' }).inputValue())
      .toBe('60');
    await page.getByRole('main').getByRole('button', { name: 'Save' }).click();
    await page.getByText('Quick trios, every two weeks, 60 minutes').waitFor();
    const room = await openRoom();
    await expect.poll(() => agenda(room).textContent()).toContain('3 × 11 min');
  });

  it('is not saved without a name, and says so where it is', async () => {
    const page = watch(await rig.open('home.html#/formats'));
    await button(page, 'Make it my own: Writing group').click();
    await field(page, 'Name').fill('');
    await button(page, 'Save').click();
    await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('Give it a name.');
    await page.getByRole('link', { name: 'All formats' }).click();
    await page.getByRole('link', { name: 'Change My Writing group' }).click();
    // What was typed and not saved is still there.
    await expect.poll(() => field(page, 'Name').inputValue()).toBe('');
  });
});
