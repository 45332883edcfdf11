import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { THURSDAY } from '../builders/thursday.ts';
import type { Rig } from '../rig/launch.ts';
import { CIRCLE_CODE } from '../sandbox/calendar.ts';
import { type FaultWorld, none, seeded, storePage, wait } from './fault-world.ts';

const DAY = 86_400_000;
/** What is shown may be old by a tick and by the way to here, ms. */
const SLACK_MS = 2_000;

type Part = Page | FrameLocator;
const timer = (part: Part) => part.getByRole('timer');
const contracts = (part: Part) => part.getByRole('list', { name: 'Contracts' }).locator('.contract-text');

/** What the timer shows, less what has passed since `from`: the same number for ever while the clock is right. ms. */
async function shownSince(part: Part, from: number): Promise<number> {
  const text = (await timer(part).textContent()) ?? '';
  const at = performance.now();
  const [min = Number.NaN, sec = Number.NaN] = text.split(':').map(Number);
  return (min * 60 + sec) * 1_000 + (at - from);
}

async function add(part: Part, text: string): Promise<void> {
  await part.getByRole('textbox', { name: 'New contract' }).fill(text);
  await part.getByRole('button', { name: 'Add contract' }).click();
  await contracts(part).filter({ hasText: text }).waitFor();
}

/**
 * The extension becomes a later version in the middle of a call: the sidebar says so, one press brings the new one, and
 * the meeting goes on at the right second with everything that was written.
 */
export async function updatedInCall(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const extensionDir = await mkdtemp(join(world.folder, 'extension-'));
  cpSync(world.extensionDir, extensionDir, { recursive: true });
  const dir = await world.profile();
  const rig = await world.start(dir, { extensionDir });
  const call = await rig.context.newPage();
  const sidebar = call.frameLocator('circlekeeper-sidebar iframe[title="Circlekeeper"]');
  const join_ = async () => {
    await call.getByRole('button', { name: 'Join now' }).click();
    await sidebar.getByRole('heading', { level: 1, name: 'Thursday circle' }).waitFor();
  };
  await call.goto(`https://meet.google.com/${CIRCLE_CODE}`);
  await join_();
  await sidebar.getByRole('button', { name: 'Start meeting' }).click();
  await timer(sidebar).waitFor();
  await add(sidebar, 'before the update');
  await wait(random() * 1_500);
  const from = performance.now();
  const [label, shown] = [await timer(sidebar).getAttribute('aria-label'), await shownSince(sidebar, from)];

  const manifest = join(extensionDir, 'manifest.json');
  const read = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  writeFileSync(manifest, JSON.stringify({ ...read, version: '99.0.0' }));
  const asked = performance.now();
  await reload(rig);
  // In the frame or in the shell around it, whichever notices.
  const said = call.getByRole('alert').filter({ hasText: 'updated' });
  await said.first().waitFor({ timeout: 20_000 });
  const noticedMs = performance.now() - asked;
  await call.getByRole('button', { name: 'Reload this page' }).click();
  await join_();
  await timer(sidebar).waitFor();
  const off = (await shownSince(sidebar, from)) - shown;
  if (!(Math.abs(off) <= SLACK_MS)) throw new Error(`seed ${seed}: the clock is off by ${off} ms`);
  if ((await timer(sidebar).getAttribute('aria-label')) !== label)
    throw new Error(`seed ${seed}: another step`);
  await contracts(sidebar).filter({ hasText: 'before the update' }).waitFor();
  await add(sidebar, 'after the update');
  const version = await rig.inExtension(
    () =>
      (
        globalThis as unknown as { chrome: { runtime: { getManifest(): { version: string } } } }
      ).chrome.runtime.getManifest().version,
    null,
  );
  if (version !== '99.0.0') throw new Error(`seed ${seed}: it is version ${version}`);
  const store = await storePage(rig);
  none(`seed ${seed}`, await store.call('problems', { begun: [], acknowledged: [], hashes: [] }));
  await rig.close();
  return { noticedMs: Math.round(noticedMs), offMs: Math.abs(Math.round(off)) };
}

const reload = (rig: Rig): Promise<unknown> =>
  rig
    .inExtension(
      () => (globalThis as unknown as { chrome: { runtime: { reload(): void } } }).chrome.runtime.reload(),
      null,
    )
    .catch(() => undefined);

/**
 * The computer's clock is wrong by a day, forward or back, in the middle of a meeting and between meetings, and is put
 * right again, by the one hook of `platform/clock`. All that was written is there in the order it was written, nothing
 * is reported of by itself, and the running agenda shows the right second again.
 */
export async function wrongByADay(world: FaultWorld, seed: number): Promise<object> {
  const by = seeded(seed)() < 0.5 ? DAY : -DAY;
  const dir = await world.profile();
  let rig = await world.start(dir);
  const written: string[] = [];
  const write = async (part: Part, text: string) => {
    await add(part, text);
    written.push(text);
  };
  const open = async () => {
    const page = await rig.open(`sidebar.html?circle=${THURSDAY}`);
    await page.setViewportSize({ width: 360, height: 900 });
    return page;
  };
  let page = await open();
  await page.getByRole('button', { name: 'Start meeting' }).click();
  await timer(page).waitFor();
  await write(page, 'with the right clock');
  const from = performance.now();
  const [label, shown] = [await timer(page).getAttribute('aria-label'), await shownSince(page, from)];
  // In the middle of it, and a restart with the wrong clock.
  await rig.moveClock(by);
  await wait(1_500);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.reload();
  const isRunning = async () => (await timer(page).count()) > 0;
  await page.getByRole('heading', { level: 1, name: 'Thursday circle' }).waitFor();
  await page
    .getByRole('textbox', { name: 'New contract' })
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  const ranOn = await isRunning();
  if (ranOn) await write(page, 'with the wrong clock');
  await rig.close();
  rig = await world.start(dir);
  await rig.moveClock(0);
  page = await open();
  page.on('pageerror', (error) => errors.push(error.message));
  await timer(page).waitFor();
  const off = (await shownSince(page, from)) - shown;
  if (!(Math.abs(off) <= SLACK_MS)) throw new Error(`seed ${seed}: the clock is off by ${off} ms`);
  if ((await timer(page).getAttribute('aria-label')) !== label) throw new Error(`seed ${seed}: another step`);
  await write(page, 'right again');
  // By its key: what was saved is still said above it.
  await page.getByRole('button', { name: 'End meeting' }).press('Enter');
  await page.getByRole('region', { name: 'Summary' }).waitFor();
  // Between meetings.
  await rig.moveClock(by);
  const home = await rig.open('home.html#/contracts');
  home.on('pageerror', (error) => errors.push(error.message));
  for (const text of written) await home.getByText(text, { exact: true }).first().waitFor();
  await rig.moveClock(0);
  const store = await storePage(rig);
  none(`seed ${seed}`, [
    ...errors,
    ...(await store.call('problems', { begun: [], acknowledged: [], hashes: [] })),
  ]);
  const order = (await store.call('writtenOrder', null)).filter((text) => written.includes(text));
  if (order.join() !== written.join()) throw new Error(`seed ${seed}: the order is ${order.join()}`);
  const reports = await store.call('reportsOf', written);
  if (reports > 0) throw new Error(`seed ${seed}: ${reports} reports that nobody made`);
  await rig.close();
  return {
    [by > 0 ? 'forward' : 'back']: 1,
    ranOnMeanwhile: Number(ranOn),
    offMs: Math.abs(Math.round(off)),
  };
}
