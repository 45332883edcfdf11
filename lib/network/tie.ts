import { myDraft, undoDraft } from '../fact/draft.ts';
import { type Draft, type Fact, type FactHash, ME } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';
import {
  type Closeness,
  type RhythmUnit,
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
  /** What I want to remember; '' or missing: nothing. */
  notes?: string | undefined;
}

/** How often I want to be in touch. */
export interface Rhythm {
  every: number;
  unit: RhythmUnit;
}

/** A day we were in touch. */
export interface Contact {
  /** ISO date. */
  on: string;
  /** The facts that say so, to be taken back. */
  facts: readonly FactHash[];
}

/** A tie as screens show it; folded from its own facts alone, which stand in one's own log. */
export interface TieRow extends Tie {
  id: string;
  /** ms since 1970: when it was first written. */
  since: number;
  /** Facts that an edit names. */
  setBy: readonly FactHash[];
  /** The latest first, each day once. */
  contacts: readonly Contact[];
  /** With the day (ISO) it was chosen on. */
  rhythm: (Rhythm & { from: string }) | null;
  rhythmSetBy: readonly FactHash[];
  /** A word that was due and may wait, ISO dates. */
  putOff: { due: string; until: string } | null;
  putOffSetBy: readonly FactHash[];
  /** Ids of ties with the same address that are other people. */
  apart: readonly string[];
  newer: number;
}

export const tieEntity = (id: string): string => `tie-${id}`;

/** Folds the facts of one tie. Null when it was taken away or erased. */
export function foldTie(id: string, facts: readonly Fact[]): TieRow | null {
  const { facts: known, newer } = readFacts(tieKinds, facts);
  const written = known.filter((fact) => fact.kind === 'tie.written');
  const now = latest(written);
  if (!now) return null;
  const { at: _, replaces: __, ...tie } = now.body;
  const since = written.reduce((first, fact) => Math.min(first, fact.body.at), now.body.at);
  const contacted = known.filter((fact) => fact.kind === 'tie.contacted');
  const rhythms = known.filter((fact) => fact.kind === 'tie.rhythm');
  const rhythm = latest(rhythms)?.body;
  const waits = known.filter((fact) => fact.kind === 'tie.putOff');
  const wait = latest(waits)?.body;
  const apart = known.flatMap((fact) => (fact.kind === 'tie.apart' ? [fact.body.other] : []));
  return {
    id,
    ...tie,
    since,
    setBy: replacing(written),
    contacts: [...Map.groupBy(contacted, (fact) => fact.body.on)]
      .map(([on, facts]) => ({ on, facts: facts.map((fact) => fact.hash) }))
      .sort((a, b) => (a.on < b.on ? 1 : -1)),
    rhythm: rhythm?.rhythm ? { ...rhythm.rhythm, from: rhythm.from } : null,
    rhythmSetBy: replacing(rhythms),
    putOff: wait ? { due: wait.due, until: wait.until } : null,
    putOffSetBy: replacing(waits),
    apart: [...new Set(apart)].sort(),
    newer,
  };
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
    ...(tie.notes?.trim() ? { notes: tie.notes.trim() } : {}),
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** We were in touch. @param on ISO date, not after today. @param at ms since 1970. */
export const markContact = (id: string, on: string, at: number): Draft =>
  myDraft(tieEntity(id), 'tie.contacted', { on, at });

/** Takes back that we were in touch on a day. */
export const forgetContact = (id: string, contact: Contact): Draft =>
  undoDraft(ME, null, tieEntity(id), contact.facts);

/** Chooses how often; null for no rhythm. @param from today's ISO date. @param at ms since 1970. */
export const setRhythm = (tie: TieRow, rhythm: Rhythm | null, from: string, at: number): Draft =>
  myDraft(tieEntity(tie.id), 'tie.rhythm', {
    rhythm: rhythm ? { every: rhythm.every, unit: rhythm.unit } : null,
    from,
    at,
    replaces: [...tie.rhythmSetBy],
  });

/** A word that is due on `due` may wait. ISO dates. @param at ms since 1970. */
export const putOff = (tie: TieRow, due: string, until: string, at: number): Draft =>
  myDraft(tieEntity(tie.id), 'tie.putOff', { due, until, at, replaces: [...tie.putOffSetBy] });

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
