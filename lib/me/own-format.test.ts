import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { circleFormat, foldCircle } from '../circle/circle.ts';
import { createCircle } from '../circle/commands.ts';
import { setOwnFormat, setRhythm } from '../circle/edit.ts';
import type { Fact } from '../fact/fact.ts';
import { formatOf } from '../meeting/format.ts';
import { copyFormat } from '../meeting/formats/copy-format.ts';
import { foldOwnFormat, formatEntity, removeOwnFormat, writeOwnFormat } from './own-format.ts';

const mine = copyFormat(formatOf('dyad'), 'f1', 'Lunch pairs');
const fold = (facts: readonly Fact[]) => foldOwnFormat(formatEntity('f1'), facts);

describe('a format of mine', () => {
  it('is what was written last, whatever the order of arrival, and is gone when it is taken away', () => {
    const { facts, write } = device('d');
    write([writeOwnFormat(mine, null)], 1);
    const before = fold(facts);
    write([writeOwnFormat({ ...mine, lengthMin: 40 }, before)], 2);
    expect(fold(facts)?.format.lengthMin).toBe(40);
    expect(fold(facts.toReversed())).toEqual(fold(facts));
    const setBy = facts.map((fact) => fact.hash);
    write([removeOwnFormat('f1', setBy)], 3);
    expect(fold(facts)).toBeNull();
  });

  it('does not speak for another', () => {
    const { facts, write } = device('d');
    write([writeOwnFormat(mine, null)], 1);
    expect(foldOwnFormat(formatEntity('f2'), facts)).toBeNull();
  });
});

describe('a format of a circle', () => {
  const circle = { id: 'c', name: 'C', formatId: 'f1', everyDays: 7, lengthMin: 30 };
  const made = () => {
    const log = device('d');
    log.write(createCircle({ ...circle, agreement: [], links: [], members: [] }, 1, '2026-01-01'), 1);
    return log;
  };
  const row = (facts: readonly Fact[]) => {
    const folded = foldCircle('c', facts);
    if (!folded) throw new Error('lost');
    return folded;
  };

  it('is used by its id; a member whose log has not brought it yet runs a PMC', () => {
    const { facts, write } = made();
    expect(circleFormat(row(facts), 1)).toBe(formatOf('pmc'));
    expect(Object.hasOwn(row(facts), 'formats')).toBe(false);
    write([setOwnFormat('c', null, mine, [])], 2);
    expect(circleFormat(row(facts), 1)).toEqual(mine);
  });

  it('is one of several, and takes the place only of itself', () => {
    const { facts, write } = made();
    const first = write([setOwnFormat('c', null, mine, [])], 2);
    write(
      [
        setOwnFormat(
          'c',
          null,
          { ...mine, id: 'f2', name: 'Other' },
          first.map((f) => f.hash),
        ),
      ],
      3,
    );
    write(
      [
        setOwnFormat(
          'c',
          null,
          { ...mine, lengthMin: 45 },
          first.map((f) => f.hash),
        ),
      ],
      4,
    );
    expect(row(facts).formats?.map(({ id, lengthMin }) => [id, lengthMin])).toEqual([
      ['f1', 45],
      ['f2', 30],
    ]);
    expect(row(facts.toReversed())).toEqual(row(facts));
    write([setRhythm('c', null, { formatId: 'f2', everyDays: 7, lengthMin: 30 }, [])], 5);
    expect(circleFormat(row(facts), 1).name).toBe('Other');
  });
});
