import { describe, expect, it } from 'vitest';
import {
  BASE,
  CHANGES,
  clientOver,
  DELTA,
  failure,
  json,
  lastPage,
  NOW,
  type Reply,
} from '@/test/builders/graph-answers.ts';
import { NoToken, type Problem } from '../sync/provider.ts';

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

  it('takes no page of a proxy for a mailbox without calendars', async () => {
    const pages: Reply[] = [
      () => new Response('<html>Please log in</html>', { headers: { 'content-type': 'text/html' } }),
      () => new Response('Blocked', { headers: { 'content-type': 'text/plain' } }),
      json({ error: 'none' }),
    ];
    for (const page of pages) {
      const { client } = clientOver([page]);
      expect(await client.calendars()).toEqual({ ok: false, reason: 'server', code: 'unreadable' });
    }
  });

  it.each<[string, Reply, Problem]>([
    [
      'the line breaks while it is coming',
      () => {
        const body = new ReadableStream({
          start: (coming) => {
            coming.enqueue(new TextEncoder().encode('{"value":['));
            coming.error(new TypeError('network error'));
          },
        });
        return new Response(body, { headers: { 'content-type': 'application/json' } });
      },
      { ok: false, reason: 'offline' },
    ],
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
