/**
 * What can happen to a computer in the middle of things, by real browsers:
 * `npm run soak -- --faults=FILE [--seed=N] [--only=NAME,NAME] [--times=N]`. FILE says where it stands (seed, how often
 * each fault was tried, figures, what was wrong); with the same FILE it goes on from there, also after it was killed.
 * `--times` multiplies how often each is tried.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { makeFaultWorld } from './fault-world.ts';
import { FAULTS } from './faults.ts';

interface Standing {
  seed: number;
  faults: Record<string, Tried>;
}

interface Tried {
  runs: number;
  /** Sums over all runs. */
  figures: Record<string, number>;
  /** Seeds at which something was not as it must be, and what. */
  wrong: { seed: number; what: string }[];
  tookMs: number;
}

interface Asked {
  seed?: number | undefined;
  only?: string | undefined;
  times?: number | undefined;
}

/** @param extensionDir the built extension, unpacked. @returns whether all was as it must be. */
export async function faultRun(file: string, extensionDir: string, asked: Asked): Promise<boolean> {
  const standing: Standing = read(file) ?? { seed: asked.seed ?? 1, faults: {} };
  if (asked.seed !== undefined && asked.seed !== standing.seed)
    throw new Error(`${file} stands at another run, of seed ${standing.seed}`);
  const names = asked.only?.split(',') ?? Object.keys(FAULTS);
  const world = await makeFaultWorld(extensionDir);
  try {
    for (const name of names) {
      const fault = FAULTS[name];
      if (!fault) throw new Error(`no fault is called ${name}; there are ${Object.keys(FAULTS).join(', ')}`);
      const tried: Tried = standing.faults[name] ?? { runs: 0, figures: {}, wrong: [], tookMs: 0 };
      standing.faults[name] = tried;
      while (tried.runs < fault.runs * (asked.times ?? 1)) {
        const seed = standing.seed * 1_000 + tried.runs;
        const from = performance.now();
        try {
          for (const [key, value] of Object.entries(await fault.run(world, seed)))
            tried.figures[key] = (tried.figures[key] ?? 0) + value;
        } catch (error) {
          const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
          tried.wrong.push({ seed, what: what.slice(0, 1_000) });
          console.log(`${name}, seed ${seed}: ${what}`);
        }
        tried.runs += 1;
        tried.tookMs += Math.round(performance.now() - from);
        // Whole or not at all: whoever kills it may do so at any moment.
        writeFileSync(`${file}.new`, `${JSON.stringify(standing, null, 1)}\n`);
        renameSync(`${file}.new`, file);
      }
      console.log(lineOf(name, tried));
    }
  } finally {
    await world.close();
  }
  return Object.values(standing.faults).every(({ wrong }) => wrong.length === 0);
}

const lineOf = (name: string, { runs, figures, wrong, tookMs }: Tried): string =>
  `${name}: ${runs} runs, ${wrong.length} wrong, ${JSON.stringify(figures)}, ${(tookMs / 1000).toFixed(0)} s`;

function read(file: string): Standing | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Standing;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
}

if (import.meta.main) {
  const [file = '', extensionDir = '', seed, only, times] = process.argv.slice(2);
  const right = await faultRun(file, extensionDir, {
    seed: seed ? Number(seed) : undefined,
    only: only || undefined,
    times: times ? Number(times) : undefined,
  });
  process.exit(right ? 0 : 1);
}
