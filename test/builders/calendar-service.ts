import type {
  CalendarClient,
  Cursor,
  PageResult,
  Problem,
  RemoteEvent,
} from '../../lib/calendar/sync/provider.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A series or a single event as the service itself keeps it. Dates are reckoned here by plain sums, in UTC. */
export interface Entry {
  id: string;
  uid: string;
  title: string;
  start: number;
  /** 0: a single event. */
  everyDays: number;
  /** How many dates it has. */
  count: number;
  exceptions: Map<number, { cancelled: boolean; start: number; version: number }>;
  gone: boolean;
  /** Exceptions that are no more, with the version that took them away. */
  dropped: Map<number, number>;
  version: number;
  /** When more than the dropping of a date changed last. */
  listed: number;
}

/** What a date is in the end. */
export interface Date_ {
  originalStart: number;
  start: number;
  cancelled: boolean;
}

/**
 * A calendar service in memory, of either kind, that hands pages out of its state as it is at that moment: what changes
 * between two pages may be missed by them and is then in the next changes, as with the real ones.
 */
export class CalendarService {
  readonly entries = new Map<string, Entry>();
  version = 1;
  /** Tokens of before are known no longer. */
  oldestToken = 0;
  pageSize = 3;
  requests = 0;
  /** Asked before each request: what to answer instead; may throw. */
  fault: (cursor: Cursor) => Problem | { ok: false; reason: 'gone' } | null = () => null;
  readonly dates: CalendarClient['dates'];

  constructor(dates: CalendarClient['dates']) {
    this.dates = dates;
  }

  add(entry: Pick<Entry, 'id' | 'uid' | 'title' | 'start' | 'everyDays' | 'count'>): void {
    this.entries.set(entry.id, {
      ...entry,
      exceptions: new Map(),
      gone: false,
      dropped: new Map(),
      version: ++this.version,
      listed: this.version,
    });
  }

  change(id: string, change: (entry: Entry) => void): void {
    const entry = this.entries.get(id);
    if (!entry || entry.gone) return;
    entry.version = ++this.version;
    entry.listed = this.version;
    change(entry);
  }

  /** Takes exceptions back, from a date on. */
  dropExceptions(entry: Entry, from: number): void {
    for (const at of entry.exceptions.keys()) {
      if (at < from) continue;
      entry.exceptions.delete(at);
      entry.dropped.set(at, entry.version);
    }
  }

  /** Drops a date; Microsoft then names that date alone, by an id that tells nothing. */
  cancelDate(id: string, originalStart: number): void {
    const entry = this.entries.get(id);
    if (!entry || entry.gone) return;
    entry.version = ++this.version;
    entry.exceptions.set(originalStart, { cancelled: true, start: originalStart, version: entry.version });
  }

  /** Every date of an entry, by its rule and its exceptions. */
  datesOf(entry: Entry): Date_[] {
    return Array.from({ length: entry.everyDays === 0 ? 1 : entry.count }, (_, n) => {
      const originalStart = entry.start + n * entry.everyDays * DAY;
      return {
        originalStart,
        start: originalStart,
        cancelled: false,
        ...entry.exceptions.get(originalStart),
      };
    });
  }

  client(): CalendarClient {
    const unused = () => Promise.reject(new Error('not asked for'));
    return {
      dates: this.dates,
      calendars: unused,
      read: unused,
      write: unused,
      nextInstance: unused,
      page: async (_, cursor) => {
        this.requests++;
        return this.fault(cursor) ?? this.#page(cursor);
      },
    };
  }

