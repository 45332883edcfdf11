/** Parts to write calendar files from, for tests and benchmarks. */

/** One VEVENT with CRLF; `lines` as they stand in a file, without BEGIN and END. */
export function vevent(lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n');
}

/** A whole file around components; `head` are lines of the calendar itself. */
export function vcalendar(components: readonly string[], head: readonly string[] = []): string {
  const start = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Circlekeeper//Test//EN', ...head, ''].join(
    '\r\n',
  );
  return `${start}${components.join('')}END:VCALENDAR\r\n`;
}

/** A line folded at 75 octets, as most calendars write it. */
export function fold(line: string): string {
  const parts: string[] = [];
  let rest = line;
  let room = 75;
  while (rest.length > room) {
    parts.push(rest.slice(0, room));
    rest = rest.slice(room);
    room = 74;
  }
  return [...parts, rest].join('\r\n ');
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const ZONES = [
  'Europe/Berlin',
  'Europe/Berlin',
  'Europe/Berlin',
  'America/New_York',
  'Europe/London',
  'Australia/Sydney',
];
const TOPICS =
  'Lab meeting|Seminar|Journal club|Thesis advice|Peer mentoring circle|Lunch|Dentist|Grant writing|Review|Clinic|Office hours|Reading group|Faculty council|Interview|Choir|Writing group|Call with Dana|Ethics board|Teaching|Project sync'.split(
    '|',
  );
const PEOPLE = 'dana|amina|lucia|mei|priya|jo|sofia|ruth|ines|noor|clara|hanna|tove|yuki|ada|marie'.split(
  '|',
);
const WORDS =
  'please bring the latest numbers and your questions we will start with a short round then look at the draft agenda in the shared folder room may change'.split(
    ' ',
  );

/**
 * A calendar of one year as a busy person has it: half single events, the others weekly, every other week, monthly
 * or daily, some with dates left out or moved; guests, descriptions, links; several zones; about 290 bytes an event.
 */
export function bigCalendar({ events, seed, year }: { events: number; seed: number; year: number }): string {
  const random = seeded(seed);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('an empty list');
    return found;
  };
  const two = (value: number) => String(value).padStart(2, '0');
  const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.000Z/g, '');
  const day = 86_400_000;
  const first = Date.UTC(year, 0, 1);
  const parts: string[] = [];
  let written = 0;
  while (written < events) {
    const zone = pick(ZONES);
    const start = first + Math.floor(random() * 365) * day + (8 + Math.floor(random() * 10)) * 3_600_000;
    const length = pick([30, 60, 60, 90]) * 60_000;
    const uid = `${written.toString(36)}-${Math.floor(random() * 1e9).toString(36)}@example.org`;
    const topic = pick(TOPICS);
    const lines = [
      `UID:${uid}`,
      `DTSTAMP:${stamp(start)}Z`,
      `DTSTART;TZID=${zone}:${stamp(start)}`,
      `DTEND;TZID=${zone}:${stamp(start + length)}`,
      `SUMMARY:${topic} ${two(written % 100)}`,
    ];
    if (random() < 0.35) {
      const words = Array.from({ length: 6 + Math.floor(random() * 30) }, () => pick(WORDS)).join(' ');
      lines.push(fold(`DESCRIPTION:${words}\\nhttps://meet.google.com/abc-${pick(['defg', 'wxyz'])}-hij`));
    }
    if (random() < 0.25) {
      const count = 1 + Math.floor(random() * 5);
      for (let index = 0; index < count; index++) {
        const name = PEOPLE[(written + index) % PEOPLE.length] ?? 'jo';
        lines.push(
          fold(`ATTENDEE;CN=${name};PARTSTAT=ACCEPTED;CUTYPE=INDIVIDUAL:mailto:${name}@example.org`),
        );
      }
    }
    const kind = random();
    const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(start).getUTCDay()] ?? 'MO';
    const nth = Math.ceil(new Date(start).getUTCDate() / 7);
    if (kind < 0.2) lines.push(`RRULE:FREQ=WEEKLY;BYDAY=${weekday}`);
    else if (kind < 0.3) lines.push(`RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=${weekday};WKST=MO`);
    else if (kind < 0.36) lines.push(`RRULE:FREQ=MONTHLY;BYDAY=${nth > 4 ? -1 : nth}${weekday}`);
    else if (kind < 0.4) lines.push(`RRULE:FREQ=WEEKLY;COUNT=${4 + Math.floor(random() * 12)}`);
    else if (kind < 0.42) lines.push('RRULE:FREQ=DAILY;COUNT=5');
    else if (kind < 0.44) lines.push('RRULE:FREQ=YEARLY');
    const repeatsWeekly = kind < 0.2;
    if (repeatsWeekly && random() < 0.3) lines.push(`EXDATE;TZID=${zone}:${stamp(start + 14 * day)}`);
    parts.push(vevent(lines));
    written++;
    if (repeatsWeekly && random() < 0.2 && written < events) {
      parts.push(
        vevent([
          `UID:${uid}`,
          `DTSTAMP:${stamp(start)}Z`,
          `RECURRENCE-ID;TZID=${zone}:${stamp(start + 21 * day)}`,
          `DTSTART;TZID=${zone}:${stamp(start + 22 * day)}`,
          `DTEND;TZID=${zone}:${stamp(start + 22 * day + length)}`,
          `SUMMARY:${topic} (moved)`,
        ]),
      );
      written++;
    }
  }
  return vcalendar(parts, ['X-WR-TIMEZONE:Europe/Berlin', 'X-WR-CALNAME:A busy year']);
}
