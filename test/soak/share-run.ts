/**
 * Histories of shared circles alone, for hours, in one process:
 * `npm run soak -- --share=FILE [--seed=N] [--histories=N]`. FILE says where it stands (seed, how many are done, what
 * differed, what happened); with the same FILE it goes on from there, also after it was killed.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { checkSharing } from './share-course.ts';
import { newTally, type ShareTally, tallyLines } from './share-tally.ts';

interface Standing {
  seed: number;
  histories: number;
  done: number;
  /** Seeds whose devices did not agree, with what it was. */
  differences: { seed: number; what: string }[];
  /** Time and the processor's time that went into it, ms. */
  tookMs: number;
  cpuMs: number;
  tally: ShareTally;
}

interface Asked {
  seed?: number | undefined;
  histories?: number | undefined;
}

/** What is written down, so often: what is done since then is done again, ms. */
const SAVE_MS = 5_000;

/** @returns whether nothing differed. */
export async function shareRun(file: string, asked: Asked): Promise<boolean> {
  const standing = read(file) ?? begin(asked);
  if (asked.seed !== undefined && asked.seed !== standing.seed)
    throw new Error(`${file} stands at another run, of seed ${standing.seed}`);
  standing.histories = asked.histories ?? standing.histories;
  const { seed, tally } = standing;
  console.log(`seed ${seed}, ${standing.done} of ${standing.histories} histories done, in ${file}`);
  let [savedAt, cpu] = [performance.now(), process.cpuUsage()];
  const save = () => {
    const used = process.cpuUsage(cpu);
    standing.tookMs += performance.now() - savedAt;
    standing.cpuMs += (used.user + used.system) / 1000;
    [savedAt, cpu] = [performance.now(), process.cpuUsage()];
    // Whole or not at all: whoever kills it may do so at any moment.
    writeFileSync(`${file}.new`, `${JSON.stringify(standing, null, 1)}\n`);
    renameSync(`${file}.new`, file);
  };
  while (standing.done < standing.histories) {
    const one = seed + standing.done;
    try {
      await checkSharing({ seed: one, histories: 1, tally });
    } catch (error) {
      const cause = error instanceof Error ? (error.cause ?? error) : error;
      standing.differences.push({ seed: one, what: String(cause).slice(0, 500) });
      console.log(`seed ${one}: ${String(cause).slice(0, 500)}`);
    }
    standing.done += 1;
    if (performance.now() - savedAt < SAVE_MS && standing.done < standing.histories) continue;
    save();
    if (standing.done % 1000 < 200) console.log(lineOf(standing));
  }
  save();
  for (const line of [lineOf(standing), ...tallyLines(tally)]) console.log(line);
  return standing.differences.length === 0;
}

const lineOf = ({ seed, done, histories, differences, tookMs, cpuMs }: Standing): string =>
  `seed ${seed}: ${done} of ${histories}, ${differences.length} differences, ${(tookMs / 1000).toFixed(0)} s (${(cpuMs / done).toFixed(1)} ms of the processor each)`;

const begin = ({ seed, histories }: Asked): Standing => ({
  seed: seed ?? (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000_000,
  histories: histories ?? 100_000,
  done: 0,
  differences: [],
  tookMs: 0,
  cpuMs: 0,
  tally: newTally(),
});

function read(file: string): Standing | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Standing;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw error;
  }
}
