/** `npm run bench`, or some of it: `npm run bench -- spot import`. Prints one table and writes test-results/bench.json. */
import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { buildAll } from '../guards/built.ts';
import { accounts } from './accounts.ts';
import { importing, spotting } from './calendar.ts';
import { calendarPageTime } from './calendar-page.ts';
import { clockCost } from './clock.ts';
import { type Measured, table } from './measure.ts';
import { opening } from './opening.ts';
import { scriptTime } from './script-time.ts';
import { scrolling } from './scrolling.ts';
import { share } from './share.ts';
import { sidebar } from './sidebar.ts';
import { size } from './size.ts';
import { workerStart } from './worker-start.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = join(ROOT, 'test-results/bench-build');
const extensionDir = join(folder, 'chrome-mv3');

const BENCHES = {
  script: () => scriptTime(extensionDir),
  'calendar-page': () => calendarPageTime(extensionDir),
  sidebar: () => sidebar(extensionDir),
  clock: () => clockCost(extensionDir),
  open: () => opening(extensionDir),
  log: () => scrolling(extensionDir),
  spot: () => spotting(extensionDir),
  import: () => importing(extensionDir),
  accounts: () => accounts(extensionDir),
  worker: () => workerStart(extensionDir),
  share: () => share(extensionDir),
  size: () => size(built),
} as const satisfies Record<string, () => Promise<Measured[]>>;
type Name = keyof typeof BENCHES;

const isName = (text: string): text is Name => Object.hasOwn(BENCHES, text);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isName(name));
if (unknown.length > 0) {
  console.error(`No benchmark "${unknown.join('", "')}". There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
const names = asked.length > 0 ? asked.filter(isName) : (Object.keys(BENCHES) as Name[]);

const built = await buildAll(folder);
const rows: Measured[] = [];
const failed: string[] = [];
for (const name of names) {
  console.log(`… ${name}`);
  try {
    rows.push(...(await BENCHES[name]()));
  } catch (error) {
    failed.push(name);
    console.error(`${name} could not be measured:`, error);
  }
}

const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGB: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()} ${arch()}`,
  node: process.version,
};
console.log(`\n${table(rows)}\n`);
for (const { bench, beside, runs } of rows) {
  const more = Object.entries(beside ?? {}).map(([name, value]) => `${name}: ${value}`);
  console.log(`${bench}: median of ${runs}${more.length > 0 ? `; ${more.join('; ')}` : ''}`);
}
console.log(`on ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGB} GB`);
await mkdir(join(ROOT, 'test-results'), { recursive: true });
await writeFile(join(ROOT, 'test-results/bench.json'), `${JSON.stringify({ machine, rows }, null, 2)}\n`);
if (failed.length > 0) process.exitCode = 1;
