import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../../builders/thursday.ts';
import { unfit } from '../../rig/fits.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { pseudoExtension } from '../../rig/pseudo.ts';
import { seed } from '../../rig/seed.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Not taken where nobody looks at them. */
const PICTURES = join(ROOT, 'test-results/pseudo');
const SECTIONS = ['circles', 'contracts', 'goals', 'network', 'insights', 'formats', 'calendars', 'settings'];
const WIDTHS = [320, 1280];

let rig: Rig;
let folder: string;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'circlekeeper-pseudo-'));
  pseudoExtension(process.env.CIRCLEKEEPER_EXTENSION ?? join(ROOT, '.output/chrome-mv3'), folder);
  // Nothing is asked of the network, so no sandbox answers.
  rig = await launch({ port: 9, extensionDir: folder, reducedMotion: true });
  await seed(rig, thursdayCircle(Date.now()).facts);
});
afterAll(async () => {
  await rig.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What does not fit at each width, each picture kept. */
async function lookAt(page: Page, name: string, widths: readonly number[]): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    if (!process.env.CI)
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
    found.push(...(await unfit(page)).map((sentence) => `${name}, ${width} px: ${sentence}`));
  }
  return found;
}

describe.each([
  ['from right to left', 'mirrored', '', 'rtl'],
  ['of long words', 'longer', 'de', 'ltr'],
])('a language %s', (_, tag, chosen, dir) => {
  beforeAll(async () => {
    await rig.inExtension(
      (language) =>
        (
          globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
        ).chrome.storage.local.set({ language: { chosen: language } }),
      chosen,
    );
  });

  it('fits on every page of home, whose direction is that of the language', async () => {
    const page = await rig.open('home.html?demonstration');
    const found: string[] = [];
    for (const section of SECTIONS) {
      await page.goto(`${page.url().split('#')[0]}#/${section}`);
      await page.locator('main h1').waitFor();
      await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
      found.push(...(await lookAt(page, `${tag}-home-${section}`, WIDTHS)));
    }
    await page.goto(`${page.url().split('#')[0]}#/circles`);
    await page.locator('main article .button').last().click();
    await page.locator('main .roles-to-come, main section').nth(2).waitFor();
    found.push(...(await lookAt(page, `${tag}-home-circle`, WIDTHS)));
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(dir);
    await page.close();
    expect(found).toEqual([]);
  });

  it('fits in the popup', async () => {
    const page = await rig.open('popup.html');
    await page.locator('#root button').first().waitFor();
    const found = await lookAt(page, `${tag}-popup`, [320, 380]);
    await expect.poll(() => page.locator('html').getAttribute('dir')).toBe(dir);
    await page.close();
    expect(found).toEqual([]);
  });

  it('fits in the sidebar before, in and after a meeting', async () => {
    // The meeting after the one that was held in the language before.
    if (tag === 'longer') await rig.moveClock(14 * 86_400_000);
    const page = await rig.open(`sidebar.html?circle=${THURSDAY}`);
    await page.locator('.start .button-primary').first().waitFor();
    const found = await lookAt(page, `${tag}-sidebar-before`, [320, 480]);
    await page.locator('.start .button-primary').first().click();
    const next = page.locator('.controls > .button-primary').first();
    await next.waitFor();
    found.push(...(await lookAt(page, `${tag}-sidebar-running`, [320, 480])));
    const timer = page.getByRole('timer');
    const looked = { reports: false, contracts: false };
    for (let step = 0; step < 40 && (await next.isVisible()); step++) {
      const before = await timer.getAttribute('aria-label');
      // By key: two quick clicks in one place are a double click, whose second presses nothing.
      await next.press('Enter');
      await page.waitForFunction((label) => {
        const shown = document.querySelector('[role=timer]');
        return !shown || shown.getAttribute('aria-label') !== label;
      }, before);
      const screens = { reports: '.cards [type=radio]', contracts: 'select, [role=combobox]' } as const;
      for (const [name, sign] of Object.entries(screens) as [keyof typeof looked, string][]) {
        if (looked[name] || (await page.locator(sign).count()) === 0) continue;
        looked[name] = true;
        found.push(...(await lookAt(page, `${tag}-sidebar-${name}`, [320, 480])));
      }
    }
    expect(looked).toEqual({ reports: true, contracts: true });
    found.push(...(await lookAt(page, `${tag}-sidebar-after`, [320, 480])));
    await page.close();
    expect(found).toEqual([]);
  });
});
