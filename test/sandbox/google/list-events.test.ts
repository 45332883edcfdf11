import { describe, expect, test } from 'vitest';
import { ADA, DAY, HOUR, MONDAY, reasonOf, testBed } from './for-tests.ts';

const LIST = 'calendars/primary/events';

describe('a list by pages', () => {
  test('gives 250 events a page when nothing is said, never more than 2,500, and the sync token only at the end', async () => {
    const bed = testBed();
    bed.control.events.fill(ADA, { count: 2600, from: MONDAY, everyMinutes: 60 });
    const small = await bed.call('GET', LIST);
    expect(small.json.items).toHaveLength(250);
    expect(small.json.nextSyncToken).toBeUndefined();
    const large = await bed.call('GET', LIST, { params: { maxResults: '9000' } });
    expect(large.json.items).toHaveLength(2500);
    const last = await bed.call('GET', LIST, {
      params: { maxResults: '9000', pageToken: large.json.nextPageToken ?? '' },
    });
    expect(last.json.items).toHaveLength(100);
    expect(last.json.nextPageToken).toBeUndefined();
    expect(last.json.nextSyncToken).toBeTruthy();
  });

  test('refuses a page token of another query, since pages of two questions make no answer', async () => {
    const bed = testBed();
    bed.control.events.fill(ADA, { count: 3, from: MONDAY, everyMinutes: 60 });
    const first = await bed.call('GET', LIST, { params: { maxResults: '1' } });
    const pageToken = first.json.nextPageToken ?? '';
    const other = await bed.call('GET', LIST, {
      params: { maxResults: '1', pageToken, showDeleted: 'true' },
    });
    expect(other.status).toBe(400);
    expect((await bed.call('GET', LIST, { params: { maxResults: '1', pageToken: 'x' } })).status).toBe(400);
  });

  test('misses nothing when events go and change between two pages', async () => {
    const bed = testBed();
    for (const id of ['aaaaa', 'bbbbb', 'ccccc', 'ddddd']) bed.control.events.put(ADA, { id, start: MONDAY });
    const first = await bed.call('GET', LIST, { params: { maxResults: '2' } });
    bed.control.events.delete(ADA, 'aaaaa');
    const second = await bed.call('GET', LIST, {
      params: { maxResults: '2', pageToken: first.json.nextPageToken ?? '' },
    });
    expect(second.json.items?.map(({ id }) => id)).toEqual(['ccccc', 'ddddd']);
    const changed = await bed.listAll({ maxResults: '2', syncToken: second.json.nextSyncToken ?? '' });
    expect(changed.items.map(({ id, status }) => [id, status])).toEqual([['aaaaa', 'cancelled']]);
  });

  test('refuses parameters and values that the reference does not know', async () => {
    const bed = testBed();
    const wrong = [
      ['foo', '1'],
      ['maxResults', 'many'],
      ['singleEvents', 'yes'],
      ['orderBy', 'title'],
    ] as const;
    for (const [name, value] of wrong)
      expect((await bed.call('GET', LIST, { params: { [name]: value } })).status).toBe(400);
    const noOffset = await bed.call('GET', LIST, { params: { timeMin: '2026-11-02T08:00:00' } });
    expect(noOffset.status).toBe(400);
    const empty = { timeMin: '2026-11-02T08:00:00Z', timeMax: '2026-11-02T08:00:00Z' };
    expect(reasonOf(await bed.call('GET', LIST, { params: empty }))).toBe('timeRangeEmpty');
  });

  test('orders by start only when series are expanded', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { start: MONDAY + DAY, summary: 'late' });
    bed.control.events.put(ADA, { start: MONDAY, summary: 'early' });
    expect((await bed.call('GET', LIST, { params: { orderBy: 'startTime' } })).status).toBe(400);
    const sorted = await bed.call('GET', LIST, { params: { orderBy: 'startTime', singleEvents: 'true' } });
    expect(sorted.json.items?.map(({ summary }) => summary)).toEqual(['early', 'late']);
    expect(sorted.json.nextSyncToken).toBeUndefined();
  });

  test('takes the window as open on both sides: an event that ends at its beginning is not in it', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { id: 'before', start: MONDAY - HOUR });
    bed.control.events.put(ADA, { id: 'inside', start: MONDAY });
    bed.control.events.put(ADA, { id: 'after', start: MONDAY + HOUR });
    const params = {
      timeMin: new Date(MONDAY).toISOString(),
      timeMax: new Date(MONDAY + HOUR).toISOString(),
    };
    const { json } = await bed.call('GET', LIST, { params });
    expect(json.items?.map(({ id }) => id)).toEqual(['inside']);
  });
});

