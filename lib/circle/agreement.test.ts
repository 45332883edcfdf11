import { describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import type { Fact } from '../fact/fact.ts';
import { thumbsMissing, wordingOf } from './agreement.ts';
import { addMember } from './commands.ts';
import { giveThumb } from './edit.ts';
import { foldMember } from './member.ts';

const RULES = ['confidentiality', 'onTime'];
const member = () => {
  const log = device('d');
  const asha = { id: 'asha', name: 'Asha', email: '', guide: null };
  log.write([addMember('c1', 'asha', asha, 0, '2026-01-01')], 1);
  const row = (facts: readonly Fact[] = log.facts) => {
    const folded = foldMember('asha', facts);
    if (!folded) throw new Error('lost');
    return folded;
  };
  const thumb = (by: string, agreed: boolean, replaces: readonly string[] = []) =>
    log.write(
      [giveThumb('c1', by, 'asha', { wording: wordingOf(RULES), agreed, meetingId: 'm1' }, replaces)],
      2,
    );
  return { ...log, row, thumb };
};

describe('the wording of the ground rules', () => {
  it('is the same in any order and another one as soon as a rule is new, gone or put in other words', () => {
    const wording = wordingOf(RULES);
    expect(wordingOf(RULES.toReversed())).toBe(wording);
    for (const other of [['onTime'], [...RULES, 'peers'], ['confidentiality', 'On time, please']])
      expect(wordingOf(other)).not.toBe(wording);
  });
});

describe('thumbs for the ground rules', () => {
  it('are asked for once, and again of everyone when the rules change', () => {
    const { row, thumb } = member();
    expect(thumbsMissing([row()], RULES)).toHaveLength(1);
    thumb('asha', true);
    expect(thumbsMissing([row()], RULES)).toEqual([]);
    expect(thumbsMissing([row()], [...RULES, 'peers'])).toHaveLength(1);
    expect(thumbsMissing([row()], [])).toEqual([]);
  });

  it('count when somebody ticked them for the member, unless the member says otherwise', () => {
    const { row, thumb, facts } = member();
    thumb('bea', true);
    expect(row().agreedTo).toEqual([wordingOf(RULES)]);
    thumb('asha', false);
    thumb('bea', true);
    expect(row().agreedTo).toEqual([]);
    expect(row(facts.toReversed())).toEqual(row());
  });

  it('can be taken back by whoever ticked them', () => {
    const { row, thumb } = member();
    const given = thumb('bea', true);
    thumb(
      'bea',
      false,
      given.map((fact) => fact.hash),
    );
    expect(row().agreedTo).toEqual([]);
  });
});
