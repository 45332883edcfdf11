import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Holding, Screen } from '../../a11y/screen.ts';
import { SCREENS } from '../../a11y/screens.ts';
import { thursdayCircle } from '../../builders/thursday.ts';
import { axeFindings } from '../../rig/axe.ts';
import { unfit } from '../../rig/fits.ts';
import { strayed, trapped } from '../../rig/keyboard.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { unread } from '../../rig/reads.ts';
import { sealBy } from '../../rig/seal-by.ts';
import { seed } from '../../rig/seed.ts';
import { CIRCLE_SERIES, seedAccounts } from '../../rig/seed-accounts.ts';

/** Every screen in the looks people choose: WCAG 2.2 A and AA. What was found and the pictures stay in test-results. */
const FOLDER = resolve(import.meta.dirname, '../../../test-results/accessible');
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

/** All of a page; of a state of it, what is in sight. */
const picture = (page: Page, { name, reach }: Screen, look: string) =>
  page.screenshot({ path: join(FOLDER, `${name.replaceAll(/\W+/g, '-')}-${look}.png`), fullPage: !reach });

async function open(from: Rig, { at, reach, narrow, prepare, broken }: Screen): Promise<Page> {
  const page = await from.open('manifest.json');
  page.setDefaultTimeout(15_000);
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

/** The part a state is about: where the focus went. The whole of the page is looked at as a screen of its own. */
const partOf = (page: Page, { inPart }: Screen): Promise<{ part?: string }> =>
  page.evaluate((isPart) => {
    const part = isPart && document.activeElement?.closest('dialog, [popover], section, form, main');
    if (!part) return {};
    part.setAttribute('data-looked-at', '');
    return { part: '[data-looked-at]' };
  }, inPart ?? false);

/** All that is wrong on a screen, each with the look it was seen in. */
async function findings(page: Page, screen: Screen): Promise<string[]> {
  const found: string[] = [];
  const add = (look: string, sentences: readonly string[]) =>
    found.push(...sentences.map((one) => `${screen.name}, ${look}: ${one}`));
  const part = await partOf(page, screen);
  add('light', [...(await axeFindings(page, part)), ...(await unread(page))]);
  // Of what axe looks at, colours alone follow these.
  const colours = { only: ['color-contrast'], ...part };
  await page.emulateMedia({ colorScheme: 'dark' });
  add('dark', await axeFindings(page, colours));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  add('forced colours', await axeFindings(page, colours));
  await picture(page, screen, 'forced');
  await page.emulateMedia({ forcedColors: 'none' });
  const size = page.viewportSize() ?? { width: 1280, height: 800 };
  await page.setViewportSize({ width: 320, height: 640 });
  // What follows the window's size has had its turn.
  await page.waitForTimeout(100);
  add('320 px', [...(await unfit(page)), ...(await unread(page))]);
  await picture(page, screen, '320');
  await page.setViewportSize(size);
  // A page's states share most of their stops.
  add('keyboard', await trapped(page, screen.inPart ? 25 : 250));
  return found;
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
