import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import { keyOf, space } from '../../test/builders/space.ts';
import { rightful } from '../circle/rightful.ts';
import { foldRights } from '../circle/rights.ts';
import { draft, undoDraft } from '../fact/draft.ts';
import { ERASED, honourErasures } from '../fact/erased.ts';
import { type Draft, erase, type Fact, seal } from '../fact/fact.ts';
import { HLC_START } from '../fact/hlc.ts';
import { confirmMilestone, consentTo, editMilestone, reachMilestone, rewriteMilestone } from './commands.ts';
import { MAX_TITLE, type Scope } from './facts.ts';
import { foldMilestone, type MilestoneRow, scopeOf } from './milestone.ts';

const AT = Date.UTC(2026, 10, 20);
const grant = {
  id: 's1',
  circleId: 'c1',
  kind: 'grant',
  title: '  The five-year\ngrant ',
  memberId: 'ada',
  on: '2026-11-18',
  credit: [{ memberId: 'bea', for: 'read three drafts' }, { memberId: 'chen' }],
  meetingId: null,
} as const;

const fold = (facts: readonly Fact[]): MilestoneRow => {
  const row = foldMilestone('s1', facts);
  if (!row) throw new Error('no milestone');
  return row;
};

/** In an unshared circle: one device, one user. */
function alone() {
  const one = device('d');
  const write = (of: Draft) => one.write([of], AT)[0];
  write(reachMilestone(grant, 'ada', AT));
  return { facts: one.facts, write, row: () => fold(one.facts) };
}

describe('a milestone', () => {
  it('is one line with its day, whose it is and who helped, and goes nowhere by itself', () => {
    const row = alone().row();
    expect(row).toMatchObject({
      title: 'The five-year grant',
      memberId: 'ada',
      on: '2026-11-18',
      credit: [{ memberId: 'bea', for: 'read three drafts' }, { memberId: 'chen' }],
      confirmed: true,
      consents: [],
    });
    expect(['ada', 'bea', 'chen'].map((id) => scopeOf(row, id))).toEqual(['circle', 'circle', 'circle']);
  });

  it('is cut to what a fact can hold, so that a pasted page is not lost for every reader', () => {
    const one = device('d');
    one.write([reachMilestone({ ...grant, title: 'x'.repeat(5000) }, 'ada', AT)], AT);
    expect(fold(one.facts).title).toHaveLength(MAX_TITLE);
  });

  it('is not taken with a day that no calendar has', () => {
    const one = device('d');
    one.write([reachMilestone({ ...grant, on: '2026-02-30' }, 'ada', AT)], AT);
    expect(foldMilestone('s1', one.facts)).toBeNull();
  });

  it('is gone when it is taken back, and there again when that is', () => {
    const { facts, write, row } = alone();
    const undo = write(undoDraft('c1', 'ada', 's1', [row().madeBy]));
    expect(foldMilestone('s1', facts)).toBeNull();
    write(undoDraft('c1', 'ada', 's1', [undo?.hash ?? '']));
    expect(row().title).toBe('The five-year grant');
  });
});

