import type { Fact, FactHash, LogId } from '../fact/fact.ts';
import type { Database } from './database.ts';

/**
 * So many numbers may be missing below the last that is accepted: packets overtake each other. More are a log with room
 * left in it, to be filled in after its writer was removed.
 */
const MOST_MISSING = 64;
/** More are not named; nobody honest has written so many. */
const MOST_ACTS = 2_000;

/** Where devices end when they are cut off now. */
export interface Ends {
  /** Device → the highest number that counts. */
  until: Record<string, number>;
  /** Their acts that count: nothing else is ever to be put in front of the end. */
  acts: FactHash[];
}

/** The numbers of an author that are held, as keys of the index, ascending. */
export const numbersOf = (db: Database, log: LogId, author: string) =>
  db.facts
    .where('[log+author+seq]')
    .between([log, author, 1], [log, author, Number.MAX_SAFE_INTEGER], true, true)
    .keys();

/** @param numbers of each device, in the order of `devices`, as {@link numbersOf} gives them. @param acts that count now. */
export function endsOf(
  devices: readonly string[],
  numbers: readonly unknown[],
  acts: readonly (Fact | undefined)[],
): Ends {
  const until = devices.map((device, i): [string, number] => [device, lastAccepted(numbers[i])]);
  const theirs = acts.flatMap((fact) => (fact && devices.includes(fact.author) ? fact.hash : []));
  return { until: Object.fromEntries(until), acts: theirs.slice(0, MOST_ACTS) };
}

function lastAccepted(keys: unknown): number {
  const numbers = new Set((keys as readonly (readonly unknown[])[]).map((key) => Number(key[2])));
  let [last, held] = [0, 0];
  for (const seq of numbers) {
    held += 1;
    if (seq - held > MOST_MISSING) break;
    last = seq;
  }
  return last;
}
