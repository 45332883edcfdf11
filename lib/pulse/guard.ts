import { MIN_ANSWERS } from './facts.ts';
import { FINISH_MS, MAX_OPEN_MS, type Round, type Settled } from './round.ts';

const DAY_MS = 86_400_000;
/** Between two results lie so many: over a short time one person's change would be all that changes. */
export const GAP_MS = 56 * DAY_MS;
/** For so long an answer is taken to be what the person would still answer, so that no two sums may be set off. */
export const SAME_MS = 182 * DAY_MS;
/** So many members who put together all they know must not find out what another answered. */
const COALITION = 2;

/** Some people's sum that is known, or may come to be. */
export interface Spent {
  members: readonly string[];
  /** ms since 1970. */
  at: number;
}

/**
 * Whose sums are known or may yet be: as soon as one device has told its part, the rest may be on its way. A round that
 * ended before that has told nothing, and can be opened anew at once. The latest first.
 */
export const spentOf = (rounds: readonly Round[]): (Spent & { round: string })[] =>
  rounds
    .flatMap(({ id, settled }) => settled.map((one) => ({ id, one })))
    .filter(({ one }) => one.sums.size > 0)
    .map(({ id, one }) => ({
      round: id,
      members: one.respondents.map(({ member }) => member),
      at: timeOf(one),
    }))
    .sort((a, b) => b.at - a.at);

/** The median of what its respondents say, so that one of them alone cannot move it. */
function timeOf({ at, shares }: Settled): number {
  const said = [...shares.values()].map((one) => one.at).sort((a, b) => a - b);
  return said[Math.floor(said.length / 2)] ?? at;
}

/** From when on a new round may bring a result, ms since 1970; null: at once. */
export function freeFrom(spent: readonly Spent[], now: number): number | null {
  const last = Math.max(Number.NEGATIVE_INFINITY, ...spent.map(({ at }) => at));
  return now - last < GAP_MS ? last + GAP_MS : null;
}

/**
 * The sums that still count beside a new one. What counts is when its answers were given, not when they are added up: a
 * round may be open for a month, and whoever opened it says when it is settled.
 */
const recent = (spent: readonly Spent[], answered: number): Spent[] =>
  spent.filter(({ at }) => answered - at < SAME_MS);

/**
 * When the first of some answers was given, ms since 1970. Their givers say it; a round is over long before a time that is
 * not believed.
 */
export const firstAnswer = (times: readonly number[], now: number): number =>
  Math.max(Math.min(now, ...times), now - MAX_OPEN_MS - FINISH_MS);

/**
 * Who is to be in the sum, of those who have answered: all, or, where that beside earlier sums would tell what one of them
 * answered, the same people as an earlier time. Null: nobody, for now.
 * @param answered when the first of them answered ({@link firstAnswer}).
 */
export function chooseSet(
  ready: readonly string[],
  spent: readonly Spent[],
  answered: number,
): readonly string[] | null {
  const known = recent(spent, answered).map(({ members }) => members);
  const choices = [ready, ...known.filter((set) => set.every((member) => ready.includes(member)))];
  return choices.find((set) => set.length >= MIN_ANSWERS && !singlesOut(known, set)) ?? null;
}

/**
 * Whether devices may give their numbers for this set: the rule that each keeps by itself, whoever settled it.
 * @param answered when the first of the set answered ({@link firstAnswer}).
 */
export const mayAddUp = (
  set: readonly string[],
  spent: readonly Spent[],
  now: number,
  answered: number,
): boolean =>
  set.length >= MIN_ANSWERS &&
  freeFrom(spent, now) === null &&
  !singlesOut(
    recent(spent, answered).map(({ members }) => members),
    set,
  );

/**
 * Whom to wait for, where those who are ready cannot be added up because of an earlier time.
 * @param answered when the first of them answered ({@link firstAnswer}); now, where nobody has yet.
 */
export function lackingOf(
  ready: readonly string[],
  spent: readonly Spent[],
  answered: number,
): { members: readonly string[]; from: number } | null {
  if (ready.length < MIN_ANSWERS || chooseSet(ready, spent, answered)) return null;
  const known = recent(spent, answered);
  const last = known[0];
  if (!last) return null;
  return {
    members: last.members.filter((member) => !ready.includes(member)),
    from: Math.max(...known.map(({ at }) => at)) + SAME_MS,
  };
}

/**
 * Whether sums of these sets, with a new one, would tell what one member answered, if nobody had changed an answer: to
 * any two others who know their own. Linear algebra: whether the vector of one member alone is a combination of those of
 * the sets and of the two.
 */
export function singlesOut(sets: readonly (readonly string[])[], added: readonly string[]): boolean {
  const all = [...sets, added];
  const members = [...new Set(all.flat())];
  const rows = all.map((set) => members.map((member) => (set.includes(member) ? 1 : 0)));
  return coalitions(members.length).some((knowing) => {
    const known = members.map((_, i) => knowing.includes(i));
    // What they know of themselves is taken off; what is left must not be one person's.
    const left = rows.map((row) => row.map((value, i) => (known[i] ? 0 : value)));
    return isOneAlone(reduced(left));
  });
}

function coalitions(count: number): number[][] {
  const out: number[][] = [[]];
  for (let size = 0; size < COALITION; size += 1)
    for (const one of [...out])
      if (one.length === size) for (let i = (one.at(-1) ?? -1) + 1; i < count; i += 1) out.push([...one, i]);
  return out;
}

/** 2^26 − 5: a prime whose products are exact, and larger than any determinant of so few people. */
const PRIME = 67_108_859;

/** The reduced row echelon form modulo {@link PRIME}: a member alone is in the span just when a row is theirs alone. */
function reduced(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row) => [...row]);
  let top = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0) && top < rows.length; column += 1) {
    const pivot = rows.findIndex((row, i) => i >= top && row[column] !== 0);
    const found = rows[pivot];
    if (!found) continue;
    rows[pivot] = rows[top] ?? found;
    const by = inverse(found[column] ?? 1);
    const unit = found.map((value) => (value * by) % PRIME);
    rows[top] = unit;
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (i !== top && factor !== 0)
        rows[i] = row.map((value, j) => (value + (PRIME - factor) * (unit[j] ?? 0)) % PRIME);
    }
    top += 1;
  }
  return rows;
}

const isOneAlone = (rows: readonly (readonly number[])[]): boolean =>
  rows.some((row) => row.filter((value) => value !== 0).length === 1);

/** By Fermat's little theorem. */
function inverse(value: number): number {
  let [result, base, power] = [1, value, PRIME - 2];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
