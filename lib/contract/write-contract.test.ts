import { describe, expect, test } from 'vitest';
import { ERASED } from '../fact/erased.ts';
import { type Draft, type Fact, ME, seal } from '../fact/fact.ts';
import { type AsideRow, asideEntity, foldAside } from './aside.ts';
import { editContract } from './commands.ts';
import { type ContractRow, foldContract } from './contract.ts';
import { readDetails } from './details.ts';
import { besideOf, changeBeside, NOTHING_BESIDE, writeContract } from './write-contract.ts';

let seq = 0;
const sealed = (drafts: readonly Draft[]): Fact[] =>
  drafts.map((one) => {
    seq += 1;
    return seal(one, { author: 'a', seq, at: `${String(seq).padStart(12, '0')}.0000`, prev: '', salt: 's' });
  });
const rowOf = (facts: readonly Fact[]): ContractRow => {
  const row = foldContract(
    'k',
    facts.filter((fact) => fact.entity === 'k'),
  );
  if (!row) throw new Error('no contract');
  return row;
};
const asideOf = (facts: readonly Fact[]): AsideRow | null =>
  foldAside(
    'k',
    facts.filter((fact) => fact.entity === asideEntity('k')),
  );

const contract = {
  id: 'k',
  circleId: 'c',
  memberId: 'm',
  meetingId: null,
  text: 'Send the aims page',
  isPrivate: false,
};
const details = readDetails({
  know: ' It is in her inbox ',
  when: 'it is nine',
  does: 'I open it',
  obstacle: '',
});
const full = { ...details, goal: 'g', nudge: '2026-11-25T18:00', isShown: false };

describe('what stands beside a contract', () => {
  test('stays in one’s own log, with goal and nudge, unless its author shows it', () => {
    const drafts = writeContract(contract, full, 'm', 1);
    expect(drafts.map((one) => [one.log, one.kind])).toEqual([
      ['c', 'contract.made'],
      [ME, 'aside.written'],
    ]);
    expect(JSON.stringify(drafts[0])).not.toMatch(/inbox|nine|"g"/);
    expect(asideOf(sealed(drafts))).toMatchObject({ ...details, goal: 'g', nudge: '2026-11-25T18:00' });
  });

  test('goes into the circle’s log where it is shown, but the goal and the nudge never do', () => {
    const drafts = writeContract(contract, { ...full, isShown: true }, 'm', 1);
    const facts = sealed(drafts);
    expect(rowOf(facts).details).toEqual(details);
    expect(asideOf(facts)).toMatchObject({ know: null, ifThen: null, goal: 'g', nudge: '2026-11-25T18:00' });
    expect(JSON.stringify(drafts.filter((one) => one.log === 'c'))).not.toMatch(/"g"|18:00/);
  });

  test('of a private contract nothing leaves one’s own log, also when it was to be shown', () => {
    const drafts = writeContract({ ...contract, isPrivate: true }, { ...full, isShown: true }, 'm', 1);
    expect(drafts.every((one) => one.log === ME)).toBe(true);
  });

  test('of a contract written down for somebody else goes beside it, and nothing into my log', () => {
    const drafts = writeContract({ ...contract, memberId: 'bo' }, full, 'm', 1);
    expect(drafts.map((one) => [one.log, one.kind])).toEqual([
      ['c', 'contract.made'],
      ['c', 'contract.detailed'],
    ]);
  });

  test('costs no fact where nothing is said', () => {
    expect(writeContract(contract, NOTHING_BESIDE, 'm', 1)).toHaveLength(1);
  });

  test('is erased in the circle when its author hides it again, and stands in their own log', () => {
    const before = sealed(writeContract(contract, { ...full, isShown: true }, 'm', 1));
    const drafts = changeBeside(rowOf(before), full, asideOf(before), 'm', 2);
    expect(drafts.map((one) => [one.log, one.kind])).toEqual([
      ['c', ERASED],
      [ME, 'aside.written'],
    ]);
    const shownFact = before.find((fact) => fact.kind === 'contract.detailed');
    expect(drafts[0]?.body).toEqual({ facts: [shownFact?.hash], whole: false });
    expect(asideOf([...before, ...sealed(drafts)])).toMatchObject({ know: details.know });
  });

  test('is shown later, and then stands in one place only', () => {
    const before = sealed(writeContract(contract, full, 'm', 1));
    const after = [
      ...before,
      ...sealed(changeBeside(rowOf(before), { ...full, isShown: true }, asideOf(before), 'm', 2)),
    ];
    expect(rowOf(after).details).toEqual(details);
    expect(asideOf(after)?.know).toBeNull();
    expect(besideOf(rowOf(after), asideOf(after))).toEqual({ ...full, isShown: true });
  });

  test('writes nothing when nothing was changed', () => {
    const facts = sealed(writeContract(contract, { ...full, isShown: true }, 'm', 1));
    expect(
      changeBeside(rowOf(facts), besideOf(rowOf(facts), asideOf(facts)), asideOf(facts), 'm', 2),
    ).toEqual([]);
  });

  test('that another member writes for me counts less than my own words', () => {
    const facts = sealed(writeContract(contract, { ...full, isShown: true }, 'm', 1));
    const theirs = sealed([
      {
        log: 'c',
        by: 'bo',
        entity: 'k',
        kind: 'contract.detailed',
        v: 1,
        body: { know: 'Bo says', ifThen: null, obstacle: null, at: 3, replaces: [] },
      },
    ]);
    expect(rowOf([...facts, ...theirs]).details?.know).toBe('It is in her inbox');
  });
});

test('an action becomes a standing contract by an edit, and an edit of an older version leaves it what it was', () => {
  const made = sealed(writeContract(contract, NOTHING_BESIDE, 'm', 1));
  const change = { text: 'Leave at five', due: null, kind: 'standing' as const };
  const edited = [...made, ...sealed([editContract(rowOf(made), change, 'm', 2)])];
  expect(rowOf(edited)).toMatchObject({ kind: 'standing', open: 1 });
  const old = editContract(rowOf(made), { text: 'Leave at six', due: null }, 'm', 3);
  const { kind: _, ...body } = old.body as Record<string, unknown>;
  expect(rowOf([...made, ...sealed([{ ...old, body }])])).toMatchObject({
    kind: 'action',
    text: 'Leave at six',
  });
});
