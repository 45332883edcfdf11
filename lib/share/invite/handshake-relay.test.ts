import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INVITE, Newcomer, NOW, party, Steward } from '@/test/builders/handshake-sides';
import { commitTo, togetherOf } from './code.ts';
import type { Said } from './said.ts';

describe('a relay that drops, repeats, delays, turns round and mixes', () => {
  const act = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ what: fc.constant('carry' as const), to: fc.nat(2), which: fc.nat() }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('wait' as const), ms: fc.nat(20_000) }) },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant('evil' as const), to: fc.nat(2), kind: fc.nat(5) }),
    },
    { weight: 2, arbitrary: fc.record({ what: fc.constant('people' as const), careful: fc.constant(true) }) },
  );

  it('lets in nobody else, joins nothing else, and never two', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 60 }), (acts) => {
        const steward = new Steward();
        const newcomers = [new Newcomer(), new Newcomer()] as const;
        const evil = party();
        let now = NOW;
        for (const one of newcomers) one.take({ kind: 'start', now });
        const heardBy = (to: number, said: Said) => {
          // By the topics nobody hears their own side; signatures keep all but `ask` from being made up for others.
          if (to === 0) {
            if (['ask', 'reveal', 'thanks', 'no'].includes(said.say)) steward.hear(said, now);
          } else if (['answer', 'grant', 'no'].includes(said.say)) newcomers[to - 1]?.hear(said, now);
        };
        for (const one of acts) {
          switch (one.what) {
            case 'carry': {
              const all = [...steward.said, ...newcomers.flatMap(({ said }) => said)];
              const said = all[one.which % all.length];
              if (said) heardBy(one.to, said);
              break;
            }
            case 'wait':
              now += one.ms;
              for (const side of [steward, ...newcomers]) side.take({ kind: 'tick', now });
              break;
            case 'evil': {
              const commit = commitTo(
                INVITE,
                one.to === 0 ? evil : (newcomers[one.to - 1]?.state.me ?? evil),
              );
              const together = togetherOf(INVITE, steward.state.me, evil);
              const made: readonly Said[] = [
                { say: 'ask', commit },
                { say: 'answer', commit, ...evil },
                { say: 'reveal', commit, ...evil, to: steward.state.me.nonce },
                { say: 'grant', author: evil.author, together, sealed: 'x' },
                { say: 'thanks', author: evil.author, together },
                { say: 'no', commit, author: evil.author, why: 'used' },
              ];
              const said = made[one.kind];
              if (said) heardBy(one.to, said);
              break;
            }
            case 'people':
              // They say “the same” only of what is the same.
              for (const newcomer of newcomers)
                if (steward.code !== null && steward.code === newcomer.code) {
                  steward.take({ kind: 'same', now });
                  newcomer.take({ kind: 'same' });
                }
              break;
          }
        }
        expect(steward.letIn.length).toBeLessThanOrEqual(1);
        for (const one of steward.letIn)
          expect(newcomers.map(({ state }) => state.me.author)).toContain(one.author);
        for (const { joined } of newcomers)
          for (const one of joined) expect(one.author).toBe(steward.state.me.author);
        expect(newcomers.filter(({ joined }) => joined.length > 0).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('only delays it: whatever is lost is said again until it arrives', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), (chance) => {
        const [steward, newcomer] = [new Steward(NOW + 86_400_000), new Newcomer(NOW + 86_400_000)];
        newcomer.take({ kind: 'start', now: NOW });
        let [now, heardS, heardN] = [NOW, 0, 0];
        // Seven of ten are lost, but never five in a row of one side: so it takes 25 times at most, of ten seconds.
        const lost = { steward: 0, newcomer: 0 };
        const arrives = (to: keyof typeof lost) => {
          const is = lost[to] >= 4 || (chance.next().value ?? 0) >= 7;
          lost[to] = is ? 0 : lost[to] + 1;
          return is;
        };
        for (let round = 0; round < 600 && newcomer.state.phase !== 'joined'; round += 1) {
          now += 1_000;
          for (const side of [steward, newcomer]) side.take({ kind: 'tick', now });
          for (; heardS < newcomer.said.length; heardS += 1) {
            const said = newcomer.said[heardS];
            if (said && arrives('steward')) steward.hear(said, now);
          }
          for (; heardN < steward.said.length; heardN += 1) {
            const said = steward.said[heardN];
            if (said && arrives('newcomer')) newcomer.hear(said, now);
          }
          if (steward.code !== null && steward.code === newcomer.code) {
            steward.take({ kind: 'same', now });
            newcomer.take({ kind: 'same' });
          }
        }
        expect(newcomer.state.phase).toBe('joined');
        expect(steward.letIn).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});
