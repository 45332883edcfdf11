import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PulseCircle, pulseCircle, type Weakness } from '@/test/builders/pulse-circle';
import { keyOf } from '@/test/builders/space';
import { inSpan, type SparseRow } from '@/test/builders/span';
import { SOAK_MS, soakRuns } from '@/test/soak/runs';
import { SAME_MS } from './guard.ts';
import type { Settled } from './round.ts';
import { settleRound, tellSum } from './round-commands.ts';
import { addUp } from './shares.ts';

/*
 * Some members put together all they can see over years of rounds (every fact, every number sealed to one of their
 * devices, their own answers) and try to work out what another member answered. What they see are linear equations over
 * the numbers that were drawn; an answer can be worked out just when it is a combination of them.
 */

const NAMES = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay', 'gil', 'hana', 'ines'];

/** The numbers that are drawn: one from each to each in a set. */
const number = ({ hash }: Settled, from: string, to: string) => `${hash} ${from} ${to}`;
const all = (settled: Settled) => settled.respondents.map((one) => one.device);
/** An answer is the sum of the numbers its giver drew. */
const answerOf = (settled: Settled, from: string, sign = 1): [string, number][] =>
  all(settled).map((to) => [number(settled, from, to), sign]);

/** What a coalition sees of one set: all numbers from and to them, and the sums that were told. */
function seen(settled: Settled, knowing: readonly string[]): SparseRow[] {
  const rows: SparseRow[] = [];
  for (const from of all(settled))
    for (const to of all(settled))
      if (knowing.includes(from) || (knowing.includes(to) && settled.shares.has(from)))
        rows.push(new Map([[number(settled, from, to), 1]]));
  for (const to of settled.sums.keys())
    rows.push(new Map(all(settled).map((from) => [number(settled, from, to), 1])));
  return rows;
}

const settledIn = (town: PulseCircle): Settled[] => town.rounds().flatMap((round) => round.settled);
const devicesOf = (names: readonly string[]) => names.map((name) => keyOf(`${name}-1`));

/** Answers the coalition works out of single rounds, whatever anybody answers at other times. */
function workedOut(town: PulseCircle, knowing: readonly string[]): string[] {
  const devices = devicesOf(knowing);
  return settledIn(town).flatMap((settled) =>
    all(settled)
      .filter((device) => !devices.includes(device))
      .filter((device) => inSpan(seen(settled, devices), new Map(answerOf(settled, device))))
      .map((device) => `${settled.hash} ${device}`),
  );
}

/** A set of people with the times of the first and the last answer in it, ms since 1970. */
interface Answered extends Settled {
  last: number;
}

const answeredIn = (town: PulseCircle): Answered[] =>
  town.rounds().flatMap(({ settled, joined }) =>
    settled.map((one) => {
      const times = joined.filter(({ device }) => all(one).includes(device)).map(({ at }) => at);
      return { ...one, last: Math.max(...times) };
    }),
  );

/**
 * The same, if nobody changes an answer for half a year, so that sums of one time may be set off against others: what
 * counts is when answers were given, whatever the coalition says of when they were settled.
 */
function setOff(town: PulseCircle, knowing: readonly string[]): string[] {
  const devices = devicesOf(knowing);
  const everything = answeredIn(town);
  return everything.flatMap((first) => {
    const near = everything.filter(
      (one) => one.answered >= first.answered && one.answered - first.last < SAME_MS,
    );
    const rows = near.flatMap((settled) => [
      ...seen(settled, devices),
      // Each answers as they always do.
      ...all(settled).map((from): SparseRow => new Map([...answerOf(settled, from), [`always ${from}`, -1]])),
    ]);
    const people = [...new Set(near.flatMap(all))].filter((device) => !devices.includes(device));
    return people.filter((device) => inSpan(rows, new Map([[`always ${device}`, 1]])));
  });
}

type Event =
  | { kind: 'round'; answering: number; online: number; opener: number; evil: number; days: number }
  | { kind: 'pass'; days: number }
  | { kind: 'leave'; who: number }
  | { kind: 'join' };

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('round' as const),
      // Mostly all answer, as in life; one or two who do not make the trouble.
      answering: fc.oneof(fc.constant(0x1ff), fc.nat(0x1ff)),
      online: fc.oneof(fc.constant(0x1ff), fc.nat(0x1ff)),
      opener: fc.nat(8),
      evil: fc.nat(0x1ff),
      days: fc.integer({ min: 0, max: 70 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pass' as const), days: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave' as const), who: fc.nat(8) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('join' as const) }) },
);

