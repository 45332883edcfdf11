import type { Fact } from '../fact/fact.ts';
import { type Known, latest, readFacts } from '../fact/fold.ts';
import { type GuideUntil, memberKinds } from './facts.ts';

/** A member of a circle, present or former; folded from the member's own facts alone. */
export interface MemberRow {
  id: string;
  circleId: string;
  name: string;
  /** Lower case; empty when unknown. */
  email: string;
  /** Place round the ring, from 0; gives the colour and stays for ever. */
  seat: number;
  guide: GuideUntil;
  /** ISO date the member joined. */
  joinedOn: string;
  /** ISO date a former member left; null while one is a member. */
  leftOn: string | null;
  /** Wordings of the ground rules that had this member's thumb up. */
  agreedTo: readonly string[];
  newer: number;
}

/** Folds the facts of one member. Null while the joining has not arrived, or when it was erased. */
export function foldMember(id: string, facts: readonly Fact[]): MemberRow | null {
  const { facts: known, newer } = readFacts(memberKinds, facts);
  const added = known.find((fact) => fact.kind === 'member.added');
  if (!added) return null;
  const renamed = latest(known.filter((fact) => fact.kind === 'member.renamed'));
  const guide = latest(known.filter((fact) => fact.kind === 'member.guide'));
  const stay = latest(known.filter((fact) => fact.kind === 'member.left' || fact.kind === 'member.returned'));
  return {
    id,
    circleId: added.body.circle,
    name: renamed?.body.name ?? added.body.name,
    email: renamed?.body.email ?? added.body.email,
    seat: added.body.seat,
    guide: guide ? guide.body.guide : added.body.guide,
    joinedOn: added.body.on,
    leftOn: stay?.kind === 'member.left' ? stay.body.on : null,
    agreedTo: agreedTo(id, known),
    newer,
  };
}

/** A thumb of the member's own device comes before one that was ticked for them. */
function agreedTo(id: string, known: readonly Known<typeof memberKinds>[]): string[] {
  const thumbs = known.filter((fact) => fact.kind === 'member.agreed');
  return [...Map.groupBy(thumbs, (fact) => fact.body.wording)]
    .filter(([, facts]) => latest(facts, (fact) => (fact.by === id ? 1 : 0))?.body.agreed)
    .map(([wording]) => wording);
}

/** Those who are members now, in the order of their seats. */
export const presentMembers = (members: readonly MemberRow[]): MemberRow[] =>
  members
    .filter((member) => member.leftOn === null)
    .sort((a, b) => a.seat - b.seat || (a.id < b.id ? -1 : 1));

/** The lowest seat nobody ever had, so that a colour stays one person's. */
export const nextSeat = (members: readonly Pick<MemberRow, 'seat'>[]): number =>
  Math.max(-1, ...members.map((member) => member.seat)) + 1;
