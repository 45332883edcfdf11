import { describe, expect, test } from 'vitest';
import { type Draft, type Fact, ME, seal } from '../fact/fact.ts';
import { foldGoal, type Goal, goalEntity, horizonFrom, inGoalOrder, isOver } from './goal.ts';
import { standGoal, writeMyGoal } from './goal-commands.ts';
import { foldSharedGoal, markGoal, shareGoal, updateShared } from './shared-goal.ts';

let seq = 0;
const sealed = (drafts: readonly Draft[]): Fact[] =>
  drafts.map((one) => {
    seq += 1;
    return seal(one, { author: 'a', seq, at: `${String(seq).padStart(12, '0')}.0000`, prev: '', salt: 's' });
  });
const words = {
  text: ' Get the review paper out ',
  question: false,
  focus: 'publications' as const,
  stage: 'early' as const,
  from: '2026-11-22',
  until: '2027-05-22',
};
const fold = (facts: readonly Fact[]): Goal => {
  const goal = foldGoal(
    goalEntity('g'),
    facts.filter((fact) => fact.log === ME),
  );
  if (!goal) throw new Error('no goal');
  return goal;
};
const written = () => sealed([writeMyGoal('g', words, null, 1)]);
const stood = (
  facts: readonly Fact[],
  state: Goal['state'],
  on: string,
  text = '',
  until: string | null = null,
) => [...facts, ...sealed([standGoal(fold(facts), { state, on, text, until }, 2)])];

describe('a goal', () => {
  test('is for six months, and then asks for a look back', () => {
    expect(horizonFrom('2026-11-22')).toBe('2027-05-22');
    expect(horizonFrom('2026-08-31')).toBe('2027-02-28');
    const goal = fold(written());
    expect(isOver(goal, '2027-05-21')).toBe(false);
    expect(isOver(goal, '2027-05-22')).toBe(true);
  });

  test('is for the day that was said last: by carrying it on, by writing it anew, and not by how it stood in between', () => {
    const carried = stood(written(), 'open', '2027-05-22', '', '2027-11-22');
    const again = stood(stood(carried, 'reached', '2027-06-01'), 'open', '2027-06-01');
    expect(fold(again).until).toBe('2027-11-22');
    const sooner = sealed([writeMyGoal('g', { ...words, until: '2027-07-01' }, fold(again), 3)]);
    expect(fold([...again, ...sooner]).until).toBe('2027-07-01');
  });

  test('is carried on with what was written, reached, or put aside, and comes back open', () => {
    const carried = stood(written(), 'open', '2027-05-22', 'Half of it stands', '2027-11-22');
    expect(fold(carried)).toMatchObject({ state: 'open', until: '2027-11-22' });
    expect(isOver(fold(carried), '2027-06-01')).toBe(false);
    const reached = stood(carried, 'reached', '2027-08-01', 'Out!');
    expect(fold(reached)).toMatchObject({ state: 'reached', stateOn: '2027-08-01' });
    expect(fold(reached).lookBacks.map((one) => one.text)).toEqual(['Half of it stands', 'Out!']);
    expect(fold(stood(reached, 'open', '2027-08-02'))).toMatchObject({ state: 'open' });
  });

  test('is the same for every order in which its facts come', () => {
    const facts = stood(stood(written(), 'aside', '2027-01-01', 'Not now'), 'open', '2027-02-01');
    expect(fold(facts.toReversed())).toEqual(fold(facts));
    expect(fold([...facts, ...facts])).toEqual(fold(facts));
  });

  test('stands in its order: open ones by their day, then reached ones, then those put aside', () => {
    const one = fold(written());
    const goals = [
      { ...one, id: 'aside', state: 'aside' as const },
      { ...one, id: 'later', until: '2027-06-01' },
      { ...one, id: 'reached', state: 'reached' as const, stateOn: '2027-01-01' },
      one,
    ];
    expect(goals.sort(inGoalOrder).map((goal) => goal.id)).toEqual(['g', 'later', 'reached', 'aside']);
  });

  test('is gone when it was undone', () => {
    const [fact] = written();
    const undo = {
      log: ME,
      by: null,
      entity: goalEntity('g'),
      kind: 'undone',
      v: 1,
      body: { facts: [fact?.hash] },
    };
    expect(foldGoal(goalEntity('g'), [...(fact ? [fact] : []), ...sealed([undo])])).toBeNull();
  });
});

describe('sharing a goal', () => {
  test('writes a copy without stage, look-backs or the goal’s own id', () => {
    const facts = stood(written(), 'open', '2027-05-22', 'A hard spring', '2027-11-22');
    const [copy, mark] = shareGoal(fold(facts), 'c', 'copy', 'm', 5);
    expect(copy).toMatchObject({ log: 'c', by: 'm', entity: goalEntity('copy') });
    expect(Object.keys(copy?.body as object).sort()).toEqual(
      ['at', 'focus', 'member', 'question', 'reachedOn', 'replaces', 'text', 'until'].sort(),
    );
    expect(JSON.stringify(copy)).not.toMatch(/hard spring|early|goal-g"/);
    expect(mark?.log).toBe(ME);
    const after = [...facts, ...sealed(mark ? [mark] : [])];
    expect(fold(after).sharedIn).toEqual({ c: 'copy' });
    expect(shareGoal(fold(after), 'c', 'again', 'm', 6)).toEqual([]);
    const back = [...after, ...sealed([markGoal(fold(after), 'c', null, 7)])];
    expect(fold(back).sharedIn).toEqual({});
  });

  test('the copy follows the goal, and only its owner’s word counts', () => {
    const goal = fold(written());
    const [first] = shareGoal(goal, 'c', 'copy', 'm', 5);
    const facts = sealed(first ? [first] : []);
    const copy = foldSharedGoal(goalEntity('copy'), facts);
    if (!copy) throw new Error('no copy');
    expect(updateShared(goal, 'c', copy, 'm', 6)).toEqual([]);
    const reached: Goal = { ...goal, state: 'reached', stateOn: '2027-01-01' };
    const more = [...facts, ...sealed(updateShared(reached, 'c', copy, 'm', 6))];
    expect(foldSharedGoal(goalEntity('copy'), more)).toMatchObject({
      reachedOn: '2027-01-01',
      memberId: 'm',
    });
    const others = sealed([
      { ...(first as Draft), by: 'bo', body: { ...(first?.body as object), text: 'Bo’s' } },
    ]);
    expect(foldSharedGoal(goalEntity('copy'), [...more, ...others])?.text).toBe('Get the review paper out');
    expect(foldSharedGoal(goalEntity('copy'), others)).toBeNull();
  });
});
