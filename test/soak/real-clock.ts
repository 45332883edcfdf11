import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { findChromium } from '../rig/find-chromium.mjs';
import { EXTENSION_ID, launch } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { startSandbox } from '../sandbox/server.ts';

const MINUTE = 60_000;
/** What is shown may be old by a tick and by the way to here, ms. */
const SLACK_MS = 1_500;

export interface RealClockOptions {
  extensionDir: string;
  /** Real minutes with the tab behind another one; with all of the browser's processes stopped; and in view. */
  hiddenMin: number;
  stoppedMin: number;
  seenMin: number;
}

/** What was measured; nothing of it is simulated. */
export interface RealClock {
  /** Wakings of a timer of one second in the hidden page, in all and in the last minute. */
  hiddenTicks: number;
  hiddenTicksLastMin: number;
  /** Changes that the hidden page made to what it shows. */
  hiddenChanges: number;
  /** From the tab's coming to the front to the right figure, ms. */
  seenAfterMs: number;
  /** How far from its time each chime ended in the hidden tab, ms. */
  chimesOffMs: readonly number[];
  /** What was shown after the browser stood still, against the time that had passed, ms. */
  stoppedOffMs: number;
  /** In view: figures seen, the longest lag of one behind its second, and what the last was off by against the first, by the monotonic clock, ms. */
  figures: number;
  lagMs: number;
  driftMs: number;
}

interface Note {
  ticks: number[];
  changes: { mono: number; clock: string; words: string }[];
  chimes: { ended: number }[];
}

