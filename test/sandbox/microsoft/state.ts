import type {
  Attendee,
  BodyType,
  EmailAddress,
  FreeBusyStatus,
  Importance,
  PatternedRecurrence,
  ResponseType,
  Sensitivity,
} from '@microsoft/microsoft-graph-types';
import type { SyncState } from './delta.ts';

/** A wall time in a zone with a Windows name, as the service keeps it. */
export interface Moment {
  /** Wall ms since 1970, see lib/calendar/ics/wall-time. */
  wall: number;
  zone: string;
}

/** What one event, or one date of a series that differs, can say of itself. */
export interface Content {
  subject: string;
  body: { contentType: BodyType; content: string };
  start: Moment;
  end: Moment;
  isAllDay: boolean;
  location: string;
  attendees: readonly Attendee[];
  categories: readonly string[];
  importance: Importance;
  sensitivity: Sensitivity;
  showAs: FreeBusyStatus;
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
  responseRequested: boolean;
  hideAttendees: boolean;
  allowNewTimeProposals: boolean;
  /** Where the online meeting is; null when it is none. */
  joinUrl: string | null;
  response: ResponseType;
  isCancelled: boolean;
}

export type OpenExtensions = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** One date of a series that differs from it. */
export interface Exception {
  change: Partial<Content>;
  extensions: OpenExtensions;
}

/** A single event or a whole series. Never changed, only replaced: what a sync round has seen stays as it was. */
export interface Item {
  readonly core: string;
  readonly calendarId: string;
  /** Rises with every change in the mailbox; the change key is made of it. */
  readonly version: number;
  /** UTC ms. */
  readonly created: number;
  readonly modified: number;
  /** Hex digits shared by all copies of a meeting. */
  readonly globalId: string;
  /** How often it went to another calendar; the mutable id changes each time. */
  readonly moves: number;
  readonly content: Content;
  readonly organizer: EmailAddress;
  readonly isOrganizer: boolean;
  readonly recurrence: PatternedRecurrence | null;
  /** By original start, UTC ms. */
  readonly exceptions: ReadonlyMap<number, Exception>;
  readonly cancelled: ReadonlySet<number>;
  readonly extensions: OpenExtensions;
}

export interface StoredCalendar {
  id: string;
  name: string;
  isDefault: boolean;
  canEdit: boolean;
  hexColor: string;
  owner: EmailAddress;
  /** The mailbox's version at the last change in this calendar. */
  version: number;
}

export interface Mailbox {
  email: string;
  version: number;
  calendars: Map<string, StoredCalendar>;
  items: Map<string, Item>;
  states: Map<string, SyncState>;
  /** What was deleted, for sync rounds that never saw it. */
  gone: Item[];
  /** Names of open extensions ever used: named properties are finite and never given back. */
  propertyNames: Set<string>;
}

export interface Account {
  email: string;
  name: string;
  /** The service's own id for the person. */
  oid: string;
  tenant: Tenant;
  mailbox: Mailbox;
  /** Windows name. */
  zone: string;
  /** By client id: the scopes this person agreed to. */
  consents: Map<string, Set<string>>;
}

export interface Tenant {
  id: string;
  kind: 'work' | 'personal';
  /** Nobody but an administrator may let an app in. */
  adminConsentOnly: boolean;
}

export interface Mail {
  from: string;
  to: readonly string[];
  kind: 'invitation' | 'update' | 'cancellation' | 'response';
  subject: string;
  at: number;
}

export interface Limits {
  /** At once and per mailbox. */
  concurrent: number;
  requests: number;
  perMs: number;
  retryAfterSeconds: number;
  extensionBytes: number;
  propertyNames: number;
  /** How many links of sync rounds a mailbox remembers. */
  syncStates: number;
}

export interface Behaviour {
  /** Rewrites the HTML of bodies the way Outlook does. */
  rewriteHtml: boolean;
  /** Leads links through a protecting host when a body is stored. */
  safeLinks: boolean;
  /**
   * Whether a sync round says which dates of a series are gone. `untold`: the series comes again with the dates that
   * are left (microsoft-graph-docs PR 4501), and a deleted series is one tombstone.
   */
  deletedDates: 'told' | 'untold';
  /** Whether a series that began before the window comes with its master (keeper.sh PR 409 saw it does not). */
  masters: 'always' | 'begun-in-window';
}

export interface World {
  now(): number;
  accounts: Map<string, Account>;
  mails: Mail[];
  limits: Limits;
  behaviour: Behaviour;
  /** A running number behind every id, code and token. */
  next(): number;
}

/** Letters and digits that look like nothing, the same for the same text. */
export function opaque(text: string, length: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let state = 2166136261;
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), 16777619) >>> 0;
  let made = '';
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + index * 2654435761 + 374761393) >>> 0;
    made += letters[(state >>> 7) % letters.length];
  }
  return made;
}

/** A GUID that is the same for the same text. */
export function guid(text: string): string {
  const hex = [...opaque(text, 32)].map((letter) => (letter.charCodeAt(0) % 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
