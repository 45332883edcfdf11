import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { toText, utf8 } from '../bytes.ts';
import type { AuthorState } from '../share-store.ts';
import { answered, heardWant } from './answers.ts';
import { stateHash } from './author-sums.ts';
import { compared, goneDevice, heardHash, heardState, nowHeld, repairDue, repairTick } from './repair.ts';
import { newRepair, type Repair, type RepairEffect } from './repair-state.ts';

const soonest = (least: number): number => least;
const state = (author: string, last: number, count = last): AuthorState => ({
  author,
  count,
  last,
  sum: toText(sha256(utf8(`${author}${last}${count}`))),
});
const holding = (...states: AuthorState[]): Repair => nowHeld(newRepair(), states, 0);
const LACK = { ranges: [[4, 9]] as [number, number][] };

/** All that is done until `until` (ms), with what comparing comes to. */
function run(
  repair: Repair,
  until: number,
  lack: typeof LACK | null = LACK,
): { repair: Repair; done: [number, RepairEffect][] } {
  const done: [number, RepairEffect][] = [];
  let next = repair;
  for (;;) {
    const now = repairDue(next);
    if (now > until) return { repair: next, done };
    const [ticked, effects] = repairTick(next, now);
    next = ticked;
    for (const effect of effects) {
      done.push([now, effect]);
      if (effect.do !== 'compare') continue;
      const [after, more] = compared(next, effect.author, effect.device, lack, now);
      next = after;
      for (const one of more) done.push([now, one]);
    }
  }
}
const only = (done: readonly [number, RepairEffect][], what: RepairEffect['do']) =>
  done.filter(([, effect]) => effect.do === what).map(([at]) => at);

describe('telling what is held', () => {
  it('happens once, soon, when somebody holds something else', () => {
    const repair = heardHash(heardHash(holding(state('a', 3)), 'other', 0, soonest), 'third', 0, soonest);
    const { done } = run(repair, 60_000);
    expect(only(done, 'state')).toEqual([50]);
  });

  it('does not happen for who only has not heard yet what came here a moment ago', () => {
    const before = holding(state('a', 3));
    const after = nowHeld(before, [state('a', 4)], 1_000);
    expect(run(heardHash(after, before.hash, 1_500, soonest), 60_000).done).toEqual([]);
    expect(only(run(heardHash(after, before.hash, 5_000, soonest), 60_000).done, 'state')).toHaveLength(1);
  });

  it('does not happen when another said the same first: seven who hold the same speak once', () => {
    const mine = holding(state('a', 3));
    const about = heardHash(mine, 'other', 0, soonest);
    const said = heardState(about, 'peer', mine.hash, [state('a', 3)], 20, soonest);
    expect(run(said, 60_000).done).toEqual([]);
  });
});

