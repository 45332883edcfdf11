import { describe, expect, it } from 'vitest';
import { space } from '@/test/builders/space';
import { type Draft, type Fact, seal } from '../fact/fact.ts';
import { editContract, makeContract, reportContract } from './commands.ts';
import { foldContract } from './contract.ts';
import { canEdit, canErase, canReport } from './who-can.ts';

const { id: circleId } = space();

/** A contract of Ada's that `by` wrote down, and what was done to it. */
function adas(by: string | null) {
  const facts: Fact[] = [];
  const write = (draft: Draft) => {
    const seq = facts.length + 1;
    const at = `${String(seq).padStart(12, '0')}.0000`;
    facts.push(seal(draft, { author: 'a', seq, at, prev: '', salt: 's' }));
  };
  const row = () => {
    const found = foldContract('k', facts);
    if (!found) throw new Error('no contract');
    return found;
  };
  const of = { id: 'k', memberId: 'ada', meetingId: null, text: 'Aims', isPrivate: false };
  write(makeContract({ ...of, circleId }, by, 1));
  return { row, write };
}

describe('a contract of another member', () => {
  it('is changed by nobody else, once a word about it is from its member’s own device', () => {
    const one = adas('bo');
    expect(canEdit(one.row(), 'chen')).toBe(true);
    one.write(editContract(one.row(), { text: 'The aims', due: null }, 'ada', 2));
    expect(canEdit(one.row(), 'chen')).toBe(false);
    expect(canEdit(one.row(), 'ada')).toBe(true);
  });

  it('is told of by others except where its member told themselves, also where they took it back', () => {
    const one = adas('ada');
    expect(canReport(one.row(), 'bo', null)).toBe(true);
    one.write(reportContract(one.row(), { meetingId: null, outcome: 'partly', text: '' }, 'ada', 2));
    expect(canReport(one.row(), 'bo', null)).toBe(false);
    expect(canReport(one.row(), 'bo', 'm1')).toBe(true);
    expect(canReport(one.row(), 'ada', null)).toBe(true);
    one.write(reportContract(one.row(), { meetingId: null, outcome: null, text: '' }, 'ada', 3));
    expect(canReport(one.row(), 'bo', null)).toBe(false);
  });

  it('is erased by its member and by who wrote it down, and alone by whoever keeps the circle', () => {
    const { row } = adas('bo');
    expect(['ada', 'bo', 'chen', null].map((by) => canErase(row(), by))).toEqual([true, true, false, false]);
    expect(canErase({ ...row(), circleId: 'alone' }, null)).toBe(true);
    expect(canErase({ ...row(), isPrivate: true }, null)).toBe(true);
  });
});
