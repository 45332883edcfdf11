import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { master } from '../../../test/builders/google-answers.ts';
import { readEvent } from './read-event.ts';

const ZONES = [undefined, '', 'Europe/Berlin', 'UTC', 'Nowhere/At_All', '+05:30'];
const moment = fc
  .date({ min: new Date(0), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((one) => one.toISOString());
const time = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.oneof(
      fc.record({ dateTime: moment, timeZone: fc.constantFrom(...ZONES) }),
      moment.map((one) => ({ date: one.slice(0, 10) })),
    ),
  },
  fc.record(
    {
      date: fc.oneof(fc.constantFrom('2026-11-05', '2026-02-30', '0000-00-00', '+275760-09-13'), fc.string()),
      dateTime: fc.oneof(
        fc.date({ noInvalidDate: true }).map((one) => one.toISOString()),
        fc.constantFrom('2026-03-29T02:30:00', '2026-11-05T25:00:00Z', '2026-11-05', 'T'),
        fc.string(),
      ),
      timeZone: fc.constantFrom(...ZONES),
    },
    { requiredKeys: [] },
  ),
  fc.anything(),
);
const odd = fc.oneof(fc.anything(), fc.string({ maxLength: 3000 }));
/** Something with the keys of an event, some of them as they should be. */
const event = fc.record(
  {
    id: fc.oneof(
      { weight: 5, arbitrary: fc.string({ minLength: 1 }) },
      { weight: 1, arbitrary: fc.anything() },
    ),
    etag: odd,
    status: fc.oneof(fc.constantFrom('confirmed', 'tentative', 'cancelled'), fc.anything()),
    eventType: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(undefined, 'default', 'fromGmail') },
      { weight: 1, arbitrary: fc.oneof(fc.constant('birthday'), fc.anything()) },
    ),
    iCalUID: odd,
    recurringEventId: fc.oneof(fc.string(), fc.anything()),
    originalStartTime: time,
    start: time,
    end: time,
    summary: odd,
    description: fc.oneof(odd, fc.constant('<p>&#x110000;&#0;&bogus;<b')),
    location: odd,
    recurrence: fc.oneof(fc.array(odd), fc.anything()),
    organizer: fc.oneof(
      fc.record({ email: odd, displayName: odd, self: odd }, { requiredKeys: [] }),
      fc.anything(),
    ),
    attendees: fc.oneof(
      fc.array(fc.record({ email: odd, displayName: odd, self: odd, resource: odd }, { requiredKeys: [] })),
      fc.anything(),
    ),
    conferenceData: fc.oneof(
      fc.record({ entryPoints: fc.array(fc.record({ entryPointType: fc.constant('video'), uri: odd })) }),
      fc.anything(),
    ),
    hangoutLink: odd,
    extendedProperties: fc.oneof(fc.record({ private: fc.record({ circlekeeper: odd }) }), fc.anything()),
  },
  { requiredKeys: ['id', 'start'] },
);

describe('whatever Google sends', () => {
  it('is an event in our shape, a removal, or nothing; it never throws', () => {
    let events = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 9, arbitrary: event }, fc.anything()),
        fc.boolean(),
        (item, writable) => {
          const read = readEvent(item, { writable, zone: 'Europe/Berlin' });
          if (read === null) return;
          if ('removed' in read) {
            expect(read.removed).not.toBe('');
            return;
          }
          const one = read.event;
          events++;
          for (const number of [one.start, one.lengthMs, one.originalStart ?? 0]) {
            expect(Number.isSafeInteger(number)).toBe(true);
          }
          expect(one.lengthMs).toBeGreaterThanOrEqual(0);
          expect(one.kind === 'instance').toBe(one.masterId !== null);
          expect(one.kind === 'instance').toBe(one.originalStart !== null);
          expect(() => new Intl.DateTimeFormat('en', { timeZone: one.zone })).not.toThrow();
          expect(one.title.length).toBeLessThanOrEqual(500);
          expect(one.description.length).toBeLessThanOrEqual(4000);
          expect(one.mayWrite && !writable).toBe(false);
          // It is stored and sent between contexts.
          expect(structuredClone(one)).toEqual(one);
        },
      ),
      { numRuns: 2000 },
    );
    expect(events).toBeGreaterThan(500);
  });
});

const BERLIN = { writable: true, zone: 'Europe/Berlin' };

/** What is read of an item that must be an event. */
function readOne(item: unknown) {
  const read = readEvent(item, BERLIN);
  if (!read || !('event' in read)) throw new Error(`no event: ${JSON.stringify(read)}`);
  return read.event;
}

describe('what should not come', () => {
  it.each([null, undefined, 7, 'event', [], {}, { id: 7 }, { id: '' }])('leaves %j aside', (item) => {
    expect(readEvent(item, BERLIN)).toBeNull();
  });

  it('reads an event in which every field has another type than it should', () => {
    const keys = Object.keys({
      ...master,
      description: 1,
      location: 1,
      conferenceData: 1,
      extendedProperties: 1,
    });
    for (const odd of [null, 7, true, 'text', [], {}, [null], [[]], { entryPoints: 7 }]) {
      for (const key of keys.filter((one) => one !== 'id')) {
        const read = readEvent({ ...master, [key]: odd }, BERLIN);
        expect(read, `${key} = ${JSON.stringify(odd)}`).not.toBeNull();
      }
    }
  });

  it('cuts texts that are too long, without losing the beginning', () => {
    const huge = 'Zirkel '.repeat(300_000);
    const read = readOne({ ...master, summary: huge, description: huge, location: huge, iCalUID: huge });
    expect(read.title).toHaveLength(500);
    expect(read.description.length).toBeLessThanOrEqual(4000);
    expect(read.location.length).toBeLessThanOrEqual(500);
    expect(read.uid).toHaveLength(1024);
    expect(read.title.startsWith('Zirkel Zirkel')).toBe(true);
  });

  it('lists at most 500 guests, each once', () => {
    const attendees = Array.from({ length: 3000 }, (_, at) => ({ email: `g${at >> 1}@example.org` }));
    expect(readOne({ ...master, attendees }).guests).toHaveLength(500);
  });

  it('passes on no line that is no rule', () => {
    const recurrence = [
      'RRULE:FREQ=DAILY',
      'ATTACH:https://x',
      7,
      'RDATE;VALUE=DATE:20261105',
      'x'.repeat(99),
    ];
    expect(readOne({ ...master, recurrence }).rule).toEqual([
      'RRULE:FREQ=DAILY',
      'RDATE;VALUE=DATE:20261105',
    ]);
  });
});
