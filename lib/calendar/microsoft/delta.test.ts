import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGES,
  clientOver,
  DELTA,
  date,
  FULL,
  json,
  lastPage,
  master,
  moment,
  NOW,
  nextPage,
  type Reply,
} from '@/test/builders/graph-answers.ts';

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
