import { besideCircle } from '../builders/beside-circle.ts';
import { type LongCircle, longCircle } from '../builders/ten-years.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { startSandbox } from '../sandbox/server.ts';
import { type Measured, median } from './measure.ts';
import { openSidebar, seed, serveCall } from './sidebar.ts';

const RUNS = 9;
/** Every two weeks for ten years. */
const MEETINGS = 260;

/**
 * Opening a circle of eight that has met for ten years against one that was just made, in profiles of their own: its
 * page among the circles, the contract log, and the sidebar beside its call.
 */
export async function opening(extensionDir: string): Promise<Measured[]> {
  const now = Date.now() - 3_600_000;
  const long = longCircle({ meetings: MEETINGS, seed: 10, now, code: 'ten-year-abc' });
  const old = { ...long, facts: [...long.facts, ...besideCircle(long, 10, now)] };
  const empty = longCircle({ meetings: 0, seed: 11, now, code: 'new-circ-abc' });
  const sandbox = await startSandbox();
  const rigs: Rig[] = [];
  try {
    const profiles: { rig: Rig; circle: LongCircle }[] = [];
    for (const circle of [old, empty]) {
      serveCall(sandbox, circle.code);
      const rig = await launch({ port: sandbox.port, extensionDir });
      rigs.push(rig);
      await seed(rig, circle.facts);
      profiles.push({ rig, circle });
    }
    const ways = {
      'its page among the circles': (rig: Rig, { id, name }: LongCircle) =>
        openHome(rig, `#/circles/${id}`, name),
      'its sidebar beside the call, from the frame': async (rig: Rig, { code, name }: LongCircle) =>
        (await openSidebar(rig, code, name)).fromFrame,
    };
    const rows: Measured[] = [];
    for (const [what, open] of Object.entries(ways)) {
      const times: [number[], number[]] = [[], []];
      for (let run = -2; run < RUNS; run++) {
        for (const [index, { rig, circle }] of profiles.entries()) {
          const ms = await open(rig, circle);
          if (run >= 0) times[index]?.push(ms);
        }
      }
      rows.push({
        bench: 'open',
        what: `opening a ten-year circle: ${what}`,
        ours: median(times[0]),
        peer: median(times[1]),
        against: 'a circle just made',
        unit: 'ms',
        aim: '≤ 1.2×',
        runs: RUNS,
        beside: { facts: old.facts.length, 'facts of the new one': empty.facts.length },
      });
    }
    return rows;
  } finally {
    for (const rig of rigs) await rig.close();
    await sandbox.close();
  }
}

/** ms from the start of navigation until the page's heading is there and nothing says that it still loads. */
async function openHome(rig: Rig, hash: string, heading: string): Promise<number> {
  const page = await rig.context.newPage();
  try {
    await page.addInitScript((name) => {
      const look = () => {
        const isThere = [...document.querySelectorAll('h1, h2')].some((one) =>
          one.textContent?.includes(name),
        );
        if (!isThere || document.querySelector('[aria-busy="true"]')) return;
        requestAnimationFrame(() => {
          // The last look that found all of it counts: parts may come one after the other.
          Object.assign(globalThis, { readyAt: performance.now() });
        });
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    }, heading);
    await page.goto(`chrome-extension://${rig.extensionId}/home.html${hash}`);
    await page.getByRole('heading', { name: heading }).first().waitFor({ timeout: 10_000 });
    // Nothing has changed any more for a while.
    return await page.evaluate(async () => {
      const noted = globalThis as unknown as { readyAt?: number };
      while (noted.readyAt === undefined || performance.now() - noted.readyAt < 400) {
        await new Promise((next) => setTimeout(next, 20));
      }
      return noted.readyAt;
    });
  } finally {
    await page.close();
  }
}
