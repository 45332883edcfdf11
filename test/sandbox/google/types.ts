import type { calendar_v3 } from '@googleapis/calendar';

/** A time as Google keeps it: a day, or an instant (UTC ms) planned in a zone (IANA). */
export type When = { date: string } | { at: number; zone: string };

export interface Attendee {
  email: string;
  displayName?: string;
  responseStatus: 'needsAction' | 'declined' | 'tentative' | 'accepted';
  optional?: boolean;
  resource?: boolean;
  comment?: string;
}

/** What can be changed about an event. */
export interface Data {
  status: 'confirmed' | 'tentative' | 'cancelled';
  start: When;
  end: When;
  attendees: readonly Attendee[];
  shared: Readonly<Record<string, string>>;
  private: Readonly<Record<string, string>>;
  guestsCanModify: boolean;
  guestsCanInviteOthers: boolean;
  guestsCanSeeOtherGuests: boolean;
  summary?: string | undefined;
  description?: string | undefined;
  location?: string | undefined;
  colorId?: string | undefined;
  transparency?: string | undefined;
  visibility?: string | undefined;
  recurrence?: readonly string[] | undefined;
  reminders?: calendar_v3.Schema$Event['reminders'];
  conferenceData?: calendar_v3.Schema$ConferenceData | undefined;
}

/** What the organiser's copy says for all copies; the rest (private properties, reminders, colour …) is each copy's own. */
export const SHARED_KEYS = [
  'status',
  'start',
  'end',
  'attendees',
  'shared',
  'guestsCanModify',
  'guestsCanInviteOthers',
  'guestsCanSeeOtherGuests',
  'summary',
  'description',
  'location',
  'visibility',
  'recurrence',
  'conferenceData',
] as const satisfies readonly (keyof Data)[];

/** One event on one calendar: a single one, the master of a series, or an exception of a series. */
export interface Stored {
  id: string;
  calendar: CalendarState;
  /** Its place in the calendar: the "unspecified, stable order" of a list. */
  order: number;
  /** Raised by every change; sync tokens and etags are made of it. */
  revision: number;
  iCalUID: string;
  organizer: { email: string; displayName?: string };
  creator: string;
  created: number;
  updated: number;
  sequence: number;
  data: Data;
  /** For an exception: whose, and which of its dates. */
  exception: { masterId: string; original: When } | null;
  /** For an exception: what it says otherwise than its master. */
  own: Partial<Data>;
  /** For a guest's copy: what the organiser's copy last said; only what changes there is brought over. */
  said: Partial<Data>;
  /** For a master: when and how it used to repeat, so that dates it no longer has can be told of. */
  past: { until: number; start: When; end: When; recurrence: readonly string[] }[];
}

export type Role = 'freeBusyReader' | 'reader' | 'writer' | 'owner';

export interface CalendarState {
  id: string;
  summary: string;
  zone: string;
  color: string;
  /** Email of the account that owns it. */
  owner: string;
  primary: boolean;
  roles: Map<string, Role>;
  hidden: boolean;
  events: Map<string, Stored>;
  /** Exceptions by the id of their master. */
  exceptions: Map<string, Set<Stored>>;
  /** Sync tokens of an earlier age are gone. */
  age: number;
  revision: number;
}

export interface Account {
  /** Google's own id of the person: digits. */
  sub: string;
  email: string;
  name: string;
  /** Whether the browser has a session of this account. */
  signedIn: boolean;
  /** What Google's page says in place of the consent. */
  blocked: 'admin_policy_enforced' | 'org_internal' | 'access_denied' | null;
  /** Scopes granted, by client. */
  grants: Map<string, Set<string>>;
}

export interface Client {
  id: string;
  name: string;
  /** A web client's code is only redeemed with its secret. */
  kind: 'web' | 'installed';
  secret: string;
  redirectUris: readonly string[];
}

export interface Token {
  value: string;
  email: string;
  clientId: string;
  scopes: ReadonlySet<string>;
  expiresAt: number;
}

/** One request as the stand-in saw it. Headers and bodies are left out: they hold secrets. */
export interface LoggedRequest {
  at: number;
  method: string;
  host: string;
  path: string;
  params: readonly (readonly [string, string])[];
  status: number | 'broken';
  /** Bytes of the answer's body. */
  bytes: number;
}

/** A mail that Google would have sent to a guest or an organiser. */
export interface Mail {
  at: number;
  to: string;
  kind: 'invitation' | 'update' | 'cancellation' | 'response';
  eventId: string;
}
