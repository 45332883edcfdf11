import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChimeKind } from './chime.ts';
import { chimePlan, type Due } from './chime-plan.ts';

/** A computer with our clock, an audio clock that stops in sleep, and ears. */
function room() {
  const state = { now: 1_000_000, audio: 0 };
  const rung: { kind: ChimeKind; at: number }[] = [];
  let pending: { kind: ChimeKind; start: number; off: boolean }[] = [];
  const plan = chimePlan((kind, inMs) => {
    const one = { kind, start: state.audio + inMs, off: false };
    pending.push(one);
    return {
      leftMs: () => Math.max(0, one.start - state.audio),
      cancel: () => {
        one.off = true;
      },
    };
  });
  const run = (ms: number) => {
    const until = state.audio + ms;
    for (const one of pending.toSorted((a, b) => a.start - b.start))
      if (!one.off && one.start <= until)
        rung.push({ kind: one.kind, at: state.now + Math.max(0, one.start - state.audio) });
    pending = pending.filter((one) => !one.off && one.start > until);
    state.audio = until;
    state.now += ms;
  };
  return {
    rung,
    plan,
    /** Both clocks run; the page may be hidden and not look. */
    run,
    sleep(ms: number) {
      state.now += ms;
    },
    look: (dues: readonly Due[]) => plan.keep(dues, state.now),
    now: () => state.now,
  };
}

describe('chimes', () => {
  it('ring to the moment though nobody looks for twenty minutes, and are not rung again when somebody does', () => {
    const { rung, run, look, now } = room();
    const dues: Due[] = [
      { kind: 'soon', at: now() + 540_000 },
      { kind: 'over', at: now() + 600_000 },
    ];
    look(dues);
    run(1_200_000);
    look(dues);
    run(10_000);
    expect(rung).toEqual(dues);
  });

  it('ring once on waking where the computer slept over them, and only the last of several', () => {
    const { rung, run, sleep, look, now } = room();
    const dues: Due[] = [
      { kind: 'soon', at: now() + 60_000 },
      { kind: 'over', at: now() + 120_000 },
    ];
    look(dues);
    run(1_000);
    sleep(300_000);
    look(dues);
    const woke = now();
    run(600_000);
    look(dues);
    run(600_000);
    expect(rung).toEqual([{ kind: 'over', at: woke }]);
  });

  it('ring at their time after a sleep that ended before it, though the audio clock is late', () => {
    const { rung, run, sleep, look, now } = room();
    const dues: Due[] = [{ kind: 'over', at: now() + 600_000 }];
    look(dues);
    sleep(300_000);
    look(dues);
    run(600_000);
    expect(rung).toEqual(dues);
  });

  it('are called off when they are no longer due, and set anew for another time', () => {
    const { rung, run, look, now } = room();
    look([{ kind: 'over', at: now() + 60_000 }]);
    run(30_000);
    const later: Due = { kind: 'over', at: now() + 90_000 };
    look([later]);
    run(300_000);
    look([]);
    expect(rung).toEqual([later]);
  });

  it('stay silent about what was over before they were asked', () => {
    const { rung, run, look, now } = room();
    look([{ kind: 'soon', at: now() - 1 }]);
    run(10_000);
    expect(rung).toEqual([]);
  });

  it('neither miss nor double one, however often and whenever the page looks, sleeps and runs', () => {
    const step = fc.record({
      do: fc.constantFrom('run', 'sleep', 'look'),
      ms: fc.integer({ min: 1, max: 200_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (course) => {
        const { rung, run, sleep, look, now } = room();
        const begun = now();
        const dues: Due[] = [
          { kind: 'soon', at: begun + 540_000 },
          { kind: 'over', at: begun + 600_000 },
        ];
        look(dues);
        for (const one of course) {
          if (one.do === 'run') run(one.ms);
          else if (one.do === 'sleep') sleep(one.ms);
          else look(dues);
        }
        look(dues);
        run(600_000);
        look(dues);
        run(600_000);
        expect(rung.filter((one) => one.kind === 'over')).toHaveLength(1);
        expect(rung.filter((one) => one.kind === 'soon').length).toBeLessThanOrEqual(1);
        // Never early.
        for (const { kind, at } of rung)
          expect(at).toBeGreaterThanOrEqual((dues.find((due) => due.kind === kind)?.at ?? 0) - 400);
      }),
    );
  });
});
