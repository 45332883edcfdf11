import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEvent } from './read-event.ts';

const START = Date.UTC(2026, 10, 5, 17);

const event = (over: Record<string, unknown> = {}) => ({
  '@odata.etag': 'W/"1"',
  id: 'E',
  type: 'singleInstance',
  iCalUId: 'uid-1',
  subject: 'Thursday  circle',
  start: { dateTime: '2026-11-05T17:00:00.0000000', timeZone: 'UTC' },
  end: { dateTime: '2026-11-05T18:30:00.0000000', timeZone: 'UTC' },
  originalStartTimeZone: 'W. Europe Standard Time',
  isAllDay: false,
  isCancelled: false,
  isOrganizer: false,
  body: { contentType: 'text', content: 'Bring a question.\r\n\r\n\r\n\r\nAda' },
  location: { displayName: 'Room 7' },
  attendees: [],
  organizer: { emailAddress: { name: 'Ada', address: 'Ada@Uni.example' } },
  responseStatus: { response: 'accepted' },
  onlineMeeting: null,
  recurrence: null,
  ...over,
});

const read = (over: Record<string, unknown> = {}) => readEvent(event(over), null);

describe('readEvent', () => {
  it('knows what is shown as free; a date that does not say is as its series', () => {
    const master = read({ type: 'seriesMaster', showAs: 'free' });
    expect(master?.free).toBe(true);
    expect(read({ showAs: 'workingElsewhere' })).not.toHaveProperty('free');
    const date = { type: 'occurrence', seriesMasterId: 'E' };
    expect(readEvent(event({ ...date, id: 'D' }), master)?.free).toBe(true);
    expect(readEvent(event({ ...date, id: 'D', showAs: 'busy' }), master)).not.toHaveProperty('free');
  });

  it('reads a single event', () => {
    expect(read()).toEqual({
      id: 'E',
      kind: 'single',
      masterId: null,
      uid: 'uid-1',
      originalStart: null,
      etag: 'W/"1"',
      cancelled: false,
      title: 'Thursday circle',
      description: 'Bring a question.\n\nAda',
      location: 'Room 7',
      zone: 'Europe/Berlin',
      start: START,
      lengthMs: 5_400_000,
      allDay: false,
      status: 'confirmed',
      myResponse: 'accepted',
      rule: [],
      organizer: { email: 'ada@uni.example', name: 'Ada' },
      mayWrite: false,
      guests: [],
      call: null,
      circleMark: null,
    });
  });

  it('reads times in whatever zone they come, DST included', () => {
    const start = { dateTime: '2026-07-02T19:00:00.0000000', timeZone: 'W. Europe Standard Time' };
    const end = { dateTime: '2026-07-02T20:00:00', timeZone: 'Europe/Berlin' };
    expect(read({ start, end })).toMatchObject({ start: Date.UTC(2026, 6, 2, 17), lengthMs: 3_600_000 });
  });

  it('puts a whole day at midnight UTC of its date, as a calendar file does', () => {
    const at = (day: string) => ({ dateTime: `${day}T00:00:00.0000000`, timeZone: 'UTC' });
    expect(read({ isAllDay: true, start: at('2026-11-05'), end: at('2026-11-07') })).toMatchObject({
      start: Date.UTC(2026, 10, 5),
      lengthMs: 2 * 86_400_000,
      allDay: true,
    });
  });

  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Europe/Paris', 'Europe/Paris'],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['tzone://Microsoft/Custom', 'UTC'],
    ['', 'UTC'],
  ])('takes the zone %s for %s', (originalStartTimeZone, zone) => {
    expect(read({ originalStartTimeZone })?.zone).toBe(zone);
  });

  it('tells what I said: my own event is accepted, no answer is none, not asked is not known', () => {
    const mine = (response: string, isOrganizer = false) =>
      read({ responseStatus: { response }, isOrganizer })?.myResponse;
    expect(mine('organizer', true)).toBe('accepted');
    expect(mine('none', true)).toBe('accepted');
    expect(mine('tentativelyAccepted')).toBe('tentative');
    expect(mine('declined')).toBe('declined');
    expect(mine('notResponded')).toBe('none');
    expect(mine('none')).toBeNull();
  });

  it('reads guests once each, rooms as rooms, inner names of Exchange as names', () => {
    const one = (address: string, type: string, response: string, name = '') => ({
      type,
      status: { response },
      emailAddress: { address, name },
    });
    const guests = read({
      attendees: [
        one('Bo@Uni.example', 'required', 'accepted', 'bo@uni.example'),
        one('bo@uni.example', 'optional', 'declined'),
        one('room7@uni.example', 'resource', 'accepted', 'Room 7'),
        one('/o=ExchangeLabs/cn=Cy', 'optional', 'none', 'Cy'),
        one('', 'required', 'none'),
      ],
    })?.guests;
    expect(guests).toEqual([
      { email: 'bo@uni.example', name: '', response: 'accepted', kind: 'person' },
      { email: 'room7@uni.example', name: 'Room 7', response: 'accepted', kind: 'room' },
      { email: '', name: 'Cy', response: 'none', kind: 'person' },
    ]);
  });

  it('finds the call in what Graph says, then in the place, then in the text', () => {
    const teams =
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d';
    const meet = 'https://meet.google.com/abc-defg-hij';
    expect(read({ onlineMeeting: { joinUrl: teams }, location: { displayName: meet } })?.call).toMatchObject({
      host: 'teams',
      code: '19:meeting_abc@thread.v2',
    });
    expect(read({ location: { displayName: meet } })?.call).toMatchObject({ host: 'meet' });
    const html = `<a href="${teams.replaceAll('&', '&amp;')}&amp;x=1">Join</a>`;
    expect(read({ body: { contentType: 'html', content: html } })?.call).toMatchObject({ host: 'teams' });
    expect(read({ onlineMeeting: { joinUrl: 'https://calls.uni.example/7' } })?.call?.host).toBe('other');
    expect(read({ onlineMeeting: { joinUrl: 'javascript:alert(1)' } })?.call).toBeNull();
  });

  it('shows HTML as words', () => {
    const content =
      '<html><head><style>p{}</style></head><body><p>One &amp; two</p><p>three</p></body></html>';
    expect(read({ body: { contentType: 'html', content } })?.description).toBe('One & two\n\nthree');
  });

  it('leaves a text as it is, also one that speaks of HTML', () => {
    const content = 'Write <b> before & after.';
    expect(read({ body: { contentType: 'text', content } })?.description).toBe(content);
  });

  it('knows a cancelled event', () => {
    expect(read({ isCancelled: true })).toMatchObject({ cancelled: true, status: 'cancelled' });
  });

  it('gives a changed date what it says, and the rest of its master', () => {
    const master = readEvent(event({ id: 'M', type: 'seriesMaster', recurrence: {} }), null);
    const changed = {
      id: 'X',
      type: 'exception',
      seriesMasterId: 'M',
      originalStart: '2026-11-19T17:00:00Z',
      start: { dateTime: '2026-11-20T17:00:00', timeZone: 'UTC' },
      end: { dateTime: '2026-11-20T18:00:00', timeZone: 'UTC' },
      location: { displayName: '' },
      subject: 'Moved',
    };
    expect(readEvent(changed, master)).toMatchObject({
      kind: 'instance',
      masterId: 'M',
      originalStart: Date.UTC(2026, 10, 19, 17),
      start: Date.UTC(2026, 10, 20, 17),
      title: 'Moved',
      location: '',
      description: master?.description,
      organizer: master?.organizer,
      myResponse: 'accepted',
      zone: 'Europe/Berlin',
    });
  });

  it('reads or leaves out whatever comes, and never throws', () => {
    const field = fc.constantFrom(...Object.keys(event()), 'seriesMasterId', 'originalStart', 'locations');
    fc.assert(
      fc.property(fc.array(fc.tuple(field, fc.jsonValue())), (changes) => {
        const found = read(Object.fromEntries(changes));
        if (!found) return;
        expect(found.id).not.toBe('');
        expect(Number.isFinite(found.start) && found.lengthMs >= 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
