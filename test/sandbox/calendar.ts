/** One meeting of the sandbox's week, as both the calendar file and the week page show it. */
export interface SandboxEvent {
  uid: string;
  title: string;
  /** UTC ms of the first occurrence, and minutes. */
  start: number;
  minutes: number;
  rule?: string;
  guests?: readonly string[];
  /** Code of a Google Meet call. */
  call?: string;
  /** Thread of a Microsoft Teams meeting. */
  teams?: string;
  description?: string;
  location?: string;
  allDay?: boolean;
}

export interface SandboxCalendar {
  /** IANA zone the week is planned in. */
  zone: string;
  /** Name of the circle that meets right now: "Thursday circle" on a Thursday. */
  circleTitle: string;
  events: readonly SandboxEvent[];
}

export const FEED = 'https://calendar.sandbox.test/circles.ics';
export const CIRCLE_CODE = 'pmc-ring-two';
/** The second circle meets in Microsoft Teams; a series has one thread for all its dates. */
export const WOMEN_THREAD = '19:meeting_V29tZW5Jbk1lZGljaW5l@thread.v2';
/** A call that belongs to no circle. */
export const OTHER_CODE = 'oth-call-abc';
export const ME = 'chen.wu@example.edu';

const CIRCLE = ['Asha Sen', 'Bea Ortiz', 'Chen Wu', 'Dana Levi', 'Emeka Kalu', 'Fatima Noor'];
const WOMEN = [
  'Chen Wu',
  'Grace Adeyemi',
  'Hana Sato',
  'Ines Costa',
  'Joy Miller',
  'Kirsten Dahl',
  'Leila Aziz',
  'Mona Berg',
];
const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * A working week with two circles in it. The first one is on at `now` (UTC ms), so that a stranger can hold a meeting
 * at once: it began at the last full five minutes, and has met every two weeks before. The rest is a week's ordinary
 * noise, with the traps that the word "circle" sets.
 */
export function sandboxCalendar(now: number, zone: string): SandboxCalendar {
  const start = Math.floor(now / (5 * MINUTE)) * 5 * MINUTE;
  const today = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
  const monday = today.startOfDay().subtract({ days: today.dayOfWeek - 1 });
  const on = (weekday: number, hour: number, minute = 0) =>
    monday.add({ days: weekday - 1, hours: hour, minutes: minute }).epochMilliseconds;
  const circleTitle = `${today.toLocaleString('en', { weekday: 'long' })} circle`;
  return {
    zone,
    circleTitle,
    events: [
      {
        uid: 'circle@sandbox.test',
        title: circleTitle,
        start: today.subtract({ days: 42 }).epochMilliseconds,
        minutes: 90,
        rule: 'FREQ=WEEKLY;INTERVAL=2',
        guests: CIRCLE,
        call: CIRCLE_CODE,
        description: 'Our peer mentoring circle. What is said here stays here.',
      },
      {
        uid: 'women@sandbox.test',
        title: 'Women in medicine, every three weeks',
        start: today.add({ days: 2 }).subtract({ days: 42 }).with({ hour: 12, minute: 0 }).epochMilliseconds,
        minutes: 120,
        rule: 'FREQ=WEEKLY;INTERVAL=3',
        guests: WOMEN,
        teams: WOMEN_THREAD,
        description:
          'Mentoring circle: talking limit is two hours shared out equally. Everything stays in confidence.',
      },
      {
        uid: 'standup@sandbox.test',
        title: 'Lab stand-up',
        start: on(1, 9),
        minutes: 15,
        rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
        guests: CIRCLE.slice(0, 4),
        call: 'lab-stan-dup',
      },
      {
        uid: 'one@sandbox.test',
        title: '1:1 Chen / Prof. Haddad',
        start: on(2, 10),
        minutes: 30,
        rule: 'FREQ=WEEKLY;INTERVAL=2',
        guests: ['Chen Wu', 'Rana Haddad'],
        call: 'one-onon-one',
      },
      {
        uid: 'allhands@sandbox.test',
        title: 'Department all hands',
        start: on(3, 13),
        minutes: 60,
        rule: 'FREQ=MONTHLY;BYDAY=3WE',
        guests: manyGuests(24),
        call: 'all-hand-dep',
      },
      {
        uid: 'circlek@sandbox.test',
        title: 'Circle K account review',
        start: on(2, 15),
        minutes: 45,
        guests: manyGuests(4),
        call: 'acc-ount-ckk',
      },
      {
        uid: 'inner@sandbox.test',
        title: 'Inner circle newsletter: marketing sync',
        start: on(4, 11),
        minutes: 30,
        rule: 'FREQ=WEEKLY',
        guests: manyGuests(5),
        call: 'mar-keti-syn',
      },
      {
        uid: 'circleci@sandbox.test',
        title: 'Circle CI migration',
        start: on(3, 16),
        minutes: 60,
        guests: manyGuests(3),
      },
      {
        uid: 'quality@sandbox.test',
        title: 'Quality circle, ward 4',
        start: on(5, 8),
        minutes: 45,
        rule: 'FREQ=MONTHLY;BYDAY=1FR',
        guests: manyGuests(9),
        location: 'Ward 4, seminar room',
      },
      {
        uid: 'reading@sandbox.test',
        title: 'Reading circle: Middlemarch',
        start: on(7, 19),
        minutes: 90,
        rule: 'FREQ=MONTHLY;BYDAY=2SU',
        guests: manyGuests(6),
        location: 'At Joy’s',
      },
      {
        uid: 'back@sandbox.test',
        title: 'Circle back with Dana on the budget',
        start: on(4, 14),
        minutes: 20,
        guests: ['Chen Wu', 'Dana Levi'],
      },
      {
        uid: 'review@sandbox.test',
        title: 'Sprint review: data portal',
        start: on(5, 14),
        minutes: 60,
        rule: 'FREQ=WEEKLY;INTERVAL=2',
        guests: manyGuests(7),
        call: 'spr-intr-evi',
      },
      {
        uid: 'interview@sandbox.test',
        title: 'Interview: research nurse',
        start: on(2, 13),
        minutes: 45,
        guests: manyGuests(3),
        call: 'int-ervi-new',
      },
      { uid: 'dentist@sandbox.test', title: 'Dentist', start: on(4, 8), minutes: 40 },
      {
        uid: 'lunch@sandbox.test',
        title: 'Lunch with Grace',
        start: on(5, 12),
        minutes: 60,
        guests: ['Chen Wu', 'Grace Adeyemi'],
      },
      { uid: 'yoga@sandbox.test', title: 'Yoga', start: on(1, 18), minutes: 60, rule: 'FREQ=WEEKLY' },
      { uid: 'grant@sandbox.test', title: 'Grant deadline', start: on(5, 0), minutes: 1440, allDay: true },
      {
        uid: 'journal@sandbox.test',
        title: 'Journal club',
        start: on(3, 12),
        minutes: 60,
        rule: 'FREQ=WEEKLY',
        guests: manyGuests(12),
        call: 'jou-rnal-clu',
      },
    ],
  };
}

