import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NoToken, type Problem } from '../sync/provider.ts';
import { microsoftClient } from './client.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const BASE = 'https://graph.microsoft.com/v1.0';
const DELTA = `${BASE}/me/calendars/cal/calendarView/delta`;
const FULL = { kind: 'full', from: NOW, to: NOW + 86_400_000, page: null } as const;
const CHANGES = { kind: 'changes', token: `${DELTA}?$deltatoken=t1`, page: null } as const;

interface Call {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
}
type Reply = (call: Call) => Response | Error | Promise<Response>;

/** A client over answers in turn; what was asked, how long it waited, and which tokens were renewed. */
function clientOver(replies: Reply[], token: () => string = () => 'token') {
  const calls: Call[] = [];
  const waits: number[] = [];
  const renewals: boolean[] = [];
  const queue = [...replies];
  let at = NOW;
  const client = microsoftClient({
    now: () => at,
    async wait(ms) {
      waits.push(ms);
      at += ms;
    },
    tokens: {
      async token(options) {
        renewals.push(options?.renewed ?? false);
        return token();
      },
    },
    async fetch(input, init = {}) {
      const call: Call = {
        method: init.method ?? 'GET',
        url: new URL(String(input)),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      };
      calls.push(call);
      const reply = await queue.shift()?.(call);
      if (!reply) throw new Error(`nobody expected ${call.method} ${call.url}`);
      if (reply instanceof Error) throw reply;
      return reply;
    },
  });
  return { client, calls, waits, renewals };
}

const json =
  (body: unknown, status = 200, headers: HeadersInit = {}): Reply =>
  () =>
    Response.json(body, { status, headers });
const failure = (status: number, code: string, headers: HeadersInit = {}) =>
  json({ error: { code, message: 'ada@uni.example' } }, status, headers);
const lastPage = (value: unknown[], token = 't2') =>
  json({ value, '@odata.deltaLink': `${DELTA}?$deltatoken=${token}` });
const nextPage = (value: unknown[]) => json({ value, '@odata.nextLink': `${DELTA}?$skiptoken=s1` });

const moment = (text: string) => ({ dateTime: `${text}.0000000`, timeZone: 'UTC' });
const master = (over: Record<string, unknown> = {}) => ({
  '@odata.etag': 'W/"1"',
  id: 'M',
  type: 'seriesMaster',
  iCalUId: 'uid-m',
  subject: 'Thursday circle',
  start: moment('2026-11-05T17:00:00'),
  end: moment('2026-11-05T18:00:00'),
  originalStartTimeZone: 'W. Europe Standard Time',
  isOrganizer: true,
  recurrence: {
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['thursday'] },
    range: { type: 'noEnd' },
  },
  ...over,
});
const date = (id: string, day: string, over: Record<string, unknown> = {}) => ({
  '@odata.etag': 'W/"1"',
  id,
  type: 'occurrence',
  seriesMasterId: 'M',
  start: moment(`${day}T17:00:00`),
  end: moment(`${day}T18:00:00`),
  ...over,
});

