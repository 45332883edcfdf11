import { myDraft, undoDraft } from '../fact/draft.ts';
import { type Draft, type Fact, type FactHash, ME } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';
import {
  type Closeness,
  type Standing,
  SUPPORTS,
  type Support,
  type TieCategory,
  tieKinds,
} from './facts.ts';

/** What I wrote of somebody I keep in touch with. */
export interface Tie {
  name: string;
  /** Lower case; '' when unknown. */
  email: string;
  support: readonly Support[];
  closeness: Closeness | null;
  category: TieCategory | null;
  standing: Standing | null;
  metIn: { circleId: string; memberId: string } | null;
}

/** A tie as screens show it; folded from its own facts alone, which stand in one's own log. */
export interface TieRow extends Tie {
  id: string;
  /** ms since 1970: when it was first written. */
  since: number;
  /** Facts that an edit names. */
  setBy: readonly FactHash[];
  newer: number;
}

export const tieEntity = (id: string): string => `tie-${id}`;

/** Folds the facts of one tie. Null when it was taken away or erased. */
export function foldTie(id: string, facts: readonly Fact[]): TieRow | null {
  const { facts: known, newer } = readFacts(tieKinds, facts);
  const now = latest(known);
  if (!now) return null;
  const { at: _, replaces: __, ...tie } = now.body;
  const since = known.reduce((first, fact) => Math.min(first, fact.body.at), now.body.at);
  return { id, ...tie, since, setBy: replacing(known), newer };
}

/** Writes a tie, in the place of what it was. @param at ms since 1970. */
export const writeTie = (id: string, tie: Tie, before: TieRow | null, at: number): Draft =>
  myDraft(tieEntity(id), 'tie.written', {
    name: tie.name.trim(),
    email: tie.email.trim().toLowerCase(),
    support: SUPPORTS.filter((one) => tie.support.includes(one)),
    closeness: tie.closeness,
    category: tie.category,
    standing: tie.standing,
    metIn: tie.metIn ? { ...tie.metIn } : null,
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** Takes a tie away. @param facts all that ever wrote it. */
export const removeTie = (id: string, facts: readonly FactHash[]): Draft =>
  undoDraft(ME, null, tieEntity(id), facts);

/** The tie with a member of a circle, or one of the same address; undefined where there is none yet. */
export const tieWith = (
  ties: readonly TieRow[],
  member: { id: string; circleId: string; email: string },
): TieRow | undefined =>
  ties.find(({ metIn }) => metIn?.circleId === member.circleId && metIn.memberId === member.id) ??
  ties.find(({ email }) => email !== '' && email === member.email);
