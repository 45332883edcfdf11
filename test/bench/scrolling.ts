import type { Page } from 'playwright-core';
import { longLog } from '../builders/long-log.ts';
import { launch } from '../rig/launch.ts';
import { type Measured, median } from './measure.ts';
import { seed } from './sidebar.ts';

const RUNS = 1;
const CONTRACTS = 10_000;
/** Two notches of a wheel at once. */
const WHEEL_PX = 240;
/** Turns of the wheel in each stretch: all 10,000 would take minutes. */
const TURNS = 150;
/** Where the stretches begin, as a part of the list; the last one ends with it. */
const STRETCHES = [0, 0.5, 1] as const;

interface Scrolled {
  /** Tasks of more than 50 ms. */
  longTasks: number;
  /** The longest of them, ms. */
  longest: number;
  /** The longest time between two frames, ms. */
  gap: number;
  frames: number;
}

/** The contract log with 10,000 contracts: by the wheel at its top, in its middle and to its end, beside rows that are nothing but HTML. */
export async function scrolling(extensionDir: string): Promise<Measured[]> {
  const rig = await launch({ port: 9, extensionDir, viewport: { width: 1000, height: 800 } });
  try {
    await seed(rig, longLog({ contracts: CONTRACTS, seed: 6, now: Date.now() - 3_600_000 }));
    const ours = await rig.open('home.html#/contracts');
    await ours.locator(`[aria-setsize="${CONTRACTS}"]`).first().waitFor({ timeout: 60_000 });
    const plain = await rig.context.newPage();
    await plain.setContent(plainRows());
    const runs = { ours: [] as Scrolled[], plain: [] as Scrolled[] };
    for (let run = 0; run < RUNS; run++) {
      for (const part of STRETCHES) runs.ours.push(await scroll(ours, part));
      if ((await ours.locator(`[aria-posinset="${CONTRACTS}"]`).count()) !== 1)
        throw new Error('the end of the list was not reached');
      for (const part of STRETCHES) runs.plain.push(await scroll(plain, part));
    }
    const longest = (some: readonly Scrolled[]) => Math.max(...some.map((one) => one.longest));
    const tasks = (some: readonly Scrolled[]) => some.reduce((sum, one) => sum + one.longTasks, 0);
    return [
      {
        bench: 'log',
        what: `longest time between two frames, ${CONTRACTS.toLocaleString('en')} contracts scrolled by the wheel`,
        ours: median(runs.ours.map(({ gap }) => gap)),
        peer: median(runs.plain.map(({ gap }) => gap)),
        against: 'as many rows of HTML with content-visibility',
        unit: 'ms',
        aim: 'no task > 50 ms',
        runs: RUNS,
        beside: {
          'tasks > 50 ms': tasks(runs.ours),
          'of the rows of HTML': tasks(runs.plain),
          'longest task, ms': longest(runs.ours),
          'longest of the rows of HTML, ms': longest(runs.plain),
          frames: median(runs.ours.map(({ frames }) => frames)),
          'turns of the wheel': STRETCHES.length * TURNS,
        },
      },
    ];
  } finally {
    await rig.close();
  }
}

async function scroll(page: Page, part: number): Promise<Scrolled> {
  await page.bringToFront();
  await page.evaluate(
    ([from, before]) => {
      const { scrollHeight } = document.documentElement;
      scrollTo(0, Math.min(from * scrollHeight, scrollHeight - innerHeight - before));
    },
    [part, TURNS * WHEEL_PX] as const,
  );
  await page.mouse.move(400, 500);
  await page.waitForTimeout(1_000);
  await page.evaluate(() => {
    const seen = { tasks: [] as number[], gap: 0, frames: 0, stop: false };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: 'longtask' });
    let last = performance.now();
    const frame = (now: number) => {
      if (seen.frames > 0) seen.gap = Math.max(seen.gap, now - last);
      seen.frames += 1;
      last = now;
      if (!seen.stop) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    Object.assign(globalThis, { seen });
  });
  const left = () => page.evaluate(() => document.documentElement.scrollHeight - scrollY - innerHeight);
  // Rows turn out higher or lower than they were thought to be, so the last stretch goes on until its end.
  for (let turn = 0; turn < TURNS || (part === 1 && turn < 4 * TURNS && (await left()) > 2); turn++)
    await page.mouse.wheel(0, WHEEL_PX);
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { seen } = globalThis as unknown as {
      seen: { tasks: number[]; gap: number; frames: number; stop: boolean };
    };
    seen.stop = true;
    return {
      longTasks: seen.tasks.length,
      longest: Math.max(0, ...seen.tasks),
      gap: seen.gap,
      frames: seen.frames,
    };
  });
}

/** Rows as high as ours, with as much to read and nothing to do. */
function plainRows(): string {
  const rows = Array.from(
    { length: CONTRACTS },
    (_, nth) =>
      `<li><p>Asha Sen</p><p>Contract ${nth + 1}: write, read and ask a little more</p><p>Kept</p></li>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Rows</title><style>
    li { content-visibility: auto; contain-intrinsic-size: auto 88px; min-height: 88px; }
  </style><ul>${rows.join('')}</ul>`;
}
