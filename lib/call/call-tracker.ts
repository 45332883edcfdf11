import type { CallState } from '@/lib/platform/messages';
import type { CallAdapter, CallReading } from './adapter';

/** Controls may vanish for a moment (a breakout, a lost connection): only this long without them is leaving. */
export const GONE_MS = 9_000;
/** A longer silence between two looks (hidden tab, sleep) says nothing about what happened meanwhile. */
const GAP_MS = 5_000;

export interface TrackedCall {
  readonly code: string | null;
  readonly state: CallState;
  /** When the controls were first missed, monotonic ms; null while they are there. */
  readonly goneSince: number | null;
  readonly lookedAt: number;
}

export const notInCall: TrackedCall = { code: null, state: 'outside', goneSince: null, lookedAt: 0 };

/**
 * What is known about the call after one more look at `now` (monotonic ms). Being let in is a one-way latch: once in,
 * a page that shows nothing we know is still the call, until the host says it is over or the controls have been gone
 * for {@link GONE_MS}. A code that stays in the address after leaving is not a call; coming back is.
 */
export function track(
  before: TrackedCall,
  code: string | null,
  reading: CallReading,
  now: number,
): TrackedCall {
  const was = before.code === code ? before.state : 'outside';
  const next = (state: CallState, goneSince: number | null = null): TrackedCall => ({
    code,
    state,
    goneSince,
    lookedAt: now,
  });
  // A call that nothing names is one from where somebody was let in.
  if (code === null && was === 'outside' && !reading.admitted) return next('outside');
  if (reading.ended) return next('left');
  if (reading.admitted) return next('inCall');
  if (was === 'inCall') {
    if (reading.controls) return next('inCall');
    const since = now - before.lookedAt <= GAP_MS ? (before.goneSince ?? now) : now;
    return now - since > GONE_MS ? next('left') : next('inCall', since);
  }
  return next(was === 'left' && !reading.controls ? 'left' : 'lobby');
}

/** For hosts whose address names the call as long as it lasts: {@link track}, where there is a code. */
export const trackNamed: CallAdapter['follow'] = (before, named, read, now) =>
  named === null ? notInCall : track(before, named, read(), now);
