import type { Phase } from './format.ts';
import { FLOOR_MS, type Group, type Step, usualMs } from './plan.ts';
import type { Run } from './run.ts';
import { groupsOf, roundsOf, stepsOfTurn, type Turn, turnId } from './turns.ts';

/** Steps of a new turn; the re-fit that follows gives them their time. */
const newSteps = (phase: Phase, turn: Turn): Step[] => {
  const ms = usualMs(phase, 1, 0) ?? FLOOR_MS;
  return stepsOfTurn(
    phase,
    turn,
    (phase.parts ?? [null]).map(() => ms),
  );
};

const currentIndex = (run: Run, plan: readonly Step[] = run.plan): number =>
  plan.findIndex((one) => one.id === run.current.step);

/**
 * The plan with a turn for `member` in every per-member phase that still runs or is to come, in speaking order; in a
 * phase of groups, with a place in one of them. A phase whose seats are taken stays as it is.
 * @returns the run's own plan when nothing changes.
 */
export function joinPlan(run: Run, member: string, order: readonly string[]): readonly Step[] {
  const nowPhase = run.format.phases.findIndex((phase) => phase.id === run.plan[currentIndex(run)]?.phase);
  let plan = run.plan;
  for (const phase of run.format.phases.slice(Math.max(0, nowPhase))) {
    if (!phase.perMember) continue;
    const steps = plan.filter((step) => step.phase === phase.id);
    if (phase.groupsOf !== undefined) plan = joinGroups(run, plan, phase, phase.groupsOf, member, order);
    else if (steps.some((step) => step.member === member)) continue;
    else if (phase.seats !== undefined && new Set(steps.map(turnId)).size >= phase.seats) continue;
    else plan = insertTurn(run, plan, phase, { key: member, member }, order);
  }
  return plan;
}

/** Where the steps of a phase stand, or would: after those of it, else before those of the next phases. */
function endOf(run: Run, plan: readonly Step[], phase: Phase): number {
  const last = plan.findLastIndex((one) => one.phase === phase.id);
  if (last >= 0) return last + 1;
  const nextPhases = run.format.phases.slice(run.format.phases.indexOf(phase) + 1).map((one) => one.id);
  const afterPhase = plan.findIndex((one) => nextPhases.includes(one.phase));
  return afterPhase >= 0 ? afterPhase : plan.length;
}

function insertTurn(
  run: Run,
  plan: readonly Step[],
  phase: Phase,
  turn: Turn,
  order: readonly string[],
): readonly Step[] {
  const current = currentIndex(run, plan);
  const seat = (step: Step) => order.indexOf(step.member ?? '');
  // Before the first turn of somebody later in order that has not begun; in an order by chance, at the end.
  const begun = new Set(plan.slice(0, current + 1).map(turnId));
  const later =
    phase.order === 'random'
      ? -1
      : plan.findIndex(
          (one, i) =>
            i > current &&
            one.phase === phase.id &&
            !begun.has(turnId(one)) &&
            seat(one) > order.indexOf(turn.member ?? ''),
        );
  const place = Math.max(later >= 0 ? later : endOf(run, plan, phase), current + 1);
  return plan.toSpliced(place, 0, ...newSteps(phase, turn));
}

/** The groups of a phase, each with all who are in it, in the order of their turns. */
function membersOfGroups(steps: readonly Step[]): string[][] {
  const rounds = [...Map.groupBy(steps, turnId).values()].map((parts) => parts[0]?.groups ?? []);
  const count = Math.max(0, ...rounds.map((groups) => groups.length));
  return Array.from({ length: count }, (_, g) => {
    const clients = rounds.flatMap((groups) => groups[g]?.client ?? []);
    const others = rounds.flatMap((groups) => groups[g]?.others ?? []);
    return [...new Set([...clients, ...others])];
  });
}

