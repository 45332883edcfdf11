/** What becomes of a property: kept whole, cut after its beginning, or not collected at all. */
export type Keep = 'keep' | 'cut' | 'drop';

/** Properties of an event that are read; whatever else a calendar adds is never collected. */
const EVENT = new Set(
  [
    'UID DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID STATUS TRANSP SEQUENCE DTSTAMP LAST-MODIFIED',
    'ATTENDEE ORGANIZER URL CONFERENCE RELATED-TO X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL',
    'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK X-MICROSOFT-CDO-ALLDAYEVENT',
  ].flatMap((line) => line.split(' ')),
);

/** Texts whose beginning is worth more than nothing: they are cut, where other long properties are dropped. */
const TEXTS = new Set(['SUMMARY', 'DESCRIPTION', 'LOCATION', 'X-ALT-DESC']);

const CALENDAR = ['X-WR-CALNAME', 'NAME', 'X-WR-TIMEZONE', 'METHOD'] as const;
export type CalendarProperty = (typeof CALENDAR)[number];

/** The property of the calendar itself that has this name, when it is one that is read. */
export function calendarProperty(name: string): CalendarProperty | undefined {
  return CALENDAR.find((known) => known === name);
}

/** What to do with a property of that name (upper case) in that place; alarms say nothing about a meeting. */
export function keepOf(name: string, place: 'calendar' | 'zone' | 'event' | 'alarm'): Keep {
  switch (place) {
    case 'calendar':
      return calendarProperty(name) ? 'cut' : 'drop';
    case 'zone':
      return 'keep';
    case 'event':
      if (TEXTS.has(name)) return 'cut';
      return EVENT.has(name) ? 'keep' : 'drop';
    case 'alarm':
      return 'drop';
    default:
      return place satisfies never;
  }
}
