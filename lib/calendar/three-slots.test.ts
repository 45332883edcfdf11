import { describe, expect, it } from 'vitest';
import { accountTables } from '@/test/builders/stored-account';
import type { Occurrence, Series } from './event.ts';
import { busyTimes, halfDeclined, threeSlots } from './three-slots.ts';

const zone = 'Europe/Berlin';
const at = (iso: string) => Temporal.ZonedDateTime.from(`${iso}[${zone}]`).epochMilliseconds;
const wall = (ms: number) =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime().toString();
const HOUR = 3_600_000;
const base = {
  busy: [],
  now: at('2026-11-16T09:00'),
  usual: at('2026-11-19T16:00'),
  lengthMs: 1.5 * HOUR,
  zone,
};

describe('three slots', () => {
  it('are the usual weekday and time first, on three days, and never the date that fell through', () => {
    const slots = threeSlots(base).map(wall);
    expect(slots).toEqual(['2026-11-26T16:00:00', '2026-12-03T16:00:00', '2026-11-18T16:00:00'].sort());
  });

  it('hold no minute of what the calendar has, up to its very edge', () => {
    const busy = [{ start: at('2026-11-26T15:00'), end: at('2026-11-26T16:30') }];
    const slots = threeSlots({ ...base, busy });
    expect(slots).toContain(at('2026-11-26T16:30'));
    for (const start of slots)
      for (const one of busy) expect(start >= one.end || start + base.lengthMs <= one.start).toBe(true);
  });

  it('keep the wall time over a clock change', () => {
    const slots = threeSlots({ ...base, now: at('2026-10-20T09:00'), usual: at('2026-10-22T16:00') });
    expect(slots.map(wall).every((one) => one.endsWith('T16:00:00'))).toBe(true);
    expect(slots.some((one) => one > at('2026-10-25T12:00'))).toBe(true);
  });

  it('give another when one is not wanted', () => {
    const [first = 0] = threeSlots(base);
    const others = threeSlots({ ...base, without: [first] });
    expect(others).toHaveLength(3);
    expect(others).not.toContain(first);
  });

  it('are fewer, or none, when there is no time', () => {
    expect(threeSlots({ ...base, busy: [{ start: 0, end: at('2027-11-16T09:00') }] })).toEqual([]);
  });

  it('stay at an evening circle’s hour', () => {
    expect(threeSlots({ ...base, usual: at('2026-11-19T20:00') }).map(wall)).toContain('2026-11-26T20:00:00');
  });
});

describe('what takes my time', () => {
  const date = { originalStart: 0, start: 0, lengthMs: HOUR, cancelled: false };
  const busy = (series: Partial<Series>, more: Partial<Occurrence> = {}) =>
    accountTables(0).series.flatMap((one) =>
      busyTimes([{ ...one, ...series, occurrences: [{ ...date, ...more }] }], 0, HOUR),
    );

  it('is neither what is shown as free nor what I declined, of a series or of one date of it', () => {
    expect(busy({})).toEqual([{ start: 0, end: HOUR }]);
    expect(busy({ free: true })).toEqual([]);
    expect(busy({}, { free: true })).toEqual([]);
    expect(busy({ myResponse: 'declined' })).toEqual([]);
    expect(busy({}, { myResponse: 'declined' })).toEqual([]);
  });

  it('is a date that stands although the series is free, or declined', () => {
    expect(busy({ free: true }, { free: false })).toHaveLength(1);
    expect(busy({ myResponse: 'declined' }, { myResponse: 'accepted' })).toHaveLength(1);
  });
});

it('half who declined are half of the people, not of the rooms', () => {
  const guest = (response: 'declined' | 'accepted', kind: 'person' | 'room' = 'person') =>
    ({ email: '', name: 'x', response, kind }) as const;
  expect(halfDeclined({ guests: [guest('declined'), guest('accepted'), guest('accepted', 'room')] })).toBe(
    true,
  );
  expect(halfDeclined({ guests: [guest('declined'), guest('accepted'), guest('accepted')] })).toBe(false);
  expect(halfDeclined({ guests: [] })).toBe(false);
});
