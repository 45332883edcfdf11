import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, dayIn, dueOf, since, tieReminder, timeForAWord } from './due.ts';
import type { TieRow } from './tie.ts';

const tie = (part: Partial<TieRow>): TieRow => ({
  id: 't',
  name: 'Bea',
  email: '',
  support: [],
  closeness: null,
  category: null,
  standing: null,
  metIn: null,
  since: 0,
  setBy: [],
  contacts: [],
  rhythm: null,
  rhythmSetBy: [],
  putOff: null,
  putOffSetBy: [],
  apart: [],
  newer: 0,
  ...part,
});
const met = (...days: string[]) => days.map((on) => ({ on, facts: [] }));
const monthly = { every: 1, unit: 'months', from: '2026-01-10' } as const;
const ZONES = ['Pacific/Apia', 'America/St_Johns', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Kiritimati'];

describe('when it is time for a word', () => {
  it('is a rhythm after the last contact, or after the rhythm was chosen where none is known', () => {
    expect(dueOf(tie({ rhythm: monthly, contacts: met('2026-03-31', '2026-02-01') }))).toEqual({
      due: '2026-04-30',
      why: 'rhythm',
    });
    expect(dueOf(tie({ rhythm: monthly }))).toEqual({ due: '2026-02-10', why: 'rhythm' });
    expect(dueOf(tie({}))).toBeNull();
  });

  it('is half a year after the last contact where one wanted no rhythm: a tie lost touch with', () => {
    expect(dueOf(tie({ contacts: met('2026-01-15') }))).toEqual({ due: '2026-07-15', why: 'longAgo' });
  });

  it('may wait, but a contact begins anew', () => {
    const waiting = { rhythm: monthly, putOff: { due: '2026-02-10', until: '2026-03-01' } };
    expect(dueOf(tie(waiting))?.due).toBe('2026-03-01');
    expect(dueOf(tie({ ...waiting, contacts: met('2026-02-12') }))?.due).toBe('2026-03-12');
  });

  it('lists those who wait longest first, and nobody too early', () => {
    const ties = [
      tie({ id: 'a', name: 'Ann', contacts: met('2026-05-02'), rhythm: monthly }),
      tie({ id: 'b', name: 'Bo', contacts: met('2026-04-02'), rhythm: monthly }),
      tie({ id: 'c', name: 'Cy', contacts: met('2026-05-03'), rhythm: monthly }),
    ];
    expect(timeForAWord(ties, '2026-06-02').map((one) => one.tie.id)).toEqual(['b', 'a']);
  });

  it('is the same number of days of the calendar in every zone and over every clock change', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
        fc.integer({ min: 1, max: 8 }),
        (zone, now, every) => {
          const today = dayIn(now, zone);
          const due = after(today, { every, unit: 'weeks' });
          expect(Temporal.PlainDate.from(today).until(due).days).toBe(7 * every);
          const one = tie({ rhythm: { every, unit: 'weeks', from: today } });
          const dayBefore = Temporal.PlainDate.from(due).subtract({ days: 1 }).toString();
          expect(timeForAWord([one], dayBefore)).toEqual([]);
          expect(timeForAWord([one], due)).toHaveLength(1);
        },
      ),
    );
  });

  it('knows the day where one is, also just round midnight of a clock change', () => {
    // Berlin goes to winter time on 25 October 2026 at 3:00 (01:00 UTC).
    expect(dayIn(Date.UTC(2026, 9, 24, 21, 59), 'Europe/Berlin')).toBe('2026-10-24');
    expect(dayIn(Date.UTC(2026, 9, 24, 22, 0), 'Europe/Berlin')).toBe('2026-10-25');
    expect(dayIn(Date.UTC(2026, 9, 25, 22, 59), 'Europe/Berlin')).toBe('2026-10-25');
    expect(dayIn(Date.UTC(2026, 9, 25, 23, 0), 'Europe/Berlin')).toBe('2026-10-26');
  });
});

describe('how long ago', () => {
  it('is told in the largest unit that tells enough', () => {
    const words = (day: string) => {
      const { count, unit } = since(day, '2026-11-22');
      return `${count} ${unit}`;
    };
    expect(words('2026-11-22')).toBe('0 day');
    expect(words('2026-11-23')).toBe('0 day');
    expect(words('2026-11-09')).toBe('13 day');
    expect(words('2026-11-08')).toBe('2 week');
    expect(words('2026-09-23')).toBe('8 week');
    expect(words('2026-09-22')).toBe('2 month');
    expect(words('2025-01-22')).toBe('22 month');
    expect(words('2024-11-22')).toBe('2 year');
  });
});

describe('the reminder', () => {
  const zone = 'Europe/Berlin';
  const weekly = (from: string) => tie({ rhythm: { every: 1, unit: 'weeks', from } });

  it('comes at nine in the morning where one is, also on the day the clocks change', () => {
    // 25 October has 25 hours; nine o’clock is 08:00 UTC then, and was 07:00 the day before.
    const due = weekly('2026-10-18');
    const before = tieReminder([due], '2026-10-24', Date.UTC(2026, 9, 25, 7, 59), zone);
    expect(before).toEqual({ speak: false, nextAt: Date.UTC(2026, 9, 25, 8) });
    expect(tieReminder([due], '2026-10-24', Date.UTC(2026, 9, 25, 8), zone).speak).toBe(true);
  });

  it('comes once for each day, and not for ties one has merely lost touch with', () => {
    const now = Date.UTC(2026, 9, 25, 12);
    expect(tieReminder([weekly('2026-10-18')], '2026-10-25', now, zone)).toEqual({
      speak: false,
      nextAt: null,
    });
    expect(tieReminder([tie({ contacts: met('2026-01-01') })], '2026-01-01', now, zone).speak).toBe(false);
    expect(tieReminder([weekly('2026-10-18'), weekly('2026-10-20')], '2026-10-24', now, zone)).toEqual({
      speak: true,
      nextAt: Date.UTC(2026, 9, 27, 8),
    });
  });
});
