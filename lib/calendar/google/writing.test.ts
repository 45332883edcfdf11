import { describe, expect, it } from 'vitest';
import { clientOf, event, NOW, refuse } from '../../../test/builders/google-answers.ts';

describe('writing', () => {
  const change = { body: { type: 'html', content: 'Agenda<br>' }, mark: 'circle-1' } as const;

  it('changes text and mark alone, if the event is still as it was read, and sends no mail', async () => {
    const { client: google, asked } = clientOf(() => Response.json({ etag: '"2"' }));
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
    const { client: google, asked } = clientOf(() => Response.json({ etag: '"2"' }));
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
    const { client: google } = clientOf(() => refuse(status, reason));
    expect(await google.write('a', 'e', change, '"1"')).toEqual(expected);
  });

  it('asks again after a moment’s trouble: if it had gone through, the etag no longer fits', async () => {
    const { client: google, asked } = clientOf((_, count) =>
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
    const { client: google } = clientOf(() =>
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
    const { client: google } = clientOf(answer);
    expect(await google.read('a', 'e')).toEqual({ ok: false, reason: 'missing' });
  });
});

describe('the next date of a series', () => {
  const date = (id: string, at: string, more: object = {}) =>
    event(id, { start: { dateTime: at }, originalStartTime: { dateTime: at }, ...more });

  it('is the first that has not begun, whatever order they come in', async () => {
    const { client: google, asked } = clientOf(() =>
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
    const over = clientOf(() => Response.json({ items: [] }));
    expect(await over.client.nextInstance('a', 'm', NOW)).toEqual({ ok: true, event: null });
    const gone = clientOf(() => refuse(404, 'notFound'));
    expect(await gone.client.nextInstance('a', 'm', NOW)).toEqual({ ok: true, event: null });
  });
});
