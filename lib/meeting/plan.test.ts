import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairShares } from './fair-shares.ts';
import { formatOf, PMC } from './format.ts';
import { FLOOR_MS, MINUTE_MS, planMeeting } from './plan.ts';
import { refit } from './refit.ts';

const people = (n: number): string[] => Array.from({ length: n }, (_, i) => `p${i}`);
const none = new Map<string, number>();
const total = (steps: readonly { ms: number }[]): number => steps.reduce((sum, step) => sum + step.ms, 0);
const clock = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

describe('the plan of a PMC', () => {
  it.each([
    [60, ['9:00', '6:30', '4:50', '3:39', '2:45']],
    [75, ['12:45', '9:30', '7:20', '5:47', '4:38']],
    [90, ['16:30', '12:30', '9:50', '7:56', '6:30']],
    [120, ['24:00', '18:30', '14:50', '12:13', '10:15']],
  ] as const)('of %i minutes gives 4 to 8 members the turns that the field expects', (lengthMin, turns) => {
    for (const [i, turn] of turns.entries()) {
      const plan = planMeeting({
        format: PMC,
        lengthMs: lengthMin * MINUTE_MS,
        present: people(i + 4),
        asked: none,
      });
      const work = plan.steps.filter((step) => step.kind === 'work');
      expect(work).toHaveLength(i + 4);
      for (const step of work) expect(clock(step.ms)).toBe(turn);
      expect(total(plan.steps)).toBe(lengthMin * MINUTE_MS);
      expect(plan.fits).toBe(true);
    }
  });

  it('comes out to the second for every number of members and every length, and says so under six minutes', () => {
    for (let n = 2; n <= 12; n += 1)
      for (let lengthMin = 30; lengthMin <= 180; lengthMin += 5) {
        // Arrive 2, roles 3 and close 5; reports 2 and contracts 1.5 a member; the rest is shared.
        const shareMs = ((lengthMin - 10 - 3.5 * n) * MINUTE_MS) / n;
        const plan = planMeeting({
          format: PMC,
          lengthMs: lengthMin * MINUTE_MS,
          present: people(n),
          asked: none,
        });
        const turns = plan.steps.filter((step) => step.kind === 'work').map((step) => clock(step.ms));
        const asked = plan.advice.map(({ kind }) => kind);
        expect(turns, `${n} in ${lengthMin} min`).toEqual(
          Array.from({ length: n }, () => clock(Math.max(FLOOR_MS, shareMs))),
        );
        expect(plan.fits).toBe(shareMs >= FLOOR_MS);
        // A longer meeting, some hot seats where there are more than those, time that is asked for.
        const isShort = shareMs < 6 * MINUTE_MS;
        expect(asked.includes('longer'), `${n} in ${lengthMin} min`).toBe(isShort);
        expect(asked.includes('askForTime')).toBe(isShort);
        const seats = n > 5 ? 3 : 2;
        const hot = Math.floor((n * shareMs - (n - seats) * FLOOR_MS) / seats);
        const isHelp = isShort && n > seats && hot > Math.max(FLOOR_MS, shareMs);
        expect(asked.includes('hotSeats'), `${n} in ${lengthMin} min`).toBe(isHelp);
        expect(asked.includes('runOver')).toBe(shareMs < FLOOR_MS);
      }
  });

  it('says so when turns get short, and what can be done', () => {
    const plan = planMeeting({ format: PMC, lengthMs: 60 * MINUTE_MS, present: people(7), asked: none });
    expect(plan.advice).toEqual([
      { kind: 'longer', lengthMin: 80 },
      { kind: 'hotSeats', seats: 3, turnMs: 350_000 },
      { kind: 'askForTime' },
    ]);
    const longer = planMeeting({ format: PMC, lengthMs: 80 * MINUTE_MS, present: people(7), asked: none });
    expect(longer.shortestTurnMs).toBeGreaterThanOrEqual(6 * MINUTE_MS);
    expect(longer.advice).toEqual([]);
  });

  it('keeps the floor and says by how much it runs over when it does not fit', () => {
    const plan = planMeeting({ format: PMC, lengthMs: 30 * MINUTE_MS, present: people(8), asked: none });
    expect(plan.fits).toBe(false);
    expect(plan.steps.filter((step) => step.kind === 'work').every((step) => step.ms === FLOOR_MS)).toBe(
      true,
    );
    expect(total(plan.steps)).toBe(30 * MINUTE_MS + plan.overMs);
    expect(plan.advice[0]).toEqual({ kind: 'runOver', overMs: plan.overMs });
  });

  it('has a floor, a sum and no gap for every number of seats and every length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 10, max: 240 }),
        fc.dictionary(fc.constantFrom(...people(12)), fc.integer({ min: 0, max: 90 })),
        (n, lengthMin, asked) => {
          const lengthMs = lengthMin * MINUTE_MS;
          const wishes = new Map(Object.entries(asked).map(([member, min]) => [member, min * MINUTE_MS]));
          const plan = planMeeting({ format: PMC, lengthMs, present: people(n), asked: wishes });
          expect(total(plan.steps)).toBe(lengthMs + plan.overMs);
          expect(plan.fits).toBe(plan.overMs === 0);
          expect(new Set(plan.steps.map((step) => step.id)).size).toBe(plan.steps.length);
          for (const step of plan.steps) {
            expect(Number.isInteger(step.ms)).toBe(true);
            if (step.kind === 'work') expect(step.ms).toBeGreaterThanOrEqual(FLOOR_MS);
          }
        },
      ),
    );
  });

  it('falls back to the PMC for a format this version does not know', () => {
    expect(formatOf('from-the-future')).toBe(PMC);
  });
});

