import { describe, expect, it } from 'vitest';
import { keyOf, space } from '@/test/builders/space';
import { type Fact, isErased } from '../../fact/fact.ts';
import type { SpaceDevice } from '../share-store.ts';
import { factInbox } from './fact-inbox.ts';
import { take as takeFrom } from './limits.ts';

const circle = space();
const write = (device: string, count: number): Fact[] =>
  Array.from({ length: count }, (_, i) =>
    circle.write(device, 'ada', 'circle.named', { name: `${i}`, replaces: [] }),
  );

function inbox(known: readonly Fact[] = [], isNew = false) {
  const expected: number[] = [];
  const taken: number[] = [];
  const floods: string[] = [];
  const errors: unknown[] = [];
  const held = new Map(known.map((fact) => [fact.hash, fact]));
  const device: SpaceDevice = { author: keyOf('ada-1'), member: 'ada', box: '', until: null };
  const box = factInbox({
    space: circle.id,
    store: {
      hashes: async (_, author) =>
        [...held.values()]
          .filter((fact) => fact.author === author)
          .map((fact) => ({ seq: fact.seq, hash: fact.hash, erased: isErased(fact) })),
      expect: (_, facts) => expected.push(facts.length),
      async take(_, facts) {
        if (facts.some((fact) => fact.seq === 13)) throw new Error('the disk is full');
        taken.push(facts.length);
        for (const fact of facts) held.set(fact.hash, fact);
        return { added: facts.length, refused: 0 };
      },
    },
    devices: () => new Map([[device.author, device]]),
    isNew: () => isNew,
    onAdded: () => {},
    onFlood: (author) => floods.push(author),
    onGoneWords: () => {},
    onError: (error) => errors.push(error),
  });
  return { box, taken, expected, floods, errors };
}

describe('facts that come in', () => {
  it('are looked at while others still come where nothing of their author is here, and not otherwise', async () => {
    for (const isNew of [true, false]) {
      const { box, taken, expected } = inbox([], isNew);
      const facts = write(`gus-${isNew}`, 9);
      box.add(facts[0]?.author ?? '', facts, 300, 0);
      expect([taken, expected]).toEqual([[], isNew ? [9] : []]);
      await box.idle();
      expect(taken).toEqual([9]);
    }
  });

  it('are stored many at once: what comes while the disk is busy waits together', async () => {
    const { box, taken } = inbox();
    const facts = write('fay-1', 12);
    for (const fact of facts) box.add(fact.author, [fact], 300, 0);
    await box.idle();
    expect(taken).toEqual([1, 11]);
  });

  it('and are here already cost no transaction, as when a relay sends two years at every start', async () => {
    const facts = write('bo-1', 40);
    const { box, taken } = inbox(facts);
    box.add(keyOf('bo-1'), facts, 9_000, 0);
    await box.idle();
    expect(taken).toEqual([]);
  });

  it('are refused when one author sends more than anybody types, and others are not', async () => {
    const { box, taken, floods } = inbox();
    const [fact] = write('eve-1', 1);
    if (!fact) throw new Error('no fact');
    for (let i = 0; i < 100; i++) box.add(fact.author, [fact], 1_000_000, i);
    await box.idle();
    // A stranger to the log has a sixth of what a member's device has.
    expect(floods).toHaveLength(92);
    box.add(keyOf('ada-1'), write('ada-1', 1), 40_000_000, 200);
    await box.idle();
    expect(taken.at(-1)).toBe(1);
  });

  it('and cannot be stored are told of, and stop nothing that comes after', async () => {
    const { box, taken, errors } = inbox();
    const facts = write('dana-1', 14);
    box.add(keyOf('dana-1'), facts.slice(12, 13), 1, 0);
    await box.idle();
    box.add(keyOf('dana-1'), facts.slice(13), 1, 0);
    await box.idle();
    expect([errors.length, taken]).toEqual([1, [1]]);
  });

  it('and come at the very moment the ones before are done wait for nobody', async () => {
    const [one, two] = write('hal-1', 2);
    if (!one || !two) throw new Error('no facts');
    for (let moment = 0; moment < 20; moment++) {
      const { box, taken } = inbox();
      box.add(one.author, [one], 1, 0);
      for (let passed = 0; passed < moment; passed++) await null;
      box.add(two.author, [two], 1, 0);
      await box.idle();
      expect(
        taken.reduce((all, some) => all + some, 0),
        `after ${moment}`,
      ).toBe(2);
    }
  });
});

describe('a budget', () => {
  it('is used up, and comes back with time up to its most', () => {
    const rate = { most: 10, perSecond: 1 };
    const empty = takeFrom(rate, undefined, 10, 0);
    expect(takeFrom(rate, empty ?? undefined, 1, 500)).toBeNull();
    expect(takeFrom(rate, empty ?? undefined, 1, 1_000)).not.toBeNull();
    expect(takeFrom(rate, empty ?? undefined, 11, 1e9)).toBeNull();
  });
});
