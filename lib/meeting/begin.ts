import { MINUTE_MS } from './plan.ts';

/**
 * How long a meeting that is started at `now` has, ms: whoever starts late still ends when it was planned, as long as
 * half of the time is left; whoever starts early, or much later, has the whole length.
 */
export function timeFor(slot: { start: number; lengthMin: number; adhoc: boolean }, now: number): number {
  const lengthMs = slot.lengthMin * MINUTE_MS;
  const leftMs = slot.start + lengthMs - now;
  return !slot.adhoc && leftMs < lengthMs && leftMs >= lengthMs / 2 ? leftMs : lengthMs;
}

/** Whether it is time: a planned meeting's start has come, and its end has not. */
export const isTime = (slot: { start: number; lengthMin: number; adhoc: boolean }, now: number): boolean =>
  !slot.adhoc && now >= slot.start && now < slot.start + slot.lengthMin * MINUTE_MS;
