import { byTime, type Fact, type FactHash } from '../fact/fact.ts';
import { type Known, latest, readFacts, replacing } from '../fact/fold.ts';
import { type Focus, type GoalState, goalKinds, type Stage } from './facts.ts';

/** A word about how it went, written when it was reached, carried on or put aside. */
export interface LookBack {
  state: GoalState;
  /** ISO date. */
  on: string;
  /** '' when nothing was written. */
  text: string;
}

/** A goal or question as screens show it; folded from its own facts alone, which stand in one's own log. */
export interface Goal {
  id: string;
  text: string;
  /** A question one carries, not a goal one reaches. */
  question: boolean;
  focus: Focus | null;
  stage: Stage | null;
  /** ISO dates. */
  from: string;
  until: string;
  state: GoalState;
  /** Since when it stands so, ISO date; null while it was never anything but open. */
  stateOn: string | null;
  /** The earliest first. */
  lookBacks: readonly LookBack[];
  /** Circle → the id of its copy there. */
  sharedIn: Readonly<Record<string, string>>;
  /** ms since 1970. */
  at: number;
  writtenBy: readonly FactHash[];
  stoodBy: readonly FactHash[];
  /** Facts that say where it is shared, by circle. */
  sharedBy: Readonly<Record<string, readonly FactHash[]>>;
}

export const goalEntity = (id: string): string => `goal-${id}`;

type GoalFact = Known<typeof goalKinds>;
type Of<K extends GoalFact['kind']> = Extract<GoalFact, { kind: K }>;

/** Folds the facts of one goal; null when its writing has not arrived, was undone or erased. */
export function foldGoal(entity: string, facts: readonly Fact[]): Goal | null {
  if (!entity.startsWith(goalEntity(''))) return null;
  const { facts: known } = readFacts(goalKinds, facts);
  const of = <K extends GoalFact['kind']>(kind: K) =>
    known.filter((fact): fact is Of<K> => fact.kind === kind);
  const written = of('goal.written');
  const now = latest(written);
  const first = written[0];
  if (!now || !first) return null;
  const stood = of('goal.stood');
  const stands = latest(stood);
  const shares = [...Map.groupBy(of('goal.sharedAs'), (fact) => fact.body.inCircle)];
  // Carried on, however it stands since: until the new day, unless the goal was written anew with another one after that.
  const carried = stood.findLast((fact) => fact.body.until !== null);
  return {
    id: entity.slice(goalEntity('').length),
    text: now.body.text,
    question: now.body.question,
    focus: now.body.focus,
    stage: now.body.stage,
    from: now.body.from,
    until: carried && byTime(now, carried) < 0 ? (carried.body.until ?? now.body.until) : now.body.until,
    state: stands?.body.state ?? 'open',
    stateOn: stands?.body.on ?? null,
    lookBacks: stood
      .filter((fact) => fact.body.text !== '')
      .map(({ body: { state, on, text } }) => ({ state, on, text })),
    sharedIn: Object.fromEntries(
      shares.flatMap(([circle, marks]) => {
        const copy = latest(marks)?.body.copy ?? null;
        return copy === null ? [] : [[circle, copy] as const];
      }),
    ),
    at: first.body.at,
    writtenBy: replacing(written),
    stoodBy: replacing(stood),
    sharedBy: Object.fromEntries(shares.map(([circle, marks]) => [circle, replacing(marks)])),
  };
}

/** Open ones first, by the day they are for; then those reached, the latest first; then those put aside. */
export function inGoalOrder(a: Goal, b: Goal): number {
  const rank = { open: 0, reached: 1, aside: 2 } as const;
  const byState = rank[a.state] - rank[b.state];
  if (byState !== 0) return byState;
  const byDay = a.state === 'open' ? compare(a.until, b.until) : compare(b.stateOn ?? '', a.stateOn ?? '');
  return byDay || a.at - b.at || compare(a.id, b.id);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether its months are over and it still stands open, so that it is time to look back. @param today ISO date. */
export const isOver = (goal: Pick<Goal, 'state' | 'until'>, today: string): boolean =>
  goal.state === 'open' && goal.until <= today;

/** So many months a goal is for, unless its writer wants it otherwise. */
export const HORIZON_MONTHS = 6;

/** The day six months on. @param today ISO date. */
export const horizonFrom = (today: string): string =>
  Temporal.PlainDate.from(today).add({ months: HORIZON_MONTHS }).toString();
