import type { Page } from 'playwright-core';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { startSandbox } from '../sandbox/server.ts';
import { type Measured, median } from './measure.ts';
import { seed } from './sidebar.ts';

const RUNS = 3;
const SECONDS = 20;
/** Of a minute: what was measured for `SECONDS` is told for sixty. */
const PER_MINUTE = 60 / SECONDS;
const HOUR = 3_600_000;

/** ms of a page's main thread in a minute, by the trace. */
interface Cost {
  script: number;
  /** Style and layout. */
  layout: number;
  paint: number;
  /** All that the thread did, by the browser's own count; also what the trace has no name for. */
  all: number;
}

const PARTS: Readonly<Record<string, 'script' | 'layout' | 'paint'>> = {
  TimerFire: 'script',
  FunctionCall: 'script',
  RunMicrotasks: 'script',
  EventDispatch: 'script',
  UpdateLayoutTree: 'layout',
  Layout: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
};

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
}

/**
 * What a running clock costs, and how true it is. Each page stands alone in front, since pages of the extension share a
 * thread: the sidebar of a running meeting, the clock in a window of its own, an empty page of the extension, and the
 * plainest clock there can be in one (a text set once a second).
 */
export async function clockCost(extensionDir: string): Promise<Measured[]> {
  const sandbox = await startSandbox();
  const rig = await launch({ port: sandbox.port, extensionDir, viewport: { width: 360, height: 800 } });
  try {
    await seed(rig, thursdayCircle(Date.now()).facts);
    const sidebar = await rig.open(`sidebar.html?circle=${THURSDAY}`);
    await sidebar.getByRole('button', { name: 'Start meeting' }).click();
    // To the first turn, which is long enough not to end meanwhile.
    for (let left = 8; left > 0; left -= 1) {
      const before = await sidebar.getByRole('timer').getAttribute('aria-label');
      await sidebar.getByRole('button', { name: /^Next/ }).click();
      await sidebar.waitForFunction(
        (label) => document.querySelector('[role="timer"]')?.getAttribute('aria-label') !== label,
        before,
      );
    }
    await sidebar.close();
    const pages = {
      empty: () => rig.open('manifest.json'),
      plain: () => plainClock(rig),
      sidebar: () => running(rig, `sidebar.html?circle=${THURSDAY}`),
      floating: () => running(rig, `sidebar.html?clock=${THURSDAY}`),
    } as const satisfies Record<string, () => Promise<Page>>;
    const costs: Record<keyof typeof pages, Cost[]> = { empty: [], plain: [], sidebar: [], floating: [] };
    for (let run = 0; run < RUNS; run += 1) {
      for (const who of ['empty', 'plain', 'sidebar', 'floating'] as const) {
        const page = await pages[who]();
        costs[who].push(await costOf(rig, page));
        await page.close();
      }
    }
    return [...costRows(costs), await drift(rig)];
  } finally {
    await rig.close();
    await sandbox.close();
  }
}

async function running(rig: Rig, address: string): Promise<Page> {
  const page = await rig.open(address);
  await page.getByRole('timer').waitFor();
  return page;
}

async function plainClock(rig: Rig): Promise<Page> {
  const page = await rig.open('manifest.json');
  await page.evaluate(() => {
    const text = document.createTextNode('');
    document.body.replaceChildren(text);
    let left = 900;
    setInterval(() => {
      left -= 1;
      text.data = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    }, 1000);
  });
  return page;
}

/** Traces a page that has settled. */
async function costOf(rig: Rig, page: Page): Promise<Cost> {
  await page.bringToFront();
  await page.waitForTimeout(3_000);
  const session = await rig.context.newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taken = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
  };
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['devtools.timeline'] },
  });
  const before = await taken();
  await page.waitForTimeout(SECONDS * 1000);
  const all = (await taken()) - before;
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return { ...partsOf(events), all: all * PER_MINUTE };
}

