import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { CIRCLE_CODE } from '../sandbox/calendar.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let sandbox: Sandbox;
let rig: Rig;
let page: Page;
const bugs: string[] = [];

type Part = Page | FrameLocator;
const watch = (one: Page): Page => one.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const button = (part: Part, name: string | RegExp) => part.getByRole('button', { name });
const float = (part: Part) => button(part, 'Clock in a small window');
const timer = (part: Part) => part.getByRole('timer');
const label = (part: Part) => timer(part).getAttribute('aria-label');
const seconds = async (part: Part) => {
  const [min = 0, sec = 0] = ((await timer(part).textContent()) ?? '').split(':').map(Number);
  return min * 60 + sec;
};
const pressed = (part: Part) => float(part).getAttribute('aria-pressed');

/** What tests do to the computer under an extension page; kept where all its windows read it. */
interface World {
  wall: number;
  mono: number;
}

/**
 * Runs before each extension page's scripts. Its two clocks can be shifted one by one, which the extension's own hook
 * (one time for all) cannot; chimes are noted, and the page can say that it is hidden.
 */
function bendTime(): void {
  if (location.protocol !== 'chrome-extension:') return;
  const world = (): World => JSON.parse(localStorage.getItem('world') ?? '{"wall":0,"mono":0}');
  const wall = Date.now.bind(Date);
  const mono = performance.now.bind(performance);
  Date.now = () => wall() + world().wall;
  performance.now = () => mono() + world().mono;
  const chimes: { node: AudioNode; at: number; off: boolean }[] = [];
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (at = 0) {
    chimes.push({ node: this, at: at - this.context.currentTime, off: false });
    start.call(this, at);
  };
  const { disconnect } = AudioNode.prototype;
  AudioNode.prototype.disconnect = function () {
    for (const chime of chimes) if (chime.node === this) chime.off = true;
    (disconnect as () => void).call(this);
  };
  let hidden = false;
  Object.defineProperty(document, 'visibilityState', { get: () => (hidden ? 'hidden' : 'visible') });
  Object.assign(globalThis, {
    /** Of those that were not called off: in how many seconds they were to ring when they were set. */
    chimes: () => chimes.filter((one) => !one.off).map((one) => Math.floor(one.at)),
    hide: (now: boolean) => {
      hidden = now;
      document.dispatchEvent(new Event('visibilitychange'));
    },
  });
}

interface Bent {
  chimes(): number[];
  hide(now: boolean): void;
}
const chimes = () => page.evaluate(() => (globalThis as unknown as Bent).chimes());
const hide = (now: boolean) => page.evaluate((one) => (globalThis as unknown as Bent).hide(one), now);
const shift = (by: Partial<World>) =>
  page.evaluate((more) => {
    const { wall, mono } = JSON.parse(localStorage.getItem('world') ?? '{"wall":0,"mono":0}') as World;
    const next = { wall: wall + (more.wall ?? 0), mono: mono + (more.mono ?? 0) };
    localStorage.setItem('world', JSON.stringify(next));
  }, by);

/** Opens the clock by a click in `from`; its window, and the part of it that the extension draws. */
async function openClock(from: Part): Promise<{ window: Page; part: Part }> {
  const opened = rig.context.waitForEvent('page');
  await float(from).click();
  const window = watch(await opened);
  const part = window.url() === 'about:blank' ? window.frameLocator('iframe') : window;
  await timer(part).waitFor();
  return { window, part };
}

const closed = (window: Page) => window.isClosed() || window.waitForEvent('close').then(() => true);

async function expectAccessible(one: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: one }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** A running meeting, in the first turn. */
async function start(): Promise<void> {
  await button(page, 'Start meeting').click();
  for (const step of ['Roles', 'Asha', 'Bea', 'Chen', 'Dana', 'Emeka', 'Fatima', 'Asha’s turn']) {
    await button(page, /^Next:/).click();
    await expect.poll(() => label(page)).toContain(step);
  }
}

beforeAll(async () => {
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port });
  await rig.context.addInitScript(bendTime);
  await seed(rig, thursdayCircle(Date.now()).facts);
});
afterAll(async () => {
  await rig.close();
  await sandbox.close();
  expect(bugs).toEqual([]);
});

let offset = 0;

/** Each test has a day of its own: the meeting of the one before is over by then. */
beforeEach(async () => {
  offset += 24 * HOUR;
  await rig.moveClock(offset);
  page = watch(await rig.open(`sidebar.html?circle=${THURSDAY}`));
  await page.setViewportSize({ width: 360, height: 900 });
  await start();
  return async () => {
    await page.evaluate(() => localStorage.clear()).catch(() => undefined);
    for (const one of rig.context.pages().slice(1)) await one.close();
  };
});