const has = (mask: number, i: number) => (mask & (1 << i)) !== 0;

/** Plays what happens. The coalition opens rounds for whom it likes, keeps its sums to itself, and comes late. */
function play(count: number, knowing: readonly string[], events: readonly Event[], weakness?: Weakness) {
  let x = 11;
  const random = () => {
    x = (x * 16807) % 2147483647;
    return x / 2147483647;
  };
  const here = new Set(NAMES.slice(0, count));
  const town = pulseCircle([...here], random, weakness);
  let done = 0;
  for (const one of events)
    switch (one.kind) {
      case 'pass':
        town.pass(one.days);
        break;
      case 'leave': {
        const name = NAMES[one.who] ?? '';
        // The founder is the steward, who says that somebody left.
        if (one.who > 0 && here.has(name) && here.size > 4) {
          town.leave(name);
          here.delete(name);
        }
        break;
      }
      case 'join': {
        const name = NAMES.find(
          (each, i) => i >= count && !town.rights().claims.some((pair) => pair.endsWith(`\n${each}`)),
        );
        if (name === undefined) break;
        town.letIn(name);
        here.add(name);
        break;
      }
      case 'round': {
        const people = [...here];
        const opener = people[one.opener % people.length] ?? 'ada';
        const id = town.open(opener, 7);
        for (const [i, name] of people.entries())
          if (has(one.answering, i)) town.answer(name, id, 10 + ((i * 7) % 40));
        if (knowing.includes(opener)) {
          const joined = town.rounds().find((each) => each.id === id)?.joined ?? [];
          const set = joined.filter((_, i) => has(one.evil, i));
          if (set.length >= 4) town.say(opener, settleRound(town.acting(id, opener), set, town.now()));
        }
        const online = people.filter((_, i) => has(one.online, i));
        town.tend(online);
        town.pass(7);
        town.tend(online);
        for (const name of online.filter((each) => knowing.includes(each))) tellLate(town, name, one.evil);
        town.pass(one.days);
        break;
      }
      default:
        one satisfies never;
    }
  done = settledIn(town).filter((one) => one.sums.size === one.respondents.length).length;
  return { town, done };
}

/** A number of one's own choosing, at a time of one's own choosing. */
function tellLate(town: PulseCircle, name: string, evil: number): void {
  const device = keyOf(`${name}-1`);
  for (const round of town.rounds())
    for (const settled of round.settled)
      if (settled.shares.has(device) && !settled.sums.has(device) && has(evil, 0))
        town.say(name, tellSum(town.acting(round.id, name), settled, evil, town.now()));
}

const LONG_OPEN: Event[] = [
  { kind: 'round', answering: 511, online: 511, opener: 0, evil: 0, days: 56 },
  { kind: 'round', answering: 0, online: 0, opener: 0, evil: 0, days: 40 },
  { kind: 'round', answering: 511, online: 0, opener: 0, evil: 0, days: 58 },
  { kind: 'round', answering: 511, online: 511, opener: 1, evil: 27, days: 0 },
];
const ROUND = { kind: 'round', answering: 0x1ff, online: 0x1ff, opener: 0, evil: 0x1ff, days: 60 } as const;

