import { describe, expect, it } from 'vitest';
import {
  carry,
  comparing,
  EXPIRES,
  INVITE,
  Newcomer,
  NOW,
  party,
  Steward,
  word,
} from '@/test/builders/handshake-sides';
import { codeOf, commitTo, type Party, togetherOf } from './code.ts';
import { COMPARE_WITHIN_MS } from './steward.ts';

describe('being let in', () => {
  it('takes three messages until both see one code, and happens when both say that it is the same', () => {
    const { steward, newcomer, heard } = comparing();
    expect([...newcomer.said, ...steward.said].map(({ say }) => say)).toEqual(['ask', 'reveal', 'answer']);
    expect(steward.code).toMatch(/^.{6}$/);
    expect(newcomer.code).toBe(steward.code);
    newcomer.take({ kind: 'same' });
    carry(steward, newcomer, heard);
    expect([newcomer.state.phase, steward.letIn]).toEqual(['waiting', []]);
    steward.take({ kind: 'same', now: NOW });
    carry(steward, newcomer, heard);
    expect([steward.state.phase, newcomer.state.phase]).toEqual(['done', 'joined']);
    expect(steward.letIn).toEqual([newcomer.state.me]);
    expect(newcomer.joined).toEqual([steward.state.me]);
  });

  it('gives the newcomer nothing before the newcomer has compared too', () => {
    const { steward, newcomer, heard } = comparing();
    steward.take({ kind: 'same', now: NOW });
    carry(steward, newcomer, heard);
    expect([steward.state.phase, newcomer.state.phase, newcomer.joined]).toEqual([
      'granted',
      'comparing',
      [],
    ]);
    newcomer.take({ kind: 'same' });
    carry(steward, newcomer, heard);
    expect([steward.state.phase, newcomer.state.phase]).toEqual(['done', 'joined']);
  });

  it('ends without harm when the codes differ, whoever says so', () => {
    const one = comparing();
    one.steward.take({ kind: 'different' });
    carry(one.steward, one.newcomer, one.heard);
    expect([one.steward.state.why, one.newcomer.state.why]).toEqual(['different', 'different']);
    one.steward.take({ kind: 'same', now: NOW });
    const two = comparing();
    two.newcomer.take({ kind: 'different' });
    carry(two.steward, two.newcomer, two.heard);
    expect([two.steward.state.why, two.newcomer.state.why]).toEqual(['different', 'different']);
    two.steward.take({ kind: 'same', now: NOW });
    expect([one.steward.letIn, two.steward.letIn]).toEqual([[], []]);
  });

  it('tells a steward who said “the same” that the newcomer saw another code', () => {
    const { steward, newcomer, heard } = comparing();
    steward.take({ kind: 'same', now: NOW });
    newcomer.take({ kind: 'different' });
    carry(steward, newcomer, heard);
    expect([steward.state.disputed, newcomer.joined]).toEqual([true, []]);
  });
});

describe('an invitation', () => {
  it('that was used lets nobody else in, and says so', () => {
    const { steward, newcomer, heard } = comparing();
    for (const one of [steward, newcomer]) one.take({ kind: 'same', now: NOW });
    carry(steward, newcomer, heard);
    const second = new Newcomer();
    second.take({ kind: 'start', now: NOW });
    carry(steward, second, { steward: 0, newcomer: steward.said.length });
    expect([second.state.phase, second.state.why]).toEqual(['ended', 'used']);
    expect(steward.letIn).toHaveLength(1);
  });

  it('that two people have lets in the first who asks, tells the second, and the steward knows', () => {
    const { steward, newcomer, heard } = comparing();
    const second = new Newcomer();
    second.take({ kind: 'start', now: NOW });
    carry(steward, second, { steward: 0, newcomer: steward.said.length });
    expect([second.state.why, second.code, steward.state.others]).toEqual(['taken', null, 1]);
    for (const one of [steward, newcomer]) one.take({ kind: 'same', now: NOW });
    heard.newcomer = 0;
    carry(steward, newcomer, heard);
    expect(steward.letIn).toEqual([newcomer.state.me]);
    expect(newcomer.state.phase).toBe('joined');
  });

  it('that is too old answers nobody: by the steward’s clock, and by the newcomer’s', () => {
    const [steward, newcomer] = [new Steward(), new Newcomer(EXPIRES + 86_400_000)];
    newcomer.take({ kind: 'start', now: EXPIRES + 1 });
    const [ask] = newcomer.said;
    if (!ask) throw new Error('nobody asked');
    steward.hear(ask, EXPIRES + 1);
    carry(steward, newcomer, { steward: 1, newcomer: 0 });
    expect([steward.state.why, newcomer.state.why]).toEqual(['expired', 'expired']);
    const late = new Newcomer();
    late.take({ kind: 'start', now: EXPIRES + 1 });
    expect([late.said, late.state.why]).toEqual([[], 'expired']);
    const waiting = new Newcomer();
    waiting.take({ kind: 'start', now: NOW });
    waiting.take({ kind: 'tick', now: EXPIRES + 1 });
    expect(waiting.state.why).toBe('expired');
  });

  it('waits for the comparing no longer than a quarter of an hour, also when it is said late', () => {
    const { steward, newcomer, heard } = comparing();
    steward.take({ kind: 'same', now: NOW + COMPARE_WITHIN_MS + 1 });
    carry(steward, newcomer, heard);
    expect([steward.letIn, steward.state.why, newcomer.state.why]).toEqual([[], 'tooLate', 'tooLate']);
  });

  it('that is taken back opens nothing any more', () => {
    const steward = new Steward();
    steward.take({ kind: 'cancel' });
    const newcomer = new Newcomer();
    newcomer.take({ kind: 'start', now: NOW });
    carry(steward, newcomer);
    expect([newcomer.state.why, steward.letIn]).toEqual(['used', []]);
  });

  it('does not make the steward talk without end', () => {
    const { steward } = comparing();
    for (let i = 0; i < 500; i += 1) steward.hear({ say: 'ask', commit: word() });
    expect(steward.said.length).toBeLessThan(60);
  });
});