describe('the clock in a window of its own', () => {
  it('stays over the others, follows the meeting, moves it, and closes with it', async () => {
    const { window, part } = await openClock(page);
    expect(window.url()).toBe('about:blank');
    expect(await pressed(page)).toBe('true');
    expect(await label(part)).toBe('Asha’s turn');
    await expect.poll(() => timer(part).getAttribute('aria-live')).toBe('off');
    expect(Math.abs((await seconds(part)) - (await seconds(page)))).toBeLessThanOrEqual(1);
    await button(part, 'Next: Bea').click();
    await expect.poll(() => label(page)).toBe('Bea’s turn');
    const before = await seconds(page);
    await button(part, 'Add a minute').click();
    await expect.poll(() => seconds(page)).toBeGreaterThan(before + 55);
    await button(part, 'Pause').click();
    await button(page, 'Resume').click();
    await button(part, 'Pause').waitFor();
    await window.setViewportSize({ width: 260, height: 340 });
    await expectAccessible(window);
    await button(page, 'End meeting').click();
    expect(await closed(window)).toBe(true);
  });

  it('is one only, and is put back by the button that took it out, where the keyboard is then', async () => {
    const first = await openClock(page);
    const again = watch(await rig.open(`sidebar.html?circle=${THURSDAY}`));
    await expect.poll(() => pressed(again)).toBe('true');
    await again.close();
    await page.bringToFront();
    await float(page).press('Enter');
    expect(await closed(first.window)).toBe(true);
    await expect.poll(() => pressed(page)).toBe('false');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Clock in a small window',
    );
    const second = await openClock(page);
    await second.window.evaluate(() => window.close());
    await expect.poll(() => pressed(page)).toBe('false');
  });

  it('keeps its words and buttons in view however small the window is', async () => {
    const { window, part } = await openClock(page);
    for (const [width, height] of [
      [260, 340],
      [240, 200],
      [400, 160],
      [320, 120],
      [240, 90],
    ] as const) {
      await window.setViewportSize({ width, height });
      for (const name of ['Next: Bea', 'Add a minute', 'Pause']) {
        const box = await button(part, name).boundingBox();
        expect(
          box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height,
          `${name} at ${width} × ${height}`,
        ).toBe(true);
      }
      const words = await part.getByText('Asha’s turn').last().boundingBox();
      expect(words && words.y >= 0 && words.y + words.height <= height, `words at ${width} × ${height}`).toBe(
        true,
      );
    }
  });

  it('is a small window where a frame in a call may have none on top, and can be raised from there', async () => {
    await page.close();
    const call = watch(await rig.context.newPage());
    await call.goto(`https://meet.google.com/${CIRCLE_CODE}`);
    await button(call, 'Join now').click();
    const frame = call.frameLocator('iframe[title="Circlekeeper"]');
    await timer(frame).waitFor();
    const { window, part } = await openClock(frame);
    expect(window.url()).toContain('sidebar.html?clock=');
    expect(await label(part)).toBe('Asha’s turn');
    await expect.poll(() => pressed(frame)).toBe('true');
    const raised = rig.context.waitForEvent('page');
    await button(part, 'Keep over other windows').click();
    const top = await raised;
    await timer(top.frameLocator('iframe')).waitFor();
    await window.getByText('stays over your other windows').waitFor();
    await call.bringToFront();
    await float(frame).click();
    expect(await closed(top)).toBe(true);
    expect(await closed(window)).toBe(true);
  });

  it('is a small window beside the side panel: asking for one on top there ends the browser', async () => {
    await page.evaluate(() => {
      // A side panel is topmost and no tab; Playwright cannot open one.
      const { chrome } = globalThis as unknown as { chrome: { tabs: { getCurrent(): Promise<undefined> } } };
      chrome.tabs.getCurrent = async () => undefined;
    });
    const { window } = await openClock(page);
    expect(window.url()).toContain('sidebar.html?clock=');
    await button(page, 'End meeting').click();
    expect(await closed(window)).toBe(true);
  });

  it('says so in words where the browser opens no window at all, and the meeting goes on', async () => {
    await page.evaluate(() => {
      const world = globalThis as unknown as {
        documentPictureInPicture: { requestWindow(): Promise<never> };
        chrome: { windows: { create(): Promise<never> } };
      };
      const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      world.documentPictureInPicture.requestWindow = refuse;
      world.chrome.windows.create = refuse;
    });
    await float(page).click();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('could not be opened');
    expect(await pressed(page)).toBe('false');
    await button(page, 'Next: Bea').click();
    await expect.poll(() => label(page)).toBe('Bea’s turn');
  });
});

