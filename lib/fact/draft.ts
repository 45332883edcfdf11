import { type Draft, type FactHash, type LogId, ME } from './fact.ts';
import { FACT_VERSION, UNDONE } from './fold.ts';

/** A draft of this version for a circle's log, written by the device of member `by`. */
export const draft = (log: LogId, by: string | null, entity: string, kind: string, body: unknown): Draft => ({
  log,
  by,
  entity,
  kind,
  body,
  v: FACT_VERSION,
});

/** A draft for one's own log. */
export const myDraft = (entity: string, kind: string, body: unknown): Draft =>
  draft(ME, null, entity, kind, body);

/** Takes facts of one entity back; naming an earlier undo brings back what it took. */
export const undoDraft = (log: LogId, by: string | null, entity: string, facts: readonly FactHash[]): Draft =>
  draft(log, by, entity, UNDONE, { facts: [...facts] });
