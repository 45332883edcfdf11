/**
 * Hybrid logical clock: `at` of a fact. Twelve hex digits of milliseconds, a dot, four of a counter, so that
 * comparing the text compares the time. It breaks ties between facts and nothing else: no right, no displayed
 * time and no timer comes from it.
 */
export type Hlc = string;

export const HLC_START: Hlc = '000000000000.0000';

/** A stamp further ahead of our wall clock than this does not pull our clock along: its author's clock is wrong. */
const MAX_AHEAD_MS = 24 * 60 * 60 * 1000;
const MAX_COUNT = 0xffff;
const SHAPE = /^[0-9a-f]{12}\.[0-9a-f]{4}$/;

const write = (ms: number, count: number): Hlc =>
  `${ms.toString(16).padStart(12, '0')}.${count.toString(16).padStart(4, '0')}`;

/** Whether `text` is a well-formed stamp. */
export const isHlc = (text: unknown): text is Hlc => typeof text === 'string' && SHAPE.test(text);

/** The milliseconds (since 1970) inside a stamp. */
export const hlcMs = (at: Hlc): number => Number.parseInt(at.slice(0, 12), 16);

/** The stamp after `last` at wall time `now` (ms): later than both, also when the wall was set back. */
export function tick(last: Hlc, now: number): Hlc {
  const lastMs = hlcMs(last);
  const wall = Math.max(0, Math.floor(now));
  if (wall > lastMs) return write(wall, 0);
  const count = Number.parseInt(last.slice(13), 16) + 1;
  return count > MAX_COUNT ? write(lastMs + 1, 0) : write(lastMs, count);
}

/** What our clock's last value becomes after seeing a fact of somebody else's stamped `seen`. */
export function witness(last: Hlc, seen: Hlc, now: number): Hlc {
  if (!isHlc(seen) || hlcMs(seen) > now + MAX_AHEAD_MS) return last;
  return seen > last ? seen : last;
}
