import { describe, expect, it } from 'vitest';
import { master } from '../../../test/builders/google-answers.ts';
import type { RemoteEvent } from '../sync/provider.ts';
import { readEvent } from './read-event.ts';

const BERLIN = { writable: true, zone: 'Europe/Berlin' };

function event(item: unknown, calendar = BERLIN): RemoteEvent {
  const read = readEvent(item, calendar);
  if (!read || !('event' in read)) throw new Error(`no event: ${JSON.stringify(read)}`);
  return read.event;
}

describe('reading an event of Google', () => {
  it('reads the master of a series with its rule, people and zone', () => {
    expect(event(master)).toEqual({
      id: 'c1rcle',
      kind: 'master',
      masterId: null,
      uid: 'c1rcle@google.com',
      originalStart: null,
      etag: '"3180000000000000"',
      cancelled: false,
      title: 'Thursday circle',
      description: '',
      location: '',
      zone: 'Europe/Berlin',
      start: Date.UTC(2026, 10, 5, 17),
      lengthMs: 90 * 60_000,
      allDay: false,
      status: 'confirmed',
      // The organiser need not answer their own invitation.
      myResponse: 'accepted',
      rule: ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH', 'EXDATE;TZID=Europe/Berlin:20261203T180000'],
      organizer: { email: 'anna@example.org', name: 'Anna Lund' },
      mayWrite: true,
      guests: [
        { email: 'anna@example.org', name: '', response: 'none', kind: 'person' },
        { email: 'ben@example.org', name: 'Ben', response: 'accepted', kind: 'person' },
        { email: 'c_188@resource.calendar.google.com', name: 'Room 4', response: 'accepted', kind: 'room' },
      ],
      call: null,
      circleMark: null,
    });
  });

  it('knows what takes nobody’s time, which is left out where it does', () => {
    expect(event({ ...master, transparency: 'transparent' }).free).toBe(true);
    expect(event({ ...master, transparency: 'opaque' })).not.toHaveProperty('free');
  });

  it('reads a date that was moved, named by where the rule had it', () => {
    const { recurrence: _, ...rest } = master;
    const moved = event({
      ...rest,
      id: 'c1rcle_20261119T170000Z',
      recurringEventId: 'c1rcle',
      originalStartTime: { dateTime: '2026-11-19T18:00:00+01:00', timeZone: 'Europe/Berlin' },
      start: { dateTime: '2026-11-20T09:00:00-05:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-11-20T10:00:00-05:00', timeZone: 'America/New_York' },
    });
    expect(moved).toMatchObject({
      kind: 'instance',
      masterId: 'c1rcle',
      originalStart: Date.UTC(2026, 10, 19, 17),
      start: Date.UTC(2026, 10, 20, 14),
      zone: 'America/New_York',
      rule: [],
    });
  });

  it('reads a cancelled date of which Google says only which it was', () => {
    const thin = event({
      id: 'c1rcle_20261119T170000Z',
      status: 'cancelled',
      recurringEventId: 'c1rcle',
      originalStartTime: { dateTime: '2026-11-19T17:00:00Z', timeZone: 'Europe/Berlin' },
    });
    expect(thin).toMatchObject({
      kind: 'instance',
      uid: '',
      masterId: 'c1rcle',
      cancelled: true,
      status: 'cancelled',
      originalStart: Date.UTC(2026, 10, 19, 17),
      start: Date.UTC(2026, 10, 19, 17),
      lengthMs: 0,
    });
  });

  it.each([
    ['a deleted series, of which only the id is sure', { id: 'gone', status: 'cancelled' }],
    ['a deleted event that still says more', { ...master, id: 'gone', status: 'cancelled' }],
    ['an event that has lost its start', { ...master, id: 'gone', start: {} }],
    [
      'an event in a year of six digits',
      { ...master, id: 'gone', start: { dateTime: '+150373-05-26T01:38:15Z' } },
    ],
    ['a birthday', { ...master, id: 'gone', eventType: 'birthday' }],
    ['time to focus', { ...master, id: 'gone', eventType: 'focusTime' }],
    ['an absence', { ...master, id: 'gone', eventType: 'outOfOffice' }],
    ['a place of work', { ...master, id: 'gone', eventType: 'workingLocation' }],
    ['a kind that was made up later', { ...master, id: 'gone', eventType: 'siesta' }],
  ])('takes out %s', (_, item) => {
    expect(readEvent(item, BERLIN)).toEqual({ removed: 'gone' });
  });

  it('keeps a whole day at midnight UTC of its date, the same for members in every zone', () => {
    const day = {
      ...master,
      recurrence: undefined,
      start: { date: '2026-03-29' },
      end: { date: '2026-03-31' },
    };
    for (const zone of ['Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles']) {
      expect(event(day, { writable: true, zone })).toMatchObject({
        kind: 'single',
        allDay: true,
        start: Date.UTC(2026, 2, 29),
        // The clock changes in Berlin on that day; two days are two days.
        lengthMs: 2 * 86_400_000,
        zone,
      });
    }
    expect(event({ ...day, end: {} }).lengthMs).toBe(86_400_000);
  });

  it('reads times around a change of the clock', () => {
    const at = (dateTime: string) =>
      event({ ...master, start: { dateTime, timeZone: 'Europe/Berlin' } }).start;
    expect(at('2026-03-29T03:00:00+02:00')).toBe(Date.UTC(2026, 2, 29, 1));
    // Without an offset: the hour that is left out, and the first of the two that come twice.
    expect(at('2026-03-29T02:30:00')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(at('2026-10-25T02:30:00')).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it('plans in the member’s zone where Google names one that does not exist', () => {
    const odd = { dateTime: '2026-11-05T18:00:00+01:00', timeZone: 'Mars/Olympus_Mons' };
    expect(event({ ...master, start: odd })).toMatchObject({
      zone: 'Europe/Berlin',
      start: Date.UTC(2026, 10, 5, 17),
    });
  });

  it('finds the call: what Google calls the conference first, then its own link, place and text', () => {
    const conferenceData = {
      entryPoints: [
        { entryPointType: 'phone', uri: 'tel:+49-30-1' },
        { entryPointType: 'video', uri: 'https://meet.google.com/abc-defg-hij' },
      ],
    };
    const zoom = 'Or https://zoom.us/j/1234567890';
    expect(event({ ...master, conferenceData, description: zoom }).call).toMatchObject({
      host: 'meet',
      code: 'abc-defg-hij',
    });
    expect(event({ ...master, hangoutLink: 'https://meet.google.com/xyz-abcd-efg' }).call?.code).toBe(
      'xyz-abcd-efg',
    );
    expect(event({ ...master, description: zoom }).call?.host).toBe('zoom');
    const own = { entryPoints: [{ entryPointType: 'video', uri: 'https://video.example.org/r/1' }] };
    expect(event({ ...master, conferenceData: own }).call).toEqual({
      host: 'other',
      code: 'https://video.example.org/r/1',
      url: 'https://video.example.org/r/1',
    });
    const phone = { entryPoints: [{ entryPointType: 'phone', uri: 'https://phone.example.org/1' }] };
    expect(event({ ...master, conferenceData: phone }).call).toBeNull();
  });

  it('makes plain text of a description in HTML', () => {
    const description = '<p>Agenda</p><ul><li>Settle&nbsp;in</li><li>Ben &amp; Cy</li></ul>';
    expect(event({ ...master, description }).description).toBe('Agenda\n\n- Settle in\n- Ben & Cy');
  });

  it('knows its own mark, and only as a text', () => {
    const marked = (circlekeeper: unknown) =>
      event({ ...master, extendedProperties: { private: { circlekeeper } } }).circleMark;
    expect(marked('circle-1')).toBe('circle-1');
    expect(marked({ $gt: '' })).toBeNull();
    expect(marked('x'.repeat(1025))).toBeNull();
    expect(
      event({ ...master, extendedProperties: { shared: { circlekeeper: 'theirs' } } }).circleMark,
    ).toBeNull();
  });

  it.each([
    ['the organiser', { organizer: { email: 'a@b.org', self: true } }, true],
    ['a guest', { organizer: { email: 'a@b.org' } }, false],
    ['a guest who may modify', { organizer: { email: 'a@b.org' }, guestsCanModify: true }, true],
    ['anybody, of a locked event', { organizer: { email: 'a@b.org', self: true }, locked: true }, false],
  ])('knows whether %s may write', (_, part, expected) => {
    expect(event({ ...master, ...part }).mayWrite).toBe(expected);
    expect(event({ ...master, ...part }, { ...BERLIN, writable: false }).mayWrite).toBe(false);
  });

  it('says what I answered, and nothing where Google does not say who I am', () => {
    const attendees = [{ email: 'me@x.org', self: true, responseStatus: 'declined' }];
    const organizer = { email: 'ben@example.org' };
    expect(event({ ...master, organizer, attendees }).myResponse).toBe('declined');
    expect(event({ ...master, organizer, attendees: [] }).myResponse).toBeNull();
  });
});
