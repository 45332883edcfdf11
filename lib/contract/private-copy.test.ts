import { expect, test } from 'vitest';
import { type Draft, type Fact, ME, seal } from '../fact/fact.ts';
import { asideEntity, foldAside, NO_ASIDE, writeAside } from './aside.ts';
import { editContract, makeContract, reportContract } from './commands.ts';
import { type ContractRow, foldContract } from './contract.ts';
import { showDetails } from './details.ts';
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

test('what stands beside a private contract goes over to its copy in my own log, and comes back with it', () => {
  const made = sealed([makeContract(mine, 'm', 1)]);
  const beside = { ...NO_ASIDE, know: 'The light is off', goal: 'g' };
  const written = sealed(writeAside({ id: 'p', circleId: 'c' }, beside, null, 1));
  const asideOf = (id: string, facts: readonly Fact[]) =>
    foldAside(
      id,
      facts.filter((fact) => fact.entity === asideEntity(id)),
    );
  const own = asideOf('p', written);
  const drafts = sharePrivate(fold('p', made), 'copy', 'm', 3, own);
  expect(JSON.stringify(drafts.filter((one) => one.log !== ME))).not.toMatch(/light|"g"/);
  const facts = [...made, ...written, ...sealed(drafts)];
  expect(asideOf('copy', facts)).toMatchObject(beside);
  // What I wrote beside the copy meanwhile is mine also when it is withdrawn, what I showed the circle included.
  const details = { know: 'The door is shut', ifThen: null, obstacle: null };
  const changed = sealed(
    writeAside({ id: 'copy', circleId: 'c' }, { ...NO_ASIDE, goal: 'h' }, asideOf('copy', facts), 4),
  );
  const copy = { ...fold('copy', facts), details };
  const asides = { own, copys: asideOf('copy', [...facts, ...changed]) };
  const back = sealed(takeBack(fold('p', facts), copy, 5, asides));
  expect(asideOf('p', [...facts, ...back])).toMatchObject({ know: 'The door is shut', goal: 'h' });
});

test('what was shown to the circle beside a copy comes back too, where nothing else stood beside it', () => {
  const facts = shared();
  const details = { know: 'The door is shut', ifThen: null, obstacle: null };
  const shown = sealed([showDetails(fold('copy', facts), details, 'm', 4)]);
  const all = [...facts, ...shown];
  const back = sealed(takeBack(fold('p', all), fold('copy', all), 5));
  const own = back.filter((fact) => fact.entity === asideEntity('p'));
  expect(foldAside('p', own)).toMatchObject({ ...NO_ASIDE, ...details });
});

test('an outcome that was taken back on the copy is not there again when it is withdrawn', () => {
  const facts = shared();
  const nothing = { meetingId: 'm1', outcome: null, text: '' };
  const all = [...facts, ...sealed([reportContract(fold('copy', facts), nothing, 'm', 4)])];
  expect(fold('copy', all).outcome).toBeNull();
  const own = fold('p', [...all, ...sealed(takeBack(fold('p', all), fold('copy', all), 5))]);
  expect(own).toMatchObject({ outcome: null, reports: [], open: 1 });
});
