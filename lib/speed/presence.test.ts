import { beforeEach, describe, expect, it } from 'vitest';
import { device } from '../../test/builders/logs.ts';
import type { Draft, Fact } from '../fact/fact.ts';
import { beginSpeed, drawAgain, moveSpeed, planSpeed, type SpeedSetUp, setPresence } from './commands.ts';
import { foldSpeedEvent, type SpeedEvent, speedEntity } from './event.ts';
import { speedHistory } from './history.ts';
import { pairKey, pairsOf } from './ledger.ts';
import { SPEED_MINUTES } from './timetable.ts';
import { openRound } from './view.ts';

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

describe('somebody who comes late or leaves', () => {
  it('changes the rounds that have not begun and no other', () => {
    inRounds();
    const before = event();
    const at = START + 12 * MIN;
    const after = write(setPresence(before, NOBODY, { id: 'late', name: 'Lee' }, true, at), at);
    expect(after.rounds[0]).toEqual(before.rounds[0]);
    expect(after.rounds).toHaveLength(3);
    for (const round of after.rounds.slice(1)) {
      expect(round.groups.flat().sort()).toEqual([...people(9).map(({ id }) => id), 'late'].sort());
      expect(round.rest).toEqual([]);
    }
    const met = after.rounds.flatMap(({ groups }) => groups.flatMap(pairsOf)).map(([a, b]) => pairKey(a, b));
    expect(new Set(met).size).toBe(met.length);
  });

  it('leaves with a place free, and the others go on', () => {
    inRounds();
    const at = START + 21 * MIN;
    const after = write(setPresence(event(), NOBODY, { id: 'p3', name: 'Person 3' }, false, at), at);
    expect(openRound(after, at)).toBe(2);
    expect(after.rounds[1]?.groups.flat().concat(after.rounds[1]?.rest ?? [])).toContain('p3');
    expect(after.rounds[2]?.groups.flat()).not.toContain('p3');
    expect(after.rounds[2]?.groups.flat()).toHaveLength(8);
    expect(after.people.find(({ id }) => id === 'p3')?.isHere).toBe(false);
  });

  it('is drawn for again at will, beforehand only for what is to come', () => {
    inRounds();
    const at = START + 12 * MIN;
    const before = event();
    const after = write([drawAgain(before, NOBODY, 77, at)], at);
    expect(after.rounds[0]).toEqual(before.rounds[0]);
    expect(after.rounds.slice(1)).not.toEqual(before.rounds.slice(1));
  });
});
