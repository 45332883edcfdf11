import { mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../rig/axe.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { CIRCLE_CODE } from '../sandbox/calendar.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { dropCalendarIn } from '../sandbox/walk.ts';

// Somebody who never facilitated runs a first meeting from the sidebar alone: what has to be in sight without scrolling
// is asked at every state, and a picture of each is left in test-results/first-meeting, to be looked at.
const PICTURES = resolve(import.meta.dirname, '../../test-results/first-meeting');
const MINUTE = 60_000;
const HEIGHT = 640;

let sandbox: Sandbox;
let rig: Rig;
/** The call with the sidebar in it. */
let call: Page;
/** The same meeting in a window of its own, for its whole length and in other sizes and colours. */
let room: Page;
let offset = 0;
let taken = 0;
const bugs: string[] = [];

const watch = (page: Page): Page => page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const beside = (): FrameLocator => call.frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]');
const button = (name: string | RegExp) => room.getByRole('button', { name });
const step = () => room.getByRole('timer').getAttribute('aria-label');

beforeAll(async () => {
  await rm(PICTURES, { recursive: true, force: true });
  await mkdir(PICTURES, { recursive: true });
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port, viewport: { width: 1100, height: HEIGHT } });
});
afterAll(async () => {
  await rig.close();
  await sandbox.close();
  expect(bugs).toEqual([]);
});

const file = (name: string, of: string) =>
  join(PICTURES, `${String(taken).padStart(2, '0')}-${name.replaceAll(' ', '-')}-${of}.png`);

async function picture(page: Page, name: string): Promise<void> {
  taken += 1;
  await page.bringToFront();
  await page.screenshot({ path: file(name, 'home') });
}

/**
 * What has to be in sight beside the call without scrolling: the one primary button, the question, and where the words
 * for whoever facilitates begin.
 */
async function expectInSight(name: string): Promise<void> {
  const hidden = await beside()
    .locator('body')
    .evaluate((body) => {
      const foot = body.querySelector('.foot')?.getBoundingClientRect().top ?? 0;
      const box = (what: string) => body.querySelector(what)?.getBoundingClientRect();
      const [button, question, help] = [box('.stage .button-primary'), box('.prompt'), box('.helps li')];
      return [
        ...(button && button.bottom <= foot ? [] : ['the primary button']),
        ...(!question || question.bottom <= foot ? [] : ['the question']),
        ...(!help || help.top + 18 <= foot ? [] : ['the prompt']),
        ...(question && !help ? ['no prompt at all'] : []),
      ];
    });
  expect(hidden.map((one) => `${name}: ${one}`)).toEqual([]);
}

/** A picture beside the call; if asked for, the whole length too, in light at 360 px and in dark at 320 px. */
async function state(name: string): Promise<void> {
  taken += 1;
  await call.bringToFront();
  await call.screenshot({ path: file(name, 'call') });
  await expectInSight(name);
  await room.bringToFront();
  if (!process.env.PICTURES) return;
  for (const [colorScheme, width] of [
    ['dark', 320],
    ['light', 360],
  ] as const) {
    await room.setViewportSize({ width, height: HEIGHT });
    await room.emulateMedia({ colorScheme });
    await room.waitForTimeout(400);
    await room.screenshot({ path: file(name, `${colorScheme}-${width}`), fullPage: true });
  }
}

async function goOn(ms: number): Promise<void> {
  offset += ms;
  await rig.moveClock(offset);
  await room.bringToFront();
}

/** Presses the one primary button until the clock is for `label`. */
async function pressOnTo(label: RegExp): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    const before = await step();
    if (label.test(before ?? '')) return;
    await button(/^Next:/).click();
    await expect.poll(step).not.toBe(before);
  }
  throw new Error(`${label} never came`);
}

