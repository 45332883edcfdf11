import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { endMeeting, pressAgain } from '../rig/press-again.ts';
import { CIRCLE_CODE } from '../sandbox/calendar.ts';
import { sandboxIcs } from '../sandbox/ics.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const ALL = ['Chen Wu', 'Asha Sen', 'Bea Ortiz', 'Dana Levi', 'Emeka Kalu', 'Fatima Noor'];
const wordsOf = (name: string) => `${name.split(' ')[0]} writes two pages before Friday`;
const SECRET = 'Tell nobody yet about the offer';

let profileDir: string;
let sandbox: Sandbox;
let rig: Rig;
let call: Page;
const bugs: string[] = [];

const start = async () => {
  rig = await launch({ port: sandbox.port, profileDir });
  await rig.context.grantPermissions(['clipboard-read', 'clipboard-write']);
};
const watch = (page: Page): Page => {
  page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
  return page;
};
const sidebar = (): FrameLocator => call.frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]');
const button = (name: string | RegExp) => sidebar().getByRole('button', { name });
const timer = () => sidebar().getByRole('timer');
const current = () => sidebar().locator('[aria-current="step"]');

async function enterCall(): Promise<void> {
  call = watch(await rig.context.newPage());
  await call.goto(`https://meet.google.com/${CIRCLE_CODE}`);
  await call.getByRole('button', { name: 'Join now' }).click();
  await sidebar().getByRole('heading', { level: 1, name: sandbox.calendar.circleTitle }).waitFor();
}

/** Presses Next until the named phase is on. */
async function nextTo(phase: RegExp): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    if (phase.test((await current().textContent()) ?? '')) return;
    const before = await timer().getAttribute('aria-label');
    await button(/^Next/).click();
    await expect.poll(() => timer().getAttribute('aria-label')).not.toBe(before);
  }
  throw new Error(`the phase ${phase} never came`);
}

async function expectAccessible(what: string): Promise<void> {
  const found = await axeFindings(call, 'circlekeeper-sidebar');
  expect(found.map((line) => `${what}: ${line}`)).toEqual([]);
}

beforeAll(async () => {
  profileDir = await mkdtemp(join(tmpdir(), 'circlekeeper-main-'));
  sandbox = await startSandbox();
  await start();
});

afterAll(async () => {
  await rig.close();
  await sandbox.close();
  await rm(profileDir, { recursive: true, force: true });
});

