import { describe, expect, it } from 'vitest';
import { CHANGES, clientOf, EMPTY, FULL, NOW, refuse } from '../../../test/builders/google-answers.ts';
import { NoToken, type Problem } from '../sync/provider.ts';
import { googleClient } from './google-client.ts';

describe('when Google is busy', () => {
  it.each([
    [403, 'rateLimitExceeded'],
    [403, 'userRateLimitExceeded'],
    [429, 'rateLimitExceeded'],
    [503, 'backendError'],
    [500, 'internalError'],
  ])('waits a moment at %i %s, longer each time, and goes on', async (status, reason) => {
    const { client: google, waits } = clientOf((_, count) =>
      count < 4 ? refuse(status, reason) : Response.json(EMPTY),
    );
    expect(await google.page('a', CHANGES)).toMatchObject({ ok: true });
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('waits as long as it is told', async () => {
    const { client: google, waits } = clientOf((_, count) =>
      count === 1 ? refuse(429, 'rateLimitExceeded', { 'retry-after': '7' }) : Response.json(EMPTY),
    );
    expect(await google.page('a', CHANGES)).toMatchObject({ ok: true });
    expect(waits).toEqual([7250]);
  });

  it('understands a date as well', async () => {
    const until = new Date(NOW + 5000).toUTCString();
    const { client: google, waits } = clientOf((_, count) =>
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
    } = clientOf(() => refuse(429, 'rateLimitExceeded', { 'retry-after': '120' }));
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
    } = clientOf(() => refuse(503, 'backendError', { 'retry-after': '9' }));
    expect(await google.page('a', CHANGES)).toMatchObject({ reason: 'busy', retryAt: NOW + 9000 });
    expect(asked).toHaveLength(3);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(20_000);
  });

  it('gives up after four tries', async () => {
    const { client: google, asked } = clientOf(() => refuse(500, 'internalError'));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'server', code: 'internalError' });
    expect(asked).toHaveLength(4);
  });

  it('comes back in more than an hour when the day’s share is used up', async () => {
    const { client: google, asked } = clientOf(() => refuse(403, 'quotaExceeded'));
    const answer = (await google.page('a', CHANGES)) as Problem;
    expect(answer.reason).toBe('busy');
    expect(answer.retryAt).toBeGreaterThan(NOW + 3_600_000);
    expect(asked).toHaveLength(1);
  });

  it('is no wait for us when the answer is kept from somebody for good', async () => {
    const { client: google, asked } = clientOf(() => refuse(403, 'forbidden'));
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
    } = clientOf(({ headers }) =>
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
    const { client: google, asked } = clientOf(() => refuse(401, 'authError'));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'revoked', code: 'authError' });
    expect(asked).toHaveLength(2);
  });

  it('renews nothing at a 403, which no token would change', async () => {
    const { client: google, renewals } = clientOf(() => refuse(403, 'insufficientPermissions'));
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
    const { client: google, asked } = clientOf(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'offline' });
    expect(asked).toHaveLength(1);
  });

  it.each([
    [403, 'accessNotConfigured', 'no-client'],
    [403, 'domainPolicy', 'blocked'],
    [404, 'notFound', 'server'],
  ])('says what %i %s means: %s', async (status, code, reason) => {
    const { client: google } = clientOf(() => refuse(status, code));
    expect(await google.page('a', FULL)).toEqual({ ok: false, reason, code });
  });

  it('finds the reason in the newer shape too', async () => {
    const details = [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'SERVICE_DISABLED' }];
    const error = { code: 403, status: 'PERMISSION_DENIED', details };
    const { client: google } = clientOf(() => Response.json({ error }, { status: 403 }));
    expect(await google.page('a', FULL)).toEqual({
      ok: false,
      reason: 'no-client',
      code: 'SERVICE_DISABLED',
    });
  });

  it('stops when it is told to, also while it waits', async () => {
    const stop = new AbortController();
    const { client: google, asked } = clientOf(() => {
      stop.abort(new Error('enough'));
      return refuse(503, 'backendError');
    });
    await expect(google.page('a', CHANGES, stop.signal)).rejects.toThrow('enough');
    expect(asked).toHaveLength(1);
  });

  it('tells Google nothing about this computer', async () => {
    const { client: google, asked } = clientOf(() => Response.json(EMPTY));
    await google.page('a', CHANGES);
    expect([...(asked[0]?.headers.keys() ?? [])]).toEqual(['accept', 'authorization']);
  });
});
