import type { CDPSession, Page } from 'playwright-core';
import { CALL_ORIGINS } from '../../lib/platform/call-origins.ts';
import { longCircle } from '../builders/ten-years.ts';
import { launch } from '../rig/launch.ts';
import { OTHER_CODE } from '../sandbox/calendar.ts';
import { startSandbox } from '../sandbox/server.ts';
import { TEAMS_OTHER } from '../sandbox/teams-pages.ts';
import { type Measured, median } from './measure.ts';
import { watchingPeer, withoutContentScript } from './peers.ts';
import { seed } from './sidebar.ts';

const RUNS = 3;
const SECONDS = 10;
const CALL_SCRIPTS = /^chrome-extension:.*\/(call|content|teams-call)\.js$/;
const TEAMS = `${CALL_ORIGINS.teams[0]}/v2/?meetingjoin=true&busy#/l/meetup-join/${encodeURIComponent(TEAMS_OTHER)}/0`;

export interface Taken {
  /** ms of the main thread inside functions of the content script, with the layout they force. */
  contentMs: number;
  calls: number;
  /** ms of all that the tab's main thread did. */
  taskMs: number;
}

/**
 * Script time that the content script adds to a busy call page (7 tiles, 25 rounds of changes a second) over 10 s: with
 * the launcher in the page, with the sidebar open, and beside an extension that watches every change. Read from the
 * browser's own trace: each call into the script, in time of the thread.
 */
export async function scriptTime(extensionDir: string): Promise<Measured[]> {
  const sandbox = await startSandbox();
  const { port } = sandbox;
  const peer = await watchingPeer(extensionDir);
  const without = await withoutContentScript(extensionDir);
  const cases = {
    alone: () => inBusyCall({ port, extensionDir: without }),
    launcher: () => inBusyCall({ port, extensionDir }),
    open: () => inBusyCall({ port, extensionDir, isCircle: true }),
    peer: () => inBusyCall({ port, extensionDir: peer }),
    teams: () => inBusyTeams(port, extensionDir),
  };
  const taken: Record<keyof typeof cases, Taken[]> = {
    alone: [],
    launcher: [],
    open: [],
    peer: [],
    teams: [],
  };
  try {
    for (let run = 0; run < RUNS; run++) {
      for (const who of ['alone', 'launcher', 'open', 'peer', 'teams'] as const)
        taken[who].push(await cases[who]());
    }
  } finally {
    await sandbox.close();
  }
  const middle = (who: keyof typeof cases, what: keyof Taken) => median(taken[who].map((one) => one[what]));
  const row = (who: 'launcher' | 'open' | 'teams', what: string): Measured => ({
    bench: 'script',
    what: `script time in a busy call page over ${SECONDS} s, ${what}`,
    ours: middle(who, 'contentMs'),
    peer: middle('peer', 'contentMs'),
    against: 'an extension watching every change',
    unit: 'ms',
    aim: '≤ 3 ms',
    runs: RUNS,
    beside: {
      'calls of ours': middle(who, 'calls'),
      'calls of the peer': middle('peer', 'calls'),
      'main thread in all, ms': Math.round(middle(who, 'taskMs')),
      'of the page alone, ms': Math.round(middle('alone', 'taskMs')),
      'with the peer, ms': Math.round(middle('peer', 'taskMs')),
    },
  });
  return [
    row('open', 'sidebar open'),
    row('launcher', 'launcher only'),
    row('teams', 'the same in Microsoft Teams, launcher only'),
  ];
}

async function inBusyCall(options: {
  port: number;
  extensionDir: string;
  /** Whether the call belongs to a circle of this profile, so that the sidebar opens. */
  isCircle?: boolean;
}): Promise<Taken> {
  const rig = await launch(options);
  try {
    if (options.isCircle) {
      const { facts } = longCircle({ meetings: 2, seed: 3, now: Date.now() - 3_600_000, code: OTHER_CODE });
      await seed(rig, facts);
    }
    const page = await rig.context.newPage();
    await page.goto(`https://meet.google.com/${OTHER_CODE}?busy`);
    await page.getByRole('button', { name: 'Join now' }).click();
    await page.locator('[data-participant-id]').nth(6).waitFor();
    if (options.isCircle) await page.locator('iframe[title="Circlekeeper"]').waitFor();
    // Joining is over, and whatever happens once in a call has happened.
    await page.waitForTimeout(3_000);
    return await trace(page, await rig.context.newCDPSession(page));
  } finally {
    await rig.close();
  }
}

/** The same number of tiles and rounds in the page that stands in for Teams, once the member has let us in there. */
async function inBusyTeams(port: number, extensionDir: string): Promise<Taken> {
  const grantHosts = CALL_ORIGINS.teams.map((origin) => `${origin}/*`);
  const rig = await launch({ port, extensionDir, grantHosts });
  try {
    const settings = await rig.open('home.html#/settings');
    await settings.getByRole('button', { name: 'Show in Teams calls' }).click();
    await settings.getByRole('button', { name: 'Stop showing in Teams calls' }).waitFor();
    const page = await rig.context.newPage();
    await page.goto(TEAMS);
    await page.getByRole('button', { name: 'Join now' }).click();
    await page.getByRole('button', { name: 'Open Circlekeeper' }).waitFor();
    await page.waitForTimeout(3_000);
    return await trace(page, await rig.context.newCDPSession(page));
  } finally {
    await rig.close();
  }
}

interface TraceEvent {
  name: string;
  /** Time on the thread's own clock, µs. */
  tdur?: number;
  args?: { data?: { url?: string } };
}

/** What scripts whose address fits took of the page's main thread over 10 s. */
export async function trace(page: Page, session: CDPSession, script = CALL_SCRIPTS): Promise<Taken> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskSeconds(session);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  await page.waitForTimeout(SECONDS * 1000);
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  const after = await taskSeconds(session);
  const calls = events.filter(
    ({ name, args }) => name === 'FunctionCall' && script.test(args?.data?.url ?? ''),
  );
  return {
    contentMs: calls.reduce((sum, { tdur }) => sum + (tdur ?? 0), 0) / 1000,
    calls: calls.length,
    taskMs: (after - before) * 1000,
  };
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
