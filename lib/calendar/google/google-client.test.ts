import { describe, expect, it } from 'vitest';
import { type Cursor, NoToken, type Problem } from '../sync/provider.ts';
import { googleClient } from './google-client.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const FULL: Cursor = { kind: 'full', from: NOW, to: NOW + 400 * 86_400_000, page: null };
const CHANGES: Cursor = { kind: 'changes', token: 'CPj=', page: null };
const EMPTY = { accessRole: 'owner', items: [], nextSyncToken: 'CPk=' };

interface Asked {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
}
type Answer = (asked: Asked, count: number) => Response | Promise<Response>;

/** A client whose requests `answer` answers; waits pass at once and are noted. */
function client(answer: Answer, tokens = ['first', 'second']) {
  const asked: Asked[] = [];
  const waits: number[] = [];
  const renewals: boolean[] = [];
  const made = googleClient({
    now: () => NOW,
    zone: 'Europe/Berlin',
    random: () => 0.5,
    wait: async (ms) => void waits.push(ms),
    tokens: {
      async token({ renewed } = { renewed: false }) {
        renewals.push(renewed);
        return tokens[renewed ? 1 : 0] ?? '';
      },
    },
    async fetch(input, init = {}) {
      const one: Asked = {
        method: init.method ?? 'GET',
        url: new URL(String(input)),
        headers: new Headers(init.headers),
        body: typeof init.body === 'string' ? JSON.parse(init.body) : null,
      };
      asked.push(one);
      return answer(one, asked.length);
    },
  });
  return { client: made, asked, waits, renewals };
}

function refuse(status: number, reason: string, headers: Record<string, string> = {}): Response {
  const error = { code: status, message: reason, errors: [{ domain: 'global', reason, message: reason }] };
  return Response.json({ error }, { status, headers });
}

const event = (id: string, more: object = {}) => ({
  id,
  etag: `"${id}"`,
  status: 'confirmed',
  summary: id,
  start: { dateTime: '2026-11-05T18:00:00+01:00' },
  end: { dateTime: '2026-11-05T19:00:00+01:00' },
  organizer: { email: 'anna@example.org', self: true },
  ...more,
});

describe('a first reading', () => {
  it('asks for series and single events from a day on, small, and only for what is read', async () => {
    const { client: google, asked } = client(() => Response.json(EMPTY));
    expect(await google.page('anna@example.org', FULL)).toEqual({
      ok: true,
      events: [],
      removed: [],
      next: { token: 'CPk=' },
    });
    const [one] = asked;
    expect(one?.url.origin).toBe('https://www.googleapis.com');
    expect(one?.url.pathname).toBe('/calendar/v3/calendars/anna%40example.org/events');
    const { fields, ...rest } = Object.fromEntries(one?.url.searchParams ?? []);
    expect(rest).toEqual({
      maxResults: '2500',
      singleEvents: 'false',
      eventTypes: 'fromGmail',
      prettyPrint: 'false',
      timeMin: '2026-11-05T17:00:00.000Z',
    });
    expect(one?.url.searchParams.getAll('eventTypes')).toEqual(['default', 'fromGmail']);
    expect(fields).toContain('nextSyncToken');
    expect(fields).not.toMatch(/htmlLink|creator|reminders|attachments|comment/);
    expect(one?.headers.get('authorization')).toBe('Bearer first');
  });

  it('goes on with the page it is told, all else the same', async () => {
    const { client: google, asked } = client((_, count) =>
      Response.json(
        count === 1
          ? { accessRole: 'reader', items: [event('one')], nextPageToken: 'p2' }
          : { ...EMPTY, items: [event('two'), { id: 'three', status: 'cancelled' }, null, { id: 9 }] },
      ),
    );
    const first = await google.page('a', FULL);
    expect(first).toMatchObject({ events: [{ id: 'one', mayWrite: false }], next: { page: 'p2' } });
    const second = await google.page('a', { ...FULL, page: 'p2' });
    expect(second).toMatchObject({
      events: [{ id: 'two', mayWrite: true }],
      removed: ['three'],
      next: { token: 'CPk=' },
    });
    asked[1]?.url.searchParams.delete('pageToken');
    expect(asked[1]?.url.href).toBe(asked[0]?.url.href);
  });
});

