import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BALANCE_CAP_MS, balances, type HeldTime, timeBack, unevenness } from './balance.ts';
import { MINUTE_MS } from './plan.ts';

const min = (n: number): number => n * MINUTE_MS;
const held = (
  used: Readonly<Record<string, number>>,
  asked: Readonly<Record<string, number>> = {},
  gave: readonly string[] = [],
): HeldTime => ({
  members: [...new Set([...Object.keys(used), ...gave])].sort(),
  used: new Map(Object.entries(used).map(([member, n]) => [member, min(n)])),
  asked: new Map(Object.entries(asked).map(([member, n]) => [member, min(n)])),
  gave: new Set(gave),
});
const sum = (map: ReadonlyMap<string, number>): number => [...map.values()].reduce((all, ms) => all + ms, 0);

const people = ['a', 'b', 'c', 'd', 'e', 'f'];
const meeting = fc
  .array(
    fc.record({
      member: fc.constantFrom(...people),
      used: fc.integer({ min: 0, max: min(60) }),
      asked: fc.option(fc.integer({ min: 0, max: min(60) }), { nil: undefined }),
      gave: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((rows): HeldTime => {
    const one = [...new Map(rows.map((row) => [row.member, row])).values()];
    return {
      members: one.map(({ member }) => member).sort(),
      used: new Map(one.map(({ member, used, gave }) => [member, gave ? 0 : used])),
      asked: new Map(one.flatMap(({ member, asked }) => (asked === undefined ? [] : [[member, asked]]))),
      gave: new Set(one.flatMap(({ member, gave }) => (gave ? [member] : []))),
    };
  });

describe('how uneven a meeting was', () => {
  it('is owed to who had less than the others', () => {
    expect([...unevenness(held({ a: 6, b: 10, c: 11 }))]).toEqual([
      ['a', min(3)],
      ['b', min(-1)],
      ['c', min(-2)],
    ]);
  });

  it('is not owed to who asked for little, and makes no debt of what they left', () => {
    expect([...unevenness(held({ a: 4, b: 10, c: 10 }, { a: 4 })).values()].map(Math.abs)).toEqual([0, 0, 0]);
  });

  it('is owed to who gave a turn away, whatever they had asked for', () => {
    const change = unevenness(held({ a: 0, b: 12, c: 6 }, { a: 2 }, ['a']));
    expect(change.get('a')).toBe(min(6));
    expect(change.get('b')).toBe(min(-6));
  });
});

describe('balances', () => {
  it('stay bounded and sum to zero over any history', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 30 }), (meetings) => {
        const now = balances(meetings);
        expect(sum(now)).toBe(0);
        for (const ms of now.values()) {
          expect(Number.isInteger(ms)).toBe(true);
          expect(Math.abs(ms)).toBeLessThanOrEqual(BALANCE_CAP_MS);
        }
      }),
    );
  });

  it('neither punish nor reward a member for a meeting they were away from', () => {
    fc.assert(
      fc.property(
        fc.array(meeting, { maxLength: 10 }),
        meeting,
        fc.constantFrom(...people),
        (before, one, who) => {
          fc.pre(!one.members.includes(who));
          expect(balances([...before, one]).get(who)).toBe(balances(before).get(who));
        },
      ),
    );
  });

  it('are let go: after some even meetings nothing is owed any more', () => {
    const even = held({ a: 10, b: 10, c: 10 });
    const then = balances([held({ a: 2, b: 14, c: 14 }), ...Array.from({ length: 12 }, () => even)]);
    for (const ms of then.values()) expect(Math.abs(ms)).toBeLessThan(min(0.5));
  });
});

describe('time that comes back', () => {
  it('is half of what is owed, two minutes at most, and says why', () => {
    const last = held({ a: 6, b: 10, c: 14 });
    expect(timeBack([last], ['a', 'b', 'c'], min(12))).toEqual([{ member: 'a', ms: min(2), why: 'last' }]);
    const gave = held({ a: 0, b: 14, c: 10 }, {}, ['a']);
    expect(timeBack([gave], ['c', 'b', 'a'], min(12))).toEqual([{ member: 'a', ms: min(2), why: 'gave' }]);
    const quiet = held({ a: 9, b: 9, c: 9 });
    expect(timeBack([last, quiet], ['a'], min(12))).toEqual([{ member: 'a', ms: min(1.5), why: 'earlier' }]);
  });

  it('stays a small part of a turn, so that short turns stay turns', () => {
    expect(timeBack([held({ a: 0, b: 20 })], ['a'], min(4))).toEqual([
      { member: 'a', ms: min(1), why: 'last' },
    ]);
    expect(timeBack([held({ a: 0, b: 20 })], ['a'], min(1))).toEqual([]);
  });

  it('comes to an end when it is used: over any history no one gets more for ever', () => {
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 8 }), (history) => {
        const meetings = [...history];
        for (let n = 0; n < 15; n += 1) {
          const back = new Map(timeBack(meetings, people, min(10)).map(({ member, ms }) => [member, ms]));
          meetings.push({
            members: people,
            asked: new Map(),
            gave: new Set(),
            used: new Map(people.map((member) => [member, min(10) + (back.get(member) ?? 0)])),
          });
        }
        expect(timeBack(meetings, people, min(10))).toEqual([]);
      }),
    );
  });
});
