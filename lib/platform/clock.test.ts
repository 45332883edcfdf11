import { describe, expect, it } from 'vitest';
import { createClock, followClock } from './clock.ts';

/** A computer whose two clocks are set by hand. */
function computer(wall = Date.UTC(2026, 9, 25, 0, 30)) {
  const state = { wall, mono: 1000 };
  const clock = createClock({ wall: () => state.wall, monotonic: () => state.mono });
  return {
    clock,
    /** Both clocks run. */
    run(ms: number) {
      state.wall += ms;
      state.mono += ms;
    },
    /** Only the wall clock changes: somebody set it, or the computer slept with its other clock stopped. */
    set(ms: number) {
      state.wall += ms;
    },
  };
}

describe('the clock', () => {
  it('runs on when the wall clock is set back in the middle of a meeting', () => {
    const { clock, run, set } = computer();
    const start = clock.now();
    run(600_000);
    set(-3_600_000);
    expect(clock.now() - start).toBe(600_000);
    run(1_000);
    expect(clock.now() - start).toBe(601_000);
  });

  it('believes the wall after sleep, when only the other clock stood still', () => {
    const { clock, set } = computer();
    const start = clock.now();
    set(300_000);
    expect(clock.now() - start).toBe(300_000);
  });

  it('sees nothing where both stood still', () => {
    const { clock } = computer();
    expect(clock.now()).toBe(clock.now());
  });

  it('takes small corrections of the wall (a time server) as they are', () => {
    const { clock, run, set } = computer();
    const start = clock.now();
    run(10_000);
    set(-800);
    expect(clock.now() - start).toBe(9_200);
  });

  it('is not moved by daylight saving, which changes no instant', () => {
    const { clock, run } = computer(Date.UTC(2026, 9, 25, 0, 59));
    const start = clock.now();
    run(120_000);
    expect(clock.now() - start).toBe(120_000);
  });

  it('tells whoever listens when a test moves it, until they stop listening', () => {
    const { clock } = computer();
    const before = clock.now();
    let told = 0;
    const stop = clock.onMoved(() => {
      told += 1;
    });
    clock.move(14 * 86_400_000);
    clock.move(14 * 86_400_000);
    stop();
    clock.move(0);
    expect(told).toBe(1);
    expect(clock.now()).toBe(before);
  });

  it('follows nothing but its own key in storage', async () => {
    const listeners: ((changes: Record<string, { newValue?: unknown }>, area: string) => void)[] = [];
    await followClock({
      local: { get: async () => ({}) },
      onChanged: { addListener: (listener) => listeners.push(listener) },
    });
    expect(listeners).toHaveLength(1);
    expect(() => listeners[0]?.({ 'clock.offsetMs': { newValue: 'rubbish' } }, 'local')).not.toThrow();
  });
});