describe('somebody in between who has the link', () => {
  it('is seen by the code, in whichever order they play the two sides', () => {
    for (const stewardFirst of [true, false]) {
      const [steward, newcomer] = [new Steward(), new Newcomer()];
      const [asNewcomer, asSteward] = [party(), party()];
      newcomer.take({ kind: 'start', now: NOW });
      const toNewcomer = () => {
        newcomer.hear({ say: 'answer', commit: commitTo(INVITE, newcomer.state.me), ...asSteward });
      };
      const toSteward = () => {
        const commit = commitTo(INVITE, asNewcomer);
        steward.hear({ say: 'ask', commit });
        steward.hear({ say: 'reveal', commit, ...asNewcomer, to: steward.state.me.nonce });
      };
      for (const play of stewardFirst ? [toSteward, toNewcomer] : [toNewcomer, toSteward]) play();
      expect(steward.code).not.toBeNull();
      expect(newcomer.code).not.toBeNull();
      expect(newcomer.code).not.toBe(steward.code);
    }
  });

  it('cannot look for a code that fits: what is shown must be what was bound to before', () => {
    const [steward, newcomer] = [new Steward(), new Newcomer()];
    const commit = commitTo(INVITE, party());
    steward.hear({ say: 'ask', commit });
    newcomer.take({ kind: 'start', now: NOW });
    const fake = party();
    newcomer.hear({ say: 'answer', commit: commitTo(INVITE, newcomer.state.me), ...fake });
    // Now they know the newcomer's code, and could find a party that gives the steward the same first letters.
    const wanted = newcomer.code?.slice(0, 2);
    let found: Party | null = null;
    for (let i = 0; i < 5_000 && !found; i += 1) {
      const trial = party();
      if (codeOf(togetherOf(INVITE, steward.state.me, trial)).slice(0, 2) === wanted) found = trial;
    }
    if (!found) throw new Error('nothing was found, so this shows nothing');
    steward.hear({ say: 'reveal', commit, ...found, to: steward.state.me.nonce });
    steward.hear({ say: 'reveal', commit: commitTo(INVITE, found), ...found, to: steward.state.me.nonce });
    expect([steward.state.phase, steward.code]).toEqual(['answered', null]);
  });

  it('gets one answer: the same invitation never shows a second nonce', () => {
    const { steward } = comparing();
    for (let i = 0; i < 20; i += 1) steward.hear({ say: 'ask', commit: word() });
    const nonces = steward.said.flatMap((said) => (said.say === 'answer' ? [said.nonce] : []));
    expect(new Set(nonces).size).toBe(1);
    const commits = steward.said.flatMap((said) => (said.say === 'answer' ? [said.commit] : []));
    expect(new Set(commits).size).toBe(1);
  });

  it('cannot use what the newcomer showed to them with the steward', () => {
    const [steward, newcomer] = [new Steward(), new Newcomer()];
    newcomer.take({ kind: 'start', now: NOW });
    const [ask] = newcomer.said;
    if (!ask) throw new Error('nobody asked');
    steward.hear(ask);
    newcomer.hear({ say: 'answer', commit: commitTo(INVITE, newcomer.state.me), ...party() });
    const reveal = newcomer.said.at(-1);
    if (reveal?.say !== 'reveal') throw new Error('nothing was shown');
    steward.hear(reveal);
    expect([steward.state.phase, steward.code]).toEqual(['answered', null]);
  });

  it('cannot end it in the steward’s name once the steward is known, and is noticed when answering too', () => {
    const { newcomer } = comparing();
    const commit = commitTo(INVITE, newcomer.state.me);
    newcomer.hear({ say: 'no', commit, author: word(), why: 'used' });
    expect(newcomer.state.phase).toBe('comparing');
    newcomer.hear({ say: 'answer', commit, ...party() });
    expect([newcomer.state.phase, newcomer.state.contested]).toEqual(['comparing', true]);
  });
});
