import { describe, expect, it } from 'vitest';
import { CHANGES, clientOf, EMPTY, event, FULL, refuse } from '../../../test/builders/google-answers.ts';

describe('a first reading', () => {
  it('asks for series and single events from a day on, small, and only for what is read', async () => {
    const { client: google, asked } = clientOf(() => Response.json(EMPTY));
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
    const { client: google, asked } = clientOf((_, count) =>
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
    const { client: google, asked } = clientOf(() => Response.json(EMPTY));
    await google.page('a', CHANGES);
    const keys = [...(asked[0]?.url.searchParams.keys() ?? [])];
    expect(asked[0]?.url.searchParams.get('syncToken')).toBe('CPj=');
    const excluded = /^(iCalUID|orderBy|q|timeM|updatedMin|privateE|sharedE|showDeleted)/;
    expect(keys.filter((key) => excluded.test(key))).toEqual([]);
  });

  it('costs one small request when nothing did', async () => {
    const { client: google, asked, waits } = clientOf(() => Response.json(EMPTY));
    await google.page('a', CHANGES);
    expect(asked).toHaveLength(1);
    expect(waits).toEqual([]);
    expect(asked[0]?.url.href.length).toBeLessThan(750);
  });

  it('takes the cancelled dates of a deleted series out with it, in whatever order they come', async () => {
    const date = (id: string, recurringEventId: string) => ({
      id,
      status: 'cancelled',
      recurringEventId,
      originalStartTime: { dateTime: '2026-11-19T18:00:00+01:00' },
    });
    const items = [
      date('one', 'gone'),
      { id: 'gone', status: 'cancelled' },
      date('two', 'gone'),
      date('three', 'lives'),
    ];
    const { client: google } = clientOf(() => Response.json({ ...EMPTY, items }));
    expect(await google.page('a', CHANGES)).toMatchObject({
      events: [{ id: 'three', cancelled: true }],
      removed: ['gone', 'one', 'two'],
    });
  });

  it.each([
    ['a token that is too old', 410, 'fullSyncRequired'],
    ['a token that Google makes no sense of', 400, 'invalid'],
  ])('begins anew at %s', async (_, status, reason) => {
    const { client: google } = clientOf(() => refuse(status, reason));
    expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'gone' });
    expect(await google.page('a', { ...FULL, page: 'old' })).toEqual({ ok: false, reason: 'gone' });
    // Nothing of ours could be at fault: beginning anew for ever would help nobody.
    expect(await google.page('a', FULL)).toEqual({ ok: false, reason: 'server', code: reason });
  });

  it.each([['<html>'], ['null'], ['[]'], ['{"items":[]}'], ['{"items":']])(
    'says that %s cannot be read',
    async (text) => {
      const { client: google } = clientOf(
        () => new Response(text, { headers: { 'content-type': 'application/json' } }),
      );
      expect(await google.page('a', CHANGES)).toEqual({ ok: false, reason: 'server', code: 'unreadable' });
    },
  );
});

describe('the calendars of an account', () => {
  it('lists all pages, with the name the member gave', async () => {
    const { client: google, asked } = clientOf((_, count) =>
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
    const { client: google, asked } = clientOf(() => Response.json({ items: [], nextPageToken: 'again' }));
    expect(await google.calendars()).toEqual({ ok: true, calendars: [] });
    expect(asked.length).toBeLessThanOrEqual(40);
  });
});