describe('consent', () => {
  it('holds for the words it was given for: others ask again', () => {
    const { write, row } = alone();
    write(consentTo(row(), 'ada', 'named', 'ada', AT));
    expect(scopeOf(row(), 'ada')).toBe('named');
    write(editMilestone(row(), { ...row(), title: 'The big grant' }, 'ada', AT));
    expect(row().consents).toMatchObject([{ memberId: 'ada', scope: 'circle', isStale: true }]);
    write(consentTo(row(), 'ada', 'outside', 'ada', AT));
    expect(row().consents).toMatchObject([{ scope: 'outside', isStale: false }]);
  });

  it('of one who helped stays when somebody else is thanked too, or the day is put right', () => {
    const { write, row } = alone();
    write(consentTo(row(), 'bea', 'named', 'ada', AT));
    const credit = [...row().credit, { memberId: 'dana' }];
    write(editMilestone(row(), { ...row(), on: '2026-11-17', credit }, 'ada', AT));
    expect(scopeOf(row(), 'bea')).toBe('named');
    write(editMilestone(row(), { ...row(), credit: [{ memberId: 'bea', for: 'wept' }] }, 'ada', AT));
    expect(scopeOf(row(), 'bea')).toBe('circle');
  });

  it('goes along with other words for those whom their writer answers for, and for nobody else', () => {
    const { facts, write, row } = alone();
    for (const who of ['ada', 'bea', 'chen']) write(consentTo(row(), who, 'named', 'ada', AT));
    const other = { ...row(), title: 'The big grant' };
    const answersFor = (member: string): boolean => member !== 'chen';
    for (const one of rewriteMilestone(row(), other, 'outside', answersFor, 'ada', AT)) write(one);
    expect(['ada', 'bea', 'chen'].map((who) => scopeOf(fold(facts), who))).toEqual([
      'outside',
      'named',
      'circle',
    ]);
  });

  it('can be written in one breath with the milestone', () => {
    const one = device('d');
    const given = consentTo(grant, 'ada', 'named', 'ada', AT);
    one.write([reachMilestone(grant, 'ada', AT), given], AT);
    expect(scopeOf(fold(one.facts), 'ada')).toBe('named');
  });

  it('given wide and narrow on two devices that did not know of each other is the narrow one', () => {
    for (const [first, second] of [
      ['named', 'circle'],
      ['circle', 'named'],
    ] as const) {
      const { facts, row } = alone();
      const before = row();
      const one = device('one').write([consentTo(before, 'ada', first, 'ada', AT)], AT + 1);
      const two = device('two').write([consentTo(before, 'ada', second, 'ada', AT)], AT + 2);
      expect(scopeOf(fold([...facts, ...one, ...two]), 'ada')).toBe('circle');
    }
  });

  it('does not come forth again when what took it back lost its words', () => {
    const { facts, write, row } = alone();
    write(consentTo(row(), 'ada', 'named', 'ada', AT));
    const taken = write(consentTo(row(), 'ada', 'circle', 'ada', AT));
    const without = facts.map((fact) => (fact === taken ? erase(fact) : fact));
    expect(scopeOf(fold(without), 'ada')).toBe('circle');
    const again = device('two').write([consentTo(fold(without), 'ada', 'outside', 'ada', AT)], AT + 9);
    expect(scopeOf(fold([...without, ...again]), 'ada')).toBe('outside');
  });
});

/** Ada founded the circle; Bea and Chen have a device each. Bea wrote Ada's grant down. */
function shared() {
  const circle = space();
  for (const member of ['bea', 'chen']) circle.add('ada-1', 'ada', `${member}-1`, member, circle.root.hash);
  const own = { ...grant, circleId: circle.id };
  const write = (member: string, of: Draft) => circle.sealed(`${member}-1`, of);
  write('bea', reachMilestone(own, 'bea', AT));
  const facts = () => circle.facts.filter((fact) => fact.entity === 's1');
  const rights = () => {
    const row = foldRights(circle.id, circle.facts);
    if (!row) throw new Error('no rights');
    return row;
  };
  const row = () => fold(rightful(rights(), facts()));
  return { id: circle.id, write, facts, rights, row };
}

