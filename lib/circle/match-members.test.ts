import { describe, expect, it } from 'vitest';
import { matchMembers } from './match-members.ts';

const person = (id: string, name: string, email = '') => ({ id, name, email });
const none = { local: null, shared: null };
const pairs = (
  locals: Parameters<typeof matchMembers>[0],
  shared: typeof locals,
  me: Parameters<typeof matchMembers>[2] = none,
) => matchMembers(locals, shared, me).map((one) => [one.local, one.shared, one.why]);

describe('who is who where two made the circle on their own', () => {
  it('is told by who I am in both, then by address, then by name', () => {
    expect(
      pairs(
        [
          person('1', 'Me'),
          person('2', 'B. Ortiz', 'bea@x.org'),
          person('3', 'Chen Wu'),
          person('4', 'Dana'),
        ],
        [
          person('a', 'Someone'),
          person('b', 'Bea Ortiz', 'bea@x.org'),
          person('c', 'Wu, Chén'),
          person('d', 'Dana Levi'),
        ],
        { local: '1', shared: 'a' },
      ),
    ).toEqual([
      ['1', 'a', 'me'],
      ['2', 'b', 'email'],
      ['3', 'c', 'name'],
      ['4', 'd', 'name'],
    ]);
  });

  it('is not guessed between two of one first name, or one address', () => {
    expect(pairs([person('1', 'Dana')], [person('a', 'Dana Levi'), person('b', 'Dana Katz')])).toEqual([
      ['1', null, null],
    ]);
    expect(pairs([person('1', 'Dana'), person('2', 'Dana Levi')], [person('a', 'Dana Levi')])).toEqual([
      ['1', null, null],
      ['2', null, null],
    ]);
    const shared = [person('a', 'X', 'team@x.org'), person('b', 'Y', 'team@x.org')];
    expect(pairs([person('1', 'Z', 'team@x.org')], shared)).toEqual([['1', null, null]]);
  });

  it('gives nobody to two, and nobody to those without a name', () => {
    const shared = [person('a', 'Ann', 'ann@x.org')];
    expect(pairs([person('1', 'Ann'), person('2', 'Q', 'ann@x.org')], shared)).toEqual([
      ['1', null, null],
      ['2', 'a', 'email'],
    ]);
    expect(pairs([person('1', '')], [person('a', '')])).toEqual([['1', null, null]]);
  });
});