describe('reading what changed', () => {
  it('asks with the token and with nothing that is not allowed beside it', async () => {
    const { client: google, asked } = client(() => Response.json(EMPTY));
    await google.page('a', CHANGES);
    const keys = [...(asked[0]?.url.searchParams.keys() ?? [])];
    expect(asked[0]?.url.searchParams.get('syncToken')).toBe('CPj=');
    const excluded = /^(iCalUID|orderBy|q|timeM|updatedMin|privateE|sharedE|showDeleted)/;
    expect(keys.filter((key) => excluded.test(key))).toEqual([]);
  });

  it('costs one small request when nothing did', async () => {
    const { client: google, asked, waits } = client(() => Response.json(EMPTY));
    await google.page('a', CHANGES);
    expect(asked).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(asked[0]?.url.href.length).toBeLessThan(750);
  });

  it.each([
    ['a token that is too old', 410, 'fullSyncRequired'],
    ['a token that Google makes no sense of', 400, 'invalid'],
  ])('begins anew at %s', async (_, status, reason) => {
    const { client: google } = client(() => refuse(status, reason));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'gone' });
    expect(await google.page('a', { ...FULL, page: 'old' })).toEqual({ ok: false, reason: 'gone' });
    // Nothing of ours could be at fault: beginning anew for ever would help nobody.
    expect(await google.page('a', FULL)).toEqual({ ok: false, reason: 'server', code: reason });
  });

  it.each([['<html>'], ['null'], ['[]'], ['{"items":[]}'], ['{"items":']])(
    'says that %s cannot be read',
    async (text) => {
      const { client: google } = client(
        () => new Response(text, { headers: { 'content-type': 'application/json' } }),
      );
      expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'server', code: 'unreadable' });
    },
  );
});

describe('when Google is busy', () => {
  it.each([
    [403, 'rateLimitExceeded'],
    [403, 'userRateLimitExceeded'],
    [429, 'rateLimitExceeded'],
    [503, 'backendError'],
    [500, 'internalError'],
  ])('waits a moment at %i %s, longer each time, and goes on', async (status, reason) => {
    const { client: google, waits } = client((_, count) =>
      count < 4 ? refuse(status, reason) : Response.json(EMPTY),
    );
    expect(await google.page('a', CHANGES)).toMatchObject({ ok: true });
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('waits as long as it is told', async () => {
    const { client: google, waits } = client((_, count) =>
      count === 1 ? refuse(429, 'rateLimitExceeded', { 'retry-after': '7' }) : Response.json(EMPTY),
    );
    expect(await google.page('a', CHANGES)).toMatchObject({ ok: true });
    expect(waits).toEqual([7250]);
  });

  it('understands a date as well', async () => {
    const until = new Date(NOW + 5000).toUTCString();
    const { client: google, waits } = client((_, count) =>
      count === 1 ? refuse(503, 'backendError', { 'retry-after': until }) : Response.json(EMPTY),
    );
    await google.page('a', CHANGES);
    expect(waits).toEqual([5250]);
  });

  it('leaves a long wait to the caller, without asking again', async () => {
    const {
      client: google,
      asked,
      waits,
    } = client(() => refuse(429, 'rateLimitExceeded', { 'retry-after': '120' }));
    expect(await google.page('a', CHANGES)).toEqual({
      ok: false,
      reason: 'busy',
      retryAt: NOW + 120_000,
      code: 'rateLimitExceeded',
    });
    expect(asked).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it('never waits longer than 20 s in all', async () => {
    const {
      client: google,
      asked,
      waits,
    } = client(() => refuse(503, 'backendError', { 'retry-after': '9' }));
    expect(await google.page('a', CHANGES)).toMatchObject({ reason: 'busy', retryAt: NOW + 9000 });
    expect(asked).toHaveLength(3);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(20_000);
  });

  it('gives up after four tries', async () => {
    const { client: google, asked } = client(() => refuse(500, 'internalError'));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'server', code: 'internalError' });
    expect(asked).toHaveLength(4);
  });

  it('comes back in more than an hour when the day’s share is used up', async () => {
    const { client: google, asked } = client(() => refuse(403, 'quotaExceeded'));
    const answer = (await google.page('a', CHANGES)) as Problem;
    expect(answer.reason).toBe('busy');
    expect(answer.retryAt).toBeGreaterThan(NOW + 3_600_000);
    expect(asked).toHaveLength(1);
  });

  it('is no wait for us when the answer is kept from somebody for good', async () => {
    const { client: google, asked } = client(() => refuse(403, 'forbidden'));
    expect(await google.page('a', CHANGES)).toMatchObject({ reason: 'server', code: 'forbidden' });
    expect(asked).toHaveLength(1);
  });
});

describe('what else stands in the way', () => {
  it('renews a token that is not taken, once, and goes on', async () => {
    const {
      client: google,
      asked,
      renewals,
    } = client(({ headers }) =>
      headers.get('authorization') === 'Bearer second' ? Response.json(EMPTY) : refuse(401, 'authError'),
    );
    expect(await google.page('a', CHANGES)).toMatchObject({ ok: true });
    expect(renewals).toEqual([false, true]);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer first',
      'Bearer second',
    ]);
  });

  it('has been revoked when the new one is not taken either', async () => {
    const { client: google, asked } = client(() => refuse(401, 'authError'));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'revoked', code: 'authError' });
    expect(asked).toHaveLength(2);
  });

  it('renews nothing at a 403, which no token would change', async () => {
    const { client: google, renewals } = client(() => refuse(403, 'insufficientPermissions'));
    expect(await google.page('a', CHANGES)).toMatchObject({ reason: 'refused' });
    expect(renewals).toEqual([false]);
  });

  it('passes on why there is no token, and asks nobody', async () => {
    const asked: unknown[] = [];
    const google = googleClient({
      now: () => NOW,
      tokens: { token: () => Promise.reject(new NoToken({ ok: false, reason: 'expired' })) },
      fetch: async (input) => {
        asked.push(input);
        return Response.json(EMPTY);
      },
    });
    expect(await google.calendars()).toEqual({ ok: false, reason: 'expired' });
    expect(asked).toEqual([]);
  });

  it('is offline when there is no answer', async () => {
    const { client: google, asked } = client(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'offline' });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [403, 'accessNotConfigured', 'no-client'],
    [403, 'domainPolicy', 'blocked'],
    [404, 'notFound', 'server'],
  ])('says what %i %s means: %s', async (status, code, reason) => {
    const { client: google } = client(() => refuse(status, code));
    expect(await google.page('a', FULL)).toEqual({ ok: false, reason, code });
  });

  it('finds the reason in the newer shape too', async () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED' }];
    const error = { code: 403, status: 'PERMISSION_DENIED', details };
    const { client: google } = client(() => Response.json({ error }, { status: 403 }));
    expect(await google.page('a', FULL)).toEqual({
      ok: false,
      reason: 'no-client',
      code: 'SERVICE_DISABLED',
    });
  });

  it('stops when it is told to, also while it waits', async () => {
    const stop = new AbortController();
    const { client: google, asked } = client(() => {
      stop.abort(new Error('enough'));
      return refuse(503, 'backendError');
    });
    await expect(google.page('a', CHANGES, stop.signal)).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });

  it('tells Google nothing about this computer', async () => {
    const { client: google, asked } = client(() => Response.json(EMPTY));
    await google.page('a', CHANGES);
    expect([...(asked[0]?.headers.keys() ?? [])]).toEqual(['accept', 'authorization']);
  });
});

