import { sha256 } from '@noble/hashes/sha2.js';
import type { Phase } from './format.ts';
import type { Group, Step } from './plan.ts';

/** A turn: one step, or one for each of its parts. */
export interface Turn {
  /** Of the turn within its phase: a member, a round, or null for a phase that has but one. */
  key: string | null;
  member: string | null;
  groups?: readonly Group[];
}

export const stepId = (phase: string, key: string | null, part?: string): string =>
  [phase, ...(key === null ? [] : [key]), ...(part === undefined ? [] : [part])].join(':');

/** The id of the turn that a step is, or is a part of. */
export const turnId = (step: Step): string =>
  step.part === undefined ? step.id : step.id.slice(0, -step.part.length - 1);

/** An order that nobody made: the same for the same seed, whoever computes it. */
export function shuffled(members: readonly string[], seed: string): string[] {
  const rank = (member: string) => sha256(new TextEncoder().encode(`${seed}\n${member}`)).toHex();
  return members
    .map((member) => ({ member, rank: rank(member) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ member }) => member);
}

/**
 * Groups of `size`, one larger where one would be left over, one smaller where two would: nobody sits alone, and
 * nobody waits for a group that is much larger.
 */
export function groupsOf(members: readonly string[], size: number): string[][] {
  const n = members.length;
  const over = n % size;
  const count = Math.max(1, over > size / 2 ? Math.ceil(n / size) : Math.floor(n / size));
  return Array.from({ length: count }, (_, g) =>
    members.slice(Math.floor((g * n) / count), Math.floor(((g + 1) * n) / count)),
  );
}

/** The rounds of groups that talk at the same time: in each, another of every group has the turn. */
export function roundsOf(groups: readonly (readonly string[])[]): Turn[] {
  const count = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: count }, (_, round) => ({
    key: `round-${round + 1}`,
    member: null,
    groups: groups.map((group) => ({
      client: group[round] ?? null,
      others: group.filter((_, i) => i !== round),
    })),
  }));
}

export interface TurnsInput {
  /** Members present, in the order they speak. */
  present: readonly string[];
  /** ms asked for, by member: the bids for a phase with fewer seats than members. */
  asked: ReadonlyMap<string, number>;
  /** Who was chosen for such a phase, by its id. */
  chosen?: ReadonlyMap<string, readonly string[]> | undefined;
  /** For an order that nobody made. */
  seed?: string | undefined;
}

/** Those who are chosen for the seats of a phase: by the circle, or by what they asked for, or as they sit. */
export function seated(phase: Phase, { present, asked, chosen }: TurnsInput): readonly string[] {
  if (phase.seats === undefined || phase.seats >= present.length) return present;
  const named = chosen?.get(phase.id)?.filter((member) => present.includes(member)) ?? [];
  if (named.length > 0) return present.filter((member) => named.slice(0, phase.seats).includes(member));
  const most = present.toSorted((a, b) => (asked.get(b) ?? 0) - (asked.get(a) ?? 0)).slice(0, phase.seats);
  return present.filter((member) => most.includes(member));
}

/** The turns of a phase. */
export function turnsOf(phase: Phase, input: TurnsInput): Turn[] {
  if (!phase.perMember) return [{ key: null, member: null }];
  const chosen = seated(phase, input);
  const members =
    phase.order === 'random' && input.seed !== undefined
      ? shuffled(chosen, `${input.seed}\n${phase.id}`)
      : chosen;
  if (phase.groupsOf !== undefined) return roundsOf(groupsOf(members, phase.groupsOf));
  return members.map((member) => ({ key: member, member }));
}

/** The steps of a turn, one for each part; `lengths`: ms for each. */
export function stepsOfTurn(phase: Phase, turn: Turn, lengths: readonly number[]): Step[] {
  const common = {
    phase: phase.id,
    kind: phase.kind,
    member: turn.member,
    ...(turn.groups
      ? {
          groups: turn.groups.map(({ client, others }) => ({ client, others: [...others] })),
        }
      : {}),
  };
  if (!phase.parts) return [{ id: stepId(phase.id, turn.key), ...common, ms: lengths[0] ?? 0 }];
  return phase.parts.map((part, i) => ({
    id: stepId(phase.id, turn.key, part.id),
    ...common,
    ms: lengths[i] ?? 0,
    part: part.id,
  }));
}

/** Steps by turn, in order: what each turn takes, ms. */
export function turnLengths(steps: readonly Step[]): number[] {
  const turns = new Map<string, number>();
  for (const step of steps) turns.set(turnId(step), (turns.get(turnId(step)) ?? 0) + step.ms);
  return [...turns.values()];
}