describe('in a shared circle', () => {
  it('a milestone of another is a suggestion until their own device says a word about it', () => {
    const { write, row } = shared();
    expect(row()).toMatchObject({ confirmed: false, writtenBy: 'bea' });
    write('chen', confirmMilestone(row(), 'chen', AT));
    expect(row().confirmed).toBe(false);
    write('ada', confirmMilestone(row(), 'ada', AT));
    expect(row().confirmed).toBe(true);
    // For the words she saw.
    write('bea', editMilestone(row(), { ...row(), title: 'Other words' }, 'bea', AT));
    expect(row()).toMatchObject({ title: 'Other words', confirmed: false });
    write('ada', editMilestone(row(), { ...row(), title: 'Her own' }, 'ada', AT));
    expect(row()).toMatchObject({ title: 'Her own', confirmed: true });
  });

  it('counts for a member without a device when a scribe says so, and still goes nowhere', () => {
    const { write, row } = shared();
    write('bea', confirmMilestone(row(), 'bea', AT, true));
    write('bea', consentTo(row(), 'ada', 'named', 'bea', AT));
    expect(row().confirmed).toBe(true);
    expect(scopeOf(row(), 'ada')).toBe('circle');
  });

  it('whose it is and who wrote it down find other words for it, nobody else, and its member’s stand', () => {
    const { write, row } = shared();
    const say = (who: string, title: string) =>
      write(who, editMilestone(row(), { ...row(), title }, who, AT));
    say('chen', 'By Chen');
    expect(row().title).toBe('The five-year grant');
    say('bea', 'By Bea');
    expect(row().title).toBe('By Bea');
    say('ada', 'By Ada');
    say('bea', 'By Bea once more');
    expect(row().title).toBe('By Ada');
  });

  it('consent is each one’s own: nobody gives it, takes it back or brings it back for another', () => {
    const { id, write, row } = shared();
    const consent = (by: string, whose: string, scope: Scope) =>
      write(by, consentTo(row(), whose, scope, by, AT));
    consent('bea', 'ada', 'named');
    expect(row().consents).toEqual([]);
    consent('bea', 'bea', 'named');
    const taken = consent('bea', 'bea', 'circle');
    const undo = write('ada', undoDraft(id, 'ada', 's1', [taken.hash]));
    write('ada', undoDraft(id, 'ada', 's1', [undo.hash]));
    write('bea', undoDraft(id, 'bea', 's1', [taken.hash]));
    expect(scopeOf(row(), 'bea')).toBe('circle');
    consent('bea', 'bea', 'named');
    expect(scopeOf(row(), 'bea')).toBe('named');
  });

  it('a beginning that somebody else dates back takes no consent along', () => {
    const { id, write, row, facts, rights } = shared();
    write('ada', consentTo(row(), 'ada', 'named', 'ada', AT));
    const other = reachMilestone({ ...grant, circleId: id, title: 'Was dismissed' }, 'chen', AT);
    const place = { author: keyOf('chen-1'), seq: 1, at: HLC_START, prev: '', salt: 'x' } as const;
    const now = fold(rightful(rights(), [seal(other, place), ...facts()]));
    expect(now).toMatchObject({ title: 'Was dismissed', consents: [{ scope: 'circle', isStale: true }] });
  });
});

describe('the fold', () => {
  it('is the same for every order of arrival and for duplicates', () => {
    const word = fc.record({
      who: fc.constantFrom('ada', 'bea', 'chen'),
      what: fc.constantFrom('edit', 'confirm', 'circle', 'outside', 'named', 'undo', 'erase'),
      whose: fc.constantFrom('ada', 'bea', 'chen'),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.integer(), (words, seed) => {
        const devices = new Map(['ada', 'bea', 'chen'].map((who) => [who, device(keyOf(who))]));
        const all = (): Fact[] => [...devices.values()].flatMap((one) => one.facts);
        devices.get('bea')?.write([reachMilestone(grant, 'bea', AT)], AT);
        for (const [i, { who, what, whose }] of words.entries()) {
          const row = foldMilestone('s1', all());
          if (!row) continue;
          const last = all().at(-1)?.hash ?? '';
          const one = (): Draft => {
            if (what === 'edit') return editMilestone(row, { ...row, title: `Words ${i}` }, who, AT + i);
            if (what === 'confirm') return confirmMilestone(row, who, AT + i);
            if (what === 'undo') return undoDraft('c1', who, 's1', [last]);
            if (what === 'erase') return draft('c1', who, 's1', ERASED, { facts: [last], whole: false });
            return consentTo(row, whose, what, who, AT + i);
          };
          devices.get(who)?.write([one()], AT + (i % 3));
        }
        const facts = honourErasures(all(), () => false);
        const random = (n: number) => Math.abs((seed * (n + 7)) % 1009);
        const shuffled = [...facts, ...facts]
          .map((fact, n) => ({ fact, by: random(n) }))
          .sort((a, b) => a.by - b.by)
          .map(({ fact }) => fact);
        expect(foldMilestone('s1', shuffled)).toEqual(foldMilestone('s1', facts));
      }),
    );
  });
});
