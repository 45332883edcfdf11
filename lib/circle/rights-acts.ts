import * as v from 'valibot';
import { type Fact, type FactHash, isErased, type LogId } from '../fact/fact.ts';
import { FACT_VERSION, type Known } from '../fact/fold.ts';
import { spaceIdOf } from '../fact/space.ts';
import { actKinds } from './rights-facts.ts';

/** A fact by which rights come or go, with its body read. */
export type Act = Known<typeof actKinds>;
type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>;

/**
 * So many acts of one device are looked at, those with the lowest numbers. A circle has some dozens in ten years; a
 * hostile device could write any number, and each costs work.
 */
const MAX_ACTS = 400;

/** Who wrote it, as whom. A right is always one of a device that speaks for a member. */
export const pairOf = (author: string, member: string): string => `${author}\n${member}`;

/** The acts of one log, and what each could rest on if none were ever taken back. */
export interface Acts {
  root: ActOf<'circle.shared'>;
  /** All but the root, in an order that depends on nothing but themselves. */
  list: readonly Act[];
  byHash: ReadonlyMap<FactHash, Act>;
  /** Pair → the acts that make the device one of the member's. */
  givers: ReadonlyMap<string, readonly Act[]>;
  /** Member → the acts that make them a steward, the most senior first. */
  grants: ReadonlyMap<string, readonly Grant[]>;
}

/** Reads the acts of a log. Null where the root is missing: then nobody has any right. */
export function readActs(log: LogId, facts: readonly Fact[]): Acts | null {
  const unique = new Map<FactHash, Act>();
  for (const fact of facts) {
    const act = readAct(log, fact);
    if (act) unique.set(act.hash, act);
  }
  const all = [...unique.values()].sort(inOwnOrder);
  const root = all.find(
    (act) => act.kind === 'circle.shared' && act.by === act.body.member && isFounder(log, act),
  ) as ActOf<'circle.shared'> | undefined;
  if (!root) return null;
  const list = [...Map.groupBy(all, (act) => act.author).values()].flatMap((own) => own.slice(0, MAX_ACTS));
  const byHash = new Map([...list, root].map((act) => [act.hash, act]));
  const depths = depthsOf(root, byHash);
  const grants = Map.groupBy(
    [...depths.keys()].sort((a, b) => (depths.get(a) ?? 0) - (depths.get(b) ?? 0) || compare(a.hash, b.hash)),
    (act) => act.body.member,
  );
  const givers = new Map<string, Act[]>([[pairOf(root.author, root.body.member), [root]]]);
  for (const act of list) {
    if (act.kind !== 'device.added') continue;
    const pair = pairOf(act.body.device, act.body.member);
    givers.set(pair, [...(givers.get(pair) ?? []), act]);
  }
  return { root, list: list.filter((act) => act.kind !== 'circle.shared'), byHash, givers, grants };
}

export const isRoot = (act: Act): boolean => act.kind === 'circle.shared';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Time has no say in rights, so it is not in their order either. */
const inOwnOrder = (a: Act, b: Act): number =>
  compare(a.author, b.author) || a.seq - b.seq || compare(a.hash, b.hash);

function readAct(log: LogId, fact: Fact): Act | null {
  const schema = Object.hasOwn(actKinds, fact.kind) ? actKinds[fact.kind as Act['kind']] : undefined;
  if (!schema || fact.log !== log || fact.v !== FACT_VERSION || isErased(fact) || fact.by === null)
    return null;
  if (!fact.kind.startsWith('member.') && fact.entity !== log) return null;
  const body = v.safeParse(schema, fact.body);
  return body.success ? ({ ...fact, body: body.output } as Act) : null;
}

const isFounder = (log: LogId, act: ActOf<'circle.shared'>): boolean =>
  spaceIdOf(act.author, act.body.nonce) === log;

/** A fact that could make somebody a steward. */
type Grant = ActOf<'circle.shared'> | ActOf<'steward.named'>;

const isGrantFor = (act: Act | undefined, member: string | null): act is Grant =>
  (act?.kind === 'circle.shared' || act?.kind === 'steward.named') && act.body.member === member;

/**
 * How far each naming of a steward stands from the root: 0 for the founder's, one more for each naming in between. A
 * naming tells by which right it was made, by its hash, so nobody can lift themselves, and nothing goes in a circle.
 */
function depthsOf(root: Grant, byHash: ReadonlyMap<FactHash, Act>): Map<Grant, number> {
  const depths = new Map<Grant, number>([[root, 0]]);
  for (const act of byHash.values()) {
    const path: Grant[] = [];
    let at: Act | undefined = act;
    while (at?.kind === 'steward.named' && !depths.has(at)) {
      path.push(at);
      const up: Act | undefined = at.body.right === undefined ? undefined : byHash.get(at.body.right);
      at = isGrantFor(up, at.by) ? up : undefined;
    }
    const from = at?.kind === 'steward.named' || at === root ? depths.get(at) : undefined;
    if (from !== undefined) for (const [i, one] of path.toReversed().entries()) depths.set(one, from + i + 1);
  }
  return depths;
}

/** Whether somebody does this for themselves, for which nobody has to be a steward. */
export function isOwnAct(act: Act): boolean {
  switch (act.kind) {
    case 'device.added':
    case 'steward.ended':
      return act.body.member === act.by;
    case 'member.left':
      return act.entity === act.by;
    case 'device.removed':
      return act.body.right === undefined;
    case 'circle.shared':
      return true;
    case 'steward.named':
    case 'member.returned':
    case 'epoch.began':
      return false;
    default:
      return act satisfies never;
  }
}

/**
 * The naming an act stands on; undefined where it is nobody's. An act that does not tell stands on its writer's most
 * senior one.
 */
export function rightOf(acts: Acts, act: Act): Grant | undefined {
  const named = 'right' in act.body ? act.body.right : undefined;
  if (named === undefined) return act.by === null ? undefined : acts.grants.get(act.by)?.[0];
  const grant = acts.byHash.get(named);
  // One that does not lead back to the root has no place among the namings.
  return isGrantFor(grant, act.by) && acts.grants.get(grant.body.member)?.includes(grant) ? grant : undefined;
}

/**
 * Which of two acts comes first where they would undo each other: that of the more senior steward (fewer namings from
 * the founder, then the hash of the naming, which its owner has not written), of one member's acts by `near`,
 * then by device. Never by time.
 */
export function bySeniority(acts: Acts, near: (a: Act, b: Act) => number): (a: Act, b: Act) => number {
  const order = new Map([...acts.grants.values()].flat().map((grant) => [grant.hash, grant]));
  const depths = depthsOf(acts.root, order);
  const seniority = (act: Act) => {
    const grant = act.by === null ? undefined : acts.grants.get(act.by)?.[0];
    return { depth: (grant && depths.get(grant)) ?? Number.POSITIVE_INFINITY, hash: grant?.hash ?? '' };
  };
  return (a, b) => {
    const [one, other] = [seniority(a), seniority(b)];
    if (one.depth !== other.depth) return one.depth < other.depth ? -1 : 1;
    return compare(one.hash, other.hash) || near(a, b) || inOwnOrder(a, b);
  };
}