/** By outermost event of each kind, since calls nest in timers; the extension's other threads are idle meanwhile. */
function partsOf(events: readonly TraceEvent[]): Omit<Cost, 'all'> {
  const sums = { script: 0, layout: 0, paint: 0 };
  const threads = Map.groupBy(
    events.filter(({ ph, name }) => ph === 'X' && PARTS[name] !== undefined),
    ({ pid, tid }) => `${pid}:${tid}`,
  );
  for (const list of threads.values()) {
    const open: { part: keyof typeof sums; until: number }[] = [];
    for (const { name, ts, dur = 0, tdur = 0 } of list.toSorted((a, b) => a.ts - b.ts)) {
      while (open.length > 0 && (open.at(-1)?.until ?? 0) <= ts) open.pop();
      const part = PARTS[name] ?? 'script';
      const around = open.at(-1)?.part;
      if (around !== part) {
        sums[part] += tdur;
        // Layout that a script forces is layout's, not counted twice.
        if (around) sums[around] -= tdur;
      }
      open.push({ part, until: ts + dur });
    }
  }
  const inMinute = (us: number) => (us / 1000) * PER_MINUTE;
  return { script: inMinute(sums.script), layout: inMinute(sums.layout), paint: inMinute(sums.paint) };
}

function costRows(costs: Readonly<Record<'empty' | 'plain' | 'sidebar' | 'floating', Cost[]>>): Measured[] {
  const of = (who: keyof typeof costs, part: keyof Cost) => median(costs[who].map((one) => one[part]));
  const one = (who: keyof typeof costs) =>
    `${(['script', 'layout', 'paint'] as const).map((part) => `${part} ${of(who, part).toFixed(1)}`).join(', ')} ms`;
  const row = (who: 'sidebar' | 'floating', what: string): Measured => ({
    bench: 'clock',
    what,
    ours: of(who, 'all'),
    peer: of('empty', 'all'),
    against: 'an empty page of the extension',
    unit: 'ms',
    aim: '≤ 300 ms',
    runs: RUNS,
    beside: {
      ours: one(who),
      'the plainest clock': `${one('plain')}, in all ${of('plain', 'all').toFixed(0)} ms`,
      'the empty page': one('empty'),
    },
  });
  return [
    row('sidebar', 'a running meeting nobody touches: main thread in a minute, the sidebar'),
    row('floating', 'the same, the clock in a window of its own'),
  ];
}

interface Figure {
  mono: number;
  /** What the figure says is left, ms. */
  left: number;
}

/**
 * How far the shown clock is from the monotonic one an hour on. Sampled, not sat through: figures of a real quarter of a
 * minute, then the extension's clock is moved on by 59:30, then figures again. Beside it the longest that any figure was
 * shown behind its second.
 */
async function drift(rig: Rig): Promise<Measured> {
  await rig.moveClock(0);
  const page = await running(rig, `sidebar.html?circle=${THURSDAY}`);
  const before = await figures(page);
  const moved = HOUR - 30_000;
  await rig.moveClock(moved);
  await page.bringToFront();
  await page.waitForTimeout(1_000);
  const after = await figures(page);
  await page.close();
  await rig.moveClock(0);
  // Where time runs out moves neither by running nor by being moved.
  const ends = before.map(({ mono, left }) => mono + left);
  const endsAfter = after.map(({ mono, left }) => mono + moved + left);
  const all = [...ends, ...endsAfter];
  return {
    bench: 'clock',
    what: 'drift of the shown clock, an hour on (sampled)',
    ours: Math.abs(median(endsAfter) - median(ends)),
    peer: null,
    against: 'the monotonic clock itself',
    unit: 'ms',
    aim: '≤ 50 ms',
    runs: all.length,
    beside: { 'longest lag of a figure, ms': Math.round(Math.max(...all) - Math.min(...all)) },
  };
}

/** What the clock shows, at each change of it, for fifteen seconds; below 0 by how much it is over. */
function figures(page: Page): Promise<Figure[]> {
  return page.evaluate(
    () =>
      new Promise<Figure[]>((done) => {
        const found: Figure[] = [];
        const read = (one: string) => {
          const text = document.querySelector(one)?.textContent ?? '';
          const [min = Number.NaN, sec = Number.NaN] = (/(\d+):(\d\d)/.exec(text)?.slice(1) ?? []).map(
            Number,
          );
          return (min * 60 + sec) * 1000;
        };
        const look = () => {
          const left = read('[role="timer"]');
          found.push({ mono: performance.now(), left: left > 0 ? left : -read('.ring-words') });
        };
        const observer = new MutationObserver(look);
        for (const one of document.querySelectorAll('.ring-middle'))
          observer.observe(one, { subtree: true, childList: true, characterData: true });
        setTimeout(() => {
          observer.disconnect();
          // Of a tick that changed two texts the last.
          done(found.filter((one, i) => found[i + 1]?.mono !== one.mono));
        }, 15_000);
      }),
  );
}
