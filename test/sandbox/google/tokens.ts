import { badRequest, syncGone } from './errors.ts';
import type { CalendarState } from './types.ts';

/** What a page token of a list remembers. Opaque to clients. */
export interface PageToken {
  calendar: string;
  query: string;
  /** Order of the last event given, and how many of it (or of the whole, for sorted lists). */
  order: number;
  skip: number;
  /** The calendar's revision when the first page was given: what the sync token will go on from. */
  revision: number;
}

/** What a sync token remembers. */
export interface SyncToken {
  calendar: string;
  query: string;
  revision: number;
  age: number;
}

const pack = (kind: string, value: object) =>
  Buffer.from(`${kind}${JSON.stringify(value)}`).toString('base64url');

function unpack(kind: string, text: string): unknown {
  const raw = Buffer.from(text, 'base64url').toString();
  try {
    return raw.startsWith(kind) ? JSON.parse(raw.slice(kind.length)) : null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const pageToken = (token: PageToken) => pack('page', token);
export const syncToken = (token: SyncToken) => pack('sync', token);

/** 400 for a page token that is none, or of another calendar or query. */
export function readPageToken(text: string, calendar: CalendarState, query: string): PageToken {
  const value = unpack('page', text);
  const fail = () => badRequest('invalid', 'Invalid page token value.', 'pageToken');
  if (!isRecord(value) || value.calendar !== calendar.id || value.query !== query) throw fail();
  const { order, skip, revision } = value;
  if (typeof order !== 'number' || typeof skip !== 'number' || typeof revision !== 'number') throw fail();
  return { calendar: calendar.id, query, order, skip, revision };
}

/**
 * 400 for a sync token that is none or of another calendar; 410 for one from before the tokens were dropped. Other
 * parameters must be the same as before "to avoid undefined behavior"; here that is a 400 too, so that it is seen.
 */
export function readSyncToken(text: string, calendar: CalendarState, query: string): SyncToken {
  const value = unpack('sync', text);
  if (!isRecord(value) || value.calendar !== calendar.id || typeof value.revision !== 'number')
    throw badRequest('invalid', 'Invalid sync token value.', 'syncToken');
  if (value.age !== calendar.age) throw syncGone();
  if (value.query !== query)
    throw badRequest('invalid', 'Parameters differ from those of the initial synchronization.', 'syncToken');
  return { calendar: calendar.id, query, revision: value.revision, age: calendar.age };
}
