import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findChromium } from '../rig/find-chromium.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
/** In turn: whoever is nine hours behind or fourteen ahead has another day than the machine that CI runs on. */
const ZONES = ['UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Europe/Berlin'];

interface Run {
  /** ISO date and time. */
  begun: string;
  seconds: number;
  zone: string;
  passed: number;
  /** What failed, with the beginning of why. */
  failed: string[];
}

interface State {
  count: number;
  runs: Run[];
}

/** The part of Vitest's JSON that is read. */
interface Report {
  numPassedTests: number;
  testResults: {
    name: string;
    message?: string;
    status: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

/**
 * `npm run soak -- --again=FILE --count=20`: the end-to-end tests so many times, nothing tried twice, in another time zone
 * each time. FILE keeps every run; what was broken off goes on there. Resolves whether nothing failed in any of them.
 */
export async function againRun(file: string, asked: { count: number | undefined }): Promise<boolean> {
  const kept = await left(file);
  const state = { count: asked.count ?? kept?.count ?? 20, runs: kept?.runs ?? [] };
  while (state.runs.length < state.count) {
    const run = await once(ZONES[state.runs.length % ZONES.length] ?? 'UTC');
    state.runs.push(run);
    await writeFile(file, `${JSON.stringify(state, null, 2)}\n`);
    const { begun, seconds, zone, passed, failed } = run;
    console.log(
      `${state.runs.length} of ${state.count}: ${begun}, ${zone}, ${seconds} s, ${passed} passed, ${failed.length} failed`,
    );
    for (const line of failed) console.log(`  ${line}`);
  }
  return state.runs.every(({ failed, passed }) => failed.length === 0 && passed > 0);
}

async function once(zone: string): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'circlekeeper-again-'));
  const report = join(folder, 'report.json');
  const at = Date.now();
  // Without CI, for there what fails is tried a second time.
  const { CI: _, ...env } = process.env;
  spawnSync(
    join(ROOT, 'node_modules/.bin/vitest'),
    ['run', '--project', 'e2e', '--reporter=json', `--outputFile=${report}`],
    {
      cwd: ROOT,
      stdio: 'ignore',
      shell: process.platform === 'win32',
      env: { ...env, CHROMIUM: findChromium() ?? '', TZ: zone },
    },
  );
  const seconds = Math.round((Date.now() - at) / 1_000);
  const { numPassedTests: passed, testResults } = JSON.parse(await readFile(report, 'utf8')) as Report;
  await rm(folder, { recursive: true, force: true });
  const failed = testResults.flatMap(({ name, message, status, assertionResults }) => {
    const tests = assertionResults.filter((one) => one.status === 'failed');
    if (tests.length === 0 && status === 'failed') return [line(name, message ?? 'did not begin')];
    return tests.map((one) => line(one.fullName, one.failureMessages[0] ?? ''));
  });
  return { begun: new Date(at).toISOString(), seconds, zone, passed, failed };
}

const line = (name: string, why: string): string => `${name}: ${why.replaceAll(/\s+/g, ' ').slice(0, 300)}`;

async function left(file: string): Promise<State | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as State;
  } catch {
    return null;
  }
}
