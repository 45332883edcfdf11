import * as v from 'valibot';
import { myDraft } from '../fact/draft.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { readFacts } from '../fact/fold.ts';
import { CELLS, type HalfYear } from './half-year.ts';
import { LINES, type Line } from './report.ts';

/** In which form a report left. */
export const FORMS = ['print', 'csv', 'counts'] as const;
export type Form = (typeof FORMS)[number];

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const band = v.object({ from: v.number(), to: v.number() });

/** That I gave a report out, and the ranges that were told; entity `report-<random id>`, in one's own log. */
export const givenKinds = {
  'report.given': v.object({
    circle: id,
    form: v.picklist(FORMS),
    lines: v.array(v.picklist(LINES)),
    /** The sentence as it stood; null: left out. */
    sentence: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
    /** All ranges of each half-year, those of lines that were left out too: what is told later of it is the same. */
    halves: v.array(
      v.object({
        key: v.pipe(v.string(), v.regex(/^\d{4}-H[12]$/)),
        cells: v.object(v.entriesFromList(CELLS, band)),
        milestones: v.record(v.string(), band),
      }),
    ),
    /** ms since 1970. */
    at: v.number(),
  }),
} as const;

/** A report that was given out. */
export interface Given {
  id: string;
  circleId: string;
  form: Form;
  lines: readonly Line[];
  sentence: string | null;
  halves: readonly HalfYear[];
  at: number;
}

export const reportEntity = (id: string): string => `report-${id}`;

/** Folds one report that was given out; null when it was taken back or erased. */
export function foldGiven(entity: string, facts: readonly Fact[]): Given | null {
  const [fact] = readFacts(givenKinds, facts).facts;
  if (!fact || !entity.startsWith(reportEntity(''))) return null;
  const { circle, ...body } = fact.body;
  return { id: entity.slice(reportEntity('').length), circleId: circle, ...body };
}

/** Notes that a report was given out. @param one `id`: random. */
export const noteGiven = ({ id: own, circleId, form, lines, sentence, halves, at }: Given): Draft =>
  myDraft(reportEntity(own), 'report.given', {
    circle: circleId,
    form,
    lines: [...lines],
    sentence,
    halves: halves.map((half) => ({ ...half })),
    at,
  });

/**
 * What is told of a half-year: once it was given out, the same ranges for ever, whatever was corrected since. A range that
 * moves after a correction would tell on which side of its edge the number stands.
 */
export function asGiven(half: HalfYear, given: readonly Given[]): { half: HalfYear; since: number | null } {
  const first = given
    .filter(({ halves }) => halves.some(({ key }) => key === half.key))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))[0];
  const told = first?.halves.find(({ key }) => key === half.key);
  if (!first || !told) return { half, since: null };
  // A kind that did not exist then was not told.
  return { half: { ...told, milestones: { ...half.milestones, ...told.milestones } }, since: first.at };
}
