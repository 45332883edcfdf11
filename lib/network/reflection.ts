import { myDraft } from '../fact/draft.ts';
import type { Draft, Fact, FactHash } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';
import { KINDNESSES, type Kindness, reflectionKinds } from './facts.ts';

/** A look back at how I mentor near-peers. */
export interface Reflection {
  /** Whom I mentor, and what their situation is. */
  whom: string;
  /** What I showed lately. */
  shown: readonly Kindness[];
  /** What I could show more of … */
  could: readonly Kindness[];
  /** … and to whom. */
  toWhom: string;
  /** What gets in the way. */
  hinders: string;
  /** How I get round it. */
  roundIt: string;
}

export interface ReflectionRow extends Reflection {
  id: string;
  /** ms since 1970: when it was first written. */
  at: number;
  /** Facts that an edit names. */
  setBy: readonly FactHash[];
}

export const reflectionEntity = (id: string): string => `reflection-${id}`;

/** Folds one reflection; null when it was taken back or erased. */
export function foldReflection(entity: string, facts: readonly Fact[]): ReflectionRow | null {
  const { facts: known } = readFacts(reflectionKinds, facts);
  const now = latest(known);
  if (!now || !entity.startsWith(reflectionEntity(''))) return null;
  const { replaces: _, at: __, ...said } = now.body;
  const at = known.reduce((first, fact) => Math.min(first, fact.body.at), now.body.at);
  return { id: entity.slice(reflectionEntity('').length), ...said, at, setBy: replacing(known) };
}

/** Writes a reflection, in the place of what it was. @param at ms since 1970. */
export const writeReflection = (
  id: string,
  said: Reflection,
  before: ReflectionRow | null,
  at: number,
): Draft =>
  myDraft(reflectionEntity(id), 'reflection.written', {
    whom: said.whom.trim(),
    shown: KINDNESSES.filter((one) => said.shown.includes(one)),
    could: KINDNESSES.filter((one) => said.could.includes(one)),
    toWhom: said.toWhom.trim(),
    hinders: said.hinders.trim(),
    roundIt: said.roundIt.trim(),
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** Whether anything was said at all. */
export const isEmpty = ({ whom, shown, could, toWhom, hinders, roundIt }: Reflection): boolean =>
  [whom, toWhom, hinders, roundIt].every((words) => words.trim() === '') &&
  shown.length === 0 &&
  could.length === 0;
