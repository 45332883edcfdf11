import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import {
  beginSpeed,
  endSpeed,
  holdSpeed,
  moveSpeed,
  noteSpeed,
  planSpeed,
  type SpeedSetUp,
  setPresence,
  setSpeedMe,
  stretchSpeed,
} from './commands.ts';
import { foldSpeedEvent, type SpeedEvent, speedEntity } from './event.ts';
import { speedHistory, whoMetWhom } from './history.ts';
import { pairsOf } from './ledger.ts';
import { SPEED_MINUTES } from './timetable.ts';
import { bells, clockTimes, heldRounds, viewSpeed } from './view.ts';

const START = Date.UTC(2026, 10, 19, 16);
const MIN = 60_000;
const NOBODY = speedHistory([], START);

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `p${index}`, name: `Person ${index}` }));

const setUp = (count: number, rounds: number): SpeedSetUp => ({
  title: 'Autumn workshop',
  people: people(count),
  acquainted: [],
  odd: 'rest',
  start: START,
  lengthMin: 60,
  minutes: SPEED_MINUTES,
  rounds,
});

let mine = device('mine');

function event(facts: readonly Fact[] = mine.facts): SpeedEvent {
  const folded = foldSpeedEvent(speedEntity('e1'), facts);
  if (!folded) throw new Error('no event');
  return folded;
}

const write = (drafts: readonly Draft[], at: number): SpeedEvent => {
  mine.write(drafts, at);
  return event();
};

const running = (at: number) => {
  const view = viewSpeed(event(), at);
  if (view.phase !== 'running') throw new Error(`${view.phase}, not running`);
  return view;
};

beforeEach(() => {
  mine = device('mine');
  write(planSpeed('e1', setUp(9, 3), NOBODY, 1), START - 60 * MIN);
});

/** Begun on time, and past intro and preparation: the first round began nine minutes after the start. */
function inRounds(): void {
  write(beginSpeed(event(), START), START);
  write(moveSpeed(event(), 'prepare', START + 5 * MIN), START + 5 * MIN);
  write(moveSpeed(event(), 'first-0', START + 9 * MIN), START + 9 * MIN);
}

describe('the clock of a speed event', () => {
  it('waits in what all do together, and says how much it is over', () => {
    write(beginSpeed(event(), START), START);
    expect(running(START + 7 * MIN)).toMatchObject({
      part: { step: { id: 'intro' }, remainingMs: -2 * MIN, over: true },
      behindMin: 2,
    });
  });

  it('goes through the rounds by itself, however long nobody looked', () => {
    inRounds();
    const at = (minutes: number) => running(START + minutes * MIN).part.step.id;
    expect([9, 14, 19, 20, 25, 31, 42, 60].map(at)).toEqual([
      'first-0',
      'second-0',
      'move-0',
      'first-1',
      'second-1',
      'first-2',
      'wrapUp',
      'wrapUp',
    ]);
    expect(running(START + 26 * MIN).part.remainingMs).toBe(4 * MIN);
  });

  it('does not go on while it is held, and takes up where it stopped', () => {
    inRounds();
    write(holdSpeed(event(), true, START + 12 * MIN), START + 12 * MIN);
    expect(running(START + 40 * MIN)).toMatchObject({
      paused: true,
      part: { step: { id: 'first-0' }, remainingMs: 2 * MIN },
    });
    write(holdSpeed(event(), false, START + 22 * MIN), START + 22 * MIN);
    expect(running(START + 23 * MIN)).toMatchObject({
      paused: false,
      behindMin: 10,
      part: { remainingMs: MIN },
    });
    expect(running(START + 24 * MIN).part.step.id).toBe('second-0');
  });

  it('gives the part that is on a minute more, and moves all that follows', () => {
    inRounds();
    write(stretchSpeed(event(), START + 15 * MIN), START + 15 * MIN);
    expect(running(START + 19 * MIN)).toMatchObject({ part: { step: { id: 'second-0' } }, behindMin: 1 });
    expect(running(START + 20 * MIN).part.step.id).toBe('move-0');
  });

  it('gives a minute from now where the time is over', () => {
    write(beginSpeed(event(), START), START);
    write(stretchSpeed(event(), START + 8 * MIN), START + 8 * MIN);
    expect(running(START + 8 * MIN).part.remainingMs).toBe(MIN);
  });

  it('takes a second Next from the same part for what it is', () => {
    write(beginSpeed(event(), START), START);
    const seen = event();
    write(moveSpeed(seen, 'prepare', START + 4 * MIN), START + 4 * MIN);
    const [other] = moveSpeed(seen, 'first-0', START + 4 * MIN + 300);
    if (!other) throw new Error('no draft');
    write([other], START + 4 * MIN + 300);
    expect(running(START + 5 * MIN).part.step.id).toBe('prepare');
  });

  it('rings at each swap and at the end of each round still to come, and not in between', () => {
    inRounds();
    const { course } = event();
    if (!course) throw new Error('not begun');
    expect(bells(course, START + 15 * MIN).map(({ at, kind }) => [(at - START) / MIN, kind])).toEqual([
      [19, 'end'],
      [25, 'swap'],
      [30, 'end'],
      [36, 'swap'],
      [41, 'end'],
      [52, 'end'],
    ]);
  });

  it('tells the times of all parts beforehand by the set-up and then by its clock', () => {
    const of = (id: string, now: number) => clockTimes(event(), now).find(({ step }) => step.id === id)?.at;
    expect(of('first-1', START - MIN)).toBe(START + 20 * MIN);
    write(beginSpeed(event(), START + 3 * MIN), START + 3 * MIN);
    expect(of('first-1', START + 4 * MIN)).toBe(START + 23 * MIN);
  });

  it('is over by itself an hour after a wrap-up that nobody ended, at the time it was to end', () => {
    inRounds();
    expect(viewSpeed(event(), START + 111 * MIN).phase).toBe('running');
    expect(viewSpeed(event(), START + 113 * MIN)).toEqual({ phase: 'ended', endedAt: START + 52 * MIN });
  });

  it('ends when the host says so, and moves no more', () => {
    inRounds();
    write(endSpeed(event(), START + 50 * MIN), START + 50 * MIN);
    write(holdSpeed(event(), true, START + 51 * MIN), START + 51 * MIN);
    expect(viewSpeed(event(), START + 52 * MIN)).toEqual({ phase: 'ended', endedAt: START + 50 * MIN });
  });
});

