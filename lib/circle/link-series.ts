import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';

/** A calendar series is this circle's from now on. @param by the member I am, or null. */
export const linkSeries = (circleId: string, by: string | null, key: string): Draft =>
  draft(circleId, by, circleId, 'circle.linked', { link: { kind: 'series', value: key } });