describe('reading a calendar', () => {
  it('asks for the window once, in UTC, as text, in large pages, with ids that stay', async () => {
    const { client, calls } = clientOver([lastPage([])]);
    await client.page('A/b=', FULL);
    expect(calls[0]?.url.pathname).toBe('/v1.0/me/calendars/A%2Fb%3D/calendarView/delta');
    expect(Object.fromEntries(calls[0]?.url.searchParams ?? [])).toEqual({
      startDateTime: '2026-11-05T17:00:00.000Z',
      endDateTime: '2026-11-06T17:00:00.000Z',
    });
    expect(calls[0]?.headers.get('authorization')).toBe('Bearer token');
    const prefer = calls[0]?.headers.get('prefer');
    for (const part of [
      'odata.maxpagesize=200',
      'outlook.timezone="UTC"',
      'outlook.body-content-type="text"',
      'IdType="ImmutableId"',
    ]) {
      expect(prefer).toContain(part);
    }
  });

  it('follows its links to the token, with the same wishes each time', async () => {
    const { client, calls } = clientOver([nextPage([]), lastPage([])]);
    const first = await client.page('cal', FULL);
    expect(first).toMatchObject({ ok: true, next: { page: `${DELTA}?$skiptoken=s1` } });
    if (!first.ok || !('page' in first.next)) throw new Error('no page');
    const second = await client.page('cal', { ...FULL, page: first.next.page });
    expect(second).toMatchObject({ next: { token: `${DELTA}?$deltatoken=t2` } });
    expect(calls[1]?.url.search).toBe('?$skiptoken=s1');
    expect(calls[1]?.headers.get('prefer')).toBe(calls[0]?.headers.get('prefer'));
  });

  it('gives a plain date of a series the name and place in time that its master says', async () => {
    const { client } = clientOver([lastPage([master(), date('D1', '2026-11-05')])]);
    const page = await client.page('cal', FULL);
    expect(page.ok && page.events[1]).toMatchObject({
      id: 'D1',
      kind: 'instance',
      masterId: 'M',
      title: 'Thursday circle',
      uid: 'uid-m',
      zone: 'Europe/Berlin',
      originalStart: NOW,
      start: NOW,
      lengthMs: 3_600_000,
      rule: [],
      mayWrite: true,
    });
    expect(page.ok && page.removed).toEqual([]);
  });

  it('does not repeat the long parts of a master in each plain date, but says them of a changed one', async () => {
    const body = { contentType: 'text', content: 'Bring a question.' };
    const changed = date('D2', '2026-11-20', { type: 'exception', originalStart: '2026-11-19T17:00:00Z' });
    const { client } = clientOver([lastPage([master({ body }), date('D1', '2026-11-05'), changed])]);
    const page = await client.page('cal', FULL);
    expect(page.ok && page.events.map((event) => event.description)).toEqual([
      'Bring a question.',
      '',
      'Bring a question.',
    ]);
  });

  it('fetches masters that are not in the answer, twenty at a time', async () => {
    const dates = Array.from({ length: 25 }, (_, index) =>
      date(`D${index}`, '2026-11-05', { seriesMasterId: `M${index}` }),
    );
    const batch: Reply = ({ body }) => {
      const { requests } = body as { requests: { id: string; url: string }[] };
      const responses = requests.map(({ id, url }) =>
        url.endsWith('/M3')
          ? { id, status: 404, body: { error: { code: 'ErrorItemNotFound' } } }
          : { id, status: 200, headers: {}, body: master({ id: url.split('/').at(-1), subject: url }) },
      );
      return Response.json({ responses });
    };
    const { client, calls } = clientOver([lastPage(dates), batch, batch]);
    const page = await client.page('cal', FULL);
    expect(calls.map(({ url }) => url.pathname)).toEqual([
      '/v1.0/me/calendars/cal/calendarView/delta',
      '/v1.0/$batch',
      '/v1.0/$batch',
    ]);
    const events = page.ok ? page.events : [];
    expect(events.filter(({ kind }) => kind === 'master')).toHaveLength(24);
    expect(events.filter(({ kind }) => kind === 'instance')).toHaveLength(24);
    expect(events.find(({ id }) => id === 'D7')?.title).toBe('/me/calendars/cal/events/M7');
  });

  it('finds a master under another form of its id', async () => {
    const batch = json({ responses: [{ id: '0', status: 200, body: master({ id: 'IMMUTABLE' }) }] });
    const { client } = clientOver([lastPage([date('D1', '2026-11-05', { seriesMasterId: 'plain' })]), batch]);
    const page = await client.page('cal', FULL);
    expect(page.ok && page.events.map(({ id, masterId }) => [id, masterId])).toEqual([
      ['IMMUTABLE', null],
      ['D1', 'IMMUTABLE'],
    ]);
  });

  it('waits with the page when the batch is told to wait', async () => {
    const batch = json({ responses: [{ id: '0', status: 429, headers: { 'Retry-After': '30' }, body: {} }] });
    const { client } = clientOver([lastPage([date('D1', '2026-11-05')]), batch]);
    expect(await client.page('cal', FULL)).toEqual({
      ok: false,
      reason: 'busy',
      retryAt: NOW + 30_000,
      code: 'HTTP 429',
    });
  });

  it('never fails for the sake of one broken event', async () => {
    const broken = [null, 7, 'x', [], {}, { id: 5 }, { id: 'a' }, { id: 'b', start: { dateTime: 'soon' } }];
    const odd = {
      ...master({ id: 'odd', type: 'singleInstance', recurrence: 'weekly' }),
      subject: { a: 1 },
      attendees: [null, { emailAddress: 7 }, { emailAddress: { address: '/o=exchange/cn=ada' } }],
      location: [],
      body: 'x',
      organizer: 3,
      originalStartTimeZone: 'Nowhere/'.repeat(99),
    };
    const { client } = clientOver([
      lastPage([...broken, odd, date('D9', '2026-11-05', { seriesMasterId: 'odd' })]),
      json({ responses: 'none' }),
    ]);
    const page = await client.page('cal', FULL);
    expect(page.ok && page.events.map(({ id }) => id)).toEqual(['odd']);
  });
});

