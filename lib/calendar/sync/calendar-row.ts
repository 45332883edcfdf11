import type { AccountProblem, Cursor, RemoteEvent } from './provider.ts';

/** What keeps an account or a calendar from being read, and since when (UTC ms). */
export interface StandingProblem {
  reason: AccountProblem;
  /** The service's own code, for those who help. */
  code: string | null;
  since: number;
}

/** A calendar of an account: what it is, whether it is read, and where its reading stands. Instants are UTC ms. */
export interface CalendarRow {
  /** Random; also the id of its `sources` row while it is ticked. */
  id: string;
  accountId: string;
  /** The service's id. */
  remoteId: string;
  name: string;
  color: string | null;
  primary: boolean;
  /** Whether the member may change events in it. */
  writable: boolean;
  /** The member wants it read. */
  ticked: boolean;
  /** Null: not begun. Stored in the transaction that stores the page before it. */
  cursor: Cursor | null;
  /** Pages of a full reading that wait in `pages` for the last one. */
  staged: number;
  /** Events in them, to show how far the first reading is; null when none is under way. */
  progress: number | null;
  /** The dates that series were last made for. Null before the first reading is through. */
  madeFor: { from: number; to: number } | null;
  /** The dates that the service lists; null where it does so by rule. */
  listed: { from: number; to: number } | null;
  /** When the last reading was through, and when one was last tried. */
  syncedAt: number | null;
  triedAt: number | null;
  problem: StandingProblem | null;
  /** The service wants to be left alone until then. */
  retryAt: number | null;
  /** Events here, dates of a series not counted. */
  events: number;
}

/** One page of a full reading, kept until the last one has come. */
export interface StagedPage {
  calendarId: string;
  page: number;
  /** Its `RemoteEvent`s as JSON. */
  json: string;
  removed: readonly string[];
}

/** Events of a calendar that share a bucket (see buckets.ts). */
export interface EventBucket {
  calendarId: string;
  bucket: number;
  /** Its `RemoteEvent`s as JSON. */
  json: string;
  /** `calendarId` + line feed + the key of each series here that its bucket does not tell, for the index. */
  keys: readonly string[];
}

/** The events of a row. */
export const eventsIn = ({ json }: { readonly json: string }): RemoteEvent[] => JSON.parse(json);
