/**
 * The most pairs that can stand at once when only some may: Edmonds' algorithm. From everybody who is alone a tree of
 * paths grows whose edges are free and taken in turn; where two branches of one tree meet at equal distance, the ring
 * they close counts as one person; where a branch meets somebody alone, the path is turned over and holds one pair more.
 * @param count how many people, 0 … count − 1.
 * @param may whether two may be a pair; symmetric.
 * @param start pairs to begin with (`start[a] === b` and back, −1 alone); they may be broken up, but nobody who is in a
 *   pair is left alone for it.
 * @returns the partner of each, −1 for those left alone.
 */
export function mostPairs(
  count: number,
  may: (a: number, b: number) => boolean,
  start: readonly number[] = [],
): number[] {
  const partner = Array.from({ length: count }, (_, one) => start[one] ?? -1);
  for (let one = 0; one < count; one++) {
    if (partner[one] !== -1) continue;
    const end = growFrom(one, count, may, partner);
    if (end) turnOver(end.last, end.from, partner);
  }
  return partner;
}

interface Path {
  last: number;
  /** Through whom each was reached. */
  from: readonly number[];
}

const at = (list: readonly number[], index: number): number => list[index] ?? -1;

/** Looks for a path from somebody alone to another alone. */
function growFrom(
  root: number,
  count: number,
  may: (a: number, b: number) => boolean,
  partner: readonly number[],
): Path | null {
  const from = new Array<number>(count).fill(-1);
  /** Who stands for the ring each is in; oneself outside any. */
  const head = Array.from({ length: count }, (_, one) => one);
  const isOuter = new Array<boolean>(count).fill(false);
  isOuter[root] = true;
  const queue = [root];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (let other = 0; other < count; other++) {
      if (other === next || at(head, next) === at(head, other) || at(partner, next) === other) continue;
      if (!may(next, other)) continue;
      const mate = at(partner, other);
      if (other === root || (mate !== -1 && at(from, mate) !== -1)) {
        closeRing(next, other, { from, head, isOuter, partner, root, queue });
      } else if (at(from, other) === -1) {
        from[other] = next;
        if (mate === -1) return { last: other, from };
        isOuter[mate] = true;
        queue.push(mate);
      }
    }
  }
  return null;
}

interface Tree {
  from: number[];
  head: number[];
  isOuter: boolean[];
  partner: readonly number[];
  root: number;
  queue: number[];
}

/** Two branches met: all on the way to where they parted become one, and all of them can go on. */
function closeRing(a: number, b: number, tree: Tree): void {
  const parted = whereParted(a, b, tree);
  const inRing = new Set<number>();
  mark(a, parted, b, inRing, tree);
  mark(b, parted, a, inRing, tree);
  for (let one = 0; one < tree.head.length; one++) {
    if (!inRing.has(at(tree.head, one))) continue;
    tree.head[one] = parted;
    if (tree.isOuter[one]) continue;
    tree.isOuter[one] = true;
    tree.queue.push(one);
  }
}

function whereParted(a: number, b: number, { from, head, partner, root }: Tree): number {
  const passed = new Set<number>();
  for (let one = at(head, a); ; one = at(head, at(from, at(partner, one)))) {
    passed.add(one);
    if (one === at(head, root)) break;
  }
  let one = at(head, b);
  while (!passed.has(one)) one = at(head, at(from, at(partner, one)));
  return one;
}

function mark(start: number, parted: number, child: number, inRing: Set<number>, tree: Tree): void {
  let [one, through] = [start, child];
  while (at(tree.head, one) !== parted) {
    const mate = at(tree.partner, one);
    inRing.add(at(tree.head, one)).add(at(tree.head, mate));
    tree.from[one] = through;
    through = mate;
    one = at(tree.from, mate);
  }
}

function turnOver(last: number, from: readonly number[], partner: number[]): void {
  let one = last;
  while (one !== -1) {
    const before = at(from, one);
    const next = at(partner, before);
    partner[one] = before;
    partner[before] = one;
    one = next;
  }
}
