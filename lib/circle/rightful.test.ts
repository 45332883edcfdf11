import { describe, expect, it } from 'vitest';
import { space } from '@/test/builders/space';
import { honourErasures } from '../fact/erased.ts';
import { erase, type Fact, isErased } from '../fact/fact.ts';
import { erasureRules, mayHaveLostWords, rightful } from './rightful.ts';
import { foldRights } from './rights.ts';

/** Ada founded the circle; Bo and Chen are in it with a device each. */
function contractOf(owner: string, scribe = owner) {
  const circle = space();
  for (const member of ['bo', 'chen']) circle.add('ada-1', 'ada', `${member}-1`, member, circle.root.hash);
  const write = (by: string, kind: string, body: unknown) =>
    circle.write(`${by}-1`, by, kind, body, { entity: 'k' });
  const made = write(scribe, 'contract.made', { member: owner, text: 'secret' });
  const rights = () => {
    const row = foldRights(circle.id, circle.facts);
    if (!row) throw new Error('no rights');
    return row;
  };
  const facts = () => circle.facts.filter((fact) => fact.entity === 'k');
  const wordless = () =>
    honourErasures(
      facts(),
      () => false,
      erasureRules(rights(), facts(), () => false),
    )
      .filter(isErased)
      .map((fact) => fact.hash);
  return { ...circle, write, made, rights, facts, wordless };
}

const undone = (facts: readonly Fact[]) =>
  facts.flatMap((fact) => (fact.kind === 'undone' ? (fact.body as { facts: string[] }).facts : []));

describe('taking back in a shared circle', () => {
  it('is for one’s own words, and for what was written down for oneself', () => {
    const one = contractOf('ada', 'bo');
    const hm = one.write('chen', 'contract.said', { text: 'hm', at: 1 });
    one.write('chen', 'undone', { facts: [one.made.hash, hm.hash] });
    expect(undone(rightful(one.rights(), one.facts()))).toEqual([hm.hash]);
    one.write('ada', 'undone', { facts: [one.made.hash] });
    expect(undone(rightful(one.rights(), one.facts()))).toEqual([hm.hash, one.made.hash]);
  });

  it('is for everybody where it is the circle’s own: its links, a meeting’s course', () => {
    const one = contractOf('ada');
    const linked = one.write('ada', 'circle.linked', {});
    const moved = one.write('ada', 'meeting.moved', {});
    const added = one.write('ada', 'member.added', {});
    one.write('bo', 'undone', { facts: [linked.hash, moved.hash, added.hash] });
    expect(undone(rightful(one.rights(), one.facts()))).toEqual([linked.hash, moved.hash]);
  });
});

describe('erasing in a shared circle', () => {
  it('takes one’s own words, and all of a contract that is one’s own', () => {
    const one = contractOf('ada', 'bo');
    const hm = one.write('chen', 'contract.said', { text: 'hm', at: 1 });
    one.write('chen', 'erased', { facts: [one.made.hash, hm.hash], whole: true });
    expect(one.wordless()).toEqual([hm.hash]);
    one.write('ada', 'erased', { facts: [], whole: true });
    expect(one.wordless()).toEqual([one.made.hash, hm.hash]);
  });

  it('is not undone when its writer is removed: whoever had it before must not see more than who has it after', () => {
    const one = contractOf('bo');
    one.write('bo', 'erased', { facts: [one.made.hash], whole: true });
    expect(one.wordless()).toEqual([one.made.hash]);
    one.leave('ada-1', 'ada', 'bo', {}, one.root.hash);
    expect(one.wordless()).toEqual([one.made.hash]);
  });

  it('is nothing where nobody ever let its writer in, or who may do what would be erased', () => {
    const one = contractOf('ada');
    one.write('eve', 'erased', { facts: [one.made.hash], whole: true });
    expect(one.wordless()).toEqual([]);
    const left = one.leave('ada-1', 'ada', 'chen', {}, one.root.hash);
    const gone = one.write('ada', 'erased', { facts: [left.hash, one.root.hash], whole: true });
    const facts = [left, one.root, gone];
    const rules = erasureRules(one.rights(), facts, () => false);
    expect(honourErasures(facts, () => false, rules).some(isErased)).toBe(false);
  });

  it('explains that a fact came without its words, and nothing else does', () => {
    const one = contractOf('ada');
    const bare = erase(one.made);
    expect(mayHaveLostWords(one.rights(), bare, [bare])).toBe(false);
    one.write('eve', 'erased', { facts: [one.made.hash], whole: true });
    expect(mayHaveLostWords(one.rights(), bare, one.facts())).toBe(false);
    one.write('ada', 'erased', { facts: [one.made.hash], whole: true });
    expect(mayHaveLostWords(one.rights(), bare, one.facts())).toBe(true);
  });
});