function joinGroups(
  run: Run,
  plan: readonly Step[],
  phase: Phase,
  size: number,
  member: string,
  order: readonly string[],
): readonly Step[] {
  const steps = plan.filter((step) => step.phase === phase.id);
  const groups = membersOfGroups(steps);
  if (groups.some((group) => group.includes(member))) return plan;
  const current = currentIndex(run, plan);
  const at = endOf(run, plan, phase) - steps.length;
  if (at > current) {
    // Nobody has begun: the groups are made anew.
    const all = [...groups.flat(), member].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const fresh = roundsOf(groupsOf(all, size)).flatMap((turn) => newSteps(phase, turn));
    return plan.toSpliced(at, steps.length, ...fresh);
  }
  const smallest = groups.reduce(
    (best, group, g) => (group.length < (groups[best]?.length ?? 0) ? g : best),
    0,
  );
  // A seat in the smallest group: a turn in a round in which that group has none left, or in a round of its own.
  const free = plan.findIndex(
    (step, i) => i > current && step.phase === phase.id && step.groups?.[smallest]?.client === null,
  );
  const turn = free >= 0 && plan[free] ? turnId(plan[free]) : null;
  const seatIn = (step: Step): readonly Group[] | undefined =>
    step.groups?.map((group, g) => {
      if (g !== smallest) return group;
      const client = turnId(step) === turn ? member : group.client;
      return { client, others: client === member ? group.others : [...group.others, member] };
    });
  const joined = plan.map((step, i) => {
    const seated = i > current && step.phase === phase.id ? seatIn(step) : undefined;
    return seated ? { ...step, groups: [...seated] } : step;
  });
  if (turn !== null) return joined;
  // Behind the last, not by their count: whoever left may have taken a round along.
  const last = Math.max(0, ...steps.map((step) => Number(/round-(\d+)$/.exec(turnId(step))?.[1] ?? 0)));
  const own: Turn = {
    key: `round-${last + 1}`,
    member: null,
    groups: groups.map((group, g) =>
      g === smallest ? { client: member, others: group } : { client: null, others: group },
    ),
  };
  return joined.toSpliced(endOf(run, joined, phase), 0, ...newSteps(phase, own));
}

/**
 * The plan without the turns of `member` that are to come, and without their place in groups.
 * @returns the run's own plan when nothing changes.
 */
export function leavePlan(run: Run, member: string): readonly Step[] {
  const current = currentIndex(run);
  let isChanged = false;
  const plan = run.plan.flatMap((step, i): Step[] => {
    if (i <= current) return [step];
    if (step.member === member) {
      isChanged = true;
      return [];
    }
    const isIn = step.groups?.some((group) => group.client === member || group.others.includes(member));
    if (!step.groups || !isIn) return [step];
    isChanged = true;
    const groups = step.groups.map((group) => ({
      client: group.client === member ? null : group.client,
      others: group.others.filter((one) => one !== member),
    }));
    return groups.some((group) => group.client !== null) ? [{ ...step, groups }] : [];
  });
  return isChanged ? plan : run.plan;
}

/** The plan with `members` (at most as many as there are seats) on the turns of a phase; those that have begun stay. */
export function reseat(run: Run, phaseId: string, members: readonly string[]): readonly Step[] {
  const phase = run.format.phases.find((one) => one.id === phaseId);
  if (!phase?.perMember || phase.groupsOf !== undefined) return run.plan;
  const current = currentIndex(run);
  const begun = new Set(run.plan.slice(0, current + 1).map(turnId));
  const kept = run.plan.filter((step) => step.phase === phaseId && begun.has(turnId(step)));
  const left = Math.max(0, (phase.seats ?? members.length) - new Set(kept.map(turnId)).size);
  const fresh = [...new Set(members)]
    .filter((one) => !kept.some((step) => step.member === one))
    .slice(0, left);
  const coming = run.plan.filter((step) => step.phase === phaseId && !begun.has(turnId(step)));
  const before = [...new Set(coming.map((step) => step.member))];
  if (before.length === fresh.length && before.every((one, i) => one === fresh[i])) return run.plan;
  const without = run.plan.filter((step) => step.phase !== phaseId || begun.has(turnId(step)));
  // The phase's turns stand where they stood; a phase that is over takes no more.
  const place = coming[0] ? run.plan.indexOf(coming[0]) : endOf(run, without, phase);
  if (place <= current) return run.plan;
  return without.toSpliced(place, 0, ...fresh.flatMap((one) => newSteps(phase, { key: one, member: one })));
}
