import { expect, test } from 'vitest';
import { type Draft, type Fact, ME, seal } from '../fact/fact.ts';
import { editContract, makeContract, reportContract } from './commands.ts';
import { type ContractRow, foldContract } from './contract.ts';
import { joinSame } from './log.ts';
import { sharePrivate, takeBack } from './private-copy.ts';

let seq = 0;
const sealed = (drafts: readonly Draft[]): Fact[] =>
  drafts.map((one) => {
    seq += 1;
    return seal(one, { author: 'a', seq, at: `${String(seq).padStart(12, '0')}.0000`, prev: '', salt: 's' });
  });
const fold = (id: string, facts: readonly Fact[]): ContractRow => {
  const row = foldContract(
    id,
    facts.filter((fact) => fact.entity === id),
  );
  if (!row) throw new Error('no contract');
  return row;
};
const mine = {
  id: 'p',
  circleId: 'c',
  memberId: 'm',
  meetingId: null,
  text: 'Leave at five',
  isPrivate: true,
};

function shared() {
  const made = sealed([makeContract({ ...mine, source: 'older' }, 'm', 1)]);
  const told = sealed([
    reportContract(fold('p', made), { meetingId: 'm1', outcome: 'partly', text: 'Twice' }, 'm', 2),
  ]);
  const before = fold('p', [...made, ...told]);
  return [...made, ...told, ...sealed(sharePrivate(before, 'copy', 'm', 3))];
}

test('a copy with its reports stands in the circle’s log, and the private one in no list beside it', () => {
  const facts = shared();
  const [own, copy] = [fold('p', facts), fold('copy', facts)];
  expect(copy).toMatchObject({
    isPrivate: false,
    text: 'Leave at five',
    outcome: 'partly',
    source: 'p',
    open: 1,
  });
  expect(own).toMatchObject({ isPrivate: true, sharedAs: 'copy', open: 0 });
  expect(joinSame([own, copy]).map((row) => row.id)).toEqual(['copy']);
  const marks = facts.filter((fact) => fact.kind === 'contract.sharedAs');
  expect(marks.map((fact) => fact.log)).toEqual([ME]);
  expect(sharePrivate(own, 'second', 'm', 4)).toEqual([]);
});

test('a withdrawn one comes back as it was on the copy: words, day and what was told meanwhile', () => {
  const facts = shared();
  const later = sealed([
    editContract(fold('copy', facts), { text: 'Leave at six', due: '2026-12-01' }, 'm', 5),
    reportContract(fold('copy', facts), { meetingId: 'm2', outcome: 'kept', text: '' }, 'm', 6),
  ]);
  const all = [...facts, ...later];
  const own = fold('p', [...all, ...sealed(takeBack(fold('p', all), fold('copy', all), 7))]);
  expect(own).toMatchObject({ isPrivate: true, text: 'Leave at six', due: '2026-12-01', outcome: 'kept' });
  expect(own.reports.map((report) => report.meetingId)).toEqual(['m1', 'm2']);
  expect(own.sharedAs).toBeUndefined();
  expect(joinSame([own])).toHaveLength(1);
});

test('a mark in a circle’s log hides nothing: only one’s own log says what was shared', () => {
  const made = sealed([makeContract({ ...mine, isPrivate: false }, 'm', 1)]);
  const [, mark] = sharePrivate({ ...fold('p', made), isPrivate: true }, 'copy', 'm', 2);
  const forged = mark ? sealed([{ ...mark, log: 'c', by: 'm' }]) : [];
  expect(fold('p', [...made, ...forged])).not.toHaveProperty('sharedAs');
});
