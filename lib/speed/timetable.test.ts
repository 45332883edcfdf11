import { describe, expect, it } from 'vitest';
import {
  eventMinutes,
  MINUTE_MS,
  roundsThatFit,
  roundsToMeetAll,
  SPEED_MINUTES,
  timetable,
} from './timetable.ts';

describe('the timetable of a speed event', () => {
  it.each([
    [45, 2],
    [60, 3],
    [75, 5],
    [90, 6],
  ])('%i minutes hold %i rounds', (length, rounds) => {
    expect(roundsThatFit(length)).toBe(rounds);
    expect(eventMinutes(rounds)).toBeLessThanOrEqual(length);
    expect(eventMinutes(rounds + 1)).toBeGreaterThan(length);
  });

  it('holds no round in less than it takes to begin and to end', () => {
    expect(roundsThatFit(20)).toBe(0);
    expect(roundsThatFit(0)).toBe(0);
  });

  it.each([
    [4, 3],
    [5, 5],
    [9, 9],
    [100, 99],
  ])('%i people take %i rounds to meet all', (people, rounds) => {
    expect(roundsToMeetAll(people)).toBe(rounds);
  });

  it('adds up to the minutes it says, each part with its round', () => {
    const steps = timetable(3);
    expect(steps.reduce((sum, step) => sum + step.ms, 0)).toBe(eventMinutes(3) * MINUTE_MS);
    expect(steps.map(({ id }) => id).slice(0, 6)).toEqual([
      'intro',
      'prepare',
      'first-0',
      'second-0',
      'move-0',
      'first-1',
    ]);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });

  it('leaves out parts of no minutes, and ends with a wrap-up all the same', () => {
    const steps = timetable(1, { ...SPEED_MINUTES, intro: 0, move: 0, wrapUp: 0 });
    expect(steps.map(({ kind }) => kind)).toEqual(['prepare', 'first', 'second', 'wrapUp']);
  });
});