// One story, told in order: each part goes on where the last one stopped, as it does for a member.
describe('from the calendar to the next report', () => {
  it('finds the circle in a calendar file and makes it in a few presses', async () => {
    const home = watch(await rig.open('home.html#/calendars'));
    await home.getByLabel('Calendar file (.ics)').setInputFiles({
      name: 'week.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(sandboxIcs(sandbox.calendar, Date.now())),
    });
    const found = home.getByRole('region', { name: 'Spotted meetings' });
    const article = found.getByRole('article', { name: sandbox.calendar.circleTitle });
    await article.getByText(/every second/).waitFor();
    await article.getByRole('button', { name: 'This is a circle' }).click();
    await home.getByText(`${sandbox.calendar.circleTitle} is ready`).waitFor();
    await home.getByText(/you are Chen Wu/).waitFor();
    await home.close();
  });

  it('opens by itself beside the call, and only on this screen', async () => {
    await enterCall();
    await sidebar().getByText('Only on your screen').waitFor();
    await expect.poll(() => call.locator('circlekeeper-sidebar').count()).toBe(1);
    const agenda = sidebar().getByRole('list', { name: 'Agenda' }).getByRole('listitem');
    await expect.poll(() => agenda.count()).toBe(6);
    await expectAccessible('before');
  });

  it('runs the agenda with who is here and what they asked for', async () => {
    await sidebar().getByRole('checkbox', { name: 'Fatima Noor' }).uncheck();
    await sidebar().getByRole('spinbutton', { name: 'Minutes for Bea Ortiz' }).fill('5');
    await sidebar().getByText('Fatima is away').waitFor();
    await button('Start meeting').click();
    await timer().waitFor();
    expect(
      await sidebar()
        .getByText(/^on time$/)
        .count(),
    ).toBe(1);
    await nextTo(/^.*Work/);
    await expect.poll(() => timer().getAttribute('aria-label')).toContain('Chen');
    await button(/^Next: Asha/).click();
    await button(/^Next: Bea/).click();
    await expect.poll(() => timer().textContent()).toMatch(/^(5:00|4:5\d)$/);
    await expectAccessible('running');
  });

  it('goes on where it was after the tab was closed, and after the worker was stopped', async () => {
    await call.close();
    await rig.restartWorker();
    await enterCall();
    await expect.poll(() => timer().getAttribute('aria-label')).toContain('Bea');
    const left = await timer().textContent();
    expect(left).toMatch(/^4:/);
  });

  it('says that it is late and fits the rest again', async () => {
    await rig.moveClock(8 * MINUTE);
    await expect.poll(() => timer().textContent()).toBe('0:00');
    await sidebar()
      .getByText(/over by/)
      .first()
      .waitFor();
    await button(/^Next: Dana/).click();
    await button('Pause').click();
    await button('Resume').waitFor();
    const stood = await timer().textContent();
    await call.waitForTimeout(1500);
    await expect.poll(() => timer().textContent()).toBe(stood);
    await button('Resume').click();
    await button('Add a minute').click();
    await button('Back').click();
    await expect.poll(() => timer().getAttribute('aria-label')).toContain('Bea');
  });

  it('makes room for who arrives late, and gives away the time of who leaves', async () => {
    await button(/^Arrived late: Fatima/).click();
    await button(/^Left early: Fatima/).waitFor();
    await button(/^Left early: Emeka/).click();
    await button(/^Arrived late: Emeka/).waitFor();
  });

  it('writes down everybody’s contract, and forgets nobody', async () => {
    await nextTo(/New contracts/);
    for (const name of ALL.filter((one) => !/Emeka|Fatima/.test(one))) {
      await sidebar()
        .getByRole('combobox', { name: 'Member' })
        .selectOption({ label: name === 'Chen Wu' ? 'Chen Wu (me)' : name });
      await sidebar().getByRole('textbox', { name: 'New contract' }).fill(wordsOf(name));
      await button('Add contract').click();
      await sidebar().getByRole('list', { name: 'Contracts' }).getByText(wordsOf(name)).waitFor();
    }
    await button(/^Pass: no contract for Fatima/).click();
    await sidebar().getByText('everyone has one or passes').waitFor();
    await expectAccessible('contracts');
  });

  it('takes back what was added by mistake', async () => {
    await timer().evaluate(() => scrollTo(0, 0));
    // As a hand does it: what drives the browser may scroll to a field before it presses it.
    const field = await sidebar().getByRole('textbox', { name: 'New contract' }).boundingBox();
    await call.mouse.click((field?.x ?? 0) + 60, (field?.y ?? 0) + 12);
    await call.keyboard.type('A slip of the tongue');
    await call.keyboard.press('Enter');
    await sidebar().getByRole('list', { name: 'Contracts' }).getByText('A slip of the tongue').waitFor();
    // What one looked at stays where it was while one writes at the foot.
    expect(await timer().evaluate(() => scrollY)).toBe(0);
    await button('Undo').last().click();
    await sidebar().getByText('A slip of the tongue').waitFor({ state: 'detached' });
  });

  it('keeps a private contract to myself', async () => {
    await sidebar().getByRole('combobox', { name: 'Member' }).selectOption({ label: 'Chen Wu (me)' });
    await sidebar().getByRole('checkbox', { name: 'Only me' }).check();
    await sidebar().getByRole('textbox', { name: 'New contract' }).fill(SECRET);
    await button('Add contract').click();
    await sidebar().getByRole('list', { name: 'Contracts' }).getByText(SECRET).waitFor();
    // The host page sees a frame and nothing in it.
    expect(await call.content()).not.toContain(SECRET);
    expect(
      await call.evaluate(
        () => document.querySelector('circlekeeper-sidebar')?.shadowRoot?.textContent ?? '',
      ),
    ).not.toContain('Asha');
  });

  it('ends with a summary whose text holds no contract unless one asks for it', async () => {
    await nextTo(/Strokes/);
    await endMeeting(sidebar());
    const summary = sidebar().getByRole('region', { name: 'Summary' });
    await summary.waitFor();
    await summary.getByRole('button', { name: 'Copy summary' }).click();
    const read = () => call.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toContain(sandbox.calendar.circleTitle);
    expect(await read()).not.toContain('writes two pages');
    const withContracts = summary.getByRole('checkbox', { name: 'With the contracts' });
    await pressAgain(withContracts, () => withContracts.isChecked());
    await summary.getByRole('button', { name: 'Copy summary' }).click();
    await expect.poll(read).toContain(wordsOf('Chen Wu'));
    expect(await read()).not.toContain(SECRET);
    await expectAccessible('summary');
  });

  it('asks two weeks later, in a new browser, how it went', async () => {
    await rig.close();
    await start();
    await rig.moveClock(14 * DAY);
    await enterCall();
    await sidebar()
      .getByText(/Meeting 2/)
      .waitFor();
    await button('Start meeting').click();
    await nextTo(/Contract reports/);
    // Whose turn it is has their outcomes in sight, without scrolling and with nothing over them.
    const last = sidebar()
      .getByRole('group', { name: wordsOf('Chen Wu') })
      .getByRole('radio', { name: 'Renegotiated' });
    await expect.poll(() => last.evaluate(isInSight)).toBe(true);
    for (const [name, outcome] of [
      ['Chen Wu', 'Kept'],
      ['Asha Sen', 'Partly'],
      ['Bea Ortiz', 'Not yet'],
    ] as const) {
      const group = sidebar().getByRole('group', { name: wordsOf(name) });
      await group.getByRole('radio', { name: outcome, exact: true }).check();
    }
    const dana = sidebar().getByRole('group', { name: wordsOf('Dana Levi') });
    await dana.getByRole('radio', { name: 'Renegotiated' }).check();
    await dana
      .getByRole('textbox', { name: 'What is it from now on?' })
      .fill('Dana writes one page by Monday');
    await dana.getByRole('button', { name: 'Save the new one' }).click();
    const mine = sidebar().getByRole('group', { name: SECRET });
    await mine.getByRole('textbox', { name: 'Report' }).fill('Still waiting for the letter');
    await mine.getByRole('textbox', { name: 'Report' }).blur();
    await sidebar().getByText('5 of 5 reported').waitFor();
    await expectAccessible('reports');
  });

  it('closes a meeting that nobody ended at the last sign of life, with all that was said', async () => {
    await call.close();
    await rig.moveClock(14 * DAY + 6 * 60 * MINUTE);
    const contracts = watch(await rig.open('home.html#/contracts'));
    const list = contracts.getByRole('list', { name: 'Contracts' }).first();
    await list.getByText(wordsOf('Chen Wu')).waitFor();
    await list.getByText('Dana writes one page by Monday').waitFor();
    await list.getByText('Still waiting for the letter').waitFor();
    await contracts.close();
    const popup = watch(await rig.open('popup.html'));
    await popup.getByRole('list', { name: 'Open contracts' }).getByText(SECRET).waitFor();
    await popup.close();
  });

  it('throws nothing on the way', () => {
    expect(bugs).toEqual([]);
  });
});

function isInSight(one: Element): boolean {
  const { left, top, width, height } = one.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === one;
}
