import * as v from 'valibot';
import { myDraft, undoDraft } from '../fact/draft.ts';
import { type Draft, type Fact, type FactHash, ME } from '../fact/fact.ts';
import { latest, readFacts, replacing } from '../fact/fold.ts';
import { type Format, formatSchema } from '../meeting/format.ts';

/**
 * A format I made, before it belongs to a circle; entity `format-<id>`. A circle that uses it has a copy of its own
 * (`circle.format`), so that my later changes are mine and the circle's log says all that its members need.
 */
export const ownFormatKinds = {
  'format.written': v.object({ format: formatSchema, replaces: v.array(v.string()) }),
} as const;

export interface OwnFormat {
  format: Format;
  /** The facts an edit names, and that taking it away takes back. */
  setBy: readonly FactHash[];
}

export const formatEntity = (id: string): string => `format-${id}`;

/** Folds one format of mine; null when it was taken away, or stands under another's id. */
export function foldOwnFormat(entity: string, facts: readonly Fact[]): OwnFormat | null {
  const { facts: known } = readFacts(ownFormatKinds, facts);
  const now = latest(known);
  if (!now || formatEntity(now.body.format.id) !== entity) return null;
  return { format: now.body.format, setBy: replacing(known) };
}

/** Writes a format of mine, in the place of what it was. */
export const writeOwnFormat = (format: Format, before: OwnFormat | null): Draft =>
  myDraft(formatEntity(format.id), 'format.written', { format, replaces: [...(before?.setBy ?? [])] });

/** Takes a format of mine away; circles that use it keep their copy. @param facts all that ever wrote it. */
export const removeOwnFormat = (id: string, facts: readonly FactHash[]): Draft =>
  undoDraft(ME, null, formatEntity(id), facts);
