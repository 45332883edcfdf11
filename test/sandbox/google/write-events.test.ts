import { describe, expect, test } from 'vitest';
import { ADA, BO, HOUR, MONDAY, reasonOf, testBed } from './for-tests.ts';

const EVENTS = 'calendars/primary/events';
const START = { dateTime: '2026-11-05T17:00:00+01:00' };
const END = { dateTime: '2026-11-05T18:00:00+01:00' };

describe('who may call', () => {
  test('nobody without a token, with one that is unknown, or one that is over', async () => {
    const bed = testBed();
    for (const headers of [{ authorization: '' }, { authorization: 'Bearer made-up' }]) {
      const answer = await bed.call('GET', EVENTS, { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm=/);
    }
    expect((await bed.call('GET', EVENTS)).status).toBe(200);
    bed.pass(3_599_000);
    const over = await bed.call('GET', EVENTS);
    expect([over.status, reasonOf(over)]).toEqual([401, 'authError']);
  });

  test('a token for reading events neither writes them nor lists the calendars', async () => {
    const bed = testBed();
    const token = bed.control.tokens.issue(ADA, ['calendar.events.readonly']);
    expect((await bed.call('GET', EVENTS, { token })).status).toBe(200);
    const write = await bed.call('POST', EVENTS, { token, body: { start: START, end: END } });
    expect([write.status, reasonOf(write)]).toEqual([403, 'insufficientPermissions']);
    expect((await bed.call('GET', 'users/me/calendarList', { token })).status).toBe(403);
    const list = bed.control.tokens.issue(ADA, ['calendar.calendarlist.readonly']);
    expect((await bed.call('GET', 'users/me/calendarList', { token: list })).status).toBe(200);
  });

  test('a calendar of somebody else is not there, unless shared; a reader may not write', async () => {
    const bed = testBed();
    expect((await bed.call('GET', `calendars/${BO}/events`)).status).toBe(404);
    bed.control.calendars.share(BO, ADA, 'reader');
    expect((await bed.call('GET', `calendars/${BO}/events`)).status).toBe(200);
    const write = await bed.call('POST', `calendars/${BO}/events`, { body: { start: START, end: END } });
    expect([write.status, reasonOf(write)]).toEqual([403, 'requiredAccessLevel']);
  });
});

describe('a new event', () => {
  test('may have an id of the client’s choosing, once, in base32hex', async () => {
    const bed = testBed();
    const body = { id: 'circle0001', start: START, end: END };
    expect((await bed.call('POST', EVENTS, { body })).json.id).toBe('circle0001');
    expect((await bed.call('POST', EVENTS, { body })).status).toBe(409);
    bed.control.events.delete(ADA, 'circle0001');
    expect((await bed.call('POST', EVENTS, { body })).status).toBe(409);
    for (const id of ['abc', 'with-hyphen', 'zzzzzz', 'UPPER'])
      expect((await bed.call('POST', EVENTS, { body: { ...body, id } })).status).toBe(400);
  });

  test.each([
    ['no end', { start: START }],
    ['an end before the start', { start: END, end: START }],
    ['a day and a time', { start: { date: '2026-11-05' }, end: END }],
    ['no offset and no zone', { start: { dateTime: '2026-11-05T17:00:00' }, end: END }],
    ['a zone that does not exist', { start: { ...START, timeZone: 'Mars/Olympus' }, end: END }],
    ['a series without a zone', { start: START, end: END, recurrence: ['RRULE:FREQ=WEEKLY'] }],
    [
      'a rule that is none',
      { start: { ...START, timeZone: 'UTC' }, end: END, recurrence: ['RRULE:FREQ=SOON'] },
    ],
    ['DTSTART among the rules', { start: START, end: END, recurrence: ['DTSTART:20261105T170000Z'] }],
    ['a field that Google does not have', { start: START, end: END, agenda: 'x' }],
    ['a field of another type', { start: START, end: END, summary: 5 }],
    ['a guest without an address', { start: START, end: END, attendees: [{ displayName: 'Bo' }] }],
  ])('is refused with %s', async (_what, body) => {
    expect((await testBed().call('POST', EVENTS, { body })).status).toBe(400);
  });

  test('keeps its call only when the client says that it knows of calls', async () => {
    const bed = testBed();
    const conferenceData = {
      createRequest: { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } },
    };
    const body = { start: START, end: END, conferenceData };
    expect((await bed.call('POST', EVENTS, { body })).json.hangoutLink).toBeUndefined();
    const { json } = await bed.call('POST', EVENTS, { body, params: { conferenceDataVersion: '1' } });
    expect(json.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    expect(json.conferenceData?.entryPoints?.[0]?.uri).toBe(json.hangoutLink);
    const put = await bed.call('PUT', `${EVENTS}/${json.id}`, { body: { start: START, end: END } });
    expect(put.json.hangoutLink).toBe(json.hangoutLink);
  });
});

describe('extended properties', () => {
  const insert = (bed: ReturnType<typeof testBed>, own: Record<string, string>) =>
    bed.call('POST', EVENTS, { body: { start: START, end: END, extendedProperties: { private: own } } });

  test('hold keys of 44 and values of 1,024 characters, 300 of them, 32 kB', async () => {
    const bed = testBed();
    const many = (count: number, length: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v'.repeat(length)]));
    expect((await insert(bed, { ['k'.repeat(44)]: 'v'.repeat(1024) })).status).toBe(200);
    expect((await insert(bed, { ['k'.repeat(45)]: '' })).status).toBe(400);
    expect((await insert(bed, { k: 'v'.repeat(1025) })).status).toBe(400);
    expect((await insert(bed, many(300, 10))).status).toBe(200);
    expect((await insert(bed, many(301, 10))).status).toBe(400);
    expect((await insert(bed, many(40, 1000))).status).toBe(400);
  });

  test('are merged by a patch, removed by null, and replaced by an update', async () => {
    const bed = testBed();
    const { json } = await insert(bed, { a: '1', b: '2' });
    const path = `${EVENTS}/${json.id}`;
    const patch = { extendedProperties: { private: { a: null, c: '3' } } };
    const patched = await bed.call('PATCH', path, { body: patch });
    expect(patched.json.extendedProperties).toEqual({ private: { b: '2', c: '3' } });
    const put = await bed.call('PUT', path, { body: { start: START, end: END } });
    expect(put.json.extendedProperties).toBeUndefined();
  });

  test('find events: each one that is asked for has to fit', async () => {
    const bed = testBed();
    await insert(bed, { circle: 'x', kind: 'a' });
    await insert(bed, { circle: 'x', kind: 'b' });
    const find = async (...asked: string[]) =>
      (await bed.call('GET', EVENTS, { params: { privateExtendedProperty: asked } })).json.items?.length;
    expect(await find('circle=x')).toBe(2);
    expect(await find('circle=x', 'kind=b')).toBe(1);
    expect(await find('circle=y')).toBe(0);
  });
});

describe('etags', () => {
  test('a write against an old one is refused, and changes nothing', async () => {
    const bed = testBed();
    const id = bed.control.events.put(ADA, { start: MONDAY, summary: 'One' });
    const { etag } = (await bed.call('GET', `${EVENTS}/${id}`)).json;
    bed.control.events.change(ADA, id, { summary: 'Two' });
    for (const method of ['PATCH', 'PUT', 'DELETE']) {
      const body = method === 'DELETE' ? undefined : { summary: 'Three', start: START, end: END };
      const answer = await bed.call(method, `${EVENTS}/${id}`, { body, headers: { 'if-match': etag ?? '' } });
      expect([answer.status, reasonOf(answer)]).toEqual([412, 'conditionNotMet']);
    }
    const now = (await bed.call('GET', `${EVENTS}/${id}`)).json;
    expect(now.summary).toBe('Two');
    const fine = await bed.call('PATCH', `${EVENTS}/${id}`, {
      body: { summary: 'Three' },
      headers: { 'if-match': now.etag ?? '' },
    });
    expect([fine.status, fine.json.summary]).toEqual([200, 'Three']);
    expect(fine.json.etag).not.toBe(now.etag);
  });

  test('what is known already is not sent again', async () => {
    const bed = testBed();
    const id = bed.control.events.put(ADA, { start: MONDAY });
    for (const path of [EVENTS, `${EVENTS}/${id}`]) {
      const first = await bed.call('GET', path);
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      expect((await bed.call('GET', path, { headers })).status).toBe(304);
      bed.control.events.change(ADA, id, { summary: path });
      expect((await bed.call('GET', path, { headers })).status).toBe(200);
    }
  });
});

describe('deleting and times', () => {
  test('what is deleted is deleted once', async () => {
    const bed = testBed();
    const id = bed.control.events.put(ADA, { start: MONDAY });
    expect((await bed.call('DELETE', `${EVENTS}/${id}`)).status).toBe(204);
    expect((await bed.call('DELETE', `${EVENTS}/${id}`)).status).toBe(410);
    expect((await bed.call('GET', `${EVENTS}/${id}`)).json.status).toBe('cancelled');
    expect((await bed.call('GET', `${EVENTS}/neverseen`)).status).toBe(404);
  });

  test('times come with the calendar’s offset, or that of the zone asked for; the zone named is the event’s', async () => {
    const bed = testBed();
    const id = bed.control.events.put(ADA, { start: MONDAY, zone: 'America/New_York' });
    const { json } = await bed.call('GET', `${EVENTS}/${id}`);
    expect(json.start).toEqual({ dateTime: '2026-11-02T09:00:00+01:00', timeZone: 'America/New_York' });
    const utc = await bed.call('GET', `${EVENTS}/${id}`, { params: { timeZone: 'UTC' } });
    expect(utc.json.start?.dateTime).toBe('2026-11-02T08:00:00Z');
    expect((await bed.call('GET', EVENTS, { params: { timeZone: 'Mars/Olympus' } })).status).toBe(400);
  });

  test('busy times are joined, and what was declined or is transparent does not count', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { start: MONDAY });
    bed.control.events.put(ADA, { start: MONDAY + HOUR / 2 });
    bed.control.events.put(ADA, { start: MONDAY + 5 * HOUR, transparency: 'transparent' });
    const id = bed.control.events.put(BO, { start: MONDAY + 3 * HOUR, guests: [ADA] });
    const ask = async () => {
      const { json } = await bed.call('POST', 'freeBusy', {
        body: {
          timeMin: new Date(MONDAY - HOUR).toISOString(),
          timeMax: new Date(MONDAY + 9 * HOUR).toISOString(),
          items: [{ id: 'primary' }, { id: 'nobody' }],
        },
      });
      const { calendars } = json as { calendars?: Record<string, { busy?: object[]; errors?: object[] }> };
      return [calendars?.primary?.busy?.length, calendars?.nobody?.errors];
    };
    expect(await ask()).toEqual([2, [{ domain: 'global', reason: 'notFound' }]]);
    bed.control.events.answer(BO, id, ADA, 'declined');
    expect((await ask())[0]).toBe(1);
  });
});