describe('the clock of a turn, when it is seen again', () => {
  it('is right after twenty minutes in a hidden tab, and the end is rung and said once', async () => {
    const left = await seconds(page);
    await expect.poll(chimes).toHaveLength(3);
    const [soon, over] = (await chimes()).toSorted((a, b) => a - b);
    expect([soon, over].map((at) => Math.abs((at ?? 0) - left) % 60 <= 4)).toContain(true);
    await hide(true);
    await shift({ wall: 20 * MINUTE, mono: 20 * MINUTE });
    const shown = await timer(page).textContent();
    await page.waitForTimeout(1_200);
    await expect.poll(() => timer(page).textContent()).toBe(shown);
    await hide(false);
    await expect.poll(() => timer(page).textContent()).toBe('0:00');
    const over20 = await page.locator('.ring-words').textContent();
    expect(over20).toMatch(/over by/);
    const [min = 0, sec = 0] = (over20?.match(/(\d+):(\d+)/)?.slice(1) ?? []).map(Number);
    expect(Math.abs(min * 60 + sec + left - 20 * 60)).toBeLessThanOrEqual(4);
    // The audio clock was not shifted, so it had not rung: now it does, once, and not for the last minute before it.
    expect(await chimes()).toEqual([0, 0]);
    await expect
      .poll(() => page.locator('[role="status"]').first().textContent())
      .toBe('Asha’s turn: time is up');
    await hide(true);
    await hide(false);
    await page.waitForTimeout(1_100);
    expect(await chimes()).toEqual([0, 0]);
  });

  it('is right after the computer slept for five minutes, when only the wall clock went on', async () => {
    const left = await seconds(page);
    await shift({ wall: 5 * MINUTE });
    await expect.poll(async () => Math.abs(left - 300 - (await seconds(page)))).toBeLessThanOrEqual(3);
  });

  it('runs on when the wall clock is set back by an hour, here and in a window that opens after it', async () => {
    const left = await seconds(page);
    await shift({ wall: -HOUR });
    await page.waitForTimeout(1_100);
    expect(Math.abs(left - (await seconds(page)))).toBeLessThanOrEqual(4);
    const { part } = await openClock(page);
    expect(Math.abs((await seconds(part)) - (await seconds(page)))).toBeLessThanOrEqual(1);
    await button(part, 'Next: Bea').click();
    await expect.poll(() => label(page)).toBe('Bea’s turn');
    expect(Math.abs((await seconds(part)) - (await seconds(page)))).toBeLessThanOrEqual(1);
    expect(await seconds(page)).toBeGreaterThan(9 * 60);
    const shown = await seconds(page);
    await page.reload();
    await timer(page).waitFor();
    await expect.poll(async () => Math.abs(shown - (await seconds(page)))).toBeLessThanOrEqual(5);
    expect(await label(page)).toBe('Bea’s turn');
  });

  it.each([
    ['on', 'America/New_York', '2027-03-14T06:58:00Z'],
    ['back', 'Europe/Berlin', '2027-10-31T00:58:00Z'],
  ])('goes through the change of the hour, %s, in %s', async (_, timezoneId, shortly) => {
    const session = await rig.context.newCDPSession(page);
    await session.send('Emulation.setTimezoneOverride', { timezoneId });
    offset = Date.parse(shortly) - Date.now();
    const minutesFromUtc = (at: number) => page.evaluate((ms) => new Date(ms).getTimezoneOffset(), at);
    const at = Date.parse(shortly);
    expect(Math.abs((await minutesFromUtc(at + 4 * MINUTE)) - (await minutesFromUtc(at)))).toBe(60);
    await rig.moveClock(offset);
    await page.bringToFront();
    await page.reload();
    await start();
    const left = await seconds(page);
    const late = async () => Number.parseInt((await page.locator('.stage-late').textContent()) ?? '0', 10);
    const before = await late();
    offset += 4 * MINUTE;
    await rig.moveClock(offset);
    await page.bringToFront();
    await expect.poll(async () => Math.abs(left - 240 - (await seconds(page)))).toBeLessThanOrEqual(5);
    // A turn that was made longer takes some of what one is ahead.
    expect(Math.abs((await late()) - before)).toBeLessThanOrEqual(1);
  });
});
