import type { Occurrence, Series } from '../event.ts';
import { buildSeries } from '../ics/build-series.ts';
import type { Draft } from '../ics/draft.ts';
import { readDraft } from '../ics/draft.ts';
import type { Window } from '../ics/occurrences.ts';
import { touches } from '../ics/occurrences.ts';
import { ZoneResolver } from '../ics/resolve-zone.ts';
import { cadenceOfDates, cadenceOfRule, ruleText } from '../ics/rule.ts';
import type { LocalTime } from '../ics/wall-time.ts';
import { ianaZone, UTC } from '../ics/zone.ts';
import { rootOf } from './buckets.ts';
import type { CalendarClient, RemoteEvent } from './provider.ts';

export interface SeriesOptions {
  key: string;
  sourceId: string;
  /** Only what touches it is kept. */
  window: Window;
  /** Whether dates follow from a rule, or are listed one by one. */
  dates: CalendarClient['dates'];
}

let zones: ZoneResolver | undefined;
const zonesHere = (): ZoneResolver =>
  (zones ??= new ZoneResolver(ianaZone(Temporal.Now.timeZoneId()) ?? UTC));

/**
 * The one series that all events of a calendar with one key make: a master with its exceptions, the parts of a split
 * series, single dates of somebody else's series, or one event. Null when nothing of it touches the window.
 */
export function seriesOf(events: readonly RemoteEvent[], options: SeriesOptions): Series | null {
  // The order in which pages came must not matter.
  const sorted = events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return options.dates === 'by-rule' ? byRule(sorted, options) : listed(sorted, options);
}

function byRule(events: readonly RemoteEvent[], options: SeriesOptions): Series | null {
  const build = (some: readonly RemoteEvent[]) =>
    buildSeries(options.key, some.map(toDraft), { ...options, me: [], zones: zonesHere() }).series;
  // Of several parts those without a date in the window say nothing, neither dates nor title.
  const parts = [...Map.groupBy(events, rootOf).values()];
  const telling = parts.length === 1 ? events : parts.filter((part) => build(part) !== null).flat();
  // Google names dates that were taken out of a series also where the series itself is not there (any more).
  if (telling.every((event) => event.kind === 'instance' && event.cancelled)) return null;
  const series = build(telling);
  if (!series) return null;
  const main = telling.find((event) => event.id === series.uid) ?? newest(telling);
  if (!main) return null;
  const own = new Map(
    telling.flatMap((event) =>
      event.kind === 'instance' ? [[event.originalStart, saidOf(event, main)]] : [],
    ),
  );
  const occurrences = series.occurrences.map((date) => {
    const said = own.get(date.originalStart);
    return said ? { ...date, ...said } : date;
  });
  return { ...series, occurrences, ...saidBy(main) };
}

/** The dates as they are listed; what they do not say themselves is the master's. */
function listed(events: readonly RemoteEvent[], { key, sourceId, window }: SeriesOptions): Series | null {
  const main =
    newest(events.filter((event) => event.kind === 'master')) ??
    newest(events.filter((event) => event.kind === 'single')) ??
    newest(events);
  if (!main) return null;
  const dates = new Map<number, Occurrence>();
  for (const event of events) {
    if (event.kind === 'master' || !touches(event.start, event.lengthMs, window)) continue;
    const { start, lengthMs } = event;
    const originalStart = event.originalStart ?? start;
    // A single event that is cancelled says so as a whole.
    const cancelled = event.kind === 'instance' && isCancelled(event);
    dates.set(originalStart, { originalStart, start, lengthMs, cancelled, ...saidOf(event, main) });
  }
  if (dates.size === 0) return null;
  const occurrences = [...dates.values()].sort((a, b) => a.originalStart - b.originalStart);
  const zone = zonesHere().resolve(main.zone);
  const wall = (utc: number) => utc + (main.allDay ? 0 : zone.offsetAt(utc));
  const rules = rulesOf(main).rules;
  const [rule] = rules;
  return {
    key,
    sourceId,
    start: main.start,
    lengthMs: main.lengthMs,
    allDay: main.allDay,
    cadence: rule
      ? cadenceOfRule(rule, wall(main.start))
      : cadenceOfDates(occurrences.map((one) => wall(one.originalStart))),
    rule: rules.map(ruleText).join('\n'),
    occurrences,
    ...saidBy(main),
  };
}