/** Runs before the page's scripts: a timer of its own to see how the browser slows them, and what rings and changes. */
function takeNotes(): void {
  const note: Note = { ticks: [], changes: [], chimes: [] };
  Object.assign(globalThis, { note });
  setInterval(() => note.ticks.push(Date.now()), 1000);
  const { start } = OscillatorNode.prototype;
  OscillatorNode.prototype.start = function (at) {
    let off = false;
    const { disconnect } = this;
    this.disconnect = () => {
      off = true;
      (disconnect as () => void).call(this);
    };
    this.addEventListener('ended', () => {
      if (!off) note.chimes.push({ ended: Date.now() });
    });
    start.call(this, at);
  };
  new MutationObserver((records) => {
    for (const { target } of records) {
      const middle = (target instanceof Element ? target : target.parentElement)?.closest('.ring-middle');
      const [clock = '', words = ''] = ['.ring-clock', '.ring-words'].map(
        (one) => middle?.querySelector(one)?.textContent ?? '',
      );
      if (middle) note.changes.push({ mono: performance.now(), clock, words });
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

const notes = (page: Page): Promise<Note> =>
  page.evaluate(() => structuredClone((globalThis as unknown as { note: Note }).note));
const forget = (page: Page) =>
  page.evaluate(() => {
    for (const list of Object.values((globalThis as unknown as { note: Note }).note)) list.length = 0;
  });
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** ms by the computer's monotonic clock. */
const mono = (): number => Number(process.hrtime.bigint()) / 1e6;
const clockMs = (text: string): number => {
  const [min = Number.NaN, sec = Number.NaN] = (/(\d+):(\d\d)/.exec(text)?.slice(1) ?? []).map(Number);
  return (min * 60 + sec) * 1000;
};

/** What the clock and the words below it say is left; below 0 by how much it is over; ms. */
const leftMs = (clock: string, words: string): number => clockMs(clock) || -clockMs(words);

/** What the page shows of the step's time, as {@link leftMs}. */
async function shown(page: Page): Promise<number> {
  const [clock = '', words = ''] = await page.evaluate(() =>
    ['[role="timer"]', '.ring-words'].map((one) => document.querySelector(one)?.textContent ?? ''),
  );
  return leftMs(clock, words);
}

/** Checks the clock of a running meeting through real time. Throws where it is wrong. */
export async function checkRealClock(options: RealClockOptions): Promise<RealClock> {
  const profileDir = await mkdtemp(join(tmpdir(), 'circlekeeper-clock-'));
  const sandbox = await startSandbox();
  const rig = await launch({ port: sandbox.port, profileDir, extensionDir: options.extensionDir });
  await seed(rig, thursdayCircle(Date.now()).facts);
  await rig.close();
  await sandbox.close();
  // Playwright lets every page believe that it is seen; this leaves it to the browser.
  const browser = await puppeteer.launch({
    executablePath: findChromium() ?? '',
    ignoreDefaultArgs: true,
    defaultViewport: null,
    args: [
      `--user-data-dir=${profileDir}`,
      '--remote-debugging-port=0',
      `--load-extension=${options.extensionDir}`,
      `--disable-extensions-except=${options.extensionDir}`,
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--mute-audio',
      '--disable-background-networking',
      '--window-size=400,900',
      'about:blank',
    ],
  });
  try {
    return await throughTime(browser, options);
  } finally {
    await browser.close();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function throughTime(browser: Browser, options: RealClockOptions): Promise<RealClock> {
  const { hiddenMin, stoppedMin, seenMin } = options;
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(takeNotes);
  await page.goto(`chrome-extension://${EXTENSION_ID}/sidebar.html?circle=${THURSDAY}`);
  await page.locator('aria/Start meeting').click();
  await page.locator('[role="timer"]').wait();
  await wait(3_000);
  const total = await shown(page);
  const begun = mono();
  const truth = () => total - (mono() - begun);
  const near = (what: string, value: number) => {
    if (!(Math.abs(value - truth()) <= SLACK_MS))
      throw new Error(`${what}: shown ${value} ms, it is ${Math.round(truth())} ms`);
    return Math.round(value - truth());
  };

  const front = await browser.newPage();
  await front.bringToFront();
  const state = () => page.evaluate(() => document.visibilityState);
  if ((await state()) !== 'hidden') throw new Error('the tab behind counts as seen');
  await forget(page);
  const hiddenAt = Date.now();
  await wait(hiddenMin * MINUTE);
  const { ticks, changes, chimes } = await notes(page);
  const lastMin = ticks.filter((at) => at > Date.now() - MINUTE).length;
  const asked = mono();
  await page.bringToFront();
  while (Math.abs((await shown(page)) - truth()) > SLACK_MS) {
    if (mono() - asked > 5_000) near('seen again', await shown(page));
    await wait(5);
  }
  const seenAfterMs = Math.round(mono() - asked);
  near('seen again', await shown(page));
  // One tone with a minute left, two at the end, each sounding for a second and a half.
  const due = [total - MINUTE, total, total + 450].map((ms) => hiddenAt + ms + 1_500);
  const wanted = due.filter((at) => at < hiddenAt + hiddenMin * MINUTE);
  if (chimes.length !== wanted.length)
    throw new Error(`${chimes.length} tones rang in the hidden tab, not ${wanted.length}`);
  const chimesOffMs = wanted.map((at, i) => Math.round((chimes[i]?.ended ?? 0) - at));
  if (chimesOffMs.some((off) => Math.abs(off) > 2 * SLACK_MS))
    throw new Error(`tones out by ${chimesOffMs} ms`);
  await wait(3_000);
  if ((await notes(page)).chimes.length > wanted.length) throw new Error('a chime rang again');

  stop(browser, 'SIGSTOP');
  await wait(stoppedMin * MINUTE);
  stop(browser, 'SIGCONT');
  await wait(2_000);
  const stoppedOffMs = near('after standing still', await shown(page));

  await page.evaluate(() =>
    [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('Next'))?.click(),
  );
  await wait(3_000);
  await forget(page);
  await wait(seenMin * MINUTE);
  const seen = (await notes(page)).changes;
  // Of a tick that changed two texts the last.
  const offs = seen
    .filter(({ mono }, i) => seen[i + 1]?.mono !== mono)
    .map(({ mono, clock, words }) => mono + leftMs(clock, words))
    .filter(Number.isFinite);
  const first = offs[0] ?? Number.NaN;
  return {
    hiddenTicks: ticks.length,
    hiddenTicksLastMin: lastMin,
    hiddenChanges: changes.length,
    seenAfterMs,
    chimesOffMs,
    stoppedOffMs,
    figures: offs.length,
    lagMs: Math.round(Math.max(...offs) - Math.min(...offs)),
    driftMs: Math.round((offs.at(-1) ?? Number.NaN) - first),
  };
}

/** Stops or continues the browser with all its processes, as nothing but the system can. */
function stop(browser: Browser, signal: 'SIGSTOP' | 'SIGCONT'): void {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const all = new Set([browser.process()?.pid ?? -1]);
  for (let before = 0; before !== all.size; ) {
    before = all.size;
    for (const [pid = -1, parent = -1] of rows) if (all.has(parent)) all.add(pid);
  }
  for (const pid of all) process.kill(pid, signal);
}

const minutes = (name: string, usual: number): number => Number(process.env[name] ?? usual);

if (import.meta.main) {
  const extensionDir = process.argv[2] ?? '';
  const result = await checkRealClock({
    extensionDir,
    hiddenMin: minutes('HIDDEN_MIN', 20),
    stoppedMin: minutes('STOPPED_MIN', 5),
    seenMin: minutes('SEEN_MIN', 10),
  });
  console.log(`clock in real time: ${JSON.stringify(result)}`);
}
