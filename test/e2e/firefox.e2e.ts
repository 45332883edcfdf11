import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxRig, launchFirefox } from '../rig/firefox.ts';
import { Screen, sidebarIn } from '../rig/firefox-screen.ts';
import { itLive } from '../rig/it-live.ts';
import { CIRCLE_CODE, teamsLink, WOMEN_THREAD } from '../sandbox/calendar.ts';
import { sandboxIcs } from '../sandbox/ics.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { buildExtension } from './build.ts';

const DAY = 86_400_000;
const REPORT = 'One reader so far';
const WORDS = 'Chen sends the aims page to two readers';
const QUICK = 'Write to Ines before Friday';
const WOMEN = 'Women in medicine, every three weeks';
const MEET = `https://meet.google.com/${CIRCLE_CODE}`;

let sandbox: Sandbox;
let rig: FirefoxRig;
let copy: string;
let homePage: Page;
let home: Screen;
let call: Page;
let sidebar: Screen;
const bugs: string[] = [];

const watch = (page: Page): Page => {
  page.on('pageerror', (error) => bugs.push(String(error)));
  return page;
};

beforeAll(async () => {
  buildExtension({}, 'firefox');
  copy = mkdtempSync(join(tmpdir(), 'circlekeeper-build-'));
  cpSync(resolve(import.meta.dirname, '../../.output/firefox-mv3'), copy, { recursive: true });
  sandbox = await startSandbox();
  rig = await launchFirefox({ port: sandbox.port, extensionDir: copy });
});

afterAll(async () => {
  await rig.close();
  await sandbox.close();
  rmSync(copy, { recursive: true, force: true });
});

async function enterCall(): Promise<void> {
  call = watch(await rig.visit(MEET));
  await new Screen(call).press('Join now');
  sidebar = await sidebarIn(call);
  await sidebar.find('heading', sandbox.calendar.circleTitle).wait();
}

/** Presses Next until the named phase is on. */
async function nextTo(phase: string): Promise<void> {
  const timer = () => sidebar.attribute('[role="timer"]', 'aria-label');
  for (let i = 0; i < 30; i += 1) {
    if ((await sidebar.textOf('[aria-current="step"]')).includes(phase)) return;
    const before = await timer();
    await sidebar.pressBeginning('Next');
    await expect.poll(timer, { interval: 20 }).not.toBe(before);
  }
  throw new Error(`the phase ${phase} never came`);
}

