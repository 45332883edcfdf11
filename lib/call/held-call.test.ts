import { describe, expect, it } from 'vitest';
import type { Body } from '@/lib/platform/messenger';
import { heldCall, type TabCall } from './held-call';

const MINUTE = 60_000;
const A = '19:meeting_a@thread.v2';
type Look = Partial<Body<'call.seen'>> & { after?: number };

/** The codes a tab has after each look; what nobody named is `new 1`, `new 2` …. */
function codesOf(...looks: Look[]): (string | null)[] {
  return callsOf(...looks).map((call) => call.code);
}

function callsOf(...looks: Look[]): TabCall[] {
  let call: TabCall | null = null;
  let now = 0;
  let made = 0;
  return looks.map(({ after = MINUTE, ...look }) => {
    now += after;
    call = heldCall(
      call,
      { host: 'teams', code: null, state: 'inCall', title: null, ...look },
      now,
      () => `new ${++made}`,
    );
    return call;
  });
}

const linked: Look = { code: A, state: 'lobby' };
const away: Look = { state: 'outside' };
const asked: Look = { state: 'lobby' };
const call: Look = { state: 'inCall' };
const left: Look = { state: 'left' };
const titled = (look: Look, title: string): Look => ({ ...look, title });

describe('a code that its address stops naming', () => {
  it('holds from the link over page loads, the question and the wait into the call', () => {
    expect(codesOf(linked, { ...linked, state: 'outside' }, asked, away, call, left)).toEqual([
      A,
      A,
      A,
      A,
      A,
      A,
    ]);
  });

  it('holds while the page is loaded anew in the call', () => {
    expect(codesOf(linked, call, away, asked, call).slice(0, 3)).toEqual([A, A, A]);
    expect(codesOf(linked, call, away, call)).toEqual([A, A, A, A]);
  });

  it('is given up when the host asks anew, since that may be about another call', () => {
    expect(codesOf(linked, asked, away, asked, call)).toEqual([A, A, A, 'new 1', 'new 1']);
    expect(codesOf(linked, call, asked, call)).toEqual([A, A, 'new 1', 'new 1']);
  });

  it('is given up after a quarter of an hour without any call, and an hour at its door', () => {
    expect(codesOf(linked, away, { ...call, after: 14 * MINUTE })).toEqual([A, A, A]);
    expect(codesOf(linked, away, { ...call, after: 16 * MINUTE })).toEqual([A, A, 'new 1']);
    expect(codesOf(linked, asked, { ...call, after: 50 * MINUTE })).toEqual([A, A, A]);
    expect(codesOf(linked, asked, { ...call, after: 70 * MINUTE })).toEqual([A, A, 'new 1']);
  });

  it('is not taken for the next call of the same page', () => {
    expect(codesOf(linked, call, left, call, left, call)).toEqual([A, A, A, 'new 1', 'new 1', 'new 2']);
    expect(codesOf(linked, titled(call, 'Ours'), left, titled(call, 'Other'))).toEqual([A, A, A, 'new 1']);
    expect(codesOf(linked, call, left, away, call)).toEqual([A, A, A, A, 'new 1']);
  });

  it('is taken again when the title says that it is the same call, also when the title comes late', () => {
    expect(codesOf(linked, titled(call, 'Ours'), left, titled(call, 'Ours'))).toEqual([A, A, A, A]);
    expect(codesOf(linked, titled(call, 'Ours'), left, call, titled(call, 'Ours'))).toEqual([
      A,
      A,
      A,
      'new 1',
      A,
    ]);
  });

  it('is given up when the title turns out to be another', () => {
    expect(codesOf(linked, titled(call, 'Ours'), left, titled(call, 'Ours'), titled(call, 'Other'))).toEqual([
      A,
      A,
      A,
      A,
      'new 1',
    ]);
  });

  it('holds in a breakout room, which has a title of its own', () => {
    expect(codesOf(linked, titled(call, 'Ours'), titled(call, 'Room 1'), titled(call, 'Ours'), left)).toEqual(
      [A, A, A, A, A],
    );
  });

  it('gives way to a code that the address names', () => {
    expect(codesOf(linked, call, { code: 'b', state: 'lobby' }, call)).toEqual([A, A, 'b', 'b']);
  });
});

describe('a call that nothing names', () => {
  it('has a code of its own, so that answers about it reach no other call', () => {
    expect(codesOf(call, left, call)).toEqual(['new 1', 'new 1', 'new 2']);
    expect(codesOf(away, call)).toEqual([null, 'new 1']);
  });

  it('is none of Meet’s, whose address names every call', () => {
    expect(codesOf({ host: 'meet', code: 'abc-defg-hij' }, { host: 'meet', state: 'outside' })).toEqual([
      'abc-defg-hij',
      null,
    ]);
  });
});

describe('the number of a tab’s call', () => {
  it('stays while the call does, and is another for every other call', () => {
    const numbers = (...looks: Look[]) => callsOf(...looks).map(({ nth }) => nth);
    expect(numbers(linked, asked, call, left, call, left, call)).toEqual([1, 1, 1, 1, 2, 2, 3]);
    expect(numbers(linked, titled(call, 'Ours'), left, titled(call, 'Ours'))).toEqual([1, 1, 1, 1]);
    expect(numbers({ host: 'meet', code: 'a' }, { host: 'meet', code: 'b' })).toEqual([1, 2]);
  });
});
