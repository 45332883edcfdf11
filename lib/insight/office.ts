import type { CountFile } from './count-file.ts';
import { acrossCircles, type Counts, type GivenHalf } from './report.ts';

/** So many files are added; a programme has some dozens of circles. */
export const MAX_FILES = 200;

/** A count file that was taken in. */
export interface TakenFile {
  /** What it is called on this computer. */
  name: string;
  file: CountFile;
}

export type Refusal = 'twice' | 'other' | 'full';

/**
 * Takes a count file in, or says why not: all of its half-years are here already (`twice`), some are here in other numbers
 * or together with new ones (`other`: nobody can tell which holds), or there are {@link MAX_FILES}.
 */
export function takeIn(
  taken: readonly TakenFile[],
  next: TakenFile,
): { ok: true; taken: TakenFile[] } | { ok: false; reason: Refusal; like: string } {
  const same = taken.filter(({ file }) => file.report === next.file.report);
  const known = new Map(
    same.flatMap(({ name, file }) => file.halves.map((half) => [half.key, { name, half }])),
  );
  const clashes = next.file.halves.flatMap((half) => {
    const there = known.get(half.key);
    return there ? [{ ...there, isSame: JSON.stringify(there.half) === JSON.stringify(half) }] : [];
  });
  const [clash] = clashes;
  if (clash) {
    const isTwice = clashes.length === next.file.halves.length && clashes.every(({ isSame }) => isSame);
    return { ok: false, reason: isTwice ? 'twice' : 'other', like: clash.name };
  }
  if (taken.length >= MAX_FILES) return { ok: false, reason: 'full', like: '' };
  return { ok: true, taken: [...taken, next] };
}

/** The half-years there are counts of, the earliest first. */
export const halvesIn = (taken: readonly TakenFile[]): string[] =>
  [...new Set(taken.flatMap(({ file }) => file.halves.map(({ key }) => key)))].sort();

/** The sum of all circles over some half-years, and of how many circles it is. */
export interface OfficeSum {
  circles: number;
  counts: Counts;
}

/**
 * Adds the circles' ranges: from the sum of the lower ends to that of the upper ends. A circle's members are counted once,
 * as in its last half-year of these. @param halves keys; all when left out.
 */
export function addUp(taken: readonly TakenFile[], halves: readonly string[] = halvesIn(taken)): OfficeSum {
  const wanted = new Set(halves);
  const circles = Map.groupBy(taken, ({ file }) => file.report);
  const sums = [...circles.values()].flatMap((files): Counts[] => {
    const own = files.flatMap(({ file }) => file.halves).filter(({ key }) => wanted.has(key));
    return own.length === 0 ? [] : [ofCircle(own)];
  });
  return { circles: sums.length, counts: acrossCircles(sums) };
}

function ofCircle(halves: readonly GivenHalf[]): Counts {
  const inTime = halves.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const members = inTime.flatMap(({ cells }) => cells.members ?? []).at(-1);
  const rest = inTime.map((half): Counts => {
    const { members: _, ...cells } = half.cells;
    return { ...half, cells };
  });
  const sum = acrossCircles(rest);
  return members ? { ...sum, cells: { ...sum.cells, members } } : sum;
}
