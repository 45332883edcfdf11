import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairShares } from './fair-shares.ts';
import { FLOOR_MS, MINUTE_MS } from './plan.ts';

const people = ['a', 'b', 'c', 'd', 'e'];
const min = (n: number): number => n * MINUTE_MS;
const none = new Map<string, number>();
const share = (
  totalMin: number,
  asked: Readonly<Record<string, number>>,
  extra: Readonly<Record<string, number>>,
  turns: Readonly<Record<string, number>> = {},
) => {
  const ms = (of: Readonly<Record<string, number>>) =>
    new Map(Object.entries(of).map(([member, minutes]) => [member, min(minutes)]));
  const shares = fairShares(min(totalMin), people.slice(0, 4), ms(asked), FLOOR_MS, {
    extra: ms(extra),
    turns: new Map(Object.entries(turns)),
  });
  return [...shares.ms.values()].map((one) => one / MINUTE_MS);
};

describe('unequal shares by consent', () => {
  it('give back some minutes, to which all contribute evenly', () => {
    expect(share(40, {}, { a: 2 })).toEqual([11.5, 9.5, 9.5, 9.5]);
  });

  it('give nobody more than they asked for', () => {
    expect(share(40, { a: 8 }, { a: 2 })).toEqual(
      [8, 32 / 3, 32 / 3, 32 / 3].map((n) => expect.closeTo(n, 3)),
    );
  });

  it('count a turn that was given as one more', () => {
    expect(share(40, {}, {}, { a: 2 })).toEqual([16, 8, 8, 8]);
    expect(share(40, { a: 9 }, {}, { a: 2 })[0]).toBe(9);
  });

  it('take from nobody below the floor', () => {
    expect(share(9, {}, { a: 60 })).toEqual([3, 2, 2, 2]);
  });

  it('add up to the ms, keep the floor and do not depend on who asked or is owed first', () => {
    const wishes = fc.dictionary(fc.constantFrom(...people), fc.integer({ min: 0, max: min(60) }));
    const extras = fc.dictionary(fc.constantFrom(...people), fc.integer({ min: -min(9), max: min(9) }));
    const turns = fc.dictionary(fc.constantFrom(...people), fc.integer({ min: 1, max: 4 }));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: min(240) }),
        wishes,
        extras,
        turns,
        (totalMs, asked, extra, of) => {
          const entries = <T>(record: Readonly<Record<string, T>>) => Object.entries(record);
          const one = fairShares(totalMs, people, new Map(entries(asked)), FLOOR_MS, {
            extra: new Map(entries(extra)),
            turns: new Map(entries(of)),
          });
          const other = fairShares(totalMs, people, new Map(entries(asked).toReversed()), FLOOR_MS, {
            extra: new Map(entries(extra).toReversed()),
            turns: new Map(entries(of).toReversed()),
          });
          expect([...one.ms]).toEqual([...other.ms]);
          const sum = [...one.ms.values()].reduce((all, ms) => all + ms, 0);
          expect(sum).toBe(Math.max(totalMs, people.length * FLOOR_MS));
          for (const ms of one.ms.values()) expect(ms).toBeGreaterThanOrEqual(FLOOR_MS);
        },
      ),
    );
  });

  it('say by how much it does not fit', () => {
    expect(fairShares(min(5), people, none, FLOOR_MS, { extra: new Map([['a', min(2)]]) }).overMs).toBe(
      min(5),
    );
  });
});
