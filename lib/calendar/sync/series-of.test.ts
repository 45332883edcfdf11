import { describe, expect, it } from 'vitest';
import { bucketOf, keyOfRoot } from './buckets.ts';
import type { RemoteEvent } from './provider.ts';
import { seriesOf } from './series-of.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Thursday, 18:00 in Berlin, in winter. */
const START = Date.UTC(2026, 10, 5, 17);
const WINDOW = { from: START - 60 * DAY, to: START + 400 * DAY };

const event = (more: Partial<RemoteEvent> = {}): RemoteEvent => ({
  id: 'm',
  kind: 'single',
  masterId: null,
  uid: 'm@google.com',
  originalStart: null,
  etag: '"1"',
  cancelled: false,
  title: 'Circle',
  description: '',
  location: '',
  zone: 'Europe/Berlin',
  start: START,
  lengthMs: HOUR,
  allDay: false,
  status: 'confirmed',
  myResponse: 'accepted',
  rule: [],
  organizer: null,
  mayWrite: true,
  guests: [],
  call: null,
  circleMark: null,
  ...more,
});
const master = (...rule: string[]) => event({ kind: 'master', rule });
const date = (originalStart: number, more: Partial<RemoteEvent> = {}) =>
  event({
    id: `i${originalStart}`,
    kind: 'instance',
    masterId: 'm',
    originalStart,
    start: originalStart,
    ...more,
  });
const byRule = (...events: RemoteEvent[]) =>
  seriesOf(events, { key: 'k', sourceId: 's', window: WINDOW, dates: 'by-rule' });
const listed = (...events: RemoteEvent[]) =>
  seriesOf(events, { key: 'k', sourceId: 's', window: WINDOW, dates: 'listed' });
const starts = (series: ReturnType<typeof seriesOf>) =>
  series?.occurrences.map((one) => new Date(one.start).toISOString().slice(0, 16));

describe('a series that comes by its rule', () => {
  it('keeps its hour over the change of the clock', () => {
    const series = byRule(master('RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=7'));
    expect(starts(series)?.at(0)).toBe('2026-11-05T17:00');
    expect(starts(series)?.at(-1)).toBe('2027-05-06T16:00');
    expect(series).toMatchObject({
      zone: 'Europe/Berlin',
      rule: 'FREQ=MONTHLY;BYDAY=1TH;COUNT=7',
      mayWrite: true,
    });
    expect(series?.cadence).toEqual({ everyDays: 28, weekdays: [4] });
  });

  it('leaves out what is excepted and takes in what is added, in whatever zone that is written', () => {
    const series = byRule(
      master(
        'RRULE:FREQ=WEEKLY;COUNT=3',
        'EXDATE;TZID=America/New_York:20261112T120000',
        'RDATE:20261120T090000Z',
      ),
    );
    expect(starts(series)).toEqual(['2026-11-05T17:00', '2026-11-19T17:00', '2026-11-20T09:00']);
  });

  it('moves and cancels single dates, and keeps what they were', () => {
    const [second, third] = [START + 7 * DAY, START + 14 * DAY];
    const series = byRule(
      master('RRULE:FREQ=WEEKLY;COUNT=3'),
      date(second, { start: second + HOUR, lengthMs: 2 * HOUR }),
      date(third, { cancelled: true, status: 'cancelled' }),
    );
    expect(series?.occurrences.slice(1)).toEqual([
      { originalStart: second, start: second + HOUR, lengthMs: 2 * HOUR, cancelled: false },
      { originalStart: third, start: third, lengthMs: HOUR, cancelled: true },
    ]);
    expect(series).toMatchObject({ title: 'Circle', status: 'confirmed' });
  });

  it('is one with the part it was split into, which gives the title', () => {
    const later = START + 14 * DAY;
    const id = 'm_R20261119T170000';
    const rest = event({
      id,
      uid: `${id}@google.com`,
      kind: 'master',
      title: 'New name',
      start: later,
      rule: ['RRULE:FREQ=WEEKLY;COUNT=2'],
    });
    const first = master('RRULE:FREQ=WEEKLY;UNTIL=20261118T225959Z');
    expect(keyOfRoot(id, [rest])).toBe(keyOfRoot('m', [first]));
    expect(bucketOf(id)).toBe(bucketOf('m'));
    expect(bucketOf(`${id}_20261126T170000Z`)).toBe(bucketOf('m'));
    const series = byRule(first, rest);
    expect(starts(series)).toEqual([
      '2026-11-05T17:00',
      '2026-11-12T17:00',
      '2026-11-19T17:00',
      '2026-11-26T17:00',
    ]);
    expect(series?.title).toBe('New name');
  });

  it('takes whole days as days, not as hours of a zone', () => {
    const midnight = Date.UTC(2026, 10, 5);
    const series = byRule(
      event({
        kind: 'master',
        allDay: true,
        start: midnight,
        lengthMs: DAY,
        rule: ['RRULE:FREQ=WEEKLY;COUNT=2'],
      }),
      date(midnight + 7 * DAY, { allDay: true, start: midnight + 8 * DAY, lengthMs: DAY }),
    );
    expect(starts(series)).toEqual(['2026-11-05T00:00', '2026-11-13T00:00']);
    expect(series?.allDay).toBe(true);
  });

  it('is made of single dates where the member is invited to those alone', () => {
    const series = byRule(date(START), date(START + 14 * DAY), date(START + 28 * DAY));
    expect(series?.occurrences).toHaveLength(3);
    expect(series?.cadence.everyDays).toBe(14);
  });

  it('is nothing outside the window, and not led astray by a rule that is none', () => {
    expect(byRule(event({ start: WINDOW.to + DAY }))).toBeNull();
    expect(byRule(event({ start: WINDOW.from - DAY }))).toBeNull();
    expect(starts(byRule(master('RRULE:FREQ=SOMETIMES\r\nDTSTART:19700101T000000Z')))).toEqual([
      '2026-11-05T17:00',
    ]);
  });

  it('says that all of it is off', () => {
    expect(byRule(event({ cancelled: true }))?.status).toBe('cancelled');
  });
});