describe('asking for time', () => {
  const min = (n: number): number => n * MINUTE_MS;
  const share = (totalMin: number, asked: Record<string, number>, n = 4) => {
    const wishes = new Map(Object.entries(asked).map(([member, minutes]) => [member, min(minutes)]));
    const shares = fairShares(min(totalMin), people(n), wishes, FLOOR_MS);
    return people(n).map((member) => (shares.ms.get(member) ?? 0) / MINUTE_MS);
  };

  it('gives who asked for little what they asked for, and the rest evenly to the others', () => {
    expect(share(40, { p0: 4 })).toEqual([4, 12, 12, 12]);
  });

  it('gives who asked for much more only from what the others leave', () => {
    expect(share(40, { p0: 30 })).toEqual([10, 10, 10, 10]);
    expect(share(40, { p0: 30, p1: 5, p2: 5, p3: 5 })).toEqual([25, 5, 5, 5]);
  });

  it('spreads evenly what is left when all have what they asked for', () => {
    expect(share(40, { p0: 4, p1: 4, p2: 4, p3: 8 })).toEqual([9, 9, 9, 13]);
  });

  it('lifts who asked for less than the floor to the floor', () => {
    expect(share(40, { p0: 0 })[0]).toBe(2);
  });

  it('adds up to the ms, keeps the floor, and does not care who asked first', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 20_000_000 }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 6_000_000 }))),
        (n, totalMs, wishes) => {
          const asked = wishes.filter(([i]) => i < n).map(([i, ms]) => [`p${i}`, ms] as const);
          const unique = [...new Map<string, number>(asked)];
          const one = fairShares(totalMs, people(n), new Map(unique), FLOOR_MS);
          const other = fairShares(totalMs, people(n), new Map(unique.toReversed()), FLOOR_MS);
          expect([...one.ms]).toEqual([...other.ms]);
          const sum = [...one.ms.values()].reduce((all, ms) => all + ms, 0);
          expect(sum).toBe(Math.max(totalMs, n * FLOOR_MS));
          for (const ms of one.ms.values()) expect(ms).toBeGreaterThanOrEqual(FLOOR_MS);
          // Nobody has less than an equal share unless they asked for less than it.
          const equal = Math.floor(totalMs / n);
          const wants = new Map(unique);
          for (const [member, ms] of one.ms)
            if (one.overMs === 0)
              expect(ms).toBeGreaterThanOrEqual(Math.min(equal, wants.get(member) ?? equal));
        },
      ),
    );
  });
});

describe('fitting again what is left', () => {
  const start = planMeeting({ format: PMC, lengthMs: 90 * MINUTE_MS, present: people(6), asked: none });
  const firstWork = start.steps.findIndex((step) => step.kind === 'work');
  const fitIn = (from: number, availableMin: number) =>
    refit(start.steps, from, availableMin * MINUTE_MS, PMC, none);

  it('takes what is missing from the turns to come, evenly, and leaves the rest of the agenda alone', () => {
    const { steps, overMs } = fitIn(firstWork, 71);
    expect(overMs).toBe(0);
    expect(total(steps.slice(firstWork))).toBe(71 * MINUTE_MS);
    for (const step of steps.slice(firstWork))
      if (step.kind === 'work') expect(Math.abs(step.ms - (71 - 14) * 10_000)).toBeLessThanOrEqual(1);
      else expect(step.ms).toBe(start.steps.find((one) => one.id === step.id)?.ms);
  });

  it('never goes under the floor: then contracts and close give way, and then it runs over', () => {
    const tight = fitIn(firstWork, 20);
    expect(tight.overMs).toBe(0);
    expect(total(tight.steps.slice(firstWork))).toBe(20 * MINUTE_MS);
    const impossible = fitIn(firstWork, 10);
    expect(impossible.overMs).toBe(total(impossible.steps.slice(firstWork)) - 10 * MINUTE_MS);
    for (const step of impossible.steps.slice(firstWork)) {
      if (step.kind === 'work') expect(step.ms).toBe(FLOOR_MS);
      if (step.kind === 'contracts') expect(step.ms).toBe(45_000);
      if (step.kind === 'close') expect(step.ms).toBe(2 * MINUTE_MS);
    }
  });

  it('gives back what is gained, also to contracts that had been shortened', () => {
    const late = fitIn(firstWork, 14);
    const gained = refit(late.steps, firstWork, 80 * MINUTE_MS, PMC, none);
    expect(total(gained.steps.slice(firstWork))).toBe(80 * MINUTE_MS);
    expect(gained.steps.find((step) => step.kind === 'contracts')?.ms).toBe(90_000);
  });

  it('adds up and keeps the least lengths from every step and for every time left', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat({ max: 60 }),
        fc.integer({ min: -3_600_000, max: 7_200_000 }),
        (n, place, availableMs) => {
          const plan = planMeeting({
            format: PMC,
            lengthMs: 90 * MINUTE_MS,
            present: people(n),
            asked: none,
          });
          const from = place % plan.steps.length;
          const { steps, overMs } = refit(plan.steps, from, availableMs, PMC, none);
          const ahead = steps.slice(from);
          expect(steps.slice(0, from)).toEqual(plan.steps.slice(0, from));
          expect(steps.map((step) => step.id)).toEqual(plan.steps.map((step) => step.id));
          expect(total(ahead)).toBeLessThanOrEqual(Math.max(availableMs, 0) + overMs + 1);
          if (ahead.some((step) => step.kind === 'work')) expect(total(ahead)).toBe(availableMs + overMs);
          for (const step of ahead)
            if (step.kind === 'work') expect(step.ms).toBeGreaterThanOrEqual(FLOOR_MS);
        },
      ),
    );
  });
});
