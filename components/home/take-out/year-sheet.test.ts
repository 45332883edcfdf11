import { describe, expect, it } from 'vitest';
import type { ContractRow } from '@/lib/contract/contract';
import { foldContract } from '@/lib/contract/contract';
import { foldMeeting } from '@/lib/meeting/meeting';
import { longCircle } from '@/test/builders/ten-years';
import { spanOf, yearSheet, yearsOf } from './year-sheet.ts';

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

  it('offers the years there were, the latest first; one of them goes from January to December', () => {
    expect(yearsOf(['2024-05-01', '2026-01-01', '2024-12-31'])).toEqual(['2026', '2024']);
    expect(spanOf('2024', '2026-11-20')).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(spanOf(null, '2028-02-29')).toEqual({ from: '2027-03-01', to: '2028-02-29' });
  });
});
