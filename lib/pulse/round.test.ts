import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, pulseCircle } from '@/test/builders/pulse-circle';
import { keyOf } from '@/test/builders/space';
import { rightNow } from '../circle/rights.ts';
import { pulseEntity } from './answer.ts';
import { currentRound, foldRound, viewRound } from './round.ts';
import { settleRound, stopRound, tellSum, withdrawFromRound } from './round-commands.ts';
import { foldRounds } from './rounds.ts';

const FIVE = ['ada', 'bo', 'chen', 'dana', 'eve'];
const POINTS: Record<string, number> = { ada: 40, bo: 31, chen: 22, dana: 49, eve: 7 };
const seeded = () => {
  let x = 7;
  return () => {
    x = (x * 16807) % 2147483647;
    return x / 2147483647;
  };
};

function begun(members = FIVE, answering = members) {
  const town = pulseCircle(members, seeded());
  const id = town.open('ada');
  for (const name of answering) town.answer(name, id, POINTS[name] ?? 0);
  const view = () => {
    const round = town.rounds().find((one) => one.id === id);
    return round ? viewRound(round, town.now()) : null;
  };
  return { town, id, view };
}

describe('a round', () => {
  it('ends in the sum of all answers and nothing else, when everybody has answered', () => {
    const { town, view } = begun();
    expect(view()).toEqual({ phase: 'open' });
    town.tend(FIVE);
    expect(view()).toMatchObject({ phase: 'done', total: 149 });
    for (const value of Object.values(POINTS))
      expect(JSON.stringify(town.facts().map((fact) => fact.body))).not.toContain(`"sum":${value}}`);
    expect(town.tend(FIVE)).toBe(0);
  });

  it('waits for the others until its time to answer ends, and then goes on with those who answered', () => {
    const { town, view } = begun(FIVE, ['ada', 'bo', 'chen', 'dana']);
    town.tend(FIVE);
    expect(view()).toEqual({ phase: 'open' });
    town.pass(7);
    town.tend(FIVE);
    expect(view()).toMatchObject({ phase: 'done', total: 142 });
  });

  it('comes to nothing with three answers', () => {
    const { town, view } = begun(FIVE, ['ada', 'bo', 'chen']);
    town.pass(7);
    expect(town.tend(FIVE)).toBe(0);
    expect(view()).toEqual({ phase: 'open' });
    // Its opener may have been away; then nobody has to wait for it any longer.
    town.pass(3);
    expect(view()).toEqual({ phase: 'failed', why: 'late' });
  });

  it('adds nobody once it is settled who is in it, nor lets anybody but its opener settle', () => {
    const { town, id, view } = begun(FIVE, ['ada', 'bo', 'chen', 'dana']);
    const joined = town.rounds()[0]?.joined ?? [];
    town.say('bo', settleRound(town.acting(id, 'bo'), joined, town.now()));
    expect(view()).toEqual({ phase: 'open' });
    town.pass(7);
    town.tend(['ada']);
    town.answer('eve', id, 7);
    town.tend(FIVE);
    expect(view()).toMatchObject({ phase: 'done', total: 142 });
  });

  it('is over without a result when one device stays away, and can be opened anew at once', () => {
    const { town, view } = begun();
    town.tend(['ada']);
    town.tend(['ada', 'bo', 'chen', 'dana']);
    expect(view()).toMatchObject({ phase: 'closing' });
    // Nobody told a sum: one share is missing.
    expect(town.facts().filter((fact) => fact.kind === 'pulse.sum')).toEqual([]);
    town.pass(21);
    expect(view()).toEqual({ phase: 'failed', why: 'late' });
    const again = town.open('bo');
    for (const name of FIVE) town.answer(name, again, 30);
    town.tend(FIVE);
    const round = town.rounds().find((one) => one.id === again);
    expect(round && viewRound(round, town.now())).toMatchObject({ phase: 'done', total: 150 });
    // And the device that comes back tells nothing of the first.
    expect(town.tend(FIVE)).toBe(0);
  });

  it('has no result when somebody who is in it leaves before their device has done its part', () => {
    const { town, view } = begun();
    town.tend(FIVE, 3);
    town.leave('eve');
    expect(view()).toEqual({ phase: 'failed', why: 'left' });
    expect(town.tend(FIVE)).toBe(0);
    expect(town.facts().filter((fact) => fact.kind === 'pulse.sum')).toEqual([]);
    // The others need not wait.
    const again = town.open('bo');
    for (const name of FIVE.slice(0, 4)) town.answer(name, again, 30);
    town.tend(FIVE);
    expect(town.rounds().map((one) => viewRound(one, town.now()).phase)).toEqual(['failed', 'done']);
  });

  it('keeps its result when somebody leaves afterwards', () => {
    const { town, view } = begun();
    town.tend(FIVE);
    town.leave('eve');
    expect(view()).toMatchObject({ phase: 'done', total: 149 });
  });

  it('lets one take an answer back until it is settled who is in it', () => {
    const { town, id, view } = begun();
    town.say('eve', withdrawFromRound(town.acting(id, 'eve'), town.now()));
    town.pass(7);
    town.tend(FIVE);
    expect(view()).toMatchObject({ phase: 'done', total: 142 });
  });

  it('stays told when a steward cuts its opener off from the beginning, so that no later sum is set off against it', () => {
    const people = ['ada', 'bo', 'chen', 'dana', 'eve', 'fay'];
    const other = pulseCircle(people, seeded());
    const told = other.open('bo');
    for (const name of people) other.answer(name, told, 30);
    other.tend(people);
    expect(other.rounds().map((one) => viewRound(one, other.now()).phase)).toEqual(['done']);
    other.circle.leave('ada-1', 'ada', 'bo', {}, rightNow(other.rights(), 'ada') ?? '');
    expect(other.rounds()).toEqual([]);
    expect(foldRounds(other.rights(), other.facts()).spent).toMatchObject([{ round: told }]);
    other.pass(60);
    const next = other.open('chen');
    for (const name of people.filter((one) => one !== 'bo')) other.answer(name, next, 30);
    other.pass(7);
    expect(other.tend(people)).toBe(0);
    // Nor does it when everybody but the one who was cut off gives in to a set that was settled all the same.
    const ready = other.rounds()[0]?.joined ?? [];
    other.say('chen', settleRound(other.acting(next, 'chen'), ready, other.now()));
    expect(other.tend(people)).toBe(0);
  });

  it('is called off by who opened it alone, and not after it was settled', () => {
    const { town, id, view } = begun();
    town.say('bo', stopRound(town.acting(id, 'bo'), town.now()));
    expect(view()).toEqual({ phase: 'open' });
    const other = begun();
    other.town.say('ada', stopRound(other.town.acting(other.id, 'ada'), other.town.now()));
    expect(other.view()).toEqual({ phase: 'failed', why: 'stopped' });
    town.tend(FIVE);
    town.say('ada', stopRound(town.acting(id, 'ada'), town.now()));
    expect(view()).toMatchObject({ phase: 'done' });
  });

  it('is spoilt by an opener who settles it twice, and nobody who gave numbers once gives any again', () => {
    const { town, id, view } = begun();
    town.tend(FIVE, 4);
    const gave = town.facts().filter((fact) => fact.kind === 'pulse.shares').length;
    expect(gave).toBeGreaterThan(0);
    const joined = town.rounds()[0]?.joined ?? [];
    town.say('ada', settleRound(town.acting(id, 'ada'), joined.slice(0, 4), town.now()));
    expect(view()).toEqual({ phase: 'failed', why: 'spoilt' });
    expect(town.tend(FIVE)).toBe(0);
  });

  it('says that a sum cannot be right, which is all anybody can see of a wrong number', () => {
    const { town, id, view } = begun();
    town.tend(FIVE.slice(0, 4));
    town.tend(['eve'], 1);
    town.tend(FIVE.slice(0, 4));
    const settled = town.rounds()[0]?.settled[0];
    if (!settled) throw new Error('not settled');
    town.say('eve', tellSum(town.acting(id, 'eve'), settled, 5, town.now()));
    expect(view()).toEqual({ phase: 'failed', why: 'spoilt' });
  });

  it('cannot be opened by somebody else in its opener’s place', () => {
    const { town, id } = begun();
    const before = town.rounds()[0];
    town.say('bo', {
      ...stopRound(town.acting(id, 'bo'), 1),
      kind: 'pulse.opened',
      body: { at: 1, until: DAY },
    });
    expect(town.rounds()[0]).toEqual(before);
    expect(town.rounds()).toHaveLength(1);
  });

  it('goes on with the first where two were opened at the same time', () => {
    const { town, id } = begun();
    town.pass(1);
    town.open('bo');
    expect(currentRound(town.rounds(), town.now())?.id).toBe(id);
  });

  it('folds alike in every order of arrival and with duplicates', () => {
    const { town, id } = begun();
    town.tend(FIVE);
    const wanted = foldRounds(town.rights(), town.facts());
    fc.assert(
      fc.property(fc.shuffledSubarray(town.facts(), { minLength: town.facts().length }), (shuffled) => {
        expect(foldRounds(town.rights(), [...shuffled, ...shuffled.slice(0, 5)])).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
    expect(foldRound('x', pulseEntity(roundOf(id)), [])).toBeNull();
  });
});

const roundOf = (id: string) => id.replace(keyOf('ada-1'), keyOf('bo-1'));
