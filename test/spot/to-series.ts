import type { CallHost, Guest, Series } from '../../lib/calendar/event.ts';

/** One labelled series as it stands in `labelled*.json`. */
export interface Labelled {
  title: string;
  description?: string;
  location?: string;
  /** Days between meetings; 0 = once. */
  everyDays: number;
  /** ISO weekday, Monday = 1. */
  weekday?: number;
  lengthMin: number;
  /** People besides me. */
  guests: number;
  rooms?: number;
  call?: CallHost | null;
  allDay?: boolean;
  status?: 'cancelled' | 'tentative';
  myResponse?: Guest['response'];
  organizer?: 'me' | 'other' | 'none';
  lang: 'en' | 'de' | 'fr' | 'es' | 'pt';
  label: 'circle' | 'not';
  why: string;
}

const DAY = 86_400_000;
/** Monday, 5 January 2026, 15:00 UTC. */
const MONDAY = Date.UTC(2026, 0, 5, 15);
const ME = 'me@uni.example';
const CODES: Readonly<Record<CallHost, string>> = {
  meet: 'abc-defg-hij',
  teams: '19:meeting_a@thread.v2',
  zoom: 'https://zoom.example/j/1',
  other: 'https://call.example/r/1',
};

function person(email: string, kind: Guest['kind'] = 'person'): Guest {
  return { email, name: email.split('@')[0] ?? '', response: 'accepted', kind };
}

/** The series a labelled entry stands for; `n` keeps keys apart. Guests are listed as calendars do: me first, then the others. */
export function toSeries(entry: Labelled, n = 0): Series {
  const weekday = entry.weekday ?? 4;
  const start = MONDAY + (weekday - 1) * DAY;
  const host = entry.call ?? null;
  const others = Array.from({ length: entry.guests }, (_, i) => person(`guest${i + 1}@uni.example`));
  const rooms = Array.from({ length: entry.rooms ?? 0 }, (_, i) =>
    person(`room${i + 1}@uni.example`, 'room'),
  );
  const me: Guest = { ...person(ME), response: entry.myResponse ?? 'accepted' };
  const guests = others.length > 0 ? [me, ...others, ...rooms] : rooms;
  const organizer = entry.organizer ?? (others.length > 0 ? 'other' : 'none');
  const lengthMs = entry.lengthMin * 60_000;
  const count = entry.everyDays > 0 ? 6 : 1;
  return {
    key: `labelled-${n}`,
    uid: `labelled-${n}`,
    sourceId: 'labelled',
    title: entry.title,
    description: entry.description ?? '',
    location: entry.location ?? '',
    zone: 'Europe/Berlin',
    start,
    lengthMs,
    allDay: entry.allDay ?? false,
    status: entry.status ?? 'confirmed',
    myResponse: entry.myResponse ?? (others.length > 0 ? 'accepted' : null),
    cadence: { everyDays: entry.everyDays, weekdays: entry.everyDays > 0 ? [weekday] : [] },
    rule: entry.everyDays > 0 ? `FREQ=DAILY;INTERVAL=${entry.everyDays}` : '',
    organizer:
      organizer === 'none' ? null : organizer === 'me' ? me : (others[0] ?? person('office@uni.example')),
    guests,
    call: host ? { host, code: CODES[host], url: `https://${host}.example/1` } : null,
    occurrences: Array.from({ length: count }, (_, i) => {
      const at = start + i * entry.everyDays * DAY;
      return { originalStart: at, start: at, lengthMs, cancelled: false };
    }),
  };
}
