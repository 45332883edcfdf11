import { describe, expect, it } from 'vitest';
import { checkClocks } from '../../test/soak/clock-course.ts';
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

  it('goes by the circle’s time where a screen shows a shared circle, and its own stays what it was', () => {
    const { clock, run } = computer();
    const start = clock.now();
    let moved = 0;
    clock.onMoved(() => moved++);
    clock.follow(30_000);
    expect([clock.now() - start, clock.own() - start, moved]).toEqual([30_000, 0, 1]);
    run(1_000);
    clock.follow(30_004.4);
    expect([clock.now() - start, clock.own() - start, moved]).toEqual([31_004, 1_000, 1]);
    clock.follow(0);
    expect([clock.now() - start, moved]).toEqual([1_000, 2]);
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

  it('knows a clock that was set back and then right again, and is not an hour ahead after it', () => {
    const { clock, run, set } = computer();
    const start = clock.now();
    set(-3_600_000);
    run(60_000);
    expect(clock.now() - start).toBe(60_000);
    expect(clock.correction()).toBe(3_600_000);
    set(3_600_500);
    run(60_000);
    expect(clock.now() - start).toBe(120_500);
    expect(clock.correction()).toBe(0);
  });

  it('is right after sleep also while it corrects: only a step of the same size sets it right', () => {
    const { clock, run, set } = computer();
    const start = clock.now();
    set(-3_600_000);
    clock.now();
    set(300_000);
    run(1_000);
    expect(clock.now() - start).toBe(301_000);
  });

  it('hands its correction on, so that a window it opens shows the same time', () => {
    const first = computer();
    const start = first.clock.now();
    first.set(-3_600_000);
    first.run(60_000);
    first.clock.now();
    const second = computer(start - 3_600_000 + 60_000);
    second.clock.correct(first.clock.correction());
    expect(second.clock.now()).toBe(first.clock.now());
    for (const rubbish of [Number.NaN, -5, 1e15]) {
      const third = computer();
      third.clock.correct(rubbish);
      expect(third.clock.correction()).toBe(0);
    }
  });

  it.each([
    ['back by an hour in Berlin', 'Europe/Berlin', '2026-10-25T00:59:00Z', -60],
    ['on by an hour in New York', 'America/New_York', '2027-03-14T06:59:00Z', 60],
    ['on by half an hour on Lord Howe Island', 'Australia/Lord_Howe', '2026-10-03T15:29:00Z', 30],
    ['back by an hour in Santiago, at midnight', 'America/Santiago', '2027-04-04T02:59:00Z', -60],
  ])('is not moved by daylight saving: %s changes no instant', (_, zone, before, minutes) => {
    const at = Date.parse(before);
    const { clock, run } = computer(at);
    const offset = (ms: number) =>
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
    run(120_000);
    expect(offset(at + 120_000) - offset(at)).toBe(minutes);
    expect(clock.now() - at).toBe(120_000);
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

describe('the clock of a meeting', () => {
  it('shows what a stopwatch in the room would, whatever is done to the computer’s clocks', () => {
    checkClocks({ runs: 150 });
  });
});
