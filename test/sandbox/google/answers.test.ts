import { calendar_v3 } from '@googleapis/calendar';
import { describe, expect, test } from 'vitest';
import { ADA, API, BO, DAY, MONDAY, reasonOf, testBed } from './for-tests.ts';
import { published, shapeProblems } from './schema.ts';
import { METHOD_SCOPES } from './scopes.ts';

const EVENTS = 'calendars/primary/events';

describe('the shapes of answers', () => {
  test('are those of the types Google publishes, for everything the stand-in can say', async () => {
    const bed = testBed();
    const { events } = bed.control;
    bed.control.calendars.add({ owner: ADA, summary: 'Circles', hidden: true });
    const id = events.put(ADA, {
      start: MONDAY,
      summary: 'Circle',
      description: 'Text',
      location: 'Room',
      rule: 'FREQ=WEEKLY',
      guests: [ADA, { email: BO, displayName: 'Bo Ek', optional: true }],
      meet: 'abc-defg-hij',
      visibility: 'private',
      transparency: 'transparent',
      private: { a: '1' },
      shared: { b: '2' },
      guestsCanModify: true,
    });
    events.put(ADA, { start: '2026-11-05' });
    events.moveOccurrence(ADA, id, MONDAY + 7 * DAY, { start: MONDAY + 8 * DAY });
    events.cancelOccurrence(ADA, id, MONDAY + 14 * DAY);
    events.delete(ADA, events.put(ADA, { start: MONDAY }));
    const asked: [string, string, Record<string, string>][] = [
      ['CalendarList', 'users/me/calendarList', { showHidden: 'true' }],
      ['Calendar', 'calendars/primary', {}],
      ['Events', EVENTS, { showDeleted: 'true' }],
      ['Events', EVENTS, { singleEvents: 'true', timeMax: new Date(MONDAY + 60 * DAY).toISOString() }],
      ['Events', `${EVENTS}/${id}/instances`, { showDeleted: 'true', maxAttendees: '1' }],
      ['Event', `${EVENTS}/${id}`, {}],
    ];
    for (const [schema, path, params] of asked) {
      const { status, json } = await bed.call('GET', path, { params });
      expect([path, status, shapeProblems(schema, json)]).toEqual([path, 200, []]);
      expect(json.kind).toMatch(/^calendar#/);
    }
    expect(bed.control.problems()).toEqual([]);
  });

  test('would be found wrong: an unknown field, another type, deep inside too', () => {
    expect(shapeProblems('Event', { id: 'a', agenda: 'x' })).toEqual(['Event.agenda: unknown']);
    expect(shapeProblems('Events', { items: [{ start: { dateTime: 5 } }] })).toHaveLength(1);
    expect(shapeProblems('Event', { attendees: [{ mail: 'x' }], organizer: { self: 'yes' } })).toHaveLength(
      2,
    );
    expect(published().schemas.get('Event')?.size).toBeGreaterThan(40);
  });

  test('the scopes of each method are those of the published reference', () => {
    for (const [method, scopes] of Object.entries(METHOD_SCOPES))
      expect([method, [...scopes].sort()]).toEqual([
        method,
        [...(published().scopes.get(method) ?? [])].sort(),
      ]);
  });

  test('errors are in the envelope of the error guide', async () => {
    const { json } = await testBed().call('GET', `${EVENTS}/nothing`);
    expect(json).toEqual({
      error: {
        errors: [{ domain: 'global', reason: 'notFound', message: 'Not Found' }],
        code: 404,
        message: 'Not Found',
      },
    });
  });
});

describe('partial answers', () => {
  test('hold what `fields` asks for, however deep, and nothing else', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, {
      id: 'aaaaa',
      start: MONDAY,
      guests: [ADA, BO],
      private: { a: '1', b: '2' },
    });
    const ask = async (fields: string) => (await bed.call('GET', EVENTS, { params: { fields } })).json;
    expect(await ask('items(id,attendees/email)')).toEqual({
      items: [{ id: 'aaaaa', attendees: [{ email: ADA }, { email: BO }] }],
    });
    expect(await ask('items/extendedProperties/private/a,timeZone')).toEqual({
      items: [{ extendedProperties: { private: { a: '1' } } }],
      timeZone: 'Europe/Berlin',
    });
    expect(Object.keys((await ask('*')).items?.[0] ?? {})).toContain('iCalUID');
  });

  test.each(['items(id', 'nothing', 'items/nothing', 'items()', 'items(id))', ''])(
    'are refused for the selector "%s"',
    async (fields) => {
      const answer = await testBed().call('GET', EVENTS, { params: { fields } });
      expect([answer.status, reasonOf(answer)]).toEqual([400, 'invalidParameter']);
    },
  );
});

