import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, space } from '@/test/builders/space';
import type { Fact } from '../fact/fact.ts';
import { maySteer, steered, steeringOf } from './steering.ts';

function meeting() {
  const circle = space();
  const write = (by: string, kind: string, body: unknown) =>
    circle.write(by, by, kind, body, { entity: 'm1' });
  const roles = (by: string, facilitator: string | null, timekeeper: string | null = null) =>
    write(by, 'meeting.roles', { facilitator, timekeeper, host: null, replaces: [] });
  const moved = (by: string) => write(by, 'meeting.moved', { from: 'a', to: 'b', at: 1 });
  const facts = () => circle.facts.filter((fact) => fact.entity === 'm1');
  const counting = (fact: Fact) => steered(facts()).includes(fact);
  return { ...circle, write, roles, moved, facts, counting };
}

describe('who steers a meeting of a shared circle', () => {
  it('is its facilitator and its timekeeper, not its host and nobody else', () => {
    const one = meeting();
    one.roles('ada', 'bo', 'chen');
    one.write('ada', 'meeting.duty', { role: 'timekeeper', member: 'dana', replaces: [] });
    one.write('ada', 'meeting.duty', { role: 'host', member: 'eve', replaces: [] });
    expect(steeringOf(one.facts())).toEqual({ members: ['bo', 'chen', 'dana'], tookOver: [] });
    expect(['ada', 'bo', 'chen', 'dana', 'eve'].map((by) => one.counting(one.moved(by)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('is whoever took over, who then stands there for all to see', () => {
    const one = meeting();
    one.roles('ada', 'bo');
    const move = one.moved('chen');
    expect(one.counting(move)).toBe(false);
    one.write('chen', 'meeting.tookOver', { at: 7 });
    expect(one.counting(move)).toBe(true);
    expect(steeringOf(one.facts()).tookOver).toEqual([{ member: 'chen', at: 7 }]);
  });

  it('is still whoever once was: a role that goes to somebody else undoes no step that was shown', () => {
    const one = meeting();
    const first = one.roles('ada', 'bo');
    const move = one.moved('bo');
    one.roles('ada', 'chen');
    one.write('ada', 'undone', { facts: [first.hash] });
    expect(one.counting(move)).toBe(true);
  });

  it('leaves to everybody what moves nothing: asking for time, being late, being there', () => {
    const one = meeting();
    one.roles('ada', 'bo');
    for (const kind of ['meeting.asked', 'meeting.presence', 'meeting.alive', 'meeting.gave'])
      expect(one.counting(one.write('chen', kind, {}))).toBe(true);
  });

  it('is everybody where a circle is not shared', () => {
    expect(maySteer('an-unshared-circle', null, null)).toBe(true);
    const { id } = space();
    expect(maySteer(id, null, 'ada')).toBe(false);
  });

  it('is the same for every order of arrival', () => {
    const one = meeting();
    for (const by of ['ada', 'bo', 'chen']) one.moved(by);
    one.roles('ada', 'bo');
    one.write('chen', 'meeting.tookOver', { at: 7 });
    const wanted = new Set(steered(one.facts()).map((fact) => fact.hash));
    fc.assert(
      fc.property(fc.shuffledSubarray([...one.facts()], { minLength: one.facts().length }), (facts) => {
        expect(new Set(steered(facts).map((fact) => fact.hash))).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
    expect(keyOf('x')).toHaveLength(43);
  });
});
