import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

let sandbox: Sandbox;
let rig: Rig;
let page: Page;
let offset = 0;
const bugs: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port });
  await seed(rig, thursdayCircle(Date.now()).facts);
  page = await rig.open(`sidebar.html?circle=${THURSDAY}`);
  page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
  await page.setViewportSize({ width: 360, height: 640 });
  await button('Start meeting').waitFor();
});
afterAll(async () => {
  await rig.close();
  await sandbox.close();
  expect(bugs).toEqual([]);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });
const step = () => page.getByRole('timer').getAttribute('aria-label');

async function forward(ms: number): Promise<void> {
  offset += ms;
  await rig.moveClock(offset);
  await page.bringToFront();
}

async function nextTo(label: RegExp): Promise<void> {
  for (let i = 0; i < 30; i += 1) {
    const before = await step();
    if (label.test(before ?? '')) return;
    await button(/^Next:/).click();
    await expect.poll(step).not.toBe(before);
  }
  throw new Error(`${label} never came`);
}

/** Collects what live regions say, in order. */
const listen = () =>
  page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const live = element?.closest('[aria-live]');
        const kind = live?.getAttribute('aria-live');
        if (live && kind !== 'off' && live.textContent)
          said.push(`${kind}: ${(live.querySelector('.toast-text') ?? live).textContent}`);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

const transcript: string[] = [];

/** What was done, which clock is on, and what was said by itself. */
async function hear(did: string): Promise<void> {
  await page.waitForTimeout(1300);
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said.splice(0));
  const on = (await page.getByRole('timer').count()) > 0 ? ` (timer: ${await step()})` : '';
  transcript.push(`> ${did}${on}`, ...new Set(said));
}

const read = new Set<string>();

/**
 * The page in the order a screen reader goes through it, from the browser's accessibility tree: role, name, state. A
 * part that was read the same way before is named only.
 */
async function readAll(): Promise<void> {
  const tree = await page.locator('body').ariaSnapshot();
  const now = page.locator('[aria-current="step"] .agenda-name');
  const current = (await now.count()) > 0 ? await now.textContent() : null;
  const parts: string[][] = [];
  for (const line of tree.split('\n')) {
    // Parts of `main` stand two steps in; what is above them is a part, too.
    if (parts.length === 0 || /^( {2})?- /.test(line)) parts.push([line]);
    else parts.at(-1)?.push(line);
  }
  for (const lines of parts) {
    const heard = lines.filter((line, i) => isHeard(line, lines[i - 1] ?? '')).map(steady);
    const words = folded(heard).map((line) =>
      line.replace(`listitem: ${current} `, `listitem [current step]: ${current} `),
    );
    if (words.length === 0) continue;
    const isKnown = words.length > 2 && read.has(words.join('\n'));
    read.add(words.join('\n'));
    transcript.push(...(isKnown ? [`${words[0]} as before`] : words));
  }
}

/** Without what is another day, second by second, or already said with what it belongs to. */
const steady = (line: string): string =>
  line
    .replace(/(timer ".*"): .*/, '$1: (what is left)')
    // What stands in a picture is not read beside its name.
    .replace(/('?img .*"'?): .*/, '$1')
    .replaceAll(/\b(made|Next:) [^"]*\d/g, '$1 (date)')
    .replaceAll(/\d+(:\d\d)+/g, 'm:ss')
    .replaceAll(/\d+ min (left|ahead|behind)|(turns,) \d+ min|m:ss min/g, (all) =>
      all.replace(/\d+|m:ss/, '…'),
    )
    .replaceAll(/\d+ minutes?$/g, '… minutes')
    // Who says a stroke to whom is drawn for each meeting.
    .replace(/\w+ to \w+( One thing)/, '(one) to (another)$1')
    .replace(/"\w+ \w+ has said it"/, '"(one) has said it"');

/** Whether a line is heard: a label is read with its box, and what was said by itself stands above. */
function isHeard(line: string, before: string): boolean {
  if (/^\s*- (status|\/placeholder|\/url)\b/.test(line)) return false;
  const label = /(?:checkbox|radio) "(.*?)"/.exec(before)?.[1];
  return label === undefined || !line.endsWith(`- text: ${label}`);
}

/** Of many alike (contracts, members) two tell the rest; an unnamed one among them is not alike. */
function folded(lines: readonly string[]): string[] {
  const indent = (line: string) => line.search(/\S/);
  const shape = (block: readonly string[]) =>
    block.map((line) => line.replace(/".*"/, '""').replace(/: .*/, ': …')).join('\n');
  const out: string[] = [];
  for (let i = 0; i < lines.length; ) {
    const blocks: string[][] = [];
    for (let at = i; at < lines.length && indent(lines[at] ?? '') === indent(lines[i] ?? ''); ) {
      const end = lines.findIndex((line, j) => j > at && indent(line) <= indent(lines[i] ?? ''));
      const block = lines.slice(at, end < 0 ? lines.length : end);
      if (block.length < 2 || (blocks[0] && shape(block) !== shape(blocks[0]))) break;
      blocks.push(block);
      at += block.length;
    }
    if (blocks.length > 3) {
      out.push(
        ...blocks.slice(0, 2).flat(),
        `${' '.repeat(indent(lines[i] ?? ''))}… and ${blocks.length - 2} more alike`,
      );
      i += blocks.flat().length;
    } else {
      out.push(lines[i] ?? '');
      i += 1;
    }
  }
  return out;
}

describe('to a screen reader', () => {
  it('a whole meeting reads in order, and speaks by itself at one minute, at the end and at a change of phase', async () => {
    await listen();
    await hear('The sidebar opens');
    await readAll();
    await button('Start meeting').click();
    await hear('Start meeting');
    await readAll();
    await forward(70_000);
    await hear('a minute and ten seconds later');
    await forward(60_000);
    await hear('another minute later');
    await button(/^Next:/).click();
    await hear('Next');
    await readAll();
    await button(/^Next:/).click();
    await hear('Next');
    await readAll();
    await button(/^Next:/).click();
    await hear('Next, within the phase');
    await button('Pause').click();
    await hear('Pause');
    await button('Resume').click();
    await hear('Resume');
    await button('Add a minute').click();
    await hear('Add a minute');
    await nextTo(/Asha’s turn/);
    await hear('Next, until the work');
    await readAll();
    await nextTo(/Fatima’s turn/);
    await hear('Next, until the last turn');
    await nextTo(/Asha’s contract/);
    await hear('Next');
    await readAll();
    await nextTo(/Strokes/);
    await hear('Next, until the close');
    await readAll();
    await button('End meeting').first().click();
    await hear('End meeting');
    await readAll();
    await expect(`${transcript.join('\n')}\n`).toMatchFileSnapshot('transcripts/whole-meeting.txt');
  });
});