describe('the list of calendars', () => {
  test('comes by pages, with the role in each, hidden ones when asked for', async () => {
    const bed = testBed();
    bed.control.calendars.add({ owner: ADA, summary: 'Circles', id: 'c_1@group.calendar.google.com' });
    bed.control.calendars.add({ owner: ADA, summary: 'Old', hidden: true });
    bed.control.calendars.share(BO, ADA, 'reader');
    const first = await bed.call('GET', 'users/me/calendarList', { params: { maxResults: '2' } });
    const rest = await bed.call('GET', 'users/me/calendarList', {
      params: { maxResults: '2', pageToken: first.json.nextPageToken ?? '' },
    });
    const all = [
      ...(first.json.items ?? []),
      ...(rest.json.items ?? []),
    ] as calendar_v3.Schema$CalendarListEntry[];
    expect(all.map(({ id, accessRole, primary }) => [id, accessRole, primary])).toEqual([
      [ADA, 'owner', true],
      [BO, 'reader', undefined],
      ['c_1@group.calendar.google.com', 'owner', undefined],
    ]);
    expect(rest.json.nextPageToken).toBeUndefined();
  });
});

describe('what goes wrong on demand', () => {
  test.each([
    [{ status: 403, reason: 'rateLimitExceeded' }, 'usageLimits'],
    [{ status: 403, reason: 'userRateLimitExceeded' }, 'usageLimits'],
    [{ status: 403, reason: 'quotaExceeded' }, 'usageLimits'],
    [{ status: 429, reason: 'rateLimitExceeded', retryAfter: 7 }, 'usageLimits'],
    [{ status: 500 }, 'global'],
    [{ status: 503 }, 'global'],
  ])('%j, as often as asked, then all is well', async (fault, domain) => {
    const bed = testBed();
    bed.control.faults.failNext({ ...fault, times: 2, match: /events$/ });
    expect((await bed.call('GET', 'calendars/primary')).status).toBe(200);
    for (let turn = 0; turn < 2; turn++) {
      const answer = await bed.call('GET', EVENTS);
      expect([answer.status, answer.json.error.errors[0]?.domain]).toEqual([fault.status, domain]);
      expect(answer.headers.get('retry-after')).toBe('retryAfter' in fault ? '7' : null);
    }
    expect((await bed.call('GET', EVENTS)).status).toBe(200);
  });

  test('a broken socket before anything is done, or after: then it is done all the same', async () => {
    const bed = testBed();
    const body = { id: 'aaaaa', start: { date: '2026-11-05' }, end: { date: '2026-11-06' } };
    bed.control.faults.failNext({ kind: 'broken' });
    await expect(bed.call('POST', EVENTS, { body })).rejects.toThrow('broke');
    expect((await bed.call('GET', `${EVENTS}/aaaaa`)).status).toBe(404);
    bed.control.faults.failNext({ kind: 'lost' });
    await expect(bed.call('POST', EVENTS, { body })).rejects.toThrow('broke');
    expect((await bed.call('GET', `${EVENTS}/aaaaa`)).status).toBe(200);
    expect(bed.control.log.all().map(({ status }) => status)).toEqual(['broken', 404, 'broken', 200]);
  });

  test('by chance, in the same order for the same seed', async () => {
    const run = async () => {
      const bed = testBed();
      bed.control.faults.random({ seed: 7, rate: 0.5 });
      for (let turn = 0; turn < 20; turn++) await bed.call('GET', EVENTS).catch(() => null);
      return bed.control.log.all().map(({ status }) => status);
    };
    const statuses = await run();
    expect(new Set(statuses).size).toBeGreaterThan(2);
    expect(await run()).toEqual(statuses);
  });
});

test('the log knows what was asked and how much was sent, and no token', async () => {
  const bed = testBed();
  await bed.call('GET', EVENTS, { params: { maxResults: '5' } });
  const [line] = bed.control.log.all();
  expect(line).toMatchObject({ method: 'GET', path: '/calendar/v3/calendars/primary/events', status: 200 });
  expect(line?.bytes).toBeGreaterThan(100);
  expect(line?.params).toEqual([['maxResults', '5']]);
  expect(JSON.stringify(bed.control.log.all())).not.toContain('ya29');
});

test('Google’s own client reads, writes and is told of conflicts', async () => {
  const bed = testBed();
  const token = bed.control.tokens.issue(ADA, ['calendar']);
  const client = new calendar_v3.Calendar({
    retry: false,
    fetchImplementation: (input: RequestInfo | URL, init?: RequestInit) =>
      bed.handle(new Request(input, init)),
    headers: { authorization: `Bearer ${token}` },
  });
  const requestBody = { start: { date: '2026-11-05' }, end: { date: '2026-11-06' }, summary: 'Circle' };
  const { data } = await client.events.insert({ calendarId: 'primary', requestBody });
  const listed = await client.events.list({ calendarId: 'primary', privateExtendedProperty: ['a=b', 'c=d'] });
  expect([data.summary, listed.data.items]).toEqual(['Circle', []]);
  const stale = client.events.patch(
    { calendarId: 'primary', eventId: data.id ?? '', requestBody: { summary: 'x' } },
    { headers: { 'If-Match': '"old"' } },
  );
  await expect(stale).rejects.toMatchObject({ status: 412 });
  expect(bed.control.log.all().every(({ path }) => `https://www.googleapis.com${path}`.startsWith(API))).toBe(
    true,
  );
});