/** The events that have an occurrence in the week of `now`, with that start; for the week page. */
export function weekOf(calendar: SandboxCalendar, now: number): readonly (SandboxEvent & { at: number })[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(calendar.zone);
  const from = today.startOfDay().subtract({ days: today.dayOfWeek - 1 }).epochMilliseconds;
  const to = from + 7 * DAY;
  return calendar.events
    .flatMap((event) => {
      const weeks = Number(/INTERVAL=(\d+)/.exec(event.rule ?? '')?.[1] ?? 1);
      const days = /BYDAY=MO,TU,WE,TH,FR/.test(event.rule ?? '') ? 1 : 7 * weeks;
      const times = event.rule ? Math.ceil((to - event.start) / (days * DAY)) : 1;
      return Array.from({ length: Math.max(1, times) }, (_, n) => {
        const start = Temporal.Instant.fromEpochMilliseconds(event.start).toZonedDateTimeISO(calendar.zone);
        return { ...event, at: start.add({ days: n * days }).epochMilliseconds };
      });
    })
    .filter(({ at, rule }) => at >= from && at < to && !(rule?.includes('MO,TU') && at - from > 5 * DAY))
    .sort((a, b) => a.at - b.at);
}

/** Where one joins an event's call; null where it has none. */
export function joinLink({ call, teams }: Pick<SandboxEvent, 'call' | 'teams'>): string | null {
  if (call) return `https://meet.google.com/${call}`;
  return teams ? teamsLink(teams) : null;
}

/** The long address of a Teams meeting, as calendars carry it. */
export function teamsLink(thread: string): string {
  const context = encodeURIComponent('{"Tid":"7d1c0a52-sandbox","Oid":"1b8e-sandbox"}');
  return `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(thread)}/0?context=${context}`;
}

/** `Asha Sen` → `asha.sen@example.edu`. */
export function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.edu`;
}

function manyGuests(count: number): readonly string[] {
  return ['Chen Wu', ...Array.from({ length: count - 1 }, (_, n) => `Colleague ${n + 1}`)];
}
