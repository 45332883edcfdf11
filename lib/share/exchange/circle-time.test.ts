import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CircleTime,
  circleNow,
  circleOffset,
  doubted,
  type Echo,
  echoed,
  heldTime,
  newCircleTime,
  type Probe,
  probing,
  STEP_MS,
  timeClaim,
  withPeers,
} from './circle-time.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 5, 17);

interface Device {
  name: string;
  skewMs: number;
  /** Of this device's clock, parts of one. */
  drift: number;
  time: CircleTime;
  here: boolean;
  stepped: number;
  /** Circle time as last shown, and the line it was shown on. */
  shown: number;
  backwards: number;
}

/** Devices on a net with delays: time goes in steps of 10 ms, and presence is known at once. */
function town(
  people: readonly { name: string; skewMs: number; drift?: number }[],
  net: { random: () => number; oneWayMs: () => number; lost?: number },
) {
  let now = START;
  let letters: { due: number; to: Device; run: () => void }[] = [];
  const local = (one: Device) => Math.round(now + one.skewMs + (now - START) * one.drift);
  const devices: Device[] = people.map(({ name, skewMs, drift = 0 }) => ({
    name,
    skewMs,
    drift,
    time: newCircleTime(name, START + skewMs),
    here: true,
    stepped: 0,
    shown: Number.NEGATIVE_INFINITY,
    backwards: 0,
  }));
  const send = (to: Device, run: () => void) => {
    if (net.random() >= (net.lost ?? 0)) letters.push({ due: now + net.oneWayMs(), to, run });
  };
  function answer(by: Device, to: Device, probe: Probe): void {
    const at = circleNow(by.time, local(by));
    if (by.time.line === null) return;
    const echo: Echo = { from: by.name, id: probe.id, line: by.time.line, cameAt: at, wentAt: at };
    send(to, () => {
      const took = echoed(to.time, echo, local(to));
      to.time = took.time;
      if (took.stepped) to.stepped += 1;
    });
  }
  function tick(): void {
    now += 10;
    const due = letters.filter((letter) => letter.due <= now);
    letters = letters.filter((letter) => letter.due > now);
    for (const letter of due) if (letter.to.here) letter.run();
    for (const device of devices) {
      if (!device.here) continue;
      const peers = devices
        .filter((one) => one !== device && one.here)
        .map((one) => ({ device: one.name, ...timeClaim(one.time, local(one)) }));
      device.time = withPeers(device.time, peers, local(device));
      const { time, probe } = probing(device.time, local(device));
      device.time = time;
      const to = devices.find((one) => one.name === probe?.to);
      if (probe && to) send(to, () => answer(to, device, probe));
      // A sign of life now and then, as the exchange has them.
      if (now % 36_000 === devices.indexOf(device) * 10) {
        const said = circleNow(device.time, local(device));
        for (const one of devices)
          if (one !== device && one.time.line === device.time.line)
            send(one, () => {
              one.time = doubted(one.time, device.name, said, local(one));
            });
      }
      const shown = circleNow(device.time, local(device));
      if (shown < device.shown) device.backwards += 1;
      device.shown = shown;
    }
  }
  return {
    devices,
    local,
    run(ms: number) {
      for (let i = 0; i < ms / 10; i++) tick();
    },
    /** How far those who are here are apart, ms. */
    spread(): number {
      const times = devices.filter((one) => one.here).map((one) => circleNow(one.time, local(one)));
      return Math.max(...times) - Math.min(...times);
    },
    forgetShown() {
      for (const device of devices) {
        device.backwards = 0;
        device.shown = Number.NEGATIVE_INFINITY;
      }
    },
  };
}

function seeded(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state = Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5;
    state ^= state + Math.imul(state ^ (state >>> 7), state | 61);
    return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
  };
}

const anybody = fc.record({
  skewMs: fc.oneof(fc.integer({ min: -30_000, max: 30_000 }), fc.integer({ min: -HOUR, max: HOUR })),
  drift: fc.double({ min: -5e-5, max: 5e-5, noNaN: true }),
});
const names = ['dana', 'ada', 'chen', 'bo', 'fay', 'eve'];
const people = fc
  .array(anybody, { minLength: 2, maxLength: 6 })
  .map((all) => all.map((one, i) => ({ ...one, name: names[i] ?? 'gil' })));

