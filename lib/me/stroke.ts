import * as v from 'valibot';
import { myDraft } from '../fact/draft.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { readFacts } from '../fact/fold.ts';
import { MAX_PIG } from './pig.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A stroke I heard and want to keep, in my own log; entity `stroke-<random id>`. It goes when its circle is erased. */
export const strokeKinds = {
  'stroke.noted': v.object({
    circle: id,
    meeting: v.nullable(id),
    text: v.pipe(v.string(), v.maxLength(MAX_PIG)),
    at: v.number(),
  }),
} as const;

export interface NotedStroke {
  id: string;
  circleId: string;
  meetingId: string | null;
  text: string;
  /** ms since 1970. */
  at: number;
}

export const strokeEntity = (id: string): string => `stroke-${id}`;

/** Folds one stroke I noted; null when it was undone or erased. */
export function foldStroke(entity: string, facts: readonly Fact[]): NotedStroke | null {
  const noted = readFacts(strokeKinds, facts).facts[0];
  if (!noted || !entity.startsWith(strokeEntity(''))) return null;
  const { circle, meeting, text, at } = noted.body;
  return { id: entity.slice(strokeEntity('').length), circleId: circle, meetingId: meeting, text, at };
}

/** Notes a stroke for me alone. @param at ms since 1970. */
export const noteStroke = (
  stroke: { id: string; circleId: string; meetingId: string | null; text: string },
  at: number,
): Draft =>
  myDraft(strokeEntity(stroke.id), 'stroke.noted', {
    circle: stroke.circleId,
    meeting: stroke.meetingId,
    text: stroke.text.trim(),
    at,
  });