describe('members who want to know what another answered', () => {
  it(
    'learn it from nothing that is shown over any series of changes, alone or two together',
    () => {
      let results = 0;
      fc.assert(
        fc.property(
          fc.integer({ min: 4, max: 9 }),
          fc.uniqueArray(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 2 }),
          fc.array(event, { minLength: 3, maxLength: 14 }),
          (count, knowing, events) => {
            const { town, done } = play(count, knowing, events);
            results += done;
            expect(workedOut(town, knowing)).toEqual([]);
            expect(setOff(town, knowing)).toEqual([]);
          },
        ),
        {
          ...soakRuns(150),
          // Settled by somebody who waited until an earlier sum counted no more: four of five, answers of the same half year.
          examples: [[5, ['bo'], LONG_OPEN]],
        },
      );
      // It says something only where there are results to work with.
      expect(results).toBeGreaterThan(100);
    },
    SOAK_MS,
  );

  it('cannot tell two worlds apart in which that member answered differently', () => {
    const { town } = play(6, ['bo'], [ROUND, ROUND, ROUND]);
    const eve = keyOf('bo-1');
    for (const settled of settledIn(town)) {
      const honest = all(settled).filter((device) => device !== eve);
      for (const target of honest)
        for (const other of honest.filter((device) => device !== target)) {
          const given = new Map(town.given);
          // One point more for one, one less for another, both to somebody who is not the one who looks.
          const to = honest[0] ?? '';
          const change = (from: string, by: number) => {
            const key = `${settled.hash}\n${from}\n${to}`;
            given.set(key, ((given.get(key) ?? 0) + by) >>> 0);
          };
          change(target, 1);
          change(other, -1);
          const sumTo = (device: string) =>
            addUp(all(settled).map((from) => given.get(`${settled.hash}\n${from}\n${device}`) ?? 0));
          const answer = (map: ReadonlyMap<string, number>, from: string) =>
            addUp(all(settled).map((device) => map.get(`${settled.hash}\n${from}\n${device}`) ?? 0));
          expect(answer(given, target)).toBe(answer(town.given, target) + 1);
          expect(answer(given, other)).toBe(answer(town.given, other) - 1);
          for (const device of all(settled)) expect(sumTo(device)).toBe(settled.sums.get(device));
          for (const from of all(settled))
            for (const [one, two] of [
              [from, eve],
              [eve, from],
            ])
              expect(given.get(`${settled.hash}\n${one}\n${two}`)).toBe(
                town.given.get(`${settled.hash}\n${one}\n${two}`),
              );
        }
    }
  });

  it('are waited for by nobody: a result of the same people comes every eight weeks, also when somebody joins', () => {
    expect(play(6, [], [ROUND, ROUND, ROUND, ROUND]).done).toBe(4);
    const joined = play(6, [], [ROUND, { kind: 'join' }, ROUND]);
    expect(settledIn(joined.town).map((one) => one.respondents.length)).toEqual([6, 6]);
    const later = play(6, [], [ROUND, { kind: 'join' }, { kind: 'pass', days: 182 }, ROUND]);
    expect(settledIn(later.town).map((one) => one.respondents.length)).toEqual([6, 7]);
    expect(play(6, [], [ROUND, { kind: 'leave', who: 3 }, ROUND]).done).toBe(1);
  });
});

describe('the attack itself works where there is something to find', () => {
  it('finds whoever left, or joined, or stayed away, when earlier sums are not looked at', () => {
    const without = { ...ROUND, answering: 0x1ff & ~(1 << 3) };
    for (const changes of [
      [ROUND, { kind: 'leave', who: 3 }, ROUND],
      [ROUND, { kind: 'join' }, ROUND],
      [ROUND, without],
    ] as const) {
      expect(setOff(play(6, ['bo'], changes, { noGuard: true }).town, ['bo'])).not.toEqual([]);
      expect(setOff(play(6, ['bo'], changes).town, ['bo'])).toEqual([]);
    }
  });

  it('finds it when a round that somebody let run out counts for nothing, though its sums were told', () => {
    const held = (weakness: Weakness) => {
      const { town } = play(6, [], [], weakness);
      const id = town.open('ada');
      for (const name of NAMES.slice(0, 6)) town.answer(name, id, 30);
      town.tend(NAMES.slice(0, 6), 7);
      // Bo keeps their own sum back: they know it, and the round is over without a result for the others.
      town.tend(NAMES.slice(0, 6).filter((name) => name !== 'bo'));
      town.pass(21);
      const again = town.open('ada');
      for (const name of NAMES.slice(0, 5)) town.answer(name, again, 30);
      town.pass(7);
      town.tend(NAMES.slice(0, 6));
      return setOff(town, ['bo']);
    };
    expect(held({ forgetful: true })).not.toEqual([]);
    expect(held({})).toEqual([]);
  });

  it('finds the fourth of four when the other three put together what they know, which is the limit', () => {
    const { town } = play(4, [], [ROUND]);
    expect(workedOut(town, ['ada', 'bo', 'chen'])).toHaveLength(1);
    expect(workedOut(town, ['ada', 'bo'])).toEqual([]);
  });

  it('finds everybody where numbers are opened for all', () => {
    const { town } = play(5, [], [ROUND]);
    expect(workedOut(town, NAMES.slice(0, 4))).toHaveLength(1);
    const [settled] = settledIn(town);
    const open = settled
      ? all(settled).map((to): SparseRow => new Map([[number(settled, keyOf('eve-1'), to), 1]]))
      : [];
    expect(settled && inSpan(open, new Map(answerOf(settled, keyOf('eve-1'))))).toBe(true);
  });
});
