/**
 * `npm run soak` (`-- --share=FILE`: shared circles alone, see `share-run.ts`; `-- --faults=FILE`: `fault-run.ts`): the properties of facts, meetings, clocks and the reading of accounts for long. `RUNS` is how many
 * (2,000), `SEED` where the chance begins; without it a run that was broken off goes on (test-results/soak.json), or a
 * new one begins. `-- --inputs=FILE` (`--seed=`, `--count=`): what comes from outside alone, going on where it stood. `-- --again=FILE` (`--count=`): the end-to-end tests again and again (`again-run.ts`). A failure says how to see it again. Beside it, once a run that has no `SEED`: a meeting's clock
 * through real time (`real-clock.ts`), for `HIDDEN_MIN` (20, 0 for not at all), `STOPPED_MIN` (5) and `SEEN_MIN` (10).
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildAll } from '../guards/built.ts';
import { findChromium } from '../rig/find-chromium.mjs';
import { againRun } from './again-run.ts';
import { checkCalendars } from './calendar-course.ts';
import { checkClocks } from './clock-course.ts';
import { faultRun } from './fault-run.ts';
import { checkFrames, checkParts } from './frame-course.ts';
import { checkInputs } from './input-course.ts';
import { inputRun } from './input-run.ts';
import { checkMeetings } from './meeting-course.ts';
import { checkServices } from './service-course.ts';
import { checkSharing } from './share-course.ts';
import { shareRun } from './share-run.ts';
import { newTally, tallyLines } from './share-tally.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STATE = join(ROOT, 'test-results/soak.json');
/** Runs in one go; each go has a seed of its own, so that a failing one is seen again alone. */
const BATCH = 50;
/** Meetings and calendars need no browser, so they get more. */
const MEETINGS = 20;
const CALENDARS = 40;
const CLOCKS = 100;
/** Frames that nobody may take: a million in 2,000 runs, in about three minutes. */
const FRAMES = 500;
/** Histories of a shared circle, each with a seed of its own: 100,000 in 2,000 runs. */
const SHARES = 50;
/** Texts and JSON from outside, each shown to everything that reads such: a million in 2,000 runs. */
const INPUTS = 500;
/** Over the stand-ins, which take their time. */
const SERVICES = 2;

interface State {
  seed: number;
  runs: number;
  done: number;
  /** Whether the clock has gone through real time; absent where that was not asked for. */
  realClock?: boolean;
}

const number = (text: string | undefined): number | undefined => {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`not a whole number: ${text}`);
  return value;
};

async function begin(): Promise<State> {
  const seed = number(process.env.SEED);
  const runs = number(process.env.RUNS);
  const left = seed === undefined ? await readLeft() : null;
  if (left) return { ...left, runs: runs ?? left.runs };
  const chance = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
  return { seed: seed ?? chance % 1_000_000_000, runs: runs ?? 2_000, done: 0 };
}

async function readLeft(): Promise<State | null> {
  try {
    const state = JSON.parse(await readFile(STATE, 'utf8')) as State;
    return state.done < state.runs || state.realClock === false ? state : null;
  } catch {
    return null;
  }
}

/** Real IndexedDB, so through Vitest's browser project. */
function inBrowser(seed: number, runs: number): boolean {
  const { status } = spawnSync(
    join(ROOT, 'node_modules/.bin/vitest'),
    [
      'run',
      '--project',
      'browser',
      '--reporter=dot',
      'lib/store',
      '-t',
      'split, repeated|makes a fold throw|is what the service has|in either order',
    ],
    {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: {
        ...process.env,
        CHROMIUM: findChromium() ?? '',
        VITE_SOAK_SEED: String(seed),
        VITE_SOAK_RUNS: String(runs),
      },
    },
  );
  return status === 0;
}

const tally = newTally();

async function withoutBrowser(seed: number, runs: number): Promise<boolean> {
  try {
    checkMeetings({ seed, runs: runs * MEETINGS });
    checkClocks({ seed, runs: runs * CLOCKS });
    await checkCalendars({ seed, runs: runs * CALENDARS });
    await checkFrames({ seed, frames: runs * FRAMES });
    await checkParts({ seed, messages: runs });
    await checkInputs({ seed, inputs: runs * INPUTS });
    await checkSharing({ seed: seed * 10_000, histories: runs * SHARES, tally });
    // Each course has the next seed of its own.
    await checkServices({ seed: seed * 1000, runs: runs * SERVICES });
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

/** In a process of its own, since the others do not let go of this one; `right` comes with its end. */
async function throughRealTime(): Promise<{ right: Promise<boolean> }> {
  const folder = join(ROOT, 'test-results/soak-build');
  await buildAll(folder);
  const script = join(ROOT, 'test/soak/real-clock.ts');
  const child = spawn(process.execPath, [script, join(folder, 'chrome-mv3')], { stdio: 'inherit' });
  process.once('exit', () => child.kill());
  return { right: new Promise((done) => child.once('exit', (code) => done(code === 0))) };
}

/** `--name=value` behind the command. */
const option = (name: string): string | undefined =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);

const shareFile = option('share');
if (shareFile !== undefined) {
  const asked = { seed: number(option('seed')), histories: number(option('histories')) };
  process.exit((await shareRun(resolve(shareFile), asked)) ? 0 : 1);
}

const faultFile = option('faults');
if (faultFile !== undefined) {
  const built = await buildAll(join(ROOT, 'test-results/soak-build'));
  const asked = { seed: number(option('seed')), only: option('only'), times: number(option('times')) };
  process.exit((await faultRun(resolve(faultFile), built.chrome.folder, asked)) ? 0 : 1);
}

const inputFile = option('inputs');
if (inputFile !== undefined) {
  const asked = { seed: number(option('seed')), count: number(option('count')) };
  process.exit((await inputRun(resolve(inputFile), asked)) ? 0 : 1);
}

const againFile = option('again');
if (againFile !== undefined)
  process.exit((await againRun(resolve(againFile), { count: number(option('count')) })) ? 0 : 1);

const state = await begin();
const isAsked = process.env.SEED === undefined && process.env.HIDDEN_MIN !== '0';
if (isAsked) state.realClock ??= false;
const realTime = state.realClock === false && isAsked ? await throughRealTime() : null;
const goingOn = state.done > 0 ? `, going on after ${state.done}` : '';
console.log(`SEED=${state.seed} RUNS=${state.runs}${goingOn}`);
await mkdir(join(ROOT, 'test-results'), { recursive: true });
while (state.done < state.runs) {
  const seed = state.seed + state.done / BATCH;
  const runs = Math.min(BATCH, state.runs - state.done);
  if (!(await withoutBrowser(seed, runs)) || !inBrowser(seed, runs)) {
    console.error(`\nTo see it again: SEED=${seed} RUNS=${runs} npm run soak`);
    process.exit(1);
  }
  state.done += runs;
  await writeFile(STATE, JSON.stringify(state));
  console.log(
    `${state.done} of ${state.runs}, ${state.done * MEETINGS} meetings, ${state.done * CALENDARS} calendars of each kind, ${state.done * FRAMES} frames refused, ${state.done * INPUTS} inputs read, ${state.done * SHARES} histories shared`,
  );
}
for (const line of tallyLines(tally)) console.log(line);
if (realTime) {
  console.log('… the clock through real time');
  if (!(await realTime.right)) {
    console.error('\nThe clock was wrong in real time; to see it again: npm run soak');
    process.exit(1);
  }
}
await rm(STATE, { force: true });
