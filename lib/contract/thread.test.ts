import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import type { Fact } from '../fact/fact.ts';
import { makeContract } from './commands.ts';
import { type ContractRow, foldContract } from './contract.ts';
import { eraseSaid, sayAbout } from './thread.ts';

const made = makeContract(
  { id: 'k', circleId: 'c', memberId: 'ada', meetingId: null, text: 'Two pages', isPrivate: false },
  'ada',
  1,
);

function row(facts: readonly Fact[]): ContractRow {
  const folded = foldContract('k', facts);
  if (!folded) throw new Error('no contract');
  return folded;
}

describe('the conversation under a contract', () => {
  it('is absent until somebody says something, and changes neither wording nor outcome', () => {
    const { write, facts } = device('one');
    write([made], 1);
    expect(row(facts)).not.toHaveProperty('thread');
    const before = row(facts);
    write([sayAbout(before, '  How is it going? ', 'bo', 5)], 5);
    const { thread, ...rest } = row(facts);
    expect(rest).toEqual(before);
    expect(thread).toMatchObject([{ member: 'bo', text: 'How is it going?', at: 5, isEdited: false }]);
  });

  it('keeps an edit in its place, with the moment it was first said', () => {
    const { write, facts } = device('one');
    write([made], 1);
    write([sayAbout(row(facts), 'a', 'ada', 5), sayAbout(row(facts), 'b', 'bo', 6)], 6);
    const said = () => row(facts).thread ?? [];
    for (const text of ['a2', 'a3']) write([sayAbout(row(facts), text, 'ada', 9, said()[0])], 9);
    expect(said().map(({ text, at, isEdited }) => [text, at, isEdited])).toEqual([
      ['a3', 5, true],
      ['b', 6, false],
    ]);
    write([sayAbout(row(facts), 'not yours', 'bo', 10, said()[0])], 10);
    expect(said().map((one) => one.text)).toEqual(['a3', 'b', 'not yours']);
    expect(eraseSaid(row(facts), said()[0] ?? { facts: [] }, 'ada').body).toMatchObject({ whole: false });
    expect(said()[0]?.facts).toHaveLength(3);
  });

  it('is the same for every order of arrival', () => {
    const [one, two] = [device('one'), device('two')];
    one.write([made, sayAbout(row(one.write([made], 1)), 'x', 'ada', 2)], 2);
    const first = row(one.facts).thread?.[0];
    one.write([sayAbout(row(one.facts), 'x, here', 'ada', 3, first)], 3);
    two.write(
      [sayAbout(row(one.facts), 'x, there', 'ada', 4, first), sayAbout(row(one.facts), 'y', 'bo', 4)],
      4,
    );
    const facts = [...one.facts, ...two.facts];
    const wanted = row(facts).thread;
    expect(wanted?.map((said) => said.text)).toEqual(['x, there', 'y']);
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(row(shuffled).thread).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });
});
