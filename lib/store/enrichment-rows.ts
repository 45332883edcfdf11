import type { AccountProblem, Provider } from '../calendar/sync/provider.ts';
import type { Database } from './database.ts';

/** Why a circle's agenda is not in its event as it should be. */
export type EnrichReason =
  | AccountProblem
  /** The browser was told to send no names to calendars (any more). */
  | 'no-leave'
  /** The account was disconnected, or its calendar is gone. */
  | 'no-calendar'
  /** Its calendar is not ticked any more. */
  | 'not-ticked'
  /** The calendar holds no event of this circle that is still to come. */
  | 'no-event'
  /** The member may not change the event (any more). */
  | 'read-only'
  /** Another member's Circlekeeper writes there; nothing was changed. */
  | 'other-writer'
  /** Others kept changing the event at the same moment. */
  | 'conflict'
  /** The description would not hold it. */
  | 'too-long';

export interface EnrichProblem {
  reason: EnrichReason;
  /** The service's own code, for those who help. */
  code: string | null;
  /** UTC ms. */
  since: number;
}

/** An event that holds our lines, or may: it is noted before it is written. */
export interface WrittenEvent {
  eventId: string;
  /** A date's series; null for what holds for all dates. */
  masterId: string | null;
  /** A date's start by the rule, UTC ms. */
  originalStart: number | null;
  /** What stands there as far as is known, line by line; none before the first writing came through. */
  lines: readonly string[];
}

/**
 * That the agenda of a circle goes into its calendar event. Of this device alone: in no export and no fact. The calendar
 * is named as the service names it, so that what was written is found again after the account was connected anew.
 */
export interface Enrichment {
  circleId: string;
  /** False: it is being taken out; the row goes when that is through. */
  on: boolean;
  provider: Provider;
  /** Of the account, at the service. */
  identityId: string;
  /** Of the calendar, at the service. */
  remoteId: string;
  /** Writes although another member's block stands there. */
  takeOver: boolean;
  written: readonly WrittenEvent[];
  /** What was so when all was last found as it should be; the same again needs no request. */
  seen: string | null;
  /** When it was last found, or made, right. UTC ms. */
  writtenAt: number | null;
  problem: EnrichProblem | null;
  /** When to try again by itself, UTC ms. */
  retryAt: number | null;
}

const PREFIX = 'enrich:';

/** Written by this file alone. */
const parse = (value: string | number | undefined): Enrichment | null =>
  typeof value === 'string' ? (JSON.parse(value) as Enrichment) : null;

/** How a circle's agenda stands in its event; null: it does not. For live queries too. */
export async function readEnrichment(db: Database, circleId: string): Promise<Enrichment | null> {
  return parse((await db.meta.get(PREFIX + circleId))?.value);
}

export async function allEnrichments(db: Database): Promise<Enrichment[]> {
  const rows = await db.meta.where('key').startsWith(PREFIX).toArray();
  return rows.flatMap(({ value }) => parse(value) ?? []);
}

/** Changes the row in one transaction from what it is by then; null takes it away. */
export function changeEnrichment(
  db: Database,
  circleId: string,
  change: (row: Enrichment | null) => Enrichment | null,
): Promise<Enrichment | null> {
  return db.transaction('rw', db.meta, async () => {
    const key = PREFIX + circleId;
    const next = change(parse((await db.meta.get(key))?.value));
    if (next) await db.meta.put({ key, value: JSON.stringify(next) });
    else await db.meta.delete(key);
    return next;
  });
}

/** Changes parts of a row that is there. */
export const updateEnrichment = (
  db: Database,
  circleId: string,
  parts: (row: Enrichment) => Partial<Enrichment>,
): Promise<Enrichment | null> => changeEnrichment(db, circleId, (row) => row && { ...row, ...parts(row) });

/** Notes an event that holds our lines, or may, in the place of what was known of it. */
export const noteWritten = (
  db: Database,
  circleId: string,
  event: WrittenEvent,
): Promise<Enrichment | null> =>
  updateEnrichment(db, circleId, ({ written }) => ({
    written: [...written.filter(({ eventId }) => eventId !== event.eventId), event],
  }));

/** Strikes off an event that holds nothing of ours any more. */
export const forgetWritten = (db: Database, circleId: string, eventId: string): Promise<Enrichment | null> =>
  updateEnrichment(db, circleId, ({ written }) => ({
    written: written.filter((one) => one.eventId !== eventId),
  }));

/** UTC ms when something that did not go through is to be tried again; null when nothing waits. */
export async function nextEnrichRetry(db: Database): Promise<number | null> {
  const times = (await allEnrichments(db)).flatMap(({ retryAt }) => retryAt ?? []);
  return times.length === 0 ? null : Math.min(...times);
}