const isCancelled = (event: RemoteEvent): boolean => event.cancelled || event.status === 'cancelled';

const newest = (events: readonly RemoteEvent[]): RemoteEvent | undefined =>
  events.reduce<RemoteEvent | undefined>(
    (last, one) => (last && last.start > one.start ? last : one),
    undefined,
  );

/** What a date says of itself and not of the series; null for nothing. */
function saidOf(date: RemoteEvent, main: RemoteEvent): Pick<Occurrence, 'myResponse' | 'free'> | null {
  if (date.cancelled) return null;
  const { myResponse, free = false } = date;
  const said = {
    ...(myResponse === main.myResponse ? {} : { myResponse }),
    ...(free === (main.free ?? false) ? {} : { free }),
  };
  return Object.keys(said).length > 0 ? said : null;
}

/** What one event says for the whole series. */
const saidBy = (event: RemoteEvent) => ({
  uid: event.uid,
  title: event.title,
  description: event.description,
  location: event.location,
  zone: event.allDay ? zonesHere().floating.id : zonesHere().resolve(event.zone).id,
  status: event.cancelled && event.kind !== 'instance' ? ('cancelled' as const) : event.status,
  myResponse: event.myResponse,
  organizer: event.organizer,
  guests: event.guests,
  call: event.call,
  mayWrite: event.mayWrite,
  ...(event.free ? { free: true } : {}),
});

/** An event as the reader of calendar files has it, so that both place dates in time by the same code. */
function toDraft(event: RemoteEvent): Draft {
  return {
    key: '',
    // Ties exceptions to their master, and tells apart what shares a UID.
    uid: rootOf(event),
    title: event.title,
    description: event.description,
    location: event.location,
    start: localTime(event.start, event),
    end: null,
    lengthMs: event.lengthMs,
    ...rulesOf(event),
    // A moment; beside a whole day the midnight that names it.
    replaces:
      event.kind === 'instance'
        ? { wall: event.originalStart ?? event.start, tzid: 'UTC', date: false }
        : null,
    andFollowing: false,
    status: isCancelled(event) ? 'cancelled' : event.status,
    free: event.free ?? false,
    organizer: event.organizer,
    guests: event.guests,
    call: event.call,
    sequence: 0,
    changed: '',
  };
}

function localTime(utc: number, event: RemoteEvent): LocalTime {
  if (event.allDay) return { wall: utc, tzid: '', date: true };
  const zone = zonesHere().resolve(event.zone);
  const wall = utc + zone.offsetAt(utc);
  // The second of two hours of one name has no wall time of its own.
  return zone.toUtc(wall) === utc
    ? { wall, tzid: event.zone, date: false }
    : { wall: utc, tzid: 'UTC', date: false };
}

type Rules = Pick<Draft, 'rules' | 'extraDates' | 'exceptDates'>;
const NO_RULES: Rules = { rules: [], extraDates: [], exceptDates: [] };

/** The rule lines of a master, read as they would be in a calendar file. */
function rulesOf(event: RemoteEvent): Rules {
  const lines = event.rule.filter((line) => /^(?:RRULE|RDATE|EXDATE)[;:][^\r\n]+$/i.test(line));
  if (lines.length === 0) return NO_RULES;
  const read = readDraft(
    ['BEGIN:VEVENT', 'UID:x', `DTSTART${stamp(event)}`, ...lines, 'END:VEVENT', ''].join('\r\n'),
  );
  if (!read.ok) return NO_RULES;
  const { rules, extraDates, exceptDates } = read.draft;
  return { rules, extraDates, exceptDates };
}

function stamp(event: RemoteEvent): string {
  const { wall, tzid, date } = localTime(event.start, event);
  const text = new Date(wall).toISOString().replace(/[-:]|\.\d{3}Z$/g, '');
  if (date) return `;VALUE=DATE:${text.slice(0, 8)}`;
  return tzid === 'UTC' ? `:${text}Z` : `;TZID=${tzid}:${text}`;
}
