import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { device } from '@/test/builders/logs';
import { draft } from './draft.ts';
import { honourErasures } from './erased.ts';
import { type Fact, isErased, isSound } from './fact.ts';

const none = () => false;
const words = (facts: readonly Fact[]) => JSON.stringify(facts);
const say = (kind: string, body: unknown) => draft('c', 'me', 'k', kind, body);

describe('an erasure', () => {
  it('of a whole entity takes the words of an edit that another device made before it heard of it', () => {
    const [made] = device('one').write([say('contract.made', { text: 'secret one' })], 1);
    const late = device('two').write([say('contract.edited', { text: 'secret two' })], 9);
    const erased = device('one').write([say('erased', { facts: [made?.hash], whole: true })], 5);
    expect(words(honourErasures([...late, ...erased], none))).not.toContain('secret');
    expect(words(honourErasures([...erased, ...late], none))).not.toContain('secret');
  });

  it('of a beginning takes all that hangs on it, also where the erasure itself has not arrived', () => {
    const { write } = device('one');
    const facts = write([say('contract.made', { text: 'a' }), say('contract.edited', { text: 'secret' })], 1);
    const begun = facts.map((fact) =>
      fact.kind === 'contract.made' ? { ...fact, body: null, salt: null } : fact,
    );
    expect(words(honourErasures(begun, none))).not.toContain('secret');
  });

  it('of single facts leaves the others, so that a note can be written anew', () => {
    const { write } = device('one');
    const [old] = write([say('note.written', { text: 'old' })], 1);
    const rest = write(
      [say('erased', { facts: [old?.hash], whole: false }), say('note.written', { text: 'new' })],
      2,
    );
    const now = honourErasures(old ? [old, ...rest] : rest, none);
    expect(words(now)).not.toContain('"old"');
    expect(words(now)).toContain('"new"');
  });

  it('cannot be erased or undone, or whoever gets the rest would get the words back', () => {
    const { write } = device('one');
    const [made] = write([say('contract.made', { text: 'secret' })], 1);
    const [erasure] = write([say('erased', { facts: [made?.hash], whole: true })], 2);
    const against = write(
      [say('erased', { facts: [erasure?.hash], whole: true }), say('undone', { facts: [erasure?.hash] })],
      3,
    );
    const now = honourErasures(
      [made, erasure, ...against].filter((fact) => fact !== undefined),
      none,
    );
    expect(now.find((fact) => fact.hash === erasure?.hash)?.body).toEqual(erasure?.body);
    expect(words(now)).not.toContain('secret');
  });

  it('of a version we do not know is left alone: what it means nobody here can say', () => {
    const { write } = device('one');
    const [made] = write([say('contract.made', { text: 'kept' })], 1);
    const later = write([{ ...say('erased', { facts: [made?.hash], whole: true }), v: 2 }], 2);
    expect(words(honourErasures(made ? [made, ...later] : [], none))).toContain('kept');
  });

  it('gives the same facts for every order of arrival, in whatever portions, and stays sound', () => {
    const kinds = fc.constantFrom(
      'contract.made',
      'contract.edited',
      'erased',
      'undone',
      'erasure.circle',
      'x.y',
    );
    const step = fc.record({
      kind: kinds,
      names: fc.array(fc.nat(20), { maxLength: 4 }),
      whole: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), fc.infiniteStream(fc.nat()), (steps, stream) => {
        const { write, facts } = device('p');
        for (const [i, { kind, names, whole }] of steps.entries()) {
          const hashes = names.map((n) => facts[n % Math.max(1, facts.length)]?.hash ?? 'none');
          write([say(kind, { facts: hashes, whole: whole && i % 3 === 0 })], i);
        }
        const inOrder = (all: readonly Fact[]) => all.toSorted((a, b) => a.seq - b.seq);
        const wanted = inOrder(honourErasures(facts, none));
        // Arrival one by one in another order, each time honouring what is there.
        let held: Fact[] = [];
        const left = [...facts];
        while (left.length > 0) {
          const [next] = left.splice((stream.next().value ?? 0) % left.length, 1);
          if (next) held = honourErasures([...held, next], none);
        }
        expect(inOrder(held)).toEqual(wanted);
        expect(wanted.every(isSound)).toBe(true);
        expect(wanted.some((fact) => fact.kind === 'erased' && isErased(fact))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
