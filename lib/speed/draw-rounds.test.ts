import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DrawRequest, drawRounds } from './draw-rounds.ts';
import { type DrawnRound, pairKey, pairsOf } from './ledger.ts';
import { roundsToMeetAll } from './timetable.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);
const met = (rounds: readonly DrawnRound[]): string[] =>
  rounds.flatMap((round) => round.groups.flatMap(pairsOf).map(([a, b]) => pairKey(a, b)));
const repeats = (rounds: readonly DrawnRound[]): number => met(rounds).length - new Set(met(rounds)).size;

const request = fc.record({
  people: fc.integer({ min: 2, max: 24 }).map(names),
  rounds: fc.integer({ min: 1, max: 12 }),
  odd: fc.constantFrom('trio' as const, 'rest' as const),
  seed: fc.integer(),
});

describe('drawing rounds', () => {
  it('gives everybody exactly one place in every round', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const rounds = drawRounds(asked);
        expect(rounds).toHaveLength(asked.rounds);
        for (const { groups, rest } of rounds) {
          expect([...groups.flat(), ...rest].sort()).toEqual([...asked.people].sort());
          const threes = groups.filter((group) => group.length === 3).length;
          const isOdd = asked.people.length % 2 === 1;
          expect(groups.every((group) => group.length === 2 || group.length === 3)).toBe(true);
          expect([threes, rest.length]).toEqual(isOdd ? (asked.odd === 'trio' ? [1, 0] : [0, 1]) : [0, 0]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('lets all meet all in the fewest rounds, nobody twice, with an even number and with one who rests', () => {
    for (let count = 2; count <= 30; count++) {
      const rounds = drawRounds({
        people: names(count),
        rounds: roundsToMeetAll(count),
        odd: 'rest',
        seed: count,
      });
      expect(repeats(rounds)).toBe(0);
      expect(new Set(met(rounds)).size).toBe((count * (count - 1)) / 2);
    }
  });

  it('repeats no pair while fewer rounds are asked for than it takes to meet all', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const rounds = Math.min(asked.rounds, roundsToMeetAll(asked.people.length));
        expect(repeats(drawRounds({ ...asked, odd: 'rest', rounds }))).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('repeats as little as can be once all have met: the second time round takes everybody once again', () => {
    const rounds = drawRounds({ people: names(6), rounds: 10, odd: 'rest', seed: 4 });
    const times = [...Map.groupBy(met(rounds), (key) => key).values()].map((one) => one.length);
    expect(times).toHaveLength(15);
    expect(times.every((one) => one === 2)).toBe(true);
  });

  it('lets rests go round evenly, also over more rounds than there are people', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const rounds = drawRounds({ ...asked, odd: 'rest' });
        const rests = asked.people.map((one) => rounds.filter(({ rest }) => rest.includes(one)).length);
        expect(Math.max(...rests) - Math.min(...rests)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });

  it('puts three together without a repeat where that can be: seven people, two rounds', () => {
    expect(repeats(drawRounds({ people: names(7), rounds: 2, odd: 'trio', seed: 1 }))).toBe(0);
    expect(repeats(drawRounds({ people: names(9), rounds: 3, odd: 'trio', seed: 1 }))).toBe(0);
  });

  it('lets the place in a three go round: nine people in three rounds sit in one once each', () => {
    const rounds = drawRounds({ people: names(9), rounds: 3, odd: 'trio', seed: 8 });
    const inThrees = rounds.flatMap(({ groups }) => groups.filter((group) => group.length === 3).flat());
    expect(inThrees.sort()).toEqual(names(9));
    const more = drawRounds({ people: names(21), rounds: 6, odd: 'trio', seed: 8 });
    const often = more.flatMap(({ groups }) => groups.filter((group) => group.length === 3).flat());
    expect(new Set(often).size).toBe(18);
    expect(repeats(more)).toBe(0);
  });

  it('keeps those apart who know each other, and lets them meet before anybody meets twice', () => {
    // Two teams of four: the four rounds across come first, then the three within.
    const team = (one: string): boolean => Number(one.slice(1)) < 4;
    const asked: DrawRequest = { people: names(8), rounds: 4, odd: 'rest', seed: 7 };
    const acquainted = (a: string, b: string): boolean => team(a) === team(b);
    const across = drawRounds({ ...asked, acquainted });
    expect(across.flatMap(({ groups }) => groups).every(([a = '', b = '']) => team(a) !== team(b))).toBe(
      true,
    );
    const all = drawRounds({ ...asked, rounds: 7, acquainted });
    expect(repeats(all)).toBe(0);
    const firstWithin = all.findIndex(({ groups }) => groups.some(([a = '', b = '']) => team(a) === team(b)));
    expect(firstWithin).toBe(4);
  });

  it('finds as few acquaintances and repeats in a round as trying every pairing does', () => {
    const pairings = (people: readonly string[]): [string, string][][] => {
      const [first, ...others] = people;
      if (first === undefined) return [[]];
      return others.flatMap((other) =>
        pairings(others.filter((one) => one !== other)).map((rest): [string, string][] => [
          [first, other],
          ...rest,
        ]),
      );
    };
    const people = names(8);
    const pairs = pairsOf(people).map(([a, b]) => pairKey(a, b));
    const chosen = fc.subarray(pairs, { minLength: 6 });
    fc.assert(
      fc.property(chosen, chosen, fc.integer(), (known, old, seed) => {
        const knows = new Set(known);
        const metEarlier = new Set(old);
        const cost = (groups: readonly (readonly string[])[]): number =>
          groups.reduce((sum, [a = '', b = '']) => {
            const key = pairKey(a, b);
            return sum + (metEarlier.has(key) ? 100 : 0) + (knows.has(key) ? 1 : 0);
          }, 0);
        const [round] = drawRounds({
          people,
          rounds: 1,
          odd: 'rest',
          seed,
          acquainted: (a, b) => knows.has(pairKey(a, b)),
          metBefore: (a, b) => (metEarlier.has(pairKey(a, b)) ? 1 : 0),
        });
        expect(cost(round?.groups ?? [])).toBe(Math.min(...pairings(people).map(cost)));
      }),
      { numRuns: 60 },
    );
  });

  it('meets nobody from an earlier event while a new pair is left: three events of four rounds and nobody twice', () => {
    const people = names(20);
    const times = new Map<string, number>();
    for (let event = 0; event < 3; event++) {
      const rounds = drawRounds({
        people,
        rounds: 4,
        odd: 'rest',
        seed: event,
        metBefore: (a, b) => times.get(pairKey(a, b)) ?? 0,
      });
      for (const key of met(rounds)) times.set(key, (times.get(key) ?? 0) + 1);
    }
    expect([...times.values()].every((one) => one === 1)).toBe(true);
  });

  it('goes on without repeats after somebody left or came, where it had planned for all to meet all', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 14 }),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        fc.integer(),
        (count, done, comes, seed) => {
          const rounds = roundsToMeetAll(count);
          const before = drawRounds({ people: names(count), rounds, odd: 'rest', seed });
          const played = before.slice(0, Math.min(done, rounds - 1));
          const keep = before.slice(played.length);
          // An even number loses one; an odd one loses one or gains one in the resting place.
          const isOdd = count % 2 === 1;
          const people = isOdd && comes ? names(count + 1) : names(count - 1);
          const after = drawRounds({ people, rounds: keep.length, odd: 'rest', seed, played, keep });
          if (!isOdd || comes) expect(repeats([...played, ...after])).toBe(0);
          for (const { groups, rest } of after)
            expect([...groups.flat(), ...rest].sort()).toEqual([...people].sort());
        },
      ),
      { numRuns: 100 },
    );
  });

  it('keeps what people hold in their hand when nobody came or left', () => {
    const asked: DrawRequest = { people: names(9), rounds: 5, odd: 'trio', seed: 3 };
    const before = drawRounds(asked);
    const after = drawRounds({
      ...asked,
      rounds: 3,
      seed: 99,
      played: before.slice(0, 2),
      keep: before.slice(2),
    });
    expect(after).toEqual(before.slice(2));
  });

  it('names nobody first in every round: who asks first goes round', () => {
    const people = names(10);
    const rounds = drawRounds({ people, rounds: 9, odd: 'rest', seed: 2 });
    const firsts = people.map((one) => rounds.filter(({ groups }) => groups.some(([a]) => a === one)).length);
    expect(Math.max(...firsts)).toBeLessThanOrEqual(6);
    expect(Math.min(...firsts)).toBeGreaterThanOrEqual(3);
  });

  it('lets somebody who came late rest last', () => {
    const people = names(8);
    const first = drawRounds({ people, rounds: 2, odd: 'rest', seed: 1 });
    const later = drawRounds({ people: [...people, 'late'], rounds: 3, odd: 'rest', seed: 1, played: first });
    expect(later.flatMap(({ rest }) => rest)).not.toContain('late');
  });

  it('draws the same for the same seed and something else for another', () => {
    const asked: DrawRequest = { people: names(12), rounds: 4, odd: 'rest', seed: 11 };
    expect(drawRounds(asked)).toEqual(drawRounds(asked));
    expect(drawRounds({ ...asked, seed: 12 })).not.toEqual(drawRounds(asked));
  });

  it('seats a hundred, with friends and a past, without a repeat', () => {
    const people = names(100);
    const rounds = drawRounds({
      people,
      rounds: 12,
      odd: 'rest',
      seed: 5,
      acquainted: (a, b) => Math.abs(Number(a.slice(1)) - Number(b.slice(1))) < 4,
      metBefore: (a, b) => ((Number(a.slice(1)) + Number(b.slice(1))) % 5 === 0 ? 1 : 0),
    });
    expect(repeats(rounds)).toBe(0);
    const bad = rounds
      .flatMap(({ groups }) => groups)
      .filter(([a = '', b = '']) => {
        const [one, other] = [Number(a.slice(1)), Number(b.slice(1))];
        return (one + other) % 5 === 0 || Math.abs(one - other) < 4;
      });
    expect(bad).toEqual([]);
  });
});
