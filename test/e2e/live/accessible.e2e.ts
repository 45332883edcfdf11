import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDER, findings, picture } from '../../a11y/findings.ts';
import type { Holding, Screen } from '../../a11y/screen.ts';
import { SCREENS } from '../../a11y/screens.ts';
import { thursdayCircle } from '../../builders/thursday.ts';
import { unfit } from '../../rig/fits.ts';
import { strayed } from '../../rig/keyboard.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { sealBy } from '../../rig/seal-by.ts';
import { seed } from '../../rig/seed.ts';
import { CIRCLE_SERIES, seedAccounts } from '../../rig/seed-accounts.ts';

/** Every screen in the looks people choose: WCAG 2.2 A and AA. What was found and the pictures stay in test-results. */
const LIST = join(FOLDER, 'findings.txt');
/** `SCREENS=sidebar vitest …`: only those whose name has it. */
const ONLY = new RegExp(process.env.SCREENS ?? '.');

let rig: Rig;
/** With letters of twice the size, as chosen in the browser's settings. */
let large: Rig;
let held: Holding = 'nothing';

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  // Nothing is asked of the network, so no sandbox answers.
  rig = await launch({ port: 9, reducedMotion: true });
  large = await launch({ port: 9, reducedMotion: true, textSize: 32 });
});
afterAll(() => Promise.all([rig, large].map((one) => one.close())));

async function hold(holding: Holding): Promise<void> {
  for (const one of [rig, large]) {
    if (held === 'nothing' && holding !== 'nothing')
      await seed(one, thursdayCircle(Date.now(), [CIRCLE_SERIES]).facts);
    if (held !== 'accounts' && holding === 'accounts') await seedAccounts(one, Date.now());
    if (held !== 'sealed' && holding === 'sealed') await sealBy(one, 'blue kettle on Thursday');
  }
  held = holding;
}

async function open(from: Rig, { at, reach, narrow, prepare, broken }: Screen): Promise<Page> {
  const page = await from.open('manifest.json');
  page.setDefaultTimeout(40_000);
  await page.setViewportSize({ width: narrow ? 360 : 1280, height: 800 });
  await prepare?.(page);
  if (broken) await page.addInitScript(broken);
  await page.goto(new URL(`/${at}`, page.url()).href);
  await page.locator('h1, main').first().waitFor();
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
  await reach?.(page);
  await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
  return page;
}

/** The same in letters of twice the size, and what becomes of the focus, which nothing has moved there yet. */
async function findingsLarge(page: Page, screen: Screen): Promise<string[]> {
  const letters = await page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
  const found = letters === '32px' ? await unfit(page) : [`letters of ${letters}`];
  await picture(page, screen, 'text');
  found.push(...(await strayed(page)));
  return found.map((one) => `${screen.name}, text of 200 %: ${one}`);
}

describe('every screen', () => {
  it.each(SCREENS.filter(({ name }) => ONLY.test(name)))(
    '$name: for everybody',
    async (screen) => {
      await hold(screen.holding);
      const page = await open(rig, screen);
      const found = await findings(page, screen).finally(() => page.close());
      const second = await open(large, screen);
      found.push(...(await findingsLarge(second, screen).finally(() => second.close())));
      for (const one of found) appendFileSync(LIST, `${one}\n`);
      expect(found).toEqual([]);
    },
    180_000,
  );
});
