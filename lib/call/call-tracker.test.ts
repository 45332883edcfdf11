import { describe, expect, it } from 'vitest';
import type { CallReading } from './adapter';
import { notInCall, type TrackedCall, track } from './call-tracker';

const nothing: CallReading = { controls: false, admitted: false, ended: false };
const waiting: CallReading = { controls: true, admitted: false, ended: false };
const inside: CallReading = { controls: true, admitted: true, ended: false };
const over: CallReading = { controls: false, admitted: false, ended: true };

/** One look a second, each with its code and reading; gives the states. */
function states(looks: readonly (readonly [string | null, CallReading])[], from: TrackedCall = notInCall) {
  let call = from;
  return looks.map(([code, reading], second) => {
    call = track(call, code, reading, second * 1_000);
    return call.state;
  });
}
const repeat = (times: number, look: readonly [string | null, CallReading]) =>
  Array.from({ length: times }, () => look);

describe('what is known about the call', () => {
  it('goes from the start page through the waiting room into the call', () => {
    expect(
      states([
        [null, nothing],
        ['a', nothing],
        ['a', waiting],
        ['a', inside],
      ]),
    ).toEqual(['outside', 'lobby', 'lobby', 'inCall']);
  });

  it('stays in the call while the page shows controls but nothing else that is known, since admission is a latch', () => {
    expect(states([['a', inside], ...repeat(30, ['a', waiting])]).at(-1)).toBe('inCall');
  });

  it('takes nine seconds without controls for a lost connection, and more for leaving', () => {
    expect(states([['a', inside], ...repeat(10, ['a', nothing])]).at(-1)).toBe('inCall');
    expect(states([['a', inside], ...repeat(11, ['a', nothing])]).at(-1)).toBe('left');
  });

  it('counts those seconds anew when the controls came back in between', () => {
    const looks = [
      ['a', inside],
      ...repeat(8, ['a', nothing]),
      ['a', inside],
      ...repeat(8, ['a', nothing]),
    ] as const;
    expect(states(looks).at(-1)).toBe('inCall');
  });

  it('does not take the time a tab was hidden for time without controls', () => {
    let call = track(notInCall, 'a', inside, 0);
    call = track(call, 'a', nothing, 1_000);
    call = track(call, 'a', nothing, 600_000);
    expect(call.state).toBe('inCall');
  });

  it('believes the host at once when it says the call is over, though the code stays in the address', () => {
    expect(
      states([
        ['a', inside],
        ['a', over],
        ['a', nothing],
        ['a', nothing],
      ]),
    ).toEqual(['inCall', 'left', 'left', 'left']);
  });

  it('knows somebody who comes back, straight in or through the waiting room', () => {
    expect(
      states([
        ['a', inside],
        ['a', over],
        ['a', inside],
      ]).at(-1),
    ).toBe('inCall');
    expect(
      states([
        ['a', inside],
        ['a', over],
        ['a', waiting],
        ['a', inside],
      ]),
    ).toEqual(['inCall', 'left', 'lobby', 'inCall']);
  });

  it('starts afresh with the second call of one page, so that the first one lends it no admission', () => {
    expect(
      states([
        ['a', inside],
        ['b', nothing],
        ['b', inside],
      ]),
    ).toEqual(['inCall', 'lobby', 'inCall']);
  });

  it('follows a call under an address without a code, as some hosts have it, through a breakout', () => {
    expect(
      states([
        [null, nothing],
        [null, inside],
        [null, nothing],
        [null, inside],
      ]),
    ).toEqual(['outside', 'inCall', 'inCall', 'inCall']);
  });
});
