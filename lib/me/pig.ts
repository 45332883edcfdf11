import * as v from 'valibot';
import { myDraft } from '../fact/draft.ts';
import type { Draft, Fact, FactHash } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';

/** Longest words of a pig, an answer or a stroke, in characters. */
export const MAX_PIG = 1000;

const text = v.pipe(v.string(), v.maxLength(MAX_PIG));

/**
 * A pig: something unkind one tells oneself, and what a peer would say to it. In one's own log and nowhere else; it
 * names no circle and no person, so that nothing leads to it. Entity `pig-<random id>`.
 */
export const pigKinds = {
  'pig.written': v.object({ text, at: v.number() }),
  'pig.answered': v.object({ text, at: v.number(), replaces: v.array(v.string()) }),
} as const;

export interface Pig {
  id: string;
  text: string;
  /** What a peer would say; empty while nothing was written. */
  answer: string;
  /** ms since 1970. */
  at: number;
  /** Facts that hold the answer now, to be named by another one. */
  answeredBy: readonly FactHash[];
}

export const pigEntity = (id: string): string => `pig-${id}`;

/** Folds one pig; null when it was let go. */
export function foldPig(entity: string, facts: readonly Fact[]): Pig | null {
  const { facts: known } = readFacts(pigKinds, facts);
  const written = known.find((fact) => fact.kind === 'pig.written');
  if (!written || !entity.startsWith(pigEntity(''))) return null;
  const answers = known.filter((fact) => fact.kind === 'pig.answered');
  return {
    id: entity.slice(pigEntity('').length),
    text: written.body.text,
    answer: latest(answers)?.body.text ?? '',
    at: written.body.at,
    answeredBy: replacing(answers),
  };
}

/** Writes a pig down. @param at ms since 1970. */
export const writePig = (id: string, words: string, at: number): Draft =>
  myDraft(pigEntity(id), 'pig.written', { text: words.trim(), at });

/** What a peer would say to it, in the place of what was written before. */
export const answerPig = (pig: Pig, words: string, at: number): Draft =>
  myDraft(pigEntity(pig.id), 'pig.answered', { text: words.trim(), at, replaces: [...pig.answeredBy] });