describe("the circle's time", () => {
  it('is the same for all within the half of a round trip, whatever their clocks say', () => {
    fc.assert(
      fc.property(people, fc.integer(), (all, seed) => {
        const random = seeded(seed);
        const { run, spread, devices } = town(all, { random, oneWayMs: () => 2 + random() * 20 });
        run(5_000);
        expect(new Set(devices.map((one) => one.time.line)).size).toBe(1);
        // Two who are each off by no more than half of the part of a trip that is not the same both ways.
        expect(spread()).toBeLessThanOrEqual(22);
      }),
      { numRuns: 60 },
    );
  });

  it('agrees within two milliseconds where packets take the same time both ways', () => {
    const { run, spread } = town(
      [
        { name: 'b', skewMs: 30_000 },
        { name: 'a', skewMs: -30_000 },
        { name: 'c', skewMs: HOUR },
      ],
      { random: () => 0.5, oneWayMs: () => 10 },
    );
    run(5_000);
    expect(spread()).toBeLessThanOrEqual(2);
  });

  it('is found although every third packet is lost', () => {
    const random = seeded(7);
    const { run, spread } = town(
      names.map((name, i) => ({ name, skewMs: i * 60_000 })),
      { random, lost: 0.33, oneWayMs: () => 10 },
    );
    run(60_000);
    expect(spread()).toBeLessThanOrEqual(5);
  });

  it('never runs back and never jumps when the reference leaves, again and again', () => {
    fc.assert(
      fc.property(people, fc.integer(), (all, seed) => {
        const random = seeded(seed);
        const { run, spread, devices, forgetShown, local } = town(all, {
          random,
          oneWayMs: () => 2 + random() * 30,
        });
        run(3_000);
        forgetShown();
        const steps = devices.map((one) => one.stepped);
        const before = devices.map((one) => circleOffset(one.time, local(one)));
        for (const name of names.toSorted().slice(0, all.length - 1)) {
          for (const one of devices) if (one.name === name) one.here = false;
          run(3_000);
          expect(spread()).toBeLessThanOrEqual(64);
        }
        expect(devices.map((one) => one.backwards)).toEqual(devices.map(() => 0));
        expect(devices.map((one) => one.stepped)).toEqual(steps);
        for (const [i, one] of devices.entries())
          expect(Math.abs(circleOffset(one.time, local(one)) - (before[i] ?? 0))).toBeLessThanOrEqual(64);
      }),
      { numRuns: 40 },
    );
  });

  it('is not changed by a newcomer, be they the lowest and an hour off', () => {
    const { run, devices, local, spread } = town(
      [
        { name: 'ada', skewMs: HOUR },
        { name: 'bo', skewMs: 0 },
        { name: 'chen', skewMs: 20_000 },
      ],
      { random: () => 0.5, oneWayMs: () => 5 },
    );
    const [ada, bo] = devices;
    if (!ada || !bo) throw new Error('nobody');
    ada.here = false;
    run(20_000);
    const before = circleNow(bo.time, local(bo)) - local(bo);
    ada.here = true;
    ada.time = newCircleTime('ada', local(ada));
    run(5_000);
    expect(Math.abs(circleNow(bo.time, local(bo)) - local(bo) - before)).toBeLessThanOrEqual(5);
    expect(spread()).toBeLessThanOrEqual(5);
  });

  it('is of whoever has been there longest when two meet, so that what they timed goes on', () => {
    const { run, devices, local } = town(
      [
        { name: 'ada', skewMs: HOUR },
        { name: 'bo', skewMs: 0 },
      ],
      { random: () => 0.5, oneWayMs: () => 5 },
    );
    const [ada, bo] = devices;
    if (!ada || !bo) throw new Error('nobody');
    ada.here = false;
    run(20_000);
    ada.here = true;
    ada.time = newCircleTime('ada', local(ada));
    run(3_000);
    expect(Math.abs(circleNow(bo.time, local(bo)) - local(bo))).toBeLessThanOrEqual(1);
    expect(Math.abs(circleNow(ada.time, local(ada)) - local(bo))).toBeLessThanOrEqual(5);
  });

  it('is begun by one of any number who came one after the other', () => {
    const { run, devices, local, spread } = town(
      ['ada', 'bo', 'chen'].map((name, i) => ({ name, skewMs: i * HOUR })),
      { random: () => 0.5, oneWayMs: () => 5 },
    );
    for (const [i, one] of devices.entries()) one.time = newCircleTime(one.name, local(one) - i * 4_000);
    run(3_000);
    expect(new Set(devices.map((one) => one.time.line)).size).toBe(1);
    expect(devices[0]?.time.line).not.toBeNull();
    expect(spread()).toBeLessThanOrEqual(5);
  });

  it('goes on in another page of the same device as if nothing had been', () => {
    const { run, devices, local, forgetShown } = town(
      [
        { name: 'ada', skewMs: 0 },
        { name: 'bo', skewMs: HOUR },
      ],
      { random: () => 0.5, oneWayMs: () => 5 },
    );
    run(5_000);
    const bo = devices[1];
    if (!bo) throw new Error('nobody');
    const [before, steps] = [circleNow(bo.time, local(bo)), bo.stepped];
    forgetShown();
    bo.time = newCircleTime('bo', local(bo), heldTime(bo.time, local(bo)));
    expect(circleNow(bo.time, local(bo))).toBe(before);
    run(5_000);
    expect([bo.backwards, bo.stepped]).toEqual([0, steps]);
  });

  it('follows when somebody sets a clock by an hour in the middle, and says that it was set anew', () => {
    const { run, devices, spread } = town(
      [
        { name: 'ada', skewMs: 0 },
        { name: 'bo', skewMs: 0 },
      ],
      { random: () => 0.5, oneWayMs: () => 5 },
    );
    run(10 * 60_000);
    const bo = devices[1];
    if (!bo) throw new Error('nobody');
    bo.skewMs = HOUR;
    // By then nobody is asked more often than every few minutes: a sign of life shows that something is wrong.
    run(45_000);
    expect(spread()).toBeLessThanOrEqual(5);
    expect(bo.stepped).toBe(1);
  });

  it('stays within a few milliseconds though fewer and fewer are asked, with clocks that part', () => {
    const { run, devices, spread } = town(
      [
        { name: 'ada', skewMs: 0, drift: 2e-5 },
        { name: 'bo', skewMs: 40, drift: -2e-5 },
        { name: 'chen', skewMs: -40 },
      ],
      { random: () => 0.5, oneWayMs: () => 5 },
    );
    run(30_000);
    for (let minute = 0; minute < 30; minute += 1) {
      run(60_000);
      expect(spread()).toBeLessThanOrEqual(20);
    }
    const asked = devices.reduce((sum, { time }) => sum + time.sent, 0);
    expect(asked).toBeLessThan(2 * 40);
  });

  it('takes nothing from an echo that nobody asked for, of another device, or with times that cannot be', () => {
    let time = withPeers(newCircleTime('bo', 0), [{ device: 'ada', line: 'L', upMs: 9_000 }], 0);
    const asked = probing(time, 0);
    time = asked.time;
    expect(asked.probe).toEqual({ to: 'ada', id: 1, sentAt: 0 });
    const good: Echo = { from: 'ada', id: 1, line: 'L', cameAt: 50_000, wentAt: 50_000 };
    const refuse = (echo: Partial<Echo>) => echoed(time, { ...good, ...echo }, 10).time.samples.length;
    expect(refuse({})).toBe(1);
    expect(refuse({ from: 'eve' })).toBe(0);
    expect(refuse({ id: 2 })).toBe(0);
    expect(refuse({ line: 'M' })).toBe(0);
    expect(refuse({ wentAt: 49_999 })).toBe(0);
    expect(refuse({ wentAt: 50_011 })).toBe(0);
    expect(refuse({ cameAt: Number.NaN })).toBe(0);
    const once = echoed(time, good, 10).time;
    expect(echoed(once, good, 10).time.samples).toHaveLength(1);
  });

  it('makes up for a small difference slowly: no second is shorter than 0.9 or longer than 1.1', () => {
    fc.assert(
      fc.property(fc.integer({ min: -STEP_MS, max: STEP_MS }), (difference) => {
        const time: CircleTime = { ...newCircleTime('bo', 0), line: 'L', towards: difference };
        let last = circleNow(time, 0);
        for (let now = 1_000; now <= 30_000; now += 1_000) {
          const next = circleNow(time, now);
          expect(next - last).toBeGreaterThanOrEqual(899);
          expect(next - last).toBeLessThanOrEqual(1_101);
          last = next;
        }
        expect(last - 30_000).toBe(difference);
      }),
      { numRuns: 50 },
    );
  });
});
