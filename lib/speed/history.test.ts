import { describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import { beginSpeed, moveSpeed, planSpeed } from './commands.ts';
import { foldSpeedEvent, type SpeedEvent, speedEntity } from './event.ts';
import { pairsSeenBefore, speedHistory, whoMetWhom } from './history.ts';
import { SPEED_MINUTES } from './timetable.ts';

const START = Date.UTC(2026, 10, 19, 16);
const MIN = 60_000;
const NOBODY = speedHistory([], START);

/** Four people, three rounds: all meet all. */
function eventOfFour(acquainted: readonly (readonly string[])[] = [], before = NOBODY): SpeedEvent {
  const mine = device('mine');
  const people = ['Ana', 'Bo', 'Chen', 'Dana'].map((name) => ({ id: name, name }));
  const settled = { title: '', people, acquainted, odd: 'rest' as const, start: START, lengthMin: 60 };
  const fold = () => {
    const event = foldSpeedEvent(speedEntity('e'), mine.facts);
    if (!event) throw new Error('no event');
    return event;
  };
  mine.write(planSpeed('e', { ...settled, minutes: SPEED_MINUTES, rounds: 3 }, before, 1), START);
  mine.write(beginSpeed(fold(), START), START);
  mine.write(moveSpeed(fold(), 'first-0', START + 9 * MIN), START + 9 * MIN);
  return fold();
}

describe('who met whom', () => {
  it('counts a round from its beginning, and none that is still to come', () => {
    const event = eventOfFour();
    const counts = (minutes: number) =>
      [...whoMetWhom(event, START + minutes * MIN).values()].map((met) => met.length);
    expect(counts(10)).toEqual([1, 1, 1, 1]);
    expect(counts(21)).toEqual([2, 2, 2, 2]);
    expect(counts(45)).toEqual([3, 3, 3, 3]);
  });

  it('is known by name to later events, and so is who knew whom before', () => {
    const history = speedHistory([eventOfFour([['Ana', 'Bo']])], START + 60 * MIN);
    expect(history.met('ana', ' DANA ')).toBe(1);
    expect(history.knows('bo', 'Ana')).toBe(true);
    expect(history.met('Ana', 'Eli')).toBe(0);
  });

  it('says beforehand how many pairs meet again and how many know each other', () => {
    expect(pairsSeenBefore(eventOfFour([['Ana', 'Bo', 'Chen']]), NOBODY)).toEqual({ again: 0, known: 3 });
    const history = speedHistory([eventOfFour()], START + 60 * MIN);
    expect(pairsSeenBefore(eventOfFour([], history), history)).toEqual({ again: 6, known: 0 });
  });
});
