import type { CDPSession, Page } from 'playwright-core';
import { launch } from '../rig/launch.ts';
import { OTHER_CODE } from '../sandbox/calendar.ts';
import { startSandbox } from '../sandbox/server.ts';
import { type Measured, median } from './measure.ts';
import { watchingPeer, withoutContentScript } from './peers.ts';

const RUNS = 3;
const SECONDS = 10;
const SAMPLE_US = 100;

interface Taken {
  /** ms in which some function of an extension was on the stack. */
  extensionMs: number;
  /** ms of all scripts of the page and its extensions, and of all that the tab's main thread did. */
  scriptMs: number;
  taskMs: number;
}

/**
 * Script time that the content script adds to a busy call page (7 tiles, 25 rounds of changes a second) over 10 s,
 * beside an extension that watches every change, and beside the page alone. Counted by the browser's own profiler, by
 * the script that is on the stack.
 */
export async function scriptTime(extensionDir: string): Promise<Measured[]> {
  const sandbox = await startSandbox();
  try {
    const folders = {
      alone: await withoutContentScript(extensionDir),
      ours: extensionDir,
      peer: await watchingPeer(extensionDir),
    };
    const taken: Record<keyof typeof folders, Taken[]> = { alone: [], ours: [], peer: [] };
    for (let run = 0; run < RUNS; run++) {
      for (const who of ['alone', 'ours', 'peer'] as const) {
        taken[who].push(await inBusyCall(sandbox.port, folders[who]));
      }
    }
    const middle = (who: keyof typeof folders, what: keyof Taken) =>
      median(taken[who].map((one) => one[what]));
    return [
      {
        bench: 'script',
        what: `script time added to a busy call page over ${SECONDS} s`,
        ours: middle('ours', 'extensionMs'),
        peer: middle('peer', 'extensionMs'),
        against: 'an extension watching every change',
        unit: 'ms',
        aim: '≤ 3 ms',
        runs: RUNS,
        beside: {
          'all scripts of the page alone, ms': Math.round(middle('alone', 'scriptMs')),
          'with ours, ms': Math.round(middle('ours', 'scriptMs')),
          'with the peer, ms': Math.round(middle('peer', 'scriptMs')),
          'main thread alone / ours / peer, ms': (['alone', 'ours', 'peer'] as const)
            .map((who) => Math.round(middle(who, 'taskMs')))
            .join(' / '),
        },
      },
    ];
  } finally {
    await sandbox.close();
  }
}

async function inBusyCall(port: number, extensionDir: string): Promise<Taken> {
  const rig = await launch({ port, extensionDir });
  try {
    const page = await rig.context.newPage();
    await page.goto(`https://meet.google.com/${OTHER_CODE}?busy`);
    await page.getByRole('button', { name: 'Join now' }).click();
    await page.locator('[data-participant-id]').nth(6).waitFor();
    // Joining is over, and whatever happens once in a call has happened.
    await page.waitForTimeout(3_000);
    return await profile(page, await rig.context.newCDPSession(page));
  } finally {
    await rig.close();
  }
}

async function profile(page: Page, session: CDPSession): Promise<Taken> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_US });
  const before = await metrics(session);
  await session.send('Profiler.start');
  await page.waitForTimeout(SECONDS * 1000);
  const { profile: taken } = await session.send('Profiler.stop');
  const after = await metrics(session);
  return {
    extensionMs: extensionMs(taken),
    scriptMs: (after.ScriptDuration - before.ScriptDuration) * 1000,
    taskMs: (after.TaskDuration - before.TaskDuration) * 1000,
  };
}

async function metrics(session: CDPSession): Promise<{ ScriptDuration: number; TaskDuration: number }> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  const value = (name: string) => list.find((one) => one.name === name)?.value ?? Number.NaN;
  return { ScriptDuration: value('ScriptDuration'), TaskDuration: value('TaskDuration') };
}

type Profile = Awaited<ReturnType<CDPSession['send']>> & {
  nodes: { id: number; callFrame: { url: string }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
};

/** ms of the samples with a function of an extension on the stack, its calls into the browser included. */
function extensionMs({ nodes, samples = [], timeDeltas = [] }: Profile): number {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id);
    if (!node) return;
    const isOurs = inside || node.callFrame.url.startsWith('chrome-extension://');
    if (isOurs) ours.add(id);
    for (const child of node.children ?? []) mark(child, isOurs);
  };
  const root = nodes[0];
  if (root) mark(root.id, false);
  // A delta is the time since the sample before: it belongs to that one.
  return samples.reduce((sum, id, i) => sum + (ours.has(id) ? (timeDeltas[i + 1] ?? 0) : 0), 0) / 1000;
}
