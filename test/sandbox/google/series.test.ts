import { describe, expect, test } from 'vitest';
import { ADA, DAY, HOUR, MONDAY, testBed } from './for-tests.ts';

const EVENTS = 'calendars/primary/events';
const WEEK = 7 * DAY;
const iso = (at: number) => new Date(at).toISOString();
const month = { timeMin: iso(MONDAY - HOUR), timeMax: iso(MONDAY + 4 * WEEK) };

function weekly(rule = 'FREQ=WEEKLY;COUNT=4') {
  const bed = testBed();
  const id = bed.control.events.put(ADA, {
    id: 'circle',
    start: MONDAY,
    summary: 'Circle',
    rule,
    description: 'Old',
  });
  return { bed, id };
}

describe('a series that is not expanded', () => {
  test('comes as its master with the rule, and its changed dates with whose and which they are', async () => {
    const { bed, id } = weekly();
    bed.control.events.moveOccurrence(ADA, id, MONDAY + WEEK, { start: MONDAY + WEEK + DAY });
    bed.control.events.cancelOccurrence(ADA, id, MONDAY + 2 * WEEK);
    const { items } = await bed.listAll();
    expect(
      items.map((one) => [one.id, one.status, one.recurringEventId, one.originalStartTime?.dateTime]),
    ).toEqual([
      ['circle', 'confirmed', undefined, undefined],
      ['circle_20261109T080000Z', 'confirmed', 'circle', '2026-11-09T09:00:00+01:00'],
      ['circle_20261116T080000Z', 'cancelled', 'circle', '2026-11-16T09:00:00+01:00'],
    ]);
    expect(items[0]?.recurrence).toEqual(['RRULE:FREQ=WEEKLY;COUNT=4']);
    expect(items[1]?.recurrence).toBeUndefined();
    expect(items[2]?.start).toBeUndefined();
  });

  test('is in a window when one of its dates is', async () => {
    const { bed } = weekly();
    const window = { timeMin: iso(MONDAY + 3 * WEEK), timeMax: iso(MONDAY + 3 * WEEK + HOUR) };
    expect((await bed.listAll(window)).items).toHaveLength(1);
    const later = { timeMin: iso(MONDAY + 4 * WEEK), timeMax: iso(MONDAY + 5 * WEEK) };
    expect((await bed.listAll(later)).items).toHaveLength(0);
  });

  test('takes its changed dates along when it is deleted', async () => {
    const { bed, id } = weekly();
    bed.control.events.moveOccurrence(ADA, id, MONDAY + WEEK, { start: MONDAY + WEEK + DAY });
    const { token } = await bed.listAll();
    bed.control.events.delete(ADA, id);
    expect((await bed.listAll({ syncToken: token })).items.map((one) => [one.id, one.status])).toEqual([
      ['circle', 'cancelled'],
      ['circle_20261109T080000Z', 'cancelled'],
    ]);
    expect((await bed.listAll()).items).toEqual([]);
  });

  test('hands what is written into it on to changed dates, but for what they say themselves', async () => {
    const { bed, id } = weekly();
    bed.control.events.changeOccurrence(ADA, id, MONDAY + WEEK, { summary: 'Special' });
    const { token } = await bed.listAll();
    bed.control.events.change(ADA, id, { summary: 'New', description: 'New' });
    const { items } = await bed.listAll({ syncToken: token });
    expect(items.map(({ summary, description }) => [summary, description])).toEqual([
      ['New', 'New'],
      ['Special', 'New'],
    ]);
  });
});