describe('whatever comes', () => {
  it('is read or passed over, and never breaks a page', async () => {
    const start = fc.constantFrom(moment('2026-11-05T17:00:00'), undefined, 'soon', { dateTime: 7 });
    const entry = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          id: fc.oneof(fc.constantFrom('M', 'D1', 'X'), fc.jsonValue()),
          type: fc.constantFrom('seriesMaster', 'occurrence', 'exception', 'singleInstance', 'other'),
          seriesMasterId: fc.constantFrom('M', 'X', '', null, 5),
          '@removed': fc.oneof(fc.constant({ reason: 'deleted' }), fc.jsonValue()),
          start,
          end: start,
          recurrence: fc.jsonValue(),
          attendees: fc.jsonValue(),
          body: fc.jsonValue(),
        },
        { requiredKeys: ['id', 'start'] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry), fc.jsonValue(), fc.boolean(), async (value, batch, isChange) => {
        const { client } = clientOver([lastPage(value), json({ responses: batch })]);
        const page = await client.page('cal', isChange ? CHANGES : FULL);
        expect(page).toMatchObject({ ok: true });
        if (!page.ok) return;
        for (const event of page.events) expect(event.kind === 'instance').toBe(event.masterId !== null);
      }),
      { numRuns: 500 },
    );
  });
});

