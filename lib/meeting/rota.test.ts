import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEETING_ROLES } from './facts.ts';
import { type RotaAhead, type RotaPast, rota } from './rota.ts';

const five = ['a', 'b', 'c', 'd', 'e'];
const plain: RotaAhead = { away: [], duties: {}, skipped: [], guides: [], chosen: null };
const times = (n: number, one: RotaAhead = plain): RotaAhead[] => Array.from({ length: n }, () => one);
const line = (
  past: readonly RotaPast[],
  ahead: readonly RotaAhead[],
  role: 'facilitator' | 'host' = 'facilitator',
) => rota(five, past, ahead).map(({ roles }) => roles[role]);
const held = (facilitator: string | null, present: readonly string[] = five): RotaPast => ({
  present,
  roles: { facilitator, timekeeper: null, host: null },
});

const pastArb = fc.array(
  fc.record({
    present: fc.subarray(five, { minLength: 1 }),
    facilitator: fc.option(fc.constantFrom(...five, 'gone')),
    timekeeper: fc.option(fc.constantFrom(...five)),
    host: fc.option(fc.constantFrom(...five)),
  }),
  { maxLength: 20 },
);
const toPast = (
  rows: readonly {
    present: string[];
    facilitator: string | null;
    timekeeper: string | null;
    host: string | null;
  }[],
) => rows.map(({ present, ...roles }): RotaPast => ({ present, roles }));

describe('the rota', () => {
  it('goes round the circle, each role one seat further than the other', () => {
    const [first, second] = rota(five, [], times(2));
    expect(first?.roles).toEqual({ facilitator: 'a', timekeeper: 'b', host: 'c' });
    expect(second?.roles).toEqual({ facilitator: 'b', timekeeper: 'c', host: 'd' });
    expect(line([], times(7))).toEqual(['a', 'b', 'c', 'd', 'e', 'a', 'b']);
  });

  it('goes on from what was, also where nobody wrote down who had which role', () => {
    expect(line([held('a'), held('b')], times(2))).toEqual(['c', 'd']);
    expect(line([held('c')], times(3))).toEqual(['a', 'b', 'd']);
    expect(line([held(null), held(null), held(null)], times(1))).toEqual(['d']);
  });

  it('passes over who is away, who is then the next', () => {
    expect(line([held('a')], [{ ...plain, away: ['b'] }, plain])).toEqual(['c', 'b']);
  });

  it('passes over who is skipped, who is then the next', () => {
    const skip: RotaAhead = { ...plain, skipped: [{ role: 'facilitator', member: 'b' }] };
    expect(line([held('a')], [skip, plain, plain])).toEqual(['c', 'b', 'd']);
  });

  it('keeps to what was swapped, unless that member is away', () => {
    const swapped: RotaAhead = { ...plain, duties: { facilitator: 'e' } };
    expect(line([held('a')], [swapped, plain])).toEqual(['e', 'b']);
    expect(rota(five, [held('a')], [swapped])[0]?.why.facilitator).toBe('swapped');
    expect(line([held('a')], [{ ...swapped, away: ['e'] }])).toEqual(['b']);
  });

  it('does not ask somebody in between who took a later date in exchange', () => {
    const first: RotaAhead = { ...plain, duties: { facilitator: 'd' } };
    const third: RotaAhead = { ...plain, duties: { facilitator: 'b' } };
    expect(line([held('a')], [first, plain, third, plain])).toEqual(['d', 'c', 'b', 'e']);
  });

  it('keeps to what the circle chose for that meeting, also that nobody has a role', () => {
    const chosen = { facilitator: 'd', timekeeper: null, host: 'a' };
    expect(rota(five, [], [{ ...plain, chosen, duties: { facilitator: 'e' } }])[0]?.roles).toEqual(chosen);
  });

  it('does not ask somebody new at their first meeting, and puts them at the end of the line', () => {
    const before = ['a', 'b', 'c', 'd'];
    const past = [held('a', before), held('b', before), held('c', before)];
    const next = rota(five, past, times(5));
    for (const role of MEETING_ROLES) expect(next[0]?.roles[role]).not.toBe('e');
    expect(next.map(({ roles }) => roles.facilitator)).toEqual(['d', 'a', 'b', 'c', 'e']);
  });

  it('lets a guide begin the circle, and then the circle do it', () => {
    const guided: RotaAhead = { ...plain, guides: ['c'] };
    expect(line([], [guided, guided, guided])).toEqual(['c', 'a', 'b']);
    expect(rota(five, [], [guided])[0]?.why.facilitator).toBe('guide');
  });

  it('brings each role to everybody within two rounds, whatever has been', () => {
    fc.assert(
      fc.property(pastArb, (rows) => {
        const past = toPast(rows);
        const next = rota(five, past, times(2 * five.length + 1));
        for (const role of MEETING_ROLES)
          expect(next.map(({ roles }) => roles[role])).toEqual(expect.arrayContaining(five));
      }),
    );
  });

  it('gives nobody two roles, none who is away, and always somebody who facilitates', () => {
    const aheadArb = fc.array(
      fc.record({
        away: fc.subarray(five, { maxLength: 5 }),
        duties: fc.constant({}),
        skipped: fc.array(
          fc.record({ role: fc.constantFrom(...MEETING_ROLES), member: fc.constantFrom(...five) }),
          { maxLength: 6 },
        ),
        guides: fc.subarray(five, { maxLength: 1 }),
        chosen: fc.constant(null),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(pastArb, aheadArb, (rows, ahead) => {
        const next = rota(five, toPast(rows), ahead);
        for (const [i, { roles }] of next.entries()) {
          const has = MEETING_ROLES.flatMap((role) => roles[role] ?? []);
          const away = ahead[i]?.away ?? [];
          expect(new Set(has).size).toBe(has.length);
          for (const member of has) expect(away).not.toContain(member);
          expect(roles.facilitator === null).toBe(away.length === five.length);
        }
      }),
    );
  });
});
