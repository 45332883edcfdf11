// Runs every check and test in order, goes on after a failure, and ends with one line: "N passed, N failed".
// A check that is no test run (types, lint) counts as one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { findChromium } from '../test/rig/find-chromium.mjs';

const root = resolve(import.meta.dirname, '..');
const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });

const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`,
  CHROMIUM: findChromium() ?? '',
};

/** True when the command succeeded; its output goes straight through. */
function run(command, ...parameters) {
  console.log(`\n> ${[command, ...parameters].join(' ')}`);
  const { status } = spawnSync(command, parameters, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env,
  });
  return status === 0;
}

let passed = 0;
let failed = 0;

function check(isFine) {
  if (isFine) passed += 1;
  else failed += 1;
}

/** A run of one Vitest project; a run that breaks down without a failed test is one failure. */
function tests(project) {
  const report = join(results, `${project}.json`);
  rmSync(report, { force: true });
  const isFine = run(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
  const { numPassedTests, numFailedTests } = readReport(report);
  passed += numPassedTests;
  failed += numFailedTests;
  if (!isFine && numFailedTests === 0) failed += 1;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}

check(run('wxt', 'prepare') && run('tsc', '--noEmit'));
check(run('biome', 'check', '.'));
tests('unit');
tests('browser');
tests('e2e');
// What a stranger does first, as it is: the sandbox, walked through without a display. As with the end-to-end tests, a
// busy machine may try twice.
const walk = () => run('node', 'scripts/run.mjs', 'test/sandbox/start.ts', '--headless');
check(walk() || (Boolean(process.env.CI) && walk()));

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
