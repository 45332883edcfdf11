import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { unfit } from '../rig/fits.ts';
import { isLive } from '../rig/it-live.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Not taken where nobody looks at them. */
const PICTURES = join(ROOT, 'test-results/languages');

type Texts = Record<string, { message: string }>;
const catalogue = async (language: string): Promise<Texts> =>
  (await import(`../../public/_locales/${language}/messages.json`, { with: { type: 'json' } })).default;

let rig: Rig;
/** The time that the circle was made for, ms. */
let seeded = 0;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  rig = await launch({ port: 9, locale: 'de', reducedMotion: true });
  seeded = Date.now();
  await seed(rig, thursdayCircle(seeded).facts);
});
afterAll(() => rig.close());

describe('a browser in German', () => {
  it('speaks German in popup, sidebar and home, with German dates and numbers of things', async () => {
    const de = await catalogue('de');
    const popup = await rig.open('popup.html');
    await popup
      .getByRole('button', { name: de.sidebar_add_contract?.message ?? '' })
      .first()
      .waitFor();
    await expect.poll(() => popup.locator('html').getAttribute('lang')).toBe('de-DE');
    await popup.close();

    const home = await rig.open('home.html');
    await home.getByRole('heading', { level: 1, name: de.home_circles?.message ?? '' }).waitFor();
    // 10 contracts are open: the form for many.
    const open = (de.circles_open_contracts_other?.message ?? '').replace('{count}', '10');
    await home.getByText(open).waitFor();
    await home.close();

    const room = await rig.open(`sidebar.html?circle=${THURSDAY}`);
    await room.getByRole('button', { name: de.sidebar_start?.message ?? '' }).waitFor();
    // The contracts of two weeks ago, made when the meeting ended, with the day as German writes it.
    const day = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'short' });
    await room
      .getByText(day.format(seeded - 14 * 86_400_000 + 90 * 60_000))
      .first()
      .waitFor();
    await room.close();
  });

  it('speaks another language once it is chosen in Settings, and German again for “as the browser”', async () => {
    const [de, pt] = await Promise.all([catalogue('de'), catalogue('pt')]);
    const page = await rig.open('home.html#/settings');
    await page.getByLabel(de.set_language_which?.message ?? '').selectOption('pt');
    await page.getByRole('heading', { level: 1, name: pt.home_settings?.message ?? '' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('pt-DE');
    const popup = await rig.open('popup.html');
    await popup
      .getByRole('button', { name: pt.sidebar_add_contract?.message ?? '' })
      .first()
      .waitFor();
    await popup.close();
    await page.getByLabel(pt.set_language_which?.message ?? '').selectOption('');
    await page.getByRole('heading', { level: 1, name: de.home_settings?.message ?? '' }).waitFor();
    await page.close();
  });
});

const LOCALES = readdirSync(join(ROOT, 'public/_locales'));
/** German has the longest words. */
it.each(isLive ? LOCALES : ['de'])('fits into 320 px in %s', async (language) => {
  await rig.inExtension(
    (chosen) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
      ).chrome.storage.local.set({ language: { chosen } }),
    language,
  );
  const found: string[] = [];
  for (const [name, path] of [
    ['popup', 'popup.html'],
    ['sidebar', `sidebar.html?circle=${THURSDAY}`],
    ['home', 'home.html#/circles'],
    ['settings', 'home.html#/settings'],
  ] as const) {
    const page = await rig.open(path);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.locator('#root button').first().waitFor();
    if (!process.env.CI)
      await page.screenshot({ path: join(PICTURES, `${language}-${name}.png`), fullPage: true });
    found.push(...(await unfit(page)).map((sentence) => `${name}: ${sentence}`));
    await page.close();
  }
  expect(found).toEqual([]);
});
