import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCREENS, type Screen } from '../../a11y/screens.ts';
import { thursdayCircle } from '../../builders/thursday.ts';
import { axeFindings } from '../../rig/axe.ts';
import { unfit } from '../../rig/fits.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { trapped, unread } from '../../rig/reads.ts';
import { seed } from '../../rig/seed.ts';

/** Every screen in the looks people choose: WCAG 2.2 A and AA. One browser for all; pictures stay in test-results. */
const FOLDER = resolve(import.meta.dirname, '../../../test-results/accessible');
const ONLY = new RegExp(process.env.SCREENS ?? '.');

let rig: Rig;
let large: Rig;
const LIST = join(FOLDER, 'findings.txt');

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  rmSync(LIST, { force: true });
  // Nothing is asked of the network, so no sandbox answers.
  rig = await launch({ port: 9, reducedMotion: true });
  large = await launch({ port: 9, reducedMotion: true, textSize: 32 });
  for (const one of [rig, large]) await seed(one, thursdayCircle(Date.now()).facts);
});
afterAll(() => Promise.all([rig, large].map((one) => one.close())));

const picture = (page: Page, { name }: Screen, look: string) =>
  page.screenshot({ path: join(FOLDER, `${name.replaceAll(/\W+/g, '-')}-${look}.png`), fullPage: true });

async function open(from: Rig, { at, reach, narrow }: Screen): Promise<Page> {
  const page = await from.open(at);
  page.setDefaultTimeout(15_000);
  await page.setViewportSize({ width: narrow ? 360 : 1280, height: 800 });
  await page.locator('h1').first().waitFor();
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
  await reach?.(page);
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
  return page;
}

/** All that is wrong on a screen, each with the look it was seen in. */
async function findings(page: Page, screen: Screen): Promise<string[]> {
  const found: string[] = [];
  const add = (look: string, sentences: readonly string[]) =>
    found.push(...sentences.map((one) => `${screen.name}, ${look}: ${one}`));
  add('light', [...(await axeFindings(page)), ...(await unread(page))]);
  await page.emulateMedia({ colorScheme: 'dark' });
  add('dark', await axeFindings(page, { only: ['color-contrast'] }));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  add('forced colours', await axeFindings(page));
  await picture(page, screen, 'forced');
  await page.emulateMedia({ forcedColors: 'none' });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 640 });
  // What follows the window's size has had its turn.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  add('320 px', [...(await unfit(page)), ...(await unread(page))]);
  await picture(page, screen, '320');
  await page.setViewportSize(size);
  add('keyboard', await trapped(page));
  return found;
}

describe('every screen', () => {
  const screens = SCREENS.filter(({ name }) => ONLY.test(name));

  it.each(screens)(
    '$name: for everybody',
    async (screen) => {
      const page = await open(rig, screen);
      const found = await findings(page, screen).finally(() => page.close());
      for (const one of found) appendFileSync(LIST, `${one}\n`);
      expect(found).toEqual([]);
    },
    180_000,
  );

  it.each(screens)(
    '$name: fits in letters of twice the size',
    async (screen) => {
      const page = await open(large, screen);
      const rem = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
      expect(rem).toBe('32px');
      const found = (await unfit(page)).map((one) => `${screen.name}, text of 200 %: ${one}`);
      await picture(page, screen, 'text').finally(() => page.close());
      for (const one of found) appendFileSync(LIST, `${one}\n`);
      expect(found).toEqual([]);
    },
    180_000,
  );
});
