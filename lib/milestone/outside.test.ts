import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import { consentTo, reachMilestone } from './commands.ts';
import type { Scope } from './facts.ts';
import { foldMilestone } from './milestone.ts';
import { mentions, tellOutside } from './outside.ts';

const people = [
  { id: 'ada', name: 'Ada Lovelace' },
  { id: 'bea', name: 'Bea Ortiz' },
  { id: 'bo', name: 'Bo Ek' },
];

function told(title: string, consents: Record<string, Scope>, why = 'read the drafts') {
  const one = {
    id: 's',
    circleId: 'c',
    kind: 'paper',
    title,
    memberId: 'ada',
    on: '2026-05-04',
    credit: [{ memberId: 'bea', for: why }, { memberId: 'bo' }],
    meetingId: null,
  } as const;
  const log = device('d');
  log.write([reachMilestone(one, 'ada', 1)], 1);
  for (const [member, scope] of Object.entries(consents))
    log.write([consentTo(one, member, scope, 'ada', 2)], 2);
  const row = foldMilestone('s', log.facts);
  if (!row) throw new Error('lost');
  return tellOutside([row], people);
}

describe('what may be told outside', () => {
  it('is nothing that its member did not let go, whoever else did', () => {
    const all = told('A paper', { bea: 'named', bo: 'named' });
    expect(all).toEqual({ told: [], held: [] });
    expect(told('A paper', { ada: 'circle', bea: 'named' }).told).toEqual([]);
  });

  it('is told without any name where nobody lets theirs be told', () => {
    expect(told('A paper', { ada: 'outside', bea: 'outside' }).told).toMatchObject([
      { title: 'A paper', on: '2026-05-04', name: null, thanks: [] },
    ]);
  });

  it('names each who consents, and only them', () => {
    expect(told('A paper', { ada: 'named', bea: 'named' }).told).toMatchObject([
      { name: 'Ada Lovelace', thanks: [{ name: 'Bea Ortiz', for: 'read the drafts' }] },
    ]);
    expect(told('A paper', { ada: 'outside', bea: 'named' }).told).toMatchObject([
      { name: null, thanks: [{ name: 'Bea Ortiz' }] },
    ]);
  });

  it('holds back one whose words name somebody who does not', () => {
    expect(told('Paper with bea', { ada: 'named' }).held).toMatchObject([{ names: ['Bea Ortiz'] }]);
    expect(told('Paper with Bea', { ada: 'named', bea: 'named' }).told).toHaveLength(1);
    expect(told('Ada’s paper', { ada: 'outside' }).held).toMatchObject([{ names: ['Ada Lovelace'] }]);
    const thanks = told('A paper', { ada: 'named', bea: 'named' }, 'sat up with Bo');
    expect(thanks).toMatchObject({ told: [], held: [{ names: ['Bo Ek'] }] });
    // Of who does not let their name be told, what they are thanked for is not told either.
    expect(told('A paper', { ada: 'named' }, 'sat up with Bo').told).toMatchObject([{ thanks: [] }]);
  });
});

describe('whoever consented to what', () => {
  it('no name leaves that its member did not give, in whatever words and with whatever others gave', () => {
    const scope = fc.constantFrom('circle', 'outside', 'named');
    const words = fc.constantFrom('paper', 'with', 'bea', 'Béa', 'ORTIZ', 'Ada’s', 'Bo', 'the', 'grant');
    const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
    const consents = fc.record({ ada: scope, bea: scope, bo: scope });
    fc.assert(
      fc.property(line, line, consents, (title, why, given) => {
        const all = told(title, given, why);
        const text = JSON.stringify(all.told.map(({ id: _, kind: __, ...one }) => one));
        for (const person of people)
          if (given[person.id as keyof typeof given] !== 'named')
            expect(mentions(text, person.name)).toBe(false);
        if (given.ada === 'circle') expect(all.told).toEqual([]);
        expect(all.told.length + all.held.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a name in a text', () => {
  it('is found as a word, whatever case and accents, and not inside of another', () => {
    expect(mentions('with béatrice', 'Beatrice Ortiz')).toBe(true);
    expect(mentions('an orthodox view', 'Bea Ortiz')).toBe(false);
    expect(mentions('Bo read it', 'Bo Ek')).toBe(true);
    expect(mentions('to be or not to bo', 'Bo Ek')).toBe(false);
    expect(mentions('王芳的论文', '王芳')).toBe(true);
    expect(mentions('anything', ' ')).toBe(false);
  });
});
