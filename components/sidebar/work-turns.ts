import type { Step } from '@/lib/meeting/plan';

export interface WorkTurn {
  ms: number;
  /** Ids of its steps. */
  steps: readonly string[];
}

/** The turn of work each member has, also one within a group. */
export function workTurns(plan: readonly Step[]): Map<string, WorkTurn> {
  const turns = new Map<string, WorkTurn>();
  for (const step of plan) {
    if (step.kind !== 'work') continue;
    const members = step.groups ? step.groups.map((group) => group.client) : [step.member];
    for (const member of members) {
      if (member === null) continue;
      const before = turns.get(member);
      turns.set(member, {
        ms: (before?.ms ?? 0) + step.ms,
        steps: [...(before?.steps ?? []), step.id],
      });
    }
  }
  return turns;
}
