import { mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import de from '../../../public/_locales/de/messages.json' with { type: 'json' };
import { type FirefoxRig, launchFirefox } from '../../rig/firefox.ts';
import { Screen, sidebarIn } from '../../rig/firefox-screen.ts';
import { unfit } from '../../rig/fits.ts';
import { CIRCLE_CODE } from '../../sandbox/calendar.ts';
import { sandboxIcs } from '../../sandbox/ics.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { buildExtension } from '../build.ts';

/** What a stranger sees on the way, to be looked at. */
const PICTURES = resolve(import.meta.dirname, '../../../test-results/firefox-german');
const WIDTHS = [1280, 360];

let sandbox: Sandbox;
let rig: FirefoxRig;
const bugs: string[] = [];

/** The German words, up to the first gap. */
const words = (key: keyof typeof de): string => (de[key].message.split('{')[0] ?? '').trim();

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  buildExtension({}, 'firefox');
  sandbox = await startSandbox();
  rig = await launchFirefox({ port: sandbox.port, locale: 'de', colorScheme: 'dark' });
  const spoken = await rig.inWindow<string>('Services.locale.appLocaleAsBCP47');
  if (spoken !== 'de') throw new Error('Firefox has no German: install firefox-esr-l10n-de.');
});
afterAll(async () => {
  await rig.close();
  await sandbox.close();
});

const watch = (page: Page): Page => {
  page.on('pageerror', (error) => bugs.push(String(error)));
  return page;
};

/** A picture at each width, and nothing that does not fit. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`) });
    expect(await unfit(page as unknown as Parameters<typeof unfit>[0]), `${name} at ${width} px`).toEqual([]);
  }
  await page.setViewport({ width: 1280, height: 800 });
}

it('speaks German from the first page to the first agenda, three presses later', async () => {
  const page = watch(await rig.open('home.html#/welcome'));
  const welcome = new Screen(page);
  await welcome.find('link', de.welcome_try.message).wait();
  expect(await page.evaluate('document.documentElement.lang')).toBe('de-DE');
  await look(page, 'welcome');
  await welcome.find('link', de.welcome_try.message).click();
  const find = async () => {
    for (const one of await rig.browser.pages()) {
      const address = String(await one.evaluate('location.href').catch(() => ''));
      if (address.includes('demonstration=practice')) return one;
    }
    return undefined;
  };
  await expect.poll(find).toBeDefined();
  const window = await find();
  if (!window) throw new Error('The window went away.');
  const practice = new Screen(watch(window));
  await practice.press(de.sidebar_start.message);
  await practice.css('[role="timer"]').wait();
  await practice.pressBeginning(words('sidebar_next'));
  await practice.says('Frag alle, wie viele Minuten sie heute brauchen.');
  await look(window, 'practice');
  await window.close();
});

it('goes on in German with a circle of one’s own, from the calendar file into the call', async () => {
  const page = watch(await rig.open('home.html#/calendars'));
  const home = new Screen(page);
  const file = join(rig.downloads, '..', 'woche.ics');
  await writeFile(file, sandboxIcs(sandbox.calendar, Date.now()));
  const input = await home.where.waitForSelector('input[type=file]');
  await input?.uploadFile(file);
  const { circleTitle } = sandbox.calendar;
  await home.pressBeginning(de.cal_is.message, circleTitle);
  await home.says(de.cal_made.message.replace('{name}', circleTitle));
  await look(page, 'calendars');
  await page.evaluate('location.hash = "#/circles"');
  await home.find('heading', de.home_circles.message).wait();
  await look(page, 'circles');
  const call = watch(await rig.visit(`https://meet.google.com/${CIRCLE_CODE}`));
  await new Screen(call).press('Join now');
  const sidebar = await sidebarIn(call);
  await sidebar.find('heading', circleTitle).wait();
  await sidebar.press(de.sidebar_start.message);
  await sidebar.css('[role="timer"]').wait();
  await call.screenshot({ path: join(PICTURES, 'call.png') });
  for (const path of ['home.html#/settings', 'home.html#/contracts', 'popup.html']) {
    const other = watch(await rig.open(path));
    await new Screen(other).css('h1').wait();
    await look(other, path.replace(/\W+/g, '-'));
    await other.close();
  }
});

it('throws nothing on the way', () => {
  expect(bugs).toEqual([]);
});
