// `npm run pictures`: all pictures of the documents and the store listings, from the built extension, the sandbox's calls
// and the invented year. The clock stands at a fixed moment and the interface at English, so that the same code gives the
// same pictures but for the time that passes while it is walked through.
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { CALL_ORIGINS } from '../../lib/platform/call-origins.ts';
import { buildExtension } from '../e2e/build.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { startSandbox } from '../sandbox/server.ts';
import { walk } from '../sandbox/walk.ts';
import { tile } from './tile.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DOCS = join(ROOT, 'docs/pictures');
const STORE = join(ROOT, 'docs/store/pictures');
/** A Thursday, ten in the morning: the sandbox's circle is then called "Thursday circle". */
const AT = Date.UTC(2026, 10, 19, 10, 2);

/** All in the light, and what differs most also in the dark: the pictures together stay small. */
const DARK = new Set(['sidebar', 'popup', 'network', 'insights', 'narrow']);

for (const folder of [DOCS, STORE]) mkdirSync(folder, { recursive: true });
if (!process.argv.includes('--built')) buildExtension();
for (const scheme of ['light', 'dark'] as const) await all(scheme);

async function all(scheme: 'light' | 'dark'): Promise<void> {
  const offset = AT - Date.now();
  const sandbox = await startSandbox(() => Date.now() + offset, 'UTC');
  const grantHosts = CALL_ORIGINS.teams.map((origin) => `${origin}/*`);
  process.env.TZ = 'UTC';
  const rig = await launch({
    port: sandbox.port,
    grantHosts,
    locale: 'en',
    colorScheme: scheme,
    reducedMotion: true,
  });
  const suffix = scheme === 'dark' ? '-dark' : '';
  const shoot = async (page: Page, name: string, store?: number) => {
    if (scheme === 'dark' && !DARK.has(name)) return;
    await page.bringToFront();
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(DOCS, `${name}${suffix}.png`) });
    if (store !== undefined && scheme === 'light')
      await page.screenshot({ path: join(STORE, `${store}-${name}.png`) });
  };
  try {
    await rig.moveClock(offset);
    await meeting(rig, sandbox.calendar, shoot, offset);
    await year(rig, shoot);
    if (scheme === 'light') await promo(rig);
  } finally {
    await rig.close();
    await sandbox.close();
  }
}

type Shoot = (page: Page, name: string, store?: number) => Promise<void>;

/** The way of a stranger (test/sandbox/walk), with a picture where it is worth one. */
async function meeting(
  rig: Rig,
  calendar: Parameters<(typeof walk)[number]['run']>[0]['calendar'],
  shoot: Shoot,
  offset: number,
) {
  const state = { rig, calendar, pages: new Map() };
  const names = new Map<string, readonly [string, number?]>([
    ['Drop the calendar file in and see what was spotted', ['calendars', 2]],
    ['Join the call and the sidebar is there', ['before']],
    ['Work, turn by turn', ['sidebar', 1]],
    ['Write a contract down', ['contracts', 3]],
    ['Two weeks later it asks how it went', ['reports', 4]],
    ['Look into the popup', ['popup']],
  ]);
  for (const { name, run } of walk) {
    if (name === 'Connect the calendar account') continue;
    // The sandbox's own step goes two weeks on from the real time; from ours it has to be more.
    const moved = name.startsWith('Two weeks later')
      ? { ...rig, moveClock: (ms: number) => rig.moveClock(offset + ms) }
      : rig;
    const page = await run({ ...state, rig: moved, calendar });
    const [picture, store] = names.get(name) ?? [];
    if (picture) await shoot(page, picture, store);
  }
}

/** The invented year: what becomes of a circle. */
async function year(rig: Rig, shoot: Shoot): Promise<void> {
  await rig.moveClock(AT - Date.now());
  const page = await rig.open('home.html?demonstration');
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('article').first().waitFor();
  const circle = await page.locator('article a[href*="#/circles/"]').first().getAttribute('href');
  const go = async (hash: string) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(900);
  };
  await go(circle ?? '');
  await shoot(page, 'circle');
  await go(`${circle}/milestones`);
  await shoot(page, 'milestones');
  await go('#/network');
  await page.getByText('Your people', { exact: true }).evaluate((heading) => heading.scrollIntoView());
  await shoot(page, 'network', 5);
  await go('#/insights');
  await shoot(page, 'insights');
  await go('#/contracts');
  await page.setViewportSize({ width: 320, height: 640 });
  await shoot(page, 'narrow');
  await page.close();
  const welcome = await rig.open('home.html#/welcome');
  await welcome.setViewportSize({ width: 900, height: 520 });
  await shoot(welcome, 'welcome');
  await welcome.close();
}

/** The tiles of the Chrome Web Store, drawn with the product's icon and colours. */
async function promo(rig: Rig): Promise<void> {
  const icon = readFileSync(join(ROOT, 'public/icon/circlekeeper.svg'), 'utf8');
  const page = await rig.context.newPage();
  for (const [name, width, height] of [
    ['tile-440x280', 440, 280],
    ['marquee-1400x560', 1400, 560],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.setContent(tile(icon, height));
    await page.screenshot({ path: join(STORE, `${name}.png`) });
  }
  await page.close();
}
