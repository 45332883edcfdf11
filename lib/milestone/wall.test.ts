import { describe, expect, it } from 'vitest';
import type { MilestoneRow } from './milestone.ts';
import { wallOf, yearsOf } from './wall.ts';

const row = (id: string, on: string, over: Partial<MilestoneRow> = {}): MilestoneRow => ({
  id,
  circleId: 'c',
  kind: 'paper',
  title: id,
  memberId: 'ada',
  on,
  credit: [],
  writtenBy: 'ada',
  confirmed: true,
  consents: [],
  meetingId: null,
  at: 1,
  madeBy: id,
  wordingFacts: [],
  newer: 0,
  ...over,
});
const rows = [
  row('a', '2025-03-01'),
  row('b', '2026-01-31', { kind: 'grant', memberId: 'bea' }),
  row('c', '2026-11-02', { credit: [{ memberId: 'bea' }] }),
  row('d', '2026-11-02', { at: 9 }),
];
const all = { kind: null, memberId: null, year: null };
const ids = (choice: Partial<Parameters<typeof wallOf>[1]>) =>
  wallOf(rows, { ...all, ...choice }).map(({ year, rows: of }) => [year, ...of.map(({ id }) => id)]);

describe('the wall', () => {
  it('goes back year by year, of one day whatever was written down last first', () => {
    expect(ids({})).toEqual([
      ['2026', 'd', 'c', 'b'],
      ['2025', 'a'],
    ]);
    expect(yearsOf(rows)).toEqual(['2026', '2025']);
  });

  it('shows of a member what they reached and what they helped with', () => {
    expect(ids({ memberId: 'bea' })).toEqual([['2026', 'c', 'b']]);
    expect(ids({ memberId: 'bea', kind: 'grant' })).toEqual([['2026', 'b']]);
    expect(ids({ year: '2025' })).toEqual([['2025', 'a']]);
  });
});
