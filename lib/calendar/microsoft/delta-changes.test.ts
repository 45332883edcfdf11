import { describe, expect, it } from 'vitest';
import {
  CHANGES,
  clientOver,
  DELTA,
  date,
  failure,
  json,
  lastPage,
  master,
  nextPage,
} from '@/test/builders/graph-answers.ts';

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

  it('reads anew where a changed date came on a page before the rest of its series, and not for more changed dates', async () => {
    const batch = json({ responses: [{ id: '0', status: 200, body: master() }] });
    const moved = date('D2', '2026-11-19', { type: 'exception', subject: 'Moved' });
    const rest = async (...values: unknown[]) => {
      const first = await clientOver([nextPage([moved]), batch]).client.page('cal', CHANGES);
      if (!first.ok || !('page' in first.next)) throw new Error('no page');
      // Another worker, which remembers nothing.
      const { client } = clientOver([lastPage(values), batch]);
      return client.page('cal', { ...CHANGES, page: first.next.page });
    };
    expect(await rest(master(), date('D3', '2026-12-03'))).toEqual({ ok: false, reason: 'gone' });
    expect(await rest(date('D3', '2026-12-03'))).toEqual({ ok: false, reason: 'gone' });
    const one = date('D3', '2026-12-03', { type: 'exception', subject: 'Moved too' });
    expect(await rest(one)).toMatchObject({ ok: true, removed: [], events: [{ id: 'M' }, { id: 'D3' }] });
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
