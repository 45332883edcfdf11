import type { Goal } from './goal.ts';

interface LineContract {
  id: string;
  /** The day it was made, ISO date. */
  madeOn: string;
}
interface LineMilestone {
  id: string;
  /** ISO date. */
  on: string;
}

type Steps<C, M> =
  | { kind: 'begun' }
  | { kind: 'contract'; contract: C }
  | { kind: 'milestone'; milestone: M }
  | { kind: 'end'; state: Goal['state'] };

/** One mark on the line of a goal. `on`: ISO date. */
export type Step<C, M> = Steps<C, M> & { key: string; on: string };

const ORDER = { begun: 0, contract: 1, milestone: 2, end: 3 } as const;

/**
 * The line of a goal by days: that it was written, the contracts that serve it, the milestones it led to, and its end,
 * which stands last as long as nothing came after it. On one day a contract comes before the milestone it led to.
 */
export function lineOf<C extends LineContract, M extends LineMilestone>(
  goal: Pick<Goal, 'from' | 'until' | 'state' | 'stateOn'>,
  contracts: readonly C[],
  milestones: readonly M[],
): Step<C, M>[] {
  const end = goal.state === 'open' ? goal.until : (goal.stateOn ?? goal.until);
  const steps: Step<C, M>[] = [
    { kind: 'begun', key: 'begun', on: goal.from },
    ...contracts.map((contract) => ({
      kind: 'contract' as const,
      key: `contract ${contract.id}`,
      on: contract.madeOn,
      contract,
    })),
    ...milestones.map((milestone) => ({
      kind: 'milestone' as const,
      key: `milestone ${milestone.id}`,
      on: milestone.on,
      milestone,
    })),
    { kind: 'end', key: 'end', on: end, state: goal.state },
  ];
  // What was written is where the line begins, also when a contract is older than the goal it came to serve.
  return steps.sort((a, b) =>
    a.kind === 'begun' || b.kind === 'begun'
      ? ORDER[a.kind] - ORDER[b.kind]
      : a.on < b.on
        ? -1
        : a.on > b.on
          ? 1
          : ORDER[a.kind] - ORDER[b.kind],
  );
}
