import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingRoom, PEOPLE } from '@/test/builders/meeting-room';
import { undoDraft } from '../fact/draft.ts';
import { giveTurn, setPresence } from './commands.ts';
import { arriveLate } from './course.ts';
import { PMC } from './format.ts';
import { TO_ALL } from './given-turns.ts';
import { canGiveAway, giveAway, receivers, swappers, swapTurns, takeTurnBack } from './hand-over.ts';
import { FLOOR_MS, MINUTE_MS, planMeeting, type Step } from './plan.ts';

const four = PEOPLE.slice(0, 4);
const work = (plan: readonly Step[]) =>
  plan.flatMap((step) => (step.kind === 'work' ? [[step.member, step.ms / MINUTE_MS] as const] : []));
const total = (plan: readonly Step[]) => plan.reduce((sum, step) => sum + step.ms, 0);

/** Four people, 90 minutes, at the turn of work of the `n`th (0: before the first step). */
function atWork(n: number) {
  const room = meetingRoom(PMC, 90);
  room.start(four);
  while (n > 0 && room.view().step.id !== `work:${four[n - 1]}`) room.next();
  return room;
}

describe('a turn given away while the meeting runs', () => {
  it('to a member makes their turn so much longer, and all the rest stays', () => {
    const room = atWork(1);
    room.write(giveAway(room.acting(), 'dana', 'chen', room.now));
    expect(work(room.run().plan)).toEqual([
      ['ada', 16.5],
      ['bo', 16.5],
      ['chen', 33],
    ]);
    expect(total(room.run().plan)).toBe(90 * MINUTE_MS);
    expect(room.row()?.gave).toEqual({ dana: 'chen' });
  });

  it('to who speaks now makes this turn longer at once', () => {
    const room = atWork(2);
    room.now += 5 * MINUTE_MS;
    room.write(giveAway(room.acting(), 'dana', 'bo', room.now));
    expect(room.view().remainingMs).toBe((16.5 + 16.5 - 5) * MINUTE_MS);
    expect(total(room.run().plan)).toBe(90 * MINUTE_MS);
  });

  it('to all is shared by those who still have a turn', () => {
    const room = atWork(1);
    room.write(giveAway(room.acting(), 'dana', TO_ALL, room.now));
    expect(work(room.run().plan)).toEqual([
      ['ada', 16.5],
      ['bo', 24.75],
      ['chen', 24.75],
    ]);
  });

  it('stays given when the rest is fitted again', () => {
    const room = atWork(1);
    room.write(giveAway(room.acting(), 'dana', 'chen', room.now));
    room.next(6 * MINUTE_MS);
    const shares = new Map(work(room.run().plan));
    expect(shares.get('chen')).toBeCloseTo(2 * (shares.get('bo') ?? 0), 3);
    expect(total(room.run().plan)).toBe(84 * MINUTE_MS);
  });

  it('can be undone, and taken back by the giver', () => {
    const room = atWork(1);
    const before = room.run().plan;
    const written = room.facts.length;
    room.write(giveAway(room.acting(), 'dana', 'chen', room.now));
    const gift = room.facts.slice(written).map((fact) => fact.hash);
    room.write([undoDraft('c1', 'ada', room.row()?.id ?? '', gift)]);
    expect(room.run().plan).toEqual(before);
    room.write(giveAway(room.acting(), 'dana', 'chen', room.now));
    room.write(takeTurnBack(room.acting(), 'dana', four, room.now));
    expect(work(room.run().plan)).toEqual(work(before));
  });

  it('beforehand stays given when its giver arrives late', () => {
    const room = meetingRoom(PMC, 90);
    room.write(giveTurn(room.acting(), 'dana', 'chen'));
    room.write(setPresence(room.acting(), 'dana', 'away', room.now));
    room.start(four.slice(0, 3));
    room.next();
    room.write(arriveLate(room.acting(), 'dana', four, room.now));
    expect(work(room.run().plan).map(([member]) => member)).toEqual(['ada', 'bo', 'chen']);
    expect(room.run().plan.filter((step) => step.member === 'dana')).toHaveLength(2);
  });

  it('is not offered once it has begun, nor to who had theirs', () => {
    const room = atWork(3);
    const run = room.run();
    expect(four.filter((member) => canGiveAway(run, member))).toEqual(['dana']);
    expect(receivers(run, 'dana')).toEqual(['chen']);
    expect(giveAway(room.acting(), 'dana', 'ada', room.now)).toEqual([]);
    expect(giveAway(room.acting(), 'bo', 'dana', room.now)).toEqual([]);
  });

  it('beforehand is in the plan, and adds up whoever gives to whom', () => {
    const gave = fc.dictionary(fc.constantFrom(...four), fc.constantFrom(...four, TO_ALL));
    fc.assert(
      fc.property(gave, fc.integer({ min: 40, max: 150 }), (given, lengthMin) => {
        const lengthMs = lengthMin * MINUTE_MS;
        const plan = planMeeting({ format: PMC, lengthMs, present: four, asked: new Map(), gave: given });
        const turns = plan.steps.filter((step) => step.kind === 'work');
        for (const step of turns) expect(step.ms).toBeGreaterThanOrEqual(FLOOR_MS);
        if (turns.length > 0) expect(total(plan.steps)).toBe(lengthMs + plan.overMs);
        // Whoever gave the turn of work away still reports and makes a contract.
        expect(plan.steps.filter((step) => step.kind === 'contracts')).toHaveLength(4);
      }),
    );
  });
});

describe('places that are swapped', () => {
  it('are swapped in all that neither has begun, without a change of time or of being late', () => {
    const room = atWork(1);
    room.next(3 * MINUTE_MS);
    const late = room.view().lateness;
    const before = total(room.run().plan);
    room.write(swapTurns(room.acting(), 'chen', 'dana', room.now));
    expect(work(room.run().plan).map(([member]) => member)).toEqual(['ada', 'bo', 'dana', 'chen']);
    const contracts = room.run().plan.flatMap((step) => (step.kind === 'contracts' ? [step.member] : []));
    expect(contracts).toEqual(['ada', 'bo', 'dana', 'chen']);
    expect(total(room.run().plan)).toBe(before);
    expect(late).toEqual({ kind: 'behind', minutes: 3 });
    expect(room.view().lateness).toEqual(late);
  });

  it('are offered only among those who have not begun', () => {
    expect(swappers(atWork(2).run(), 'dana')).toEqual(['chen']);
    expect(swappers(atWork(2).run(), 'bo')).toEqual([]);
  });
});