describe('what is kept of an event', () => {
  it('counts the rounds that were begun, and forgets those that never were', () => {
    inRounds();
    write(endSpeed(event(), START + 21 * MIN), START + 21 * MIN);
    const now = START + 90 * MIN;
    expect(heldRounds(event(), now)).toBe(2);
    expect([...whoMetWhom(event(), now).values()].every((met) => met.length <= 2)).toBe(true);
  });

  it('keeps pairs of an earlier event apart at the next, by name, whatever their ids', () => {
    inRounds();
    write(endSpeed(event(), START + 52 * MIN), START + 52 * MIN);
    const history = speedHistory([event()], START + 90 * MIN);
    const again = device('again');
    const named = people(9).map(({ name }, index) => ({ id: `other-${index}`, name: name.toUpperCase() }));
    again.write(planSpeed('e2', { ...setUp(9, 5), people: named }, history, 5), START + 100 * MIN);
    const next = foldSpeedEvent(speedEntity('e2'), again.facts);
    const name = (id: string) => named.find((one) => one.id === id)?.name ?? '';
    const pairs = next?.rounds.flatMap(({ groups }) => groups.flatMap(pairsOf)) ?? [];
    expect(pairs).toHaveLength(20);
    expect(pairs.filter(([a, b]) => history.met(name(a), name(b)) > 0)).toEqual([]);
  });

  it('keeps my notes and who I am, each in the place of the one before', () => {
    inRounds();
    const at = START + 60 * MIN;
    write([setSpeedMe(event(), 'p1'), noteSpeed(event(), 'p2', 'Read each other’s aims', at)], at);
    write([noteSpeed(event(), 'p2', '  Read each other’s aims on Friday ', at + 1)], at + 1);
    expect(event().me).toBe('p1');
    expect([...event().notes]).toEqual([['p2', 'Read each other’s aims on Friday']]);
    write([noteSpeed(event(), 'p2', '', at + 2)], at + 2);
    expect(event().notes.size).toBe(0);
  });

  it('is the same for every order of arrival and however often a fact came', () => {
    inRounds();
    write(
      setPresence(event(), NOBODY, { id: 'late', name: 'Lee' }, true, START + 12 * MIN),
      START + 12 * MIN,
    );
    write(holdSpeed(event(), true, START + 13 * MIN), START + 13 * MIN);
    write(holdSpeed(event(), false, START + 15 * MIN), START + 15 * MIN);
    const whole = event();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(mine.facts, { minLength: mine.facts.length }),
        fc.subarray(mine.facts),
        (facts, more) => {
          expect(event([...facts, ...more])).toEqual(whole);
        },
      ),
      { numRuns: 50 },
    );
  });
});