  #page(cursor: Cursor): PageResult {
    // `after` is the last id handed out; `since` the version that the next changes count from.
    const at =
      cursor.page === null ? null : (JSON.parse(cursor.page) as { since: number; after: string; of: number });
    const since = at?.since ?? this.version;
    const token = cursor.kind === 'full' ? 0 : Number(cursor.token);
    if (token < this.oldestToken && cursor.kind === 'changes') return { ok: false, reason: 'gone' };
    if (at && at.of < this.oldestToken) return { ok: false, reason: 'gone' };
    const found = [...this.entries.values()]
      .filter((entry) => entry.version > token && (cursor.kind === 'changes' || !entry.gone))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .filter((entry) => !at || entry.id > at.after);
    const page = found.slice(0, this.pageSize);
    const last = page.at(-1);
    const next =
      found.length > page.length && last
        ? { page: JSON.stringify({ since, after: last.id, of: at?.of ?? this.version }) }
        : { token: String(since) };
    const window = this.windowOf(cursor);
    return {
      ok: true,
      events: page.flatMap((entry) =>
        entry.gone || this.#droppedOnly(entry, token) ? [] : this.#events(entry, token, window),
      ),
      removed: page.flatMap((entry) => {
        if (entry.gone) return [entry.id];
        if (this.dates === 'by-rule') {
          return [...entry.dropped].flatMap(([at, version]) =>
            version > token && !entry.exceptions.has(at) ? [this.#dateId(entry.id, at)] : [],
          );
        }
        if (!this.#droppedOnly(entry, token)) return [entry.id];
        return [...entry.exceptions].flatMap(([originalStart, { version }]) =>
          version > token ? [this.#dateId(entry.id, originalStart)] : [],
        );
      }),
      next,
    };
  }

  #droppedOnly = (entry: Entry, token: number) => this.dates === 'listed' && entry.listed <= token;

  /** Google's ids say which date they are; Microsoft's say nothing. */
  #dateId = (id: string, originalStart: number): string =>
    this.dates === 'by-rule' ? `${id}_${stamp(originalStart)}` : `x${originalStart}x${id}`;

  #window = { from: 0, to: 0 };
  /** A service that lists keeps the window in its token; one at a time will do here. */
  windowOf(cursor: Cursor): { from: number; to: number } {
    if (cursor.kind === 'full') this.#window = { from: cursor.from, to: cursor.to };
    return this.#window;
  }

  #events(entry: Entry, token: number, window: { from: number; to: number }): RemoteEvent[] {
    const { id, uid, title, start } = entry;
    const base: RemoteEvent = {
      ...{ id, uid, title, start },
      kind: entry.everyDays === 0 ? 'single' : 'master',
      masterId: null,
      originalStart: null,
      etag: `"${entry.version}"`,
      cancelled: false,
      description: '',
      location: '',
      zone: 'UTC',
      lengthMs: HOUR,
      allDay: false,
      status: 'confirmed',
      myResponse: null,
      rule:
        entry.everyDays === 0 ? [] : [`RRULE:FREQ=DAILY;INTERVAL=${entry.everyDays};COUNT=${entry.count}`],
      organizer: null,
      mayWrite: false,
      guests: [],
      call: null,
      circleMark: null,
    };
    if (entry.everyDays === 0) return this.dates === 'by-rule' || inWindow(start, window) ? [base] : [];
    const instance = (date: Date_): RemoteEvent => ({
      ...base,
      id: this.#dateId(id, date.originalStart),
      kind: 'instance',
      masterId: id,
      uid: this.dates === 'by-rule' ? uid : '',
      originalStart: date.originalStart,
      start: date.start,
      cancelled: date.cancelled,
      rule: [],
    });
    const dates = this.datesOf(entry);
    if (this.dates === 'listed') {
      const here = dates.filter((date) => !date.cancelled && inWindow(date.start, window));
      return here.length === 0 ? [] : [base, ...here.map(instance)];
    }
    const exceptions = dates.filter(({ originalStart }) => {
      const version = entry.exceptions.get(originalStart)?.version;
      return version !== undefined && version > token;
    });
    return [base, ...exceptions.map(instance)];
  }
}

const inWindow = (start: number, { from, to }: { from: number; to: number }) =>
  start < to && start + HOUR > from;

const stamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
