import { describe, expect, it } from 'vitest';
import type { CallReading } from '../adapter';
import { notInCall, type TrackedCall } from '../call-tracker';
import { followTeams } from './follow-teams';

const nothing: CallReading = { controls: false, admitted: false, ended: false, prejoin: false };
const asks: CallReading = { ...nothing, prejoin: true };
const inside: CallReading = { ...nothing, controls: true, admitted: true };

/** States after each look, one a second. */
function states(looks: readonly (readonly [code: string | null, reading: CallReading])[]) {
  let call: TrackedCall = notInCall;
  let now = 0;
  return looks.map(([code, reading]) => {
    now += 1_000;
    call = followTeams(call, code, () => reading, now);
    return call.state;
  });
}
const during = (seconds: number, reading: CallReading) =>
  Array.from({ length: seconds }, () => [null, reading] as const);

describe('a call under an address that does not name it', () => {
  it('is followed from the link over the question into the call', () => {
    expect(
      states([
        ['a', nothing],
        [null, nothing],
        [null, asks],
        [null, inside],
      ]),
    ).toEqual(['lobby', 'lobby', 'lobby', 'inCall']);
  });

  it('is none while the program shows something else', () => {
    expect(
      states([
        [null, nothing],
        [null, nothing],
      ]),
    ).toEqual(['outside', 'outside']);
  });

  it('is none once the question went away without anybody being in', () => {
    expect(
      states([
        [null, asks],
        [null, nothing],
        [null, asks],
      ]),
    ).toEqual(['lobby', 'outside', 'lobby']);
  });

  it('has its door at a page that never asked, since that may be one that cannot be read', () => {
    expect(states([['a', nothing], ...during(20, nothing)]).at(-1)).toBe('lobby');
  });

  it('lasts through a breakout, and is left when its controls stay away', () => {
    expect(states([[null, inside], ...during(5, nothing), [null, inside]]).at(-1)).toBe('inCall');
    expect(states([[null, inside], ...during(5, nothing)]).at(-1)).toBe('inCall');
    expect(states([[null, inside], ...during(12, nothing)]).at(-1)).toBe('left');
  });

  it('is left at once where the host asks whether to join again', () => {
    expect(
      states([
        [null, inside],
        [null, asks],
      ]),
    ).toEqual(['inCall', 'lobby']);
    expect(states([[null, inside], ...during(12, nothing), [null, asks]]).at(-1)).toBe('lobby');
  });
});