describe('a sync token', () => {
  test.each([
    ['iCalUID', 'x@google.com'],
    ['orderBy', 'updated'],
    ['privateExtendedProperty', 'a=b'],
    ['q', 'circle'],
    ['sharedExtendedProperty', 'a=b'],
    ['timeMin', '2026-11-02T08:00:00Z'],
    ['timeMax', '2026-11-02T08:00:00Z'],
    ['updatedMin', '2026-11-02T08:00:00Z'],
    ['showDeleted', 'false'],
  ])('does not go together with %s', async (name, value) => {
    const bed = testBed();
    const { token } = await bed.listAll();
    const answer = await bed.call('GET', LIST, { params: { syncToken: token, [name]: value } });
    expect(answer.status).toBe(400);
    expect(reasonOf(answer)).toBe('syncTokenWithRequestRestrictions');
  });

  test('wants the other parameters as they were', async () => {
    const bed = testBed();
    const { token } = await bed.listAll({ singleEvents: 'true' });
    expect((await bed.call('GET', LIST, { params: { syncToken: token } })).status).toBe(400);
    const same = { syncToken: token, singleEvents: 'true' };
    expect((await bed.call('GET', LIST, { params: same })).status).toBe(200);
  });

  test('tells what changed and what was deleted, and stays the same when nothing did', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { id: 'aaaaa', start: MONDAY, summary: 'One' });
    bed.control.events.put(ADA, { id: 'bbbbb', start: MONDAY, summary: 'Two' });
    const { token } = await bed.listAll();
    expect(await bed.listAll({ syncToken: token })).toEqual({ items: [], token });
    bed.control.events.change(ADA, 'aaaaa', { summary: 'Uno' });
    bed.control.events.delete(ADA, 'bbbbb');
    const next = await bed.listAll({ syncToken: token });
    expect(next.items.map(({ id, summary }) => [id, summary])).toEqual([
      ['aaaaa', 'Uno'],
      ['bbbbb', undefined],
    ]);
    expect(Object.keys(next.items[1] ?? {}).sort()).toEqual(['etag', 'id', 'kind', 'status']);
    expect((await bed.listAll({ syncToken: next.token })).items).toEqual([]);
  });

  test('tells of changes wherever they lie, also when the first list had a window', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { id: 'aaaaa', start: MONDAY });
    const { token } = await bed.listAll({ timeMin: new Date(MONDAY).toISOString() });
    bed.control.events.put(ADA, { id: 'bbbbb', start: MONDAY - 400 * DAY });
    expect((await bed.listAll({ syncToken: token })).items.map(({ id }) => id)).toEqual(['bbbbb']);
  });

  test('is gone with 410 once dropped, and is nothing at all with 400', async () => {
    const bed = testBed();
    const { token } = await bed.listAll();
    bed.control.sync.drop(ADA);
    const gone = await bed.call('GET', LIST, { params: { syncToken: token } });
    expect([gone.status, reasonOf(gone)]).toEqual([410, 'fullSyncRequired']);
    expect((await bed.call('GET', LIST, { params: { syncToken: 'made up' } })).status).toBe(400);
    const fresh = await bed.listAll();
    expect((await bed.call('GET', LIST, { params: { syncToken: fresh.token } })).status).toBe(200);
  });

  test('comes with a window, but not with a search', async () => {
    const bed = testBed();
    expect((await bed.listAll({ timeMin: new Date(MONDAY).toISOString() })).token).not.toBe('');
    expect((await bed.listAll({ q: 'circle' })).token).toBe('');
    expect((await bed.listAll({ privateExtendedProperty: 'a=b' })).token).toBe('');
  });
});

describe('deleted events', () => {
  test('are in a full list only when asked for, and then their own organiser sees what they were', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { id: 'aaaaa', start: MONDAY, summary: 'One' });
    bed.control.events.delete(ADA, 'aaaaa');
    expect((await bed.listAll()).items).toEqual([]);
    const [event] = (await bed.listAll({ showDeleted: 'true' })).items;
    expect([event?.status, event?.summary]).toEqual(['cancelled', 'One']);
  });
});

describe('many', () => {
  test('ten thousand events are made and listed, so that tests can have them', async () => {
    const bed = testBed();
    bed.control.events.fill(ADA, { count: 10_000, from: MONDAY, everyMinutes: 30 });
    expect((await bed.listAll({ maxResults: '2500' })).items).toHaveLength(10_000);
  });
});