describe.each([
  ['by its rule', byRule, [] as RemoteEvent[]],
  ['date by date', listed, [date(START), date(START + 14 * DAY)]],
])('a series that comes %s', (_, make, others) => {
  const circle = master('RRULE:FREQ=WEEKLY;COUNT=3');
  const own = (more: Partial<RemoteEvent>) =>
    make(circle, ...others, date(START + 7 * DAY, more))?.occurrences.map(({ myResponse, free }) => ({
      myResponse,
      free,
    }));
  const asTheSeries = { myResponse: undefined, free: undefined };

  it('says of a date what I answered to it, and that it takes no time of mine', () => {
    const declined = { myResponse: 'declined', free: undefined };
    expect(own({ myResponse: 'declined' })).toEqual([asTheSeries, declined, asTheSeries]);
    expect(own({ free: true })?.[1]).toEqual({ myResponse: undefined, free: true });
  });

  it('says nothing of a date that is like the others', () => {
    expect(own({})).toEqual([asTheSeries, asTheSeries, asTheSeries]);
  });
});

describe('a series that is listed', () => {
  it('has the dates that are there, and its words and rule from the master', () => {
    const thin = { title: '', uid: '', guests: [], mayWrite: false };
    const series = listed(
      date(START, thin),
      master('RRULE:FREQ=WEEKLY;INTERVAL=2'),
      date(START + 14 * DAY, { ...thin, start: START + 15 * DAY }),
    );
    expect(starts(series)).toEqual(['2026-11-05T17:00', '2026-11-20T17:00']);
    expect(series).toMatchObject({
      title: 'Circle',
      mayWrite: true,
      cadence: { everyDays: 14, weekdays: [4] },
    });
    expect(series?.occurrences[1]?.originalStart).toBe(START + 14 * DAY);
  });

  it('without a date in the window is none', () => {
    expect(listed(master('RRULE:FREQ=WEEKLY'))).toBeNull();
  });
});
