import type { Fact } from '../fact/fact.ts';
import { latest, readFacts, replacing, UNDONE } from '../fact/fold.ts';
import { decisionKinds, erasedCircleKinds, noteKinds, selfKinds } from './facts.ts';

/** Which member I am. `id`: the circle's id. */
export interface SelfRow {
  id: string;
  memberId: string;
  setBy: readonly string[];
}

/** A private note. `id`: the meeting's id. */
export interface NoteRow {
  id: string;
  circleId: string;
  text: string;
  at: number;
  setBy: readonly string[];
}

/** My yes or no to a calendar series. `id`: the series' key. */
export interface DecisionRow {
  id: string;
  circleId: string | null;
  title: string;
  people: readonly string[];
  code: string | null;
  setBy: readonly string[];
}

/** A circle that was erased here. `id`: the circle's id. */
export interface ErasedCircleRow {
  id: string;
  at: number;
}

export const selfEntity = (circleId: string): string => `me-${circleId}`;
export const noteEntity = (meetingId: string): string => `note-${meetingId}`;
export const decisionEntity = (key: string): string => `series-${key}`;
export const erasedEntity = (circleId: string): string => `erased-${circleId}`;

/** Folds who I am in one circle. */
export function foldSelf(facts: readonly Fact[]): SelfRow | null {
  const { facts: known } = readFacts(selfKinds, facts);
  const now = latest(known);
  return now ? { id: now.body.circle, memberId: now.body.member, setBy: replacing(known) } : null;
}

/** Folds the note of one meeting; an emptied note is none. */
export function foldNote(facts: readonly Fact[]): NoteRow | null {
  const { facts: known } = readFacts(noteKinds, facts);
  const now = latest(known);
  if (!now) return null;
  const { meeting, circle, text, at } = now.body;
  return { id: meeting, circleId: circle, text, at, setBy: replacing(known) };
}

/** Folds the decision on one series. */
export function foldDecision(facts: readonly Fact[]): DecisionRow | null {
  const { facts: known } = readFacts(decisionKinds, facts);
  const now = latest(known);
  if (!now) return null;
  const { key, circle, title, people, code } = now.body;
  return { id: key, circleId: circle, title, people, code, setBy: replacing(known) };
}

/** Folds the erasure of one circle. It can be neither edited nor taken back: the circle is gone. */
export function foldErasedCircle(facts: readonly Fact[]): ErasedCircleRow | null {
  const first = readFacts(
    erasedCircleKinds,
    facts.filter((fact) => fact.kind !== UNDONE),
  ).facts[0];
  return first ? { id: first.body.circle, at: first.body.at } : null;
}