// One story, told in order, as in main-job.e2e.ts for Chromium.
describe('in Firefox, from the calendar to the next report', () => {
  it('finds the circle in a calendar file and makes it in one press', async () => {
    homePage = watch(await rig.open('home.html#/calendars'));
    home = new Screen(homePage);
    const file = join(rig.downloads, '..', 'week.ics');
    await writeFile(file, sandboxIcs(sandbox.calendar, Date.now()));
    const input = await home.where.waitForSelector('input[type=file]');
    await input?.uploadFile(file);
    const { circleTitle } = sandbox.calendar;
    await home.pressBeginning('This is a circle', circleTitle);
    await home.says(`${circleTitle} is ready`);
    await home.pressBeginning('This is a circle', WOMEN);
    await home.says(`${WOMEN} is ready`);
  });

  it('opens by itself beside a Meet call and runs the agenda to a contract and a summary', async () => {
    await enterCall();
    await sidebar.press('Start meeting');
    await sidebar.css('[role="timer"]').wait();
    await nextTo('New contracts');
    await sidebar.write('textbox', 'New contract', WORDS);
    await sidebar.press('Add contract');
    await sidebar.says('Your contract is saved');
    expect(await call.content()).not.toContain(WORDS);
    await nextTo('Strokes');
    // Beside a call a press counts only once one can have read what is pressed: again, as one is told.
    await expect
      .poll(
        async () => {
          await sidebar
            .find('button', 'End meeting', 5_000)
            .click()
            .catch(() => undefined);
          return sidebar.where.$$('section.summary').then((all) => all.length);
        },
        { interval: 700 },
      )
      .toBe(1);
    await sidebar.find('region', 'Summary').wait();
  });

  it('comes back after Firefox unloaded the event page, and asks two weeks later how it went', async () => {
    await rig.stopBackground();
    expect(await rig.backgroundState()).toBe('stopped');
    await rig.moveClock(14 * DAY);
    await call.close();
    await enterCall();
    expect(await rig.backgroundState()).toBe('running');
    await sidebar.press('Start meeting');
    await sidebar.css('[role="timer"]').wait();
    await nextTo('Contract reports');
    await sidebar.find('radio', 'Kept').click();
    await sidebar.says('1 of 1 reported');
  });

  it('keeps what stood in a field when its tab was closed, though the event page was unloaded', async () => {
    await sidebar.write('textbox', 'Report', REPORT);
    await rig.stopBackground();
    await call.close({ runBeforeUnload: true });
    await expect.poll(() => rig.backgroundState()).toBe('running');
    await enterCall();
    const report = () => sidebar.where.$$eval('textarea', (all) => all.map((one) => one.value));
    await expect.poll(report).toContain(REPORT);
  });

  it('opens its popup by the button, which takes a contract', async () => {
    const shown = await rig.pressButton();
    expect(shown).toMatchObject({ address: expect.stringMatching(/\/popup\.html$/), width: 380 });
    expect(shown.height).toBeGreaterThan(300);
    const popup = new Screen(watch(await rig.open('popup.html')));
    await popup.write('textbox', 'New contract', QUICK);
    await popup.press('Add contract');
    await popup.says(`Saved for ${sandbox.calendar.circleTitle}.`);
  });

  it('stands in Firefox’s own sidebar, opened from the popup', async () => {
    const popup = new Screen(watch(await rig.open('popup.html')));
    await popup.press('Side panel');
    await expect.poll(() => rig.inWindow('SidebarController.currentID')).toContain('circlekeeper');
    const words = () =>
      home.where.evaluate(
        `browser.extension.getViews({ type: 'sidebar' }).map((view) => view.document.body.innerText).join()`,
      );
    await expect.poll(words).toContain('Hold its meeting here');
    expect(await words()).toContain(WOMEN);
  });

  it('comes into Teams calls once Firefox’s question was answered with yes', async () => {
    await homePage.bringToFront();
    await home.press('Show in Teams calls');
    expect(await rig.answer('no')).toContain('teams.microsoft.com');
    await home.says('The browser did not let Circlekeeper into Teams calls');
    await home.css('[role="alert"] button').click();
    await home.press('Show in Teams calls');
    await rig.answer('yes');
    await home.says('Circlekeeper now opens in Teams calls');
    const page = watch(await rig.visit(teamsLink(WOMEN_THREAD)));
    const teams = new Screen(page);
    await teams.press('Continue on this browser');
    await teams.press('Join now');
    await (await sidebarIn(page)).find('heading', WOMEN).wait();
    await page.close();
  });

  it('says in Settings when Firefox was told to keep it out of Meet, with the way back', async () => {
    const settings = new Screen(watch(await rig.open('home.html#/settings')));
    await settings.says('The sidebar opens by itself beside Google Meet calls.');
    await settings.where.evaluate(`browser.permissions.remove({ origins: ['https://meet.google.com/*'] })`);
    await settings.says('Your browser does not let Circlekeeper into Google Meet calls');
    await settings.press('Show in Meet calls');
    await rig.answer('yes');
    const may = `browser.permissions.contains({ origins: ['https://meet.google.com/*'] })`;
    await expect.poll(() => settings.where.evaluate(may)).toBe(true);
  });

  it('is woken for readings and reminders', async () => {
    const names = await home.where.evaluate(
      `browser.alarms.getAll().then((all) => all.map(({ name }) => name.split(':')[0]))`,
    );
    expect(names).toEqual(expect.arrayContaining(['refresh-feeds', 'sync-accounts', 'remind-check']));
  });

  itLive('saves a copy of everything, erases everything, and takes the copy in again', async () => {
    await call.close();
    const settings = new Screen(watch(await rig.open('home.html#/settings')));
    await settings.press('Export everything');
    await expect
      .poll(() => readdirSync(rig.downloads))
      .toEqual([expect.stringMatching(/^circlekeeper-.*\.json$/)]);
    const file = join(rig.downloads, readdirSync(rig.downloads)[0] ?? '');
    expect(readFileSync(file, 'utf8')).toContain(QUICK);
    await settings.press('Delete everything');
    await settings.write('textbox', 'Type “delete” to go on', 'delete');
    await settings.press('Delete for good');
    await expect.poll(() => settings.where.evaluate('location.hash').catch(() => '')).toBe('#/circles');
    const after = new Screen(watch(await rig.open('home.html#/settings')));
    await after.says('There is no circle here yet.');
    const kept = 'browser.permissions.getAll().then(({ origins }) => origins)';
    expect(await after.where.evaluate(kept)).toEqual(['https://meet.google.com/*']);
    const input = await after.where.waitForSelector('input[type=file][accept*=json]');
    await input?.uploadFile(file);
    await after.says('Added: 2 circles');
  });

  it('sends what a circle writes to a relay only after Firefox was told that it may', async () => {
    const page = watch(await rig.open('home.html#/circles'));
    const circles = new Screen(page);
    await circles
      .css(`::-p-xpath(//article[.//*[normalize-space(.)="${WOMEN}"]]//a[starts-with(@href, "#/circles/")])`)
      .click();
    await circles.press('Share this circle');
    await circles.press('Go on');
    await circles.write('textbox', 'Address of the relay', 'wss://relay.sandbox.test/mqtt');
    await circles.press('Share now');
    // Firefox's words for the two kinds of data that the manifest names as optional.
    expect(await rig.answer('no')).toMatch(/personal communications.*personally identifying/i);
    await circles.says('Your browser may not send what is written in a circle.');
    await circles.press('Share now');
    await rig.answer('yes');
    await circles.says('relay.sandbox.test');
    await circles.says('Ines Costa');
  });

  it('throws nothing on the way', () => {
    expect(bugs).toEqual([]);
  });
});
