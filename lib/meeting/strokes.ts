import { shuffled } from './turns.ts';

/** Who says a stroke to whom. */
export interface StrokeTurn {
  from: string;
  to: string;
}

/**
 * The round of strokes: a ring that nobody made, so that everyone says one and hears one, and it is somebody else every
 * time. Whoever comes or goes in the middle is put in or left out; the others stay in their order.
 * @param seed the meeting's id: the same round on every screen.
 */
export function strokesRound(present: readonly string[], seed: string): StrokeTurn[] {
  if (present.length < 2) return [];
  const ring = shuffled(present, `${seed}\nstrokes`);
  return ring.map((from, i) => ({ from, to: ring[(i + 1) % ring.length] ?? from }));
}