describe('reading changes', () => {
  it('costs one small request when nothing changed', async () => {
    const { client, calls } = clientOver([lastPage([])]);
    expect(await client.page('cal', CHANGES)).toEqual({
      ok: true,
      events: [],
      removed: [],
      next: { token: `${DELTA}?$deltatoken=t2` },
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url.search).toBe('?$deltatoken=t1');
  });

  it('passes on what is gone', async () => {
    const { client } = clientOver([lastPage([{ id: 'X', '@removed': { reason: 'deleted' } }])]);
    expect(await client.page('cal', CHANGES)).toMatchObject({ events: [], removed: ['X'] });
  });

  it('replaces a series that comes anew, since nothing is said of dates that it lost', async () => {
    const { client } = clientOver([lastPage([master(), date('D2', '2026-11-19')])]);
    expect(await client.page('cal', CHANGES)).toMatchObject({ removed: ['M'], events: [{}, { id: 'D2' }] });
  });

  it('replaces it once in a round, also when its dates go over pages and the worker is killed between', async () => {
    const first = clientOver([nextPage([master(), date('D1', '2026-11-05')])]);
    const page = await first.client.page('cal', CHANGES);
    expect(page).toMatchObject({ removed: ['M'] });
    if (!page.ok || !('page' in page.next)) throw new Error('no page');
    const batch = json({ responses: [{ id: '0', status: 200, body: master() }] });
    const later = clientOver([lastPage([date('D2', '2026-11-19')]), batch]);
    const rest = await later.client.page('cal', { ...CHANGES, page: page.next.page });
    expect(later.calls[0]?.url.href).toBe(`${DELTA}?$skiptoken=s1`);
    expect(rest).toMatchObject({ removed: [], events: [{ id: 'M' }, { id: 'D2' }] });
  });

  it('replaces a series whose master does not come along, but not for the sake of one changed date', async () => {
    const batch = json({ responses: [{ id: '0', status: 200, body: master() }] });
    const whole = clientOver([lastPage([date('D2', '2026-11-19')]), batch]);
    expect(await whole.client.page('cal', CHANGES)).toMatchObject({ removed: ['M'] });
    const one = clientOver([
      lastPage([date('D2', '2026-11-19', { type: 'exception', subject: 'Moved' })]),
      batch,
    ]);
    expect(await one.client.page('cal', CHANGES)).toMatchObject({
      removed: [],
      events: [{ id: 'M' }, { id: 'D2', title: 'Moved', uid: 'uid-m' }],
    });
  });

  it.each([
    [410, 'SyncStateNotFound'],
    [410, 'resyncRequired'],
    [410, 'Gone'],
    [400, 'SyncStateInvalid'],
  ])('starts anew when the state is lost (%d %s)', async (status, code) => {
    const { client } = clientOver([failure(status, code)]);
    expect(await client.page('cal', CHANGES)).toEqual({ ok: false, reason: 'gone' });
  });

  it.each([
    'https://graph.microsoft.com.evil.example/v1.0/me/x?$skiptoken=1',
    'https://evil.example/https://graph.microsoft.com/v1.0/',
    'https://graph.microsoft.com@evil.example/v1.0/me',
    'https://someone:x@graph.microsoft.com/v1.0/me',
    'http://graph.microsoft.com/v1.0/me',
    'https://graph.microsoft.com/beta/me',
    'https://graph.microsoft.com:8443/v1.0/me',
    '',
  ])('takes the token to nobody else: %s', async (link) => {
    const answered = clientOver([json({ value: [], '@odata.nextLink': link })]);
    expect(await answered.client.page('cal', CHANGES)).toMatchObject({ ok: false, reason: 'server' });
    const stored = clientOver([]);
    expect(await stored.client.page('cal', { ...CHANGES, token: link })).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect(await stored.client.page('cal', { ...CHANGES, page: link })).toEqual({
      ok: false,
      reason: 'gone',
    });
    expect(stored.calls).toEqual([]);
  });

  it('does not go round in circles', async () => {
    const { client } = clientOver([json({ value: [], '@odata.nextLink': CHANGES.token })]);
    expect(await client.page('cal', CHANGES)).toMatchObject({ ok: false, reason: 'server' });
  });
});

describe('when Graph does not answer as hoped', () => {
  it('waits a moment inside, as long as Graph says', async () => {
    const { client, waits } = clientOver([
      failure(429, 'ApplicationThrottled', { 'retry-after': '5' }),
      failure(503, 'serviceNotAvailable'),
      lastPage([]),
    ]);
    expect(await client.page('cal', CHANGES)).toMatchObject({ ok: true });
    expect(waits).toEqual([5000, 2000]);
  });

  it('leaves a longer wait to an alarm', async () => {
    const { client, waits } = clientOver([failure(429, 'ApplicationThrottled', { 'retry-after': '90' })]);
    expect(await client.page('cal', CHANGES)).toEqual({
      ok: false,
      reason: 'busy',
      retryAt: NOW + 90_000,
      code: 'ApplicationThrottled',
    });
    expect(waits).toEqual([]);
  });

  it('gives up after a few tries', async () => {
    const { client, calls } = clientOver(Array.from({ length: 4 }, () => failure(504, 'gatewayTimeout')));
    expect(await client.page('cal', CHANGES)).toEqual({
      ok: false,
      reason: 'server',
      code: 'gatewayTimeout',
    });
    expect(calls).toHaveLength(4);
  });

  it('renews the token once after a 401, and sends one token at a time', async () => {
    const tokens = ['old', 'new'];
    const { client, calls, renewals } = clientOver(
      [failure(401, 'InvalidAuthenticationToken'), lastPage([])],
      () => tokens.shift() ?? '',
    );
    expect(await client.page('cal', CHANGES)).toMatchObject({ ok: true });
    expect(renewals).toEqual([false, true]);
    expect(calls.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer old', 'Bearer new']);
  });

  it('takes a second 401 for leave taken back', async () => {
    const { client } = clientOver([failure(401, 'InvalidAuthenticationToken'), failure(401, 'Revoked')]);
    expect(await client.page('cal', CHANGES)).toEqual({ ok: false, reason: 'revoked', code: 'Revoked' });
  });

  it('passes on why there is no token', async () => {
    const problem: Problem = { ok: false, reason: 'expired', code: 'AADSTS700084' };
    const { client, calls } = clientOver([], () => {
      throw new NoToken(problem);
    });
    expect(await client.calendars()).toEqual(problem);
    expect(calls).toEqual([]);
  });

  it.each<[string, Reply, Problem]>([
    ['there is no way', () => new TypeError('Failed to fetch'), { ok: false, reason: 'offline' }],
    [
      'it is no JSON',
      () => new Response('<html>', { headers: { 'content-type': 'application/json' } }),
      {
        ok: false,
        reason: 'server',
        code: 'unreadable',
      },
    ],
    ['it has no list', json({}), { ok: false, reason: 'server', code: 'link' }],
    [
      'it may not be read',
      failure(403, 'ErrorAccessDenied'),
      {
        ok: false,
        reason: 'refused',
        code: 'ErrorAccessDenied',
      },
    ],
    [
      'the calendar is gone',
      failure(404, 'ErrorItemNotFound'),
      {
        ok: false,
        reason: 'server',
        code: 'ErrorItemNotFound',
      },
    ],
    ['it breaks', () => new Response('', { status: 500 }), { ok: false, reason: 'server', code: 'HTTP 500' }],
  ])('says what it is when %s', async (_, reply, problem) => {
    const { client } = clientOver([reply]);
    expect(await client.page('cal', CHANGES)).toEqual(problem);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    stop.abort();
    const { client, calls } = clientOver([]);
    expect(await client.page('cal', CHANGES, stop.signal)).toMatchObject({ ok: false, reason: 'cancelled' });
    expect(calls).toEqual([]);
  });

  it('has four requests under way at most', async () => {
    let underWay = 0;
    let most = 0;
    const slow: Reply = async () => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay--;
      return Response.json({ value: [], '@odata.deltaLink': `${DELTA}?$deltatoken=t2` });
    };
    // Of several clients too: the background makes one for each thing that it does.
    const clients = Array.from({ length: 3 }, () => clientOver(Array.from({ length: 4 }, () => slow)).client);
    const asked = clients.flatMap((one) => [1, 2, 3, 4].map((each) => one.page(`c${each}`, CHANGES)));
    expect((await Promise.all(asked)).every((page) => page.ok)).toBe(true);
    expect(most).toBe(4);
  });
});

describe('calendars', () => {
  it('come over all pages, the main one first', async () => {
    const { client, calls } = clientOver([
      json({
        value: [{ id: 'b', name: 'Team', canEdit: false, hexColor: '' }, { name: 'no id' }],
        '@odata.nextLink': `${BASE}/me/calendars?$skip=2`,
      }),
      json({
        value: [{ id: 'a', name: 'Calendar', isDefaultCalendar: true, canEdit: true, hexColor: '#AbCdEf' }],
      }),
    ]);
    expect(await client.calendars()).toEqual({
      ok: true,
      calendars: [
        { id: 'a', name: 'Calendar', primary: true, writable: true, color: '#abcdef' },
        { id: 'b', name: 'Team', primary: false, writable: false, color: null },
      ],
    });
    expect(calls[1]?.url.search).toBe('?$skip=2');
  });
});
