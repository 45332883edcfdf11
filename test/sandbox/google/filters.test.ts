import { describe, expect, test } from 'vitest';
import { ADA, BO, DAY, MONDAY, testBed } from './for-tests.ts';

const EVENTS = 'calendars/primary/events';

describe('what a list can be asked for', () => {
  test('words, in title, text, place and people', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { id: 'aaaaa', start: MONDAY, summary: 'Peer Circle' });
    bed.control.events.put(ADA, { id: 'bbbbb', start: MONDAY, guests: [ADA, BO] });
    const find = async (q: string) => (await bed.listAll({ q })).items.map(({ id }) => id);
    expect(await find('circle')).toEqual(['aaaaa']);
    expect(await find('bo@sandbox')).toEqual(['bbbbb']);
    expect(await find('nothing')).toEqual([]);
  });

  test('a UID: the whole series with its changed dates', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, {
      id: 'aaaaa',
      iCalUID: 'u1@example.org',
      start: MONDAY,
      rule: 'FREQ=WEEKLY',
    });
    bed.control.events.moveOccurrence(ADA, 'aaaaa', MONDAY, { start: MONDAY + DAY });
    bed.control.events.put(ADA, { id: 'bbbbb', start: MONDAY });
    const { items } = await bed.listAll({ iCalUID: 'u1@example.org' });
    expect(items.map(({ id }) => id)).toEqual(['aaaaa', 'aaaaa_20261102T080000Z']);
  });

  test('what changed since a time, deleted ones with it', async () => {
    const bed = testBed();
    for (const id of ['aaaaa', 'bbbbb', 'ccccc']) bed.control.events.put(ADA, { id, start: MONDAY });
    bed.pass(60_000);
    bed.control.events.change(ADA, 'bbbbb', { summary: 'New' });
    bed.control.events.delete(ADA, 'ccccc');
    const { items } = await bed.listAll({ updatedMin: new Date(MONDAY + 30_000).toISOString() });
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ['bbbbb', 'confirmed'],
      ['ccccc', 'cancelled'],
    ]);
  });

  test('at most so many guests: then oneself alone, and a word that some were left out', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { start: MONDAY, guests: [BO, ADA, 'cy@example.org'] });
    const { json } = await bed.call('GET', EVENTS, { params: { maxAttendees: '2' } });
    expect(json.items?.[0]?.attendees?.map(({ email }) => email)).toEqual([ADA]);
    expect(json.items?.[0]?.attendeesOmitted).toBe(true);
  });
});

test('a reader sees of a private event when it is, and not what', async () => {
  const bed = testBed();
  bed.control.events.put(BO, { start: MONDAY, summary: 'Secret', visibility: 'private', guests: [BO] });
  bed.control.calendars.share(BO, ADA, 'reader');
  const path = `calendars/${BO}/events`;
  const [event] = (await bed.call('GET', path)).json.items ?? [];
  expect([event?.summary, event?.attendees, event?.start?.dateTime]).toEqual([
    undefined,
    undefined,
    '2026-11-02T09:00:00+01:00',
  ]);
  bed.control.calendars.share(BO, ADA, 'writer');
  expect((await bed.call('GET', path)).json.items?.[0]?.summary).toBe('Secret');
});

test('a slow answer waits as long as asked, then is the answer', async () => {
  const waited: number[] = [];
  const bed = testBed({ sleep: async (ms) => void waited.push(ms) });
  bed.control.faults.failNext({ kind: 'slow', ms: 5000 });
  expect((await bed.call('GET', EVENTS)).status).toBe(200);
  expect(waited).toEqual([5000]);
});

test('the same calls give the same ids and tokens', () => {
  const ids = () => {
    const bed = testBed({ seed: 5 });
    return [bed.control.events.put(ADA, { start: MONDAY }), bed.control.tokens.issue(ADA, ['calendar'])];
  };
  expect(ids()).toEqual(ids());
  expect(testBed({ seed: 6 }).control.events.put(ADA, { start: MONDAY })).not.toBe(ids()[0]);
});