describe('asking for what is lacking', () => {
  const mine = holding(state('a', 3));
  const claimed = (device: string, theirs: AuthorState, at = 0, from = mine) =>
    heardState(from, device, stateHash([theirs]), [theirs], at, soonest);

  it('asks one of those who have it, and not the others as well', () => {
    let repair = mine;
    for (const device of ['p', 'q', 'r', 's']) repair = claimed(device, state('a', 9), 0, repair);
    const { done } = run(repair, 1_000);
    expect(only(done, 'want')).toEqual([0]);
  });

  it('waits twice as long after each asking in vain, asks the thorough way, and says it after the fourth', () => {
    const { done } = run(claimed('p', state('a', 9)), 10 * 60_000);
    const asked = only(done, 'want');
    const waits = asked.slice(1).map((at, i) => at - (asked[i] ?? 0));
    expect(waits.slice(0, 6)).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 48_000]);
    expect(asked.length).toBeLessThan(12);
    expect(only(done, 'differs')).toHaveLength(1);
    const thorough = done.flatMap(([, one]) => (one.do === 'compare' ? [one.thorough] : []));
    expect(thorough.slice(0, 4)).toEqual([false, false, true, true]);
  });

  it('is over once it is here, and when what they have is part of what is here', () => {
    const asked = run(claimed('p', state('a', 9)), 100).repair;
    const here = nowHeld(asked, [state('a', 9)], 200);
    expect(only(run(here, 60_000).done, 'want')).toEqual([]);
    expect(only(run(claimed('p', state('a', 2)), 60_000, null).done, 'want')).toEqual([]);
  });

  it('asks soon for the rest when a part came', () => {
    const asked = run(claimed('p', state('a', 9)), 100).repair;
    const part = nowHeld(asked, [state('a', 6)], 500);
    expect(only(run(part, 3_000).done, 'want')[0]).toBe(900);
  });

  it('waits when another asks for the same: the answer is for all', () => {
    const about = heardState(mine, 'p', 'x', [state('a', 9)], 0, (_, most) => most);
    const want = { to: 'p', author: 'a', lack: LACK };
    const [heard] = heardWant(about, 'me', 'q', 'q:1', want, 100, soonest);
    expect(only(run(heard, 350).done, 'want')).toEqual([]);
    expect(only(run(heard, 10_000).done, 'want').length).toBeGreaterThan(0);
  });

  it('asks whoever has it when a number is missing between others, without being told', () => {
    const holed = nowHeld(mine, [state('a', 5, 4)], 0);
    const { done } = run(holed, 1_000);
    expect(done.find(([, one]) => one.do === 'want')).toEqual([
      300,
      { do: 'want', want: { to: 'a', author: 'a', lack: LACK } },
    ]);
    expect(only(run(nowHeld(holed, [state('a', 5)], 100), 60_000, null).done, 'want')).toEqual([]);
  });

  it('asks nobody for what only somebody had who is gone', () => {
    const gone = goneDevice(claimed('p', state('a', 9)), 'p');
    expect(run(gone, 60_000).done.filter(([, one]) => one.do !== 'state')).toEqual([]);
  });
});

describe('answering', () => {
  const mine = holding(state('a', 9), state('me', 2));
  const want = { to: 'other', author: 'a', lack: LACK };
  const answers = (repair: Repair, effects: readonly RepairEffect[]) => [
    ...only(
      effects.map((one) => [0, one]),
      'answer',
    ),
    ...only(run(repair, 60_000).done, 'answer'),
  ];

  it('is done at once by who is asked, and by the author of what is asked for', () => {
    expect(answers(...heardWant(mine, 'me', 'p', 'p:1', { ...want, to: 'me' }, 0, soonest))).toEqual([0]);
    expect(answers(...heardWant(mine, 'me', 'p', 'p:1', { ...want, author: 'me' }, 0, soonest))).toEqual([0]);
  });

  it('is done by others only when nobody did', () => {
    const [heard, effects] = heardWant(mine, 'me', 'p', 'p:1', want, 0, soonest);
    expect(answers(heard, effects)).toEqual([600]);
    expect(answers(answered(heard, 'p:1'), effects)).toEqual([]);
  });

  it('is not done for what is not here', () => {
    expect(
      answers(...heardWant(mine, 'me', 'p', 'p:1', { ...want, author: 'b', to: 'me' }, 0, soonest)),
    ).toEqual([]);
  });

  it('is done no more for who asks without end, and still for the others', () => {
    let repair = mine;
    let count = 0;
    const ask = (from: string, i: number, now: number) => {
      const [next, effects] = heardWant(
        repair,
        'me',
        from,
        `${from}:${i}`,
        { ...want, to: 'me' },
        now,
        soonest,
      );
      repair = next;
      count += effects.length;
    };
    for (let i = 0; i < 10_000; i++) ask('flood', i, i);
    expect(count).toBeLessThan(90);
    const before = count;
    ask('honest', 1, 10_000);
    expect(count).toBe(before + 1);
    for (let i = 0; i < 500; i++) repair = heardWant(repair, 'me', `d${i}`, `d${i}:1`, want, 0, soonest)[0];
    expect(repair.waiting.size).toBeLessThanOrEqual(64);
  });
});

describe('what one device claims', () => {
  it('is bounded, and forgotten when it claims something else', () => {
    let repair = newRepair();
    for (let round = 0; round < 20; round++) {
      const phantoms = Array.from({ length: 400 }, (_, i) => state(`phantom ${round} ${i}`, 9e15));
      repair = heardState(repair, 'p', `h${round}`, phantoms, round, soonest);
    }
    expect(repair.claims.size).toBe(400);
    // Each is asked for once in a while, less and less.
    expect(only(run(repair, 120_000).done, 'want').length).toBeLessThan(400 * 8);
  });
});
