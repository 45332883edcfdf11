import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { undoDraft } from '../fact/draft.ts';
import { type Fact, ME } from '../fact/fact.ts';
import { keepApart, mergeTies, sameAddress } from './merge.ts';
import {
  foldTie,
  markContact,
  putOff,
  setRhythm,
  type Tie,
  type TieRow,
  tieEntity,
  writeTie,
} from './tie.ts';

const bea: Tie = {
  name: 'Bea Ortiz',
  email: 'bea@example.org',
  support: ['job'],
  closeness: null,
  category: 'conferences',
  standing: null,
  metIn: null,
  notes: 'Likes tea',
};
const rowOf = (facts: readonly Fact[], id: string): TieRow | null =>
  foldTie(
    id,
    facts.filter(({ entity }) => entity === tieEntity(id)),
  );
const rows = (facts: readonly Fact[]) => ['a', 'b'].flatMap((id) => rowOf(facts, id) ?? []);

function two() {
  const one = device('d');
  one.write(
    [writeTie('b', { ...bea, name: 'B. Ortiz', closeness: 'close', support: ['personal'] }, null, 9)],
    9,
  );
  one.write([writeTie('a', bea, null, 5)], 9);
  one.write(
    [markContact('a', '2026-01-02', 9), markContact('b', '2026-03-04', 9), markContact('b', '2026-01-02', 9)],
    9,
  );
  const other = rowOf(one.facts, 'b');
  if (other) one.write([setRhythm(other, { every: 3, unit: 'weeks' }, '2026-01-01', 10)], 10);
  return one;
}

describe('two ties with one address', () => {
  it('become the older one with what was known of both, and are two again when undone', () => {
    const { facts, write } = two();
    const [pair] = sameAddress(rows(facts));
    expect([pair?.keep.id, pair?.other.id]).toEqual(['a', 'b']);
    if (!pair) return;
    const before = [...facts];
    const written = facts.filter(({ entity }) => entity === tieEntity('b')).map(({ hash }) => hash);
    const merged = write(mergeTies(pair, written, 20), 20);
    expect(rows(facts)).toMatchObject([
      {
        id: 'a',
        name: 'Bea Ortiz',
        support: ['job', 'personal'],
        closeness: 'close',
        category: 'conferences',
        notes: 'Likes tea',
        contacts: [{ on: '2026-03-04' }, { on: '2026-01-02' }],
        rhythm: { every: 3, unit: 'weeks', from: '2026-01-01' },
      },
    ]);
    for (const [entity, group] of Map.groupBy(merged, (fact) => fact.entity))
      write(
        [
          undoDraft(
            ME,
            null,
            entity,
            group.map(({ hash }) => hash),
          ),
        ],
        21,
      );
    expect(rows(facts)).toEqual(rows(before));
  });

  it('are one tie, not none, when two devices make them one at the same time', () => {
    const first = two();
    const second = device('e');
    const [pair] = sameAddress(rows(first.facts));
    if (!pair) throw new Error('no pair');
    const written = first.facts.filter(({ entity }) => entity === tieEntity('b')).map(({ hash }) => hash);
    const here = [...first.facts];
    second.write(mergeTies(pair, written, 20), 20);
    first.write(mergeTies(pair, written, 22), 22);
    expect(here.length).toBeLessThan(first.facts.length);
    expect(rows([...second.facts, ...first.facts])).toMatchObject([{ id: 'a', closeness: 'close' }]);
  });

  it('stay two when that is said, and are not asked about again', () => {
    const { facts, write } = two();
    const [pair] = sameAddress(rows(facts));
    if (pair) write([keepApart(pair, 20)], 20);
    expect(sameAddress(rows(facts))).toEqual([]);
    expect(rows(facts)).toHaveLength(2);
  });

  it('are not those without an address', () => {
    const { facts, write } = device('d');
    write([writeTie('a', { ...bea, email: '' }, null, 5), writeTie('b', { ...bea, email: '' }, null, 5)], 5);
    expect(sameAddress(rows(facts))).toEqual([]);
  });
});

describe('what happens in a tie', () => {
  it('folds alike in every order, each day once, and goes with the tie', () => {
    const { facts, write } = two();
    write([markContact('b', '2026-03-04', 11)], 11);
    const row = rowOf(facts, 'b');
    if (row) write([putOff(row, '2026-04-01', '2026-04-20', 12)], 12);
    const own = facts.filter(({ entity }) => entity === tieEntity('b'));
    expect(foldTie('b', own.toReversed())).toEqual(rowOf(facts, 'b'));
    expect(rowOf(facts, 'b')).toMatchObject({ putOff: { due: '2026-04-01', until: '2026-04-20' } });
    expect(rowOf(facts, 'b')?.contacts.map(({ on, facts: by }) => [on, by.length])).toEqual([
      ['2026-03-04', 2],
      ['2026-01-02', 1],
    ]);
    expect(
      foldTie(
        'b',
        own.filter(({ kind }) => kind !== 'tie.written'),
      ),
    ).toBeNull();
  });
});