describe('the calendars of an account', () => {
  it('lists all pages, with the name the member gave', async () => {
    const { client: google, asked } = client((_, count) =>
      Response.json(
        count === 1
          ? {
              items: [
                {
                  id: 'a',
                  summary: 'anna@example.org',
                  primary: true,
                  accessRole: 'owner',
                  backgroundColor: '#9FE1E7',
                },
              ],
              nextPageToken: '2',
            }
          : {
              items: [
                {
                  id: 'b',
                  summary: 'B',
                  summaryOverride: 'Ours',
                  accessRole: 'reader',
                  backgroundColor: 'red',
                },
                {},
                3,
              ],
            },
      ),
    );
    expect(await google.calendars()).toEqual({
      ok: true,
      calendars: [
        { id: 'a', name: 'anna@example.org', primary: true, writable: true, color: '#9fe1e7' },
        { id: 'b', name: 'Ours', primary: false, writable: false, color: null },
      ],
    });
    expect(asked[1]?.url.searchParams.get('pageToken')).toBe('2');
  });

  it('comes to an end also when the list does not', async () => {
    const { client: google, asked } = client(() => Response.json({ items: [], nextPageToken: 'again' }));
    expect(await google.calendars()).toEqual({ ok: true, calendars: [] });
    expect(asked.length).toBeLessThanOrEqual(40);
  });
});

