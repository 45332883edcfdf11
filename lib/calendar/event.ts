/**
 * The one shape in which the rest of the product sees a calendar, whatever it came from (file, feed, account).
 * All instants are UTC milliseconds since 1970; durations are whole ms.
 */
export interface Person {
  /** Lower case, without `mailto:`; empty when the calendar gives a name only. */
  email: string;
  name: string;
}

export interface Guest extends Person {
  response: 'accepted' | 'declined' | 'tentative' | 'none';
  /** Rooms and equipment sit in guest lists too; they are not people. */
  kind: 'person' | 'room';
}

export const CALL_HOSTS = ['meet', 'teams', 'zoom', 'other'] as const;
export type CallHost = (typeof CALL_HOSTS)[number];

/** Where a meeting's call is held. Evidence for a circle, never its identity. */
export interface CallLink {
  host: CallHost;
  /** Meet: `abc-defg-hij`, lower case. Teams: the thread id. Otherwise the address itself. */
  code: string;
  url: string;
}

export interface Occurrence {
  /** Start by the rule, before any move: names the occurrence for ever. */
  originalStart: number;
  start: number;
  lengthMs: number;
  cancelled: boolean;
  /** Accounts only: my own answer to this date, where it is another than that to the series. */
  myResponse?: Guest['response'] | null;
  /** Accounts only: the same of whether it is shown as free. */
  free?: boolean;
}

/** How often a series repeats, read from its rule, or from its dates when the calendar has no rule. */
export interface Cadence {
  /** 7 for weekly, 14 for every other week, 91 for quarterly … 0 when it does not repeat. */
  everyDays: number;
  /** ISO weekdays, Monday = 1 … Sunday = 7. */
  weekdays: readonly number[];
}

export interface Series {
  /** The iCalendar UID without a provider's split suffix, so that a split or re-imported series is the same one. */
  key: string;
  uid: string;
  sourceId: string;
  title: string;
  /** At most 4,000 characters of plain text. */
  description: string;
  location: string;
  /** IANA zone the series is planned in. */
  zone: string;
  start: number;
  lengthMs: number;
  allDay: boolean;
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** My own answer where the calendar says which guest I am. */
  myResponse: Guest['response'] | null;
  cadence: Cadence;
  /** The rule as text, for showing and for tests; empty for a single event. */
  rule: string;
  organizer: Person | null;
  guests: readonly Guest[];
  call: CallLink | null;
  /** Accounts only: whether the member is the organiser, or a guest who may change the event. */
  mayWrite?: boolean;
  /** Shown as free: it takes none of the member's time. */
  free?: boolean;
  /** Occurrences in the window that was read, by `originalStart`. */
  occurrences: readonly Occurrence[];
}
