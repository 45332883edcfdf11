import { addressOf, joinLink, ME, type SandboxCalendar, type SandboxEvent } from './calendar.ts';

/** The calendar as an iCalendar file (RFC 5545), written the way the big providers do: zone, organiser, guests, link. */
export function sandboxIcs(calendar: SandboxCalendar, now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Circlekeeper//Sandbox//EN',
    'CALSCALE:GREGORIAN',
    'X-WR-CALNAME:Chen Wu',
    `X-WR-TIMEZONE:${calendar.zone}`,
    ...zoneLines(calendar.zone, now),
    ...calendar.events.flatMap((event) => eventLines(event, calendar.zone, now)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(event: SandboxEvent, zone: string, now: number): readonly string[] {
  const { uid, title, start, minutes, rule, guests = [], teams, description, location, allDay } = event;
  const time = (name: string, at: number) =>
    allDay ? `${name};VALUE=DATE:${wall(at, zone).slice(0, 8)}` : `${name};TZID=${zone}:${wall(at, zone)}`;
  const link = joinLink(event);
  const invitation = link && `${teams ? 'Microsoft Teams meeting' : 'Join with Google Meet'}: ${link}`;
  const about = [description, invitation].filter(Boolean).join('\n\n');
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(now)}`,
    time('DTSTART', start),
    time('DTEND', start + minutes * 60_000),
    `SUMMARY:${escaped(title)}`,
    'STATUS:CONFIRMED',
    ...(rule ? [`RRULE:${rule}`] : []),
    ...(about ? [`DESCRIPTION:${escaped(about)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(link ? [`${teams ? 'X-MICROSOFT-SKYPETEAMSMEETINGURL' : 'X-GOOGLE-CONFERENCE'}:${link}`] : []),
    ...(guests.length > 0 ? [`ORGANIZER;CN=${guests[0]}:mailto:${addressOf(guests[0] ?? '')}`] : []),
    ...guests.map(
      (name) =>
        `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${
          addressOf(name) === ME ? 'ACCEPTED' : 'NEEDS-ACTION'
        };CN=${name}:mailto:${addressOf(name)}`,
    ),
    'END:VEVENT',
  ];
}

/** The zone's changes of offset two years either way, one component each. */
function zoneLines(zone: string, now: number): readonly string[] {
  const from = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).subtract({ years: 2 });
  const to = from.add({ years: 4 });
  const lines = ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observance(from, from.offset)];
  let before = from;
  for (
    let at = from.getTimeZoneTransition('next');
    at && Temporal.ZonedDateTime.compare(at, to) < 0;
    at = at.getTimeZoneTransition('next')
  ) {
    lines.push(...observance(at, before.offset));
    before = at;
  }
  return [...lines, 'END:VTIMEZONE'];
}

function observance(at: Temporal.ZonedDateTime, offsetBefore: string): readonly string[] {
  const isSummer = offsetBefore < at.offset;
  // The start of an observance is told in the wall time before it.
  const local = at.toInstant().toZonedDateTimeISO(offsetBefore).toPlainDateTime();
  return [
    `BEGIN:${isSummer ? 'DAYLIGHT' : 'STANDARD'}`,
    `DTSTART:${compact(local)}`,
    `TZOFFSETFROM:${offsetBefore.replace(':', '')}`,
    `TZOFFSETTO:${at.offset.replace(':', '')}`,
    `END:${isSummer ? 'DAYLIGHT' : 'STANDARD'}`,
  ];
}

function wall(at: number, zone: string): string {
  return compact(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime());
}

function utc(at: number): string {
  return `${wall(at, 'UTC')}Z`;
}

function compact(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** Lines of at most 75 octets, continued after a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece].join('\r\n ');
}
