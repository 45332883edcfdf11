import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountTables } from '@/test/builders/stored-account';
import type { Series } from '../calendar/event.ts';
import { seriesText } from './series-text.ts';

function aSeries(): Series {
  const [row] = accountTables(0).series;
  if (!row) throw new Error('no series');
  return row;
}

const hour = fc.nat(1000).map((n) => n * 3_600_000);

describe('a series as text', () => {
  it('comes back as it was, whatever its dates are', () => {
    const occurrence = fc.oneof(
      hour.map((at) => ({ originalStart: at, start: at, lengthMs: 5_400_000, cancelled: false })),
      fc.record({ originalStart: hour, start: hour, lengthMs: hour, cancelled: fc.boolean() }),
      fc.record(
        {
          originalStart: fc.constant(0),
          start: fc.constant(0),
          lengthMs: fc.constant(5_400_000),
          cancelled: fc.constant(false),
          myResponse: fc.constantFrom('accepted' as const, 'declined' as const, null),
          free: fc.boolean(),
        },
        { requiredKeys: ['originalStart', 'start', 'lengthMs', 'cancelled'] },
      ),
    );
    fc.assert(
      fc.property(fc.array(occurrence), (occurrences) => {
        const row = { ...aSeries(), lengthMs: 5_400_000, occurrences };
        expect(seriesText.read(seriesText.write(row))).toEqual(row);
      }),
    );
  });

  it('is short where dates are as the rule has them, because a year of them is most of a row', () => {
    const dates = Array.from({ length: 60 }, (_, week) => 1_793_898_000_000 + week * 604_800_000);
    const occurrences = dates.map((at) => ({
      originalStart: at,
      start: at,
      lengthMs: 5_400_000,
      cancelled: false,
    }));
    const row = { ...aSeries(), lengthMs: 5_400_000, occurrences };
    expect(seriesText.write(row).length).toBeLessThan(JSON.stringify(row).length / 4);
  });

  it('is read also where every date was written in full, as before', () => {
    const row = aSeries();
    expect(seriesText.read(JSON.stringify(row))).toEqual(row);
  });
});
