/** The drawing's own units: a square of 320, its middle at 0,0, angles in degrees clockwise from the top. */
export const RING = {
  half: 160,
  /** Middle of the line of a seat's time. */
  arc: 140,
  arcWidth: 6,
  /** Middle of the line for time beyond the share, outside the arc. */
  beyond: 151,
  seat: 111,
  turn: 79,
  turnWidth: 9,
} as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point on a circle round the middle. */
export function pointAt(degrees: number, radius: number): Point {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return { x: round(radius * Math.cos(radians)), y: round(radius * Math.sin(radians)) };
}

/** An arc as SVG path data, clockwise. Shorter than a full circle; nothing for one that has no length. */
export function arcPath(from: number, to: number, radius: number): string {
  if (to - from <= 0.05) return '';
  const a = pointAt(from, radius);
  const b = pointAt(Math.min(to, from + 359.9), radius);
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${b.x} ${b.y}`;
}

/** Where seat `index` of `count` sits, and from where to where its arc runs (degrees). */
export function seatAngles(index: number, count: number): { middle: number; from: number; to: number } {
  const middle = (index * 360) / count;
  // Wide enough a gap to count the seats, also with round ends; with twelve it stays a third of an arc.
  const half = (360 / count - Math.min(10, 90 / count)) / 2;
  return { middle, from: middle - half, to: middle + half };
}

/** The radius of a seat's disc: they must not touch with twelve. */
export function seatRadius(count: number, now: boolean): number {
  const room = count <= 8 ? 17 : 15;
  return now ? room + 4 : room;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