describe('a series that is expanded', () => {
  test('comes as its dates, moved ones where they are now, cancelled ones not at all', async () => {
    const { bed, id } = weekly();
    bed.control.events.moveOccurrence(ADA, id, MONDAY + WEEK, { start: MONDAY + WEEK + DAY });
    bed.control.events.cancelOccurrence(ADA, id, MONDAY + 2 * WEEK);
    const { items } = await bed.listAll({ singleEvents: 'true', orderBy: 'startTime', ...month });
    expect(items.map((one) => [one.id, one.start?.dateTime?.slice(0, 10)])).toEqual([
      ['circle_20261102T080000Z', '2026-11-02'],
      ['circle_20261109T080000Z', '2026-11-10'],
      ['circle_20261123T080000Z', '2026-11-23'],
    ]);
    expect(items.every((one) => one.recurringEventId === id && !one.recurrence)).toBe(true);
  });

  test('tells by sync token which dates are no more after another rule', async () => {
    const { bed, id } = weekly();
    const { token } = await bed.listAll({ singleEvents: 'true' });
    bed.control.events.move(ADA, id, { start: MONDAY, rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=2' });
    const { items } = await bed.listAll({ singleEvents: 'true', syncToken: token });
    const gone = items.filter((one) => one.status === 'cancelled').map((one) => one.id);
    expect(gone).toEqual(['circle_20261109T080000Z', 'circle_20261123T080000Z']);
    expect(items.filter((one) => one.status === 'confirmed')).toHaveLength(2);
  });

  test('keeps its hour on the wall when the clocks change, and days are days', async () => {
    const bed = testBed();
    bed.control.events.put(ADA, { start: Date.UTC(2026, 9, 22, 15), rule: 'FREQ=WEEKLY;COUNT=2' });
    bed.control.events.put(ADA, { start: '2026-10-22', rule: 'FREQ=DAILY;COUNT=2' });
    const { items } = await bed.listAll({ singleEvents: 'true' });
    expect(items.map(({ start }) => start?.dateTime ?? start?.date)).toEqual([
      '2026-10-22T17:00:00+02:00',
      '2026-10-29T17:00:00+01:00',
      '2026-10-22',
      '2026-10-23',
    ]);
  });
});

describe('one date of a series', () => {
  test('is read by its id, and becomes an exception when it is written to', async () => {
    const { bed, id } = weekly();
    const path = `${EVENTS}/${id}_20261109T080000Z`;
    expect((await bed.call('GET', path)).json.recurringEventId).toBe(id);
    expect((await bed.call('GET', `${EVENTS}/${id}_20261110T080000Z`)).status).toBe(404);
    const { json } = await bed.call('PATCH', path, { body: { summary: 'Special' } });
    expect([json.id, json.summary, json.originalStartTime?.dateTime]).toEqual([
      `${id}_20261109T080000Z`,
      'Special',
      '2026-11-09T09:00:00+01:00',
    ]);
    expect((await bed.call('GET', `${EVENTS}/${id}`)).json.summary).toBe('Circle');
    expect((await bed.call('DELETE', `${EVENTS}/${id}_20261102T080000Z`)).status).toBe(204);
    const left = await bed.call('GET', `${EVENTS}/${id}/instances`);
    expect(left.json.items?.map(({ summary }) => summary)).toEqual(['Special', 'Circle', 'Circle']);
  });

  test('is found by its original start, also after a move', async () => {
    const { bed, id } = weekly();
    bed.control.events.moveOccurrence(ADA, id, MONDAY + WEEK, { start: MONDAY + WEEK + DAY });
    const params = { originalStart: '2026-11-09T08:00:00Z' };
    const { json } = await bed.call('GET', `${EVENTS}/${id}/instances`, { params });
    expect(json.items?.map(({ start }) => start?.dateTime)).toEqual(['2026-11-10T09:00:00+01:00']);
  });

  test('that a new rhythm no longer has is cancelled for good', async () => {
    const { bed, id } = weekly();
    bed.control.events.changeOccurrence(ADA, id, MONDAY + WEEK, { summary: 'Special' });
    bed.control.events.move(ADA, id, { start: MONDAY + HOUR });
    const { items } = await bed.listAll();
    expect(items.map((one) => [one.id, one.status])).toEqual([
      ['circle', 'confirmed'],
      ['circle_20261109T080000Z', 'cancelled'],
    ]);
    expect(bed.control.events.occurrences(ADA, MONDAY, MONDAY + 5 * WEEK)).toHaveLength(4);
  });
});

describe('this and following', () => {
  test('ends the old series before the date and starts one with _R in its id and UID, exceptions going along', async () => {
    const { bed, id } = weekly();
    bed.control.events.changeOccurrence(ADA, id, MONDAY + 3 * WEEK, { summary: 'Special' });
    const { token } = await bed.listAll();
    const next = bed.control.events.split(ADA, id, MONDAY + 2 * WEEK, { summary: 'New' });
    expect(next).toBe('circle_R20261116T080000');
    const { items } = await bed.listAll({ syncToken: token });
    expect(items.map((one) => [one.id, one.summary, one.recurringEventId, one.recurrence?.[0]])).toEqual([
      ['circle', 'Circle', undefined, 'RRULE:FREQ=WEEKLY;UNTIL=20261116T075959Z'],
      ['circle_20261123T080000Z', 'Special', next, undefined],
      [next, 'New', undefined, 'RRULE:FREQ=WEEKLY;COUNT=2'],
    ]);
    expect(items[2]?.iCalUID).toBe('circle_R20261116T080000@google.com');
    const all = bed.control.events.occurrences(ADA, MONDAY, MONDAY + 6 * WEEK);
    expect(all.map(({ summary }) => summary)).toEqual(['Circle', 'Circle', 'New', 'Special']);
  });
});