/** Goes on by Tab to the link or button of that name, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const is = (label: string) => (typeof name === 'string' ? label === name : name.test(label));
  for (let stops = 0; stops < 60; stops += 1) {
    const label = await page.evaluate(() => {
      const here = document.activeElement;
      return here?.getAttribute('aria-label') ?? here?.textContent ?? '';
    });
    if (is(label.trim())) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

describe('the first page', () => {
  it('has a meeting running after three presses of one key, and keeps nothing of it', async () => {
    const welcome = watch(await rig.open('home.html#/welcome'));
    await welcome.getByRole('heading', { level: 1, name: 'Welcome' }).waitFor();
    expect(await axeFindings(welcome)).toEqual([]);
    await picture(welcome, 'welcome');
    await tabTo(welcome, 'Try a meeting now');
    const [practice] = await Promise.all([rig.context.waitForEvent('page'), welcome.keyboard.press('Enter')]);
    watch(practice);
    for (const name of ['Start meeting', /^Next:/]) {
      await practice.getByRole('button', { name }).waitFor();
      await tabTo(practice, name);
      await practice.keyboard.press('Enter');
    }
    await expect.poll(() => practice.getByRole('timer').getAttribute('aria-label')).toMatch(/^Roles/);
    // What somebody who leads for the first time could say now.
    await practice.getByText('Ask each how many minutes they need today.').waitFor();
    expect(await axeFindings(practice)).toEqual([]);
    await picture(practice, 'practice');
    await practice.close();
    await welcome.bringToFront();
    await tabTo(welcome, 'Skip this');
    await welcome.keyboard.press('Enter');
    await welcome.getByRole('heading', { level: 1, name: 'Circles' }).waitFor();
    await welcome.getByText('This is where your circles live.').waitFor();
    await welcome.close();
  });

  it('does not come again by itself', async () => {
    await rig.restartWorker();
    await (await rig.open('popup.html')).close();
    expect(rig.context.pages().filter((page) => page.url().includes('welcome'))).toEqual([]);
  });
});

describe('a first meeting, by somebody who never facilitated', () => {
  it('begins at home, with nothing', async () => {
    const home = watch(await rig.open('home.html'));
    await home.getByRole('heading', { level: 1 }).waitFor();
    await picture(home, 'empty');
    await home.getByRole('link', { name: 'Calendars' }).first().click();
    await dropCalendarIn(home, sandbox.calendar, Date.now());
    const { circleTitle } = sandbox.calendar;
    const article = home.getByRole('article', { name: circleTitle });
    await article.scrollIntoViewIfNeeded();
    await picture(home, 'spotted');
    await article.getByRole('button', { name: 'This is a circle' }).click();
    await home.getByText(`${circleTitle} is ready`).waitFor();
    await picture(home, 'ready');
    await home.getByRole('link', { name: 'Look it over' }).click();
    await home.getByRole('heading', { level: 1, name: circleTitle }).waitFor();
    await picture(home, 'circle');
    const id = home.url().split('/').at(-1);
    await home.close();
    call = watch(await rig.context.newPage());
    await call.goto(`https://meet.google.com/${CIRCLE_CODE}`);
    await call.getByRole('button', { name: 'Join now' }).click();
    await beside().getByRole('button', { name: 'Start meeting' }).waitFor();
    room = watch(await rig.open(`sidebar.html?circle=${id}`));
    await room.setViewportSize({ width: 360, height: HEIGHT });
  });

  it('goes from step to step by the one primary button', async () => {
    await button('Start meeting').waitFor();
    await room.getByText('It is your circle’s first meeting, and you facilitate.').waitFor();
    await state('before');
    expect(await axeFindings(room)).toEqual([]);
    await button('Start meeting').click();
    await room.getByRole('timer').waitFor();
    await state('arriving');
    await goOn(80_000);
    await state('last minute');
    await goOn(3 * MINUTE);
    await state('over');
    await pressOnTo(/^Roles/);
    await room.getByRole('spinbutton', { name: 'Minutes for Bea Ortiz' }).fill('5');
    await state('asking for time');
    expect(await axeFindings(room)).toEqual([]);
    await pressOnTo(/^Chen reports/);
    const work = room.getByRole('list', { name: 'Agenda' }).getByRole('listitem').nth(3);
    await expect.poll(() => work.textContent()).toContain('6 turns');
    await room.getByText('Who are you, and what do you hope for here?').waitFor();
    for (const label of [/^Asha reports/, /^Bea reports/, /^Asha’s turn/, /^Bea’s turn/]) {
      await pressOnTo(label);
      await state(String(label).replace(/\W+/g, ' ').trim());
      await goOn(MINUTE);
    }
    await pressOnTo(/^Fatima’s turn/);
    await state('the last turn');
    await pressOnTo(/^Asha’s contract/);
    await state('contracts');
    await room.getByRole('textbox', { name: 'New contract' }).fill('I send two pages by Tuesday');
    await button('Add contract').click();
    await pressOnTo(/^Bea’s contract/);
    await state('a contract made');
    await pressOnTo(/^Strokes/);
    await state('close');
    await button('End meeting').first().click();
    await room.getByRole('region', { name: 'Summary' }).waitFor();
    await state('summary');
  });
});
