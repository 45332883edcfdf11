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
const LIST = join(FOLDER, 'findings.txt');

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  rmSync(LIST, { force: true });
  // Nothing is asked of the network, so no sandbox answers.
  rig = await launch({ port: 9, reducedMotion: true });
  await seed(rig, thursdayCircle(Date.now()).facts);
});
afterAll(() => rig.close());

const picture = (page: Page, { name }: Screen, look: string) =>
  page.screenshot({ path: join(FOLDER, `${name.replaceAll(/\W+/g, '-')}-${look}.png`), fullPage: true });

async function open({ at, reach, narrow }: Screen): Promise<Page> {
  const page = await rig.open(at);
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
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  add('text of 200 %', await unfit(page));
  await picture(page, screen, 'text');
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 640 });
  add('320 px', [...(await unfit(page)), ...(await unread(page))]);
  await picture(page, screen, '320');
  await page.setViewportSize(size);
  add('keyboard', await trapped(page));
  return found;
}

describe('every screen', () => {
  it.each(SCREENS.filter(({ name }) => ONLY.test(name)))(
    '$name: for everybody',
    async (screen) => {
      const page = await open(screen);
      try {
        const found = await findings(page, screen);
        for (const one of found) appendFileSync(LIST, `${one}\n`);
        expect(found).toEqual([]);
      } finally {
        await page.close();
      }
    },
    180_000,
  );
});
