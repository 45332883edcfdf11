/** What a decision rests on. Items are named by numbers from 0. */
export interface Dispute {
  /** Counts from the beginning, whatever anybody says. */
  certain: ReadonlySet<number>;
  /** Per item: of each group, one has to count. */
  needs: readonly (readonly (readonly number[])[])[];
  /** Per item: what it falls by, if that counts and none of `unless` does. */
  foes: readonly (readonly Foe[])[];
  /** The item that is to win where two undo each other. Negative: the first. */
  order: (a: number, b: number) => number;
}

export interface Foe {
  item: number;
  unless: readonly number[];
}

/**
 * Decides which items count, the same for the same items in whatever order they came:
 * 1. an item counts when something counts in each group of its needs and none of its foes stands;
 * 2. it does not when a group has nothing left, a foe stands, or its needs lead to nothing that is certain;
 * 3. where neither says more (items that would undo each other, alone or in a ring), of a ring that waits for nothing
 *    outside itself the first in `order` that nothing certain speaks against counts, and those that would have felled it
 *    do not; then again.
 * So no item that counts was felled by another that counts.
 */
export function settle(count: number, dispute: Dispute): boolean[] {
  const state: (boolean | undefined)[] = Array.from({ length: count }, (_, i) =>
    dispute.certain.has(i) ? true : undefined,
  );
  const open = () => state.flatMap((one, i) => (one === undefined ? [i] : []));
  for (let left = open(); left.length > 0; left = open()) {
    if (decidePlain(left, state, dispute) || dropUnfounded(left, state, dispute)) continue;
    const ring = ringOf(left, state, dispute).sort(dispute.order);
    const winner = ring.find(
      (item) =>
        groups(item, dispute).every((group) => group.some((one) => state[one] === true)) &&
        foesOf(item, dispute).every((foe) => state[foe.item] !== true),
    );
    if (winner !== undefined) {
      for (const { item } of foesOf(winner, dispute)) state[item] = false;
      state[winner] = true;
    } else if (ring[0] !== undefined) state[ring[0]] = false;
  }
  return state.map((one) => one === true);
}

type State = (boolean | undefined)[];

const groups = (item: number, { needs }: Dispute): readonly (readonly number[])[] => needs[item] ?? [];
const foesOf = (item: number, { foes }: Dispute): readonly Foe[] => foes[item] ?? [];

/** Whether a foe stands; undefined while that is open. */
function stands({ item, unless }: Foe, state: State): boolean | undefined {
  if (state[item] === false || unless.some((one) => state[one] === true)) return false;
  return state[item] === true && unless.every((one) => state[one] === false) ? true : undefined;
}

function decidePlain(left: readonly number[], state: State, dispute: Dispute): boolean {
  let changed = false;
  for (const item of left) {
    const needs = groups(item, dispute);
    const foes = foesOf(item, dispute).map((foe) => stands(foe, state));
    if (needs.some((group) => group.every((one) => state[one] === false)) || foes.includes(true))
      state[item] = false;
    else if (
      needs.every((group) => group.some((one) => state[one] === true)) &&
      foes.every((foe) => foe === false)
    )
      state[item] = true;
    changed ||= state[item] !== undefined;
  }
  return changed;
}

/** All that could count if nothing were ever felled. */
export function founded(items: readonly number[], start: Iterable<number>, dispute: Dispute): Set<number> {
  const found = new Set(start);
  for (let more = true; more; ) {
    more = false;
    for (const item of items)
      if (!found.has(item) && groups(item, dispute).every((group) => group.some((one) => found.has(one)))) {
        found.add(item);
        more = true;
      }
  }
  return found;
}

function dropUnfounded(left: readonly number[], state: State, dispute: Dispute): boolean {
  const certain = state.flatMap((one, i) => (one === true ? [i] : []));
  const found = founded(left, certain, dispute);
  const gone = left.filter((item) => !found.has(item));
  for (const item of gone) state[item] = false;
  return gone.length > 0;
}

/**
 * A set of open items that wait for each other and for nothing else: the first that Tarjan's algorithm (1972) finds whole.
 * Without recursion: somebody may have written a chain of thousands.
 */
function ringOf(left: readonly number[], state: State, dispute: Dispute): number[] {
  const waitsFor = (item: number): number[] =>
    [
      ...groups(item, dispute).flat(),
      ...foesOf(item, dispute).flatMap((foe) => [foe.item, ...foe.unless]),
    ].filter((one) => state[one] === undefined);
  const low = new Map<number, number>();
  const entered = new Map<number, number>();
  const seen: number[] = [];
  const path: { item: number; next: number[] }[] = [];
  const enter = (item: number) => {
    entered.set(item, entered.size);
    low.set(item, entered.size - 1);
    seen.push(item);
    path.push({ item, next: waitsFor(item) });
  };
  const lower = (item: number, to: number | undefined) =>
    low.set(item, Math.min(low.get(item) ?? 0, to ?? Number.POSITIVE_INFINITY));
  enter(left[0] ?? 0);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.next.pop();
    if (next === undefined) {
      if (low.get(top.item) === entered.get(top.item)) return seen.slice(seen.indexOf(top.item));
      path.pop();
      const before = path.at(-1);
      if (before) lower(before.item, low.get(top.item));
    } else if (entered.has(next)) lower(top.item, entered.get(next));
    else enter(next);
  }
  return [];
}