describe('writing', () => {
  const change = { body: { type: 'html', content: 'Agenda<br>' }, mark: 'circle-1' } as const;

  it('changes text and mark alone, if the event is still as it was read, and sends no mail', async () => {
    const { client: google, asked } = client(() => Response.json({ etag: '"2"' }));
    expect(await google.write('a', 'e/1', change, '"1"')).toEqual({ ok: true, etag: '"2"' });
    const [one] = asked;
    expect(one?.method).toBe('PATCH');
    expect(one?.url.pathname).toBe('/calendar/v3/calendars/a/events/e%2F1');
    expect(one?.headers.get('if-match')).toBe('"1"');
    expect(one?.headers.get('content-type')).toContain('application/json');
    expect(Object.fromEntries(one?.url.searchParams ?? [])).toEqual({
      sendUpdates: 'none',
      fields: 'etag',
      prettyPrint: 'false',
    });
    expect(one?.body).toEqual({
      description: 'Agenda<br>',
      extendedProperties: { private: { circlekeeper: 'circle-1' } },
    });
  });

  it('takes the mark away with null, and a text that was empty is empty again', async () => {
    const { client: google, asked } = client(() => Response.json({ etag: '"2"' }));
    await google.write('a', 'e', { body: { type: 'text', content: '' }, mark: null }, '"1"');
    expect(asked[0]?.body).toEqual({
      description: '',
      extendedProperties: { private: { circlekeeper: null } },
    });
  });

  it.each([
    [412, 'conditionNotMet', { ok: false, reason: 'conflict' }],
    [404, 'notFound', { ok: false, reason: 'missing' }],
    [410, 'deleted', { ok: false, reason: 'missing' }],
    [403, 'forbidden', { ok: false, reason: 'read-only' }],
    [403, 'requiredAccessLevel', { ok: false, reason: 'read-only' }],
    [403, 'forbiddenForNonOrganizer', { ok: false, reason: 'read-only' }],
    [403, 'insufficientPermissions', { ok: false, reason: 'refused', code: 'insufficientPermissions' }],
  ])('says what %i %s means', async (status, reason, expected) => {
    const { client: google } = client(() => refuse(status, reason));
    expect(await google.write('a', 'e', change, '"1"')).toEqual(expected);
  });

  it('asks again after a moment’s trouble: if it had gone through, the etag no longer fits', async () => {
    const { client: google, asked } = client((_, count) =>
      count === 1 ? refuse(503, 'backendError') : refuse(412, 'conditionNotMet'),
    );
    expect(await google.write('a', 'e', change, '"1"')).toEqual({ ok: false, reason: 'conflict' });
    expect(asked.map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"1"']);
    expect(asked[1]?.body).toEqual(asked[0]?.body);
  });
});

describe('reading one event', () => {
  it('hands its text over whole, so that nothing is lost when it is written back', async () => {
    const description = `<p>${'long '.repeat(20_000)}</p>`;
    const { client: google } = client(() =>
      Response.json(event('e', { description, extendedProperties: { private: { circlekeeper: 'c' } } })),
    );
    expect(await google.read('a', 'e')).toEqual({
      ok: true,
      event: {
        id: 'e',
        etag: '"e"',
        body: { type: 'html', content: description },
        mark: 'c',
        mayWrite: true,
        originalStart: null,
        start: NOW,
      },
    });
  });

  it.each([
    ['is not there', () => refuse(404, 'notFound')],
    ['was deleted', () => Response.json(event('e', { status: 'cancelled' }))],
  ])('is missing when it %s', async (_, answer) => {
    const { client: google } = client(answer);
    expect(await google.read('a', 'e')).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('the next date of a series', () => {
  const date = (id: string, at: string, more: object = {}) =>
    event(id, { start: { dateTime: at }, originalStartTime: { dateTime: at }, ...more });

  it('is the first that has not begun, whatever order they come in', async () => {
    const { client: google, asked } = client(() =>
      Response.json({
        items: [
          date('later', '2026-11-19T18:00:00+01:00'),
          date('running', '2026-11-05T17:30:00+01:00'),
          date('off', '2026-11-05T20:00:00+01:00', { status: 'cancelled' }),
          date('next', '2026-11-12T18:00:00+01:00'),
        ],
      }),
    );
    const answer = await google.nextInstance('a', 'master', NOW);
    expect(answer).toMatchObject({
      ok: true,
      event: { id: 'next', originalStart: Date.UTC(2026, 10, 12, 17) },
    });
    expect(asked[0]?.url.pathname).toBe('/calendar/v3/calendars/a/events/master/instances');
    expect(asked[0]?.url.searchParams.get('timeMin')).toBe('2026-11-05T17:00:00.000Z');
  });

  it('is none when the series is over or gone', async () => {
    const over = client(() => Response.json({ items: [] }));
    expect(await over.client.nextInstance('a', 'm', NOW)).toEqual({ ok: true, event: null });
    const gone = client(() => refuse(404, 'notFound'));
    expect(await gone.client.nextInstance('a', 'm', NOW)).toEqual({ ok: true, event: null });
  });
});
