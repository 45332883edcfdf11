import { myDraft } from '../fact/draft.ts';
import type { Draft, Fact, FactHash } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';
import { answerKinds, askKinds, feltKinds } from './facts.ts';
import { scoreOf } from './safety.ts';

/** My answers to the seven items, at one time. */
export interface PulseAnswer {
  id: string;
  circleId: string;
  /** The round they were given for; null: for myself. */
  round: string | null;
  /** As given, 1 to 7 each. */
  items: readonly number[];
  /** 1 to 7, reversed items turned round. */
  score: number;
  /** ms since 1970. */
  at: number;
  setBy: readonly FactHash[];
}

/** How one meeting was for me. */
export interface Felt {
  /** The meeting's id. */
  id: string;
  circleId: string;
  /** 1 hard … 5 very good. */
  step: number;
  words: string;
  /** ms since 1970. */
  at: number;
  setBy: readonly FactHash[];
}

export const pulseEntity = (id: string): string => `pulse-${id}`;
export const feltEntity = (meetingId: string): string => `felt-${meetingId}`;
export const askEntity = (circleId: string): string => `ask-${circleId}`;

/** Folds my answers of one time; null when they were erased. */
export function foldAnswer(entity: string, facts: readonly Fact[]): PulseAnswer | null {
  const { facts: known } = readFacts(answerKinds, facts);
  const now = latest(known);
  if (!now || !entity.startsWith(pulseEntity(''))) return null;
  const { circle, round, items, at } = now.body;
  return {
    id: entity.slice(pulseEntity('').length),
    circleId: circle,
    round,
    items,
    score: scoreOf(items),
    at,
    setBy: replacing(known),
  };
}

/** Folds how one meeting was. */
export function foldFelt(entity: string, facts: readonly Fact[]): Felt | null {
  const { facts: known } = readFacts(feltKinds, facts);
  const now = latest(known);
  if (!now || feltEntity(now.body.meeting) !== entity) return null;
  const { circle, meeting, step, words, at } = now.body;
  return { id: meeting, circleId: circle, step, words, at, setBy: replacing(known) };
}

/** Whether I want the question at the close of a circle's meetings: yes, until I say no. */
export function foldAsk(facts: readonly Fact[]): { on: boolean; setBy: readonly FactHash[] } {
  const { facts: known } = readFacts(askKinds, facts);
  return { on: latest(known)?.body.on ?? true, setBy: replacing(known) };
}

/** I answer the seven items. @param at ms since 1970. */
export const answerPulse = (
  answer: { id: string; circleId: string; round: string | null; items: readonly number[] },
  before: PulseAnswer | null,
  at: number,
): Draft =>
  myDraft(pulseEntity(answer.id), 'pulse.answered', {
    circle: answer.circleId,
    round: answer.round,
    items: [...answer.items],
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** How a meeting was for me, in the place of what I said before. @param at ms since 1970. */
export const feelMeeting = (
  felt: Pick<Felt, 'id' | 'circleId' | 'step' | 'words'>,
  before: Felt | null,
  at: number,
): Draft =>
  myDraft(feltEntity(felt.id), 'pulse.felt', {
    circle: felt.circleId,
    meeting: felt.id,
    step: felt.step,
    words: felt.words.trim(),
    at,
    replaces: [...(before?.setBy ?? [])],
  });

/** I want to be asked, or not. */
export const askMe = (circleId: string, on: boolean, replaces: readonly FactHash[]): Draft =>
  myDraft(askEntity(circleId), 'pulse.ask', { circle: circleId, on, replaces: [...replaces] });
