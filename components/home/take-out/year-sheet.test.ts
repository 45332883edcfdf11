import { describe, expect, it } from 'vitest';
import type { ContractRow } from '@/lib/contract/contract';
import { foldContract } from '@/lib/contract/contract';
import { foldMeeting, type MeetingRow } from '@/lib/meeting/meeting';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { longCircle } from '@/test/builders/ten-years';
import { isEmptySheet, spanOf, yearSheet, yearsOf } from './year-sheet.ts';

const NOW = Date.UTC(2026, 10, 20, 17);
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** A circle of two years and its last one. */
function lively() {
  const { facts } = longCircle({ meetings: 52, seed: 3, now: NOW });
  const byEntity = [...Map.groupBy(facts, ({ entity }) => entity)];
  const rows = <R>(fold: (id: string, facts: typeof all) => R | null): R[] => {
    const found: R[] = [];
    for (const [id, all] of byEntity) {
      const row = fold(id, all);
      if (row) found.push(row);
    }
    return found;
  };
  const all = [...facts];
  const ofKind = (prefix: string) =>
    new Set(all.filter(({ kind }) => kind.startsWith(prefix)).map(({ entity }) => entity));
  const [isContract, isMeeting] = [ofKind('contract.'), ofKind('meeting.')];
  return {
    meetings: rows((id, some) => (isMeeting.has(id) ? foldMeeting(id, some) : null)),
    contracts: rows((id, some) => (isContract.has(id) ? foldContract(id, some) : null)),
    milestones: [],
    membersOn: () => [],
  };
}

describe('the sheet of a year', () => {
  const all = lively();
  const span = spanOf(null, day(NOW));
  const sheet = yearSheet(span, all, day);

  it('holds the meetings of twelve months in their order, each with what was promised there', () => {
    expect(span).toEqual({ from: '2025-11-21', to: '2026-11-20' });
    expect(sheet.meetings.length).toBe(26);
    expect(sheet.meetings.map(({ start }) => start)).toEqual(
      sheet.meetings.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    const listed = sheet.meetings.flatMap(({ contracts }) => contracts).length + sheet.between.length;
    expect(listed).toBe(sheet.made);
    expect(sheet.made).toBeGreaterThan(100);
    expect(sheet.kept).toBeGreaterThan(10);
    expect(sheet.kept).toBeLessThan(sheet.made);
  });

  it('never holds a private contract, on a sheet that lies about', () => {
    expect(all.contracts.some(({ isPrivate }) => isPrivate)).toBe(true);
    const shown: ContractRow[] = [...sheet.between, ...sheet.meetings.flatMap(({ contracts }) => contracts)];
    expect(shown.some(({ isPrivate }) => isPrivate)).toBe(false);
  });

  it('puts a contract whose meeting lies outside the year among those between meetings, instead of losing it', () => {
    const [first] = sheet.meetings;
    const [contract] = first?.contracts ?? [];
    if (!first || !contract) throw new Error('no contract');
    const without = yearSheet(
      span,
      { ...all, meetings: all.meetings.filter(({ id }) => id !== first.id) },
      day,
    );
    expect(without.between.map(({ id }) => id)).toContain(contract.id);
    expect(without.made).toBe(sheet.made);
  });

  it('offers the years of which there is something to show, the latest first, also where nobody met in them', () => {
    const [meeting, contract] = [all.meetings[0], all.contracts[0]];
    if (!meeting || !contract) throw new Error('nothing there');
    const at = (year: number) => Date.UTC(year, 5, 15);
    const met = (year: number, phase: MeetingRow['phase']) => ({ ...meeting, phase, start: at(year) });
    const made = (year: number, isPrivate: boolean) => ({ ...contract, isPrivate, madeAt: at(year) });
    const reached = (year: number, confirmed: boolean) =>
      ({ id: `s${year}`, on: `${year}-06-15`, confirmed }) as MilestoneRow;
    const some = {
      meetings: [met(2019, 'ended'), met(2027, 'before')],
      contracts: [made(2021, false), made(2020, true)],
      milestones: [reached(2023, true), reached(2022, false), reached(2019, true)],
      membersOn: () => [],
    };
    expect(yearsOf(some, day)).toEqual(['2023', '2021', '2019']);
    const isEmpty = (year: number) => isEmptySheet(yearSheet(spanOf(String(year), ''), some, day));
    expect([2019, 2020, 2021, 2022, 2023, 2027].filter(isEmpty)).toEqual([2020, 2022, 2027]);
  });

  it('takes a year from January to December, or the twelve months up to today', () => {
    expect(spanOf('2024', '2026-11-20')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(spanOf(null, '2028-02-29')).toEqual({ from: '2027-03-01', to: '2028-02-29' });
  });
});
