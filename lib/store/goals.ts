import { rightful } from '../circle/rightful.ts';
import type { ContractRow } from '../contract/contract.ts';
import { joinSame } from '../contract/log.ts';
import { type Draft, type Fact, ME } from '../fact/fact.ts';
import { isSpaceId } from '../fact/space.ts';
import { foldGoal, type Goal, goalEntity, inGoalOrder } from '../goal/goal.ts';
import { foldSharedGoal, markGoal, type SharedGoal, updateShared } from '../goal/shared-goal.ts';
import type { MilestoneRow } from '../milestone/milestone.ts';
import { continuedCircles } from './circles.ts';
import type { Database } from './database.ts';
import { erasureOf } from './erasures.ts';

const factsOf = (db: Database, log: string): Promise<Fact[]> =>
  db.facts
    .where('[log+entity]')
    .between([log, goalEntity('')], [log, `${goalEntity('')}\uffff`])
    .toArray();

const byEntity = (facts: readonly Fact[]) => [...Map.groupBy(facts, (fact) => fact.entity)];

/** My goals and questions, open ones first. Folded as they are read: there are a handful, and no table to keep true. */
export async function listGoals(db: Database): Promise<Goal[]> {
  const facts = await factsOf(db, ME);
  return byEntity(facts)
    .flatMap(([entity, own]) => foldGoal(entity, own) ?? [])
    .sort(inGoalOrder);
}

/** What members of a circle show each other of their goals, the oldest first. */
export async function sharedGoals(db: Database, circleId: string): Promise<SharedGoal[]> {
  const [facts, rights] = [await factsOf(db, circleId), await db.rights.get(circleId)];
  return byEntity(facts)
    .flatMap(([entity, all]) => {
      const counting = isSpaceId(circleId) ? (rights ? rightful(rights, all) : []) : all;
      return foldSharedGoal(entity, counting) ?? [];
    })
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** What brings every shared copy of a goal to what the goal is now. Circles where I am nobody (any more) are left alone. */
export async function followShares(db: Database, goal: Goal): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const [circleId, copy] of Object.entries(goal.sharedIn)) {
    const [self, there] = [await db.selves.get(circleId), await sharedGoals(db, circleId)];
    const row = there.find((one) => one.id === copy);
    if (self && row) drafts.push(...updateShared(goal, circleId, row, self.memberId, db.now()));
  }
  return drafts;
}

/** Withdraws a goal from a circle: its copy is erased there, for all who get the erasure. Whoever read it may have kept it. */
export async function withdrawGoal(db: Database, goal: Goal, circleId: string): Promise<Draft[]> {
  const copy = goal.sharedIn[circleId];
  if (copy === undefined) return [];
  const self = await db.selves.get(circleId);
  const erasure = await erasureOf(db, circleId, goalEntity(copy), self?.memberId ?? null);
  return [...erasure, markGoal(goal, circleId, null, db.now())];
}

/** Erases a goal for good, with every copy of it in a circle. Contracts that served it stay. */
export async function goalErasure(db: Database, goal: Goal): Promise<Draft[]> {
  const copies = await Promise.all(
    Object.entries(goal.sharedIn).map(async ([circleId, copy]) => {
      const self = await db.selves.get(circleId);
      return erasureOf(db, circleId, goalEntity(copy), self?.memberId ?? null);
    }),
  );
  return [...copies.flat(), ...(await erasureOf(db, ME, goalEntity(goal.id), null))];
}

/** What a goal led to: the contracts of mine that serve it, and the milestones that name it or one of those. */
export interface GoalLine {
  contracts: readonly ContractRow[];
  milestones: readonly MilestoneRow[];
}

/** The contracts that serve each goal of mine, the oldest first. */
export async function contractsByGoal(db: Database): Promise<ReadonlyMap<string, readonly ContractRow[]>> {
  const asides = await db.asides.where('goal').above('').toArray();
  const [rows, hidden] = [
    await db.contracts
      .where('id')
      .anyOf(asides.map((aside) => aside.id))
      .toArray(),
    await continuedCircles(db),
  ];
  const goalOf = new Map(asides.map((aside) => [aside.id, aside.goal ?? '']));
  const shown = joinSame(rows.filter((row) => !hidden.has(row.circleId))).sort((a, b) => a.madeAt - b.madeAt);
  return Map.groupBy(shown, (row) => goalOf.get(row.id) ?? '');
}

/** The line of one goal: its contracts and milestones, each the oldest first. */
export async function goalLine(db: Database, goal: Pick<Goal, 'id' | 'sharedIn'>): Promise<GoalLine> {
  const contracts = (await contractsByGoal(db)).get(goal.id) ?? [];
  const copies = new Set(Object.values(goal.sharedIn));
  const ids = new Set(contracts.map((row) => row.id));
  const milestones = await db.milestones
    .filter((row) => copies.has(row.goal ?? '') || ids.has(row.contract ?? ''))
    .toArray();
  return { contracts, milestones: milestones.sort((a, b) => (a.on < b.on ? -1 : 1)) };
}
