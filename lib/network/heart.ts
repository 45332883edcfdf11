/** A circle at the heart of the map: a ring of seats. Px, from the middle of the heart. */
export interface HeartRing {
  x: number;
  y: number;
  radius: number;
  /** The seats' discs, the first at the top. */
  seats: readonly { x: number; y: number }[];
  seat: number;
}

/** So many circles are drawn; more would be specks. */
export const MAX_HEART = 6;

/**
 * Places circles of so many members in a heart of `radius` px: one takes it all, several stand round the middle. No two
 * discs meet, and none leaves the heart.
 */
export function placeHeart(members: readonly number[], radius: number): HeartRing[] {
  const circles = members.slice(0, MAX_HEART);
  const count = circles.length;
  const sin = Math.sin(Math.PI / count);
  const own = count === 1 ? radius : (radius * sin) / (1 + sin);
  return circles.map((seats, index) => {
    const turn = (2 * Math.PI * index) / count;
    const out = count === 1 ? 0 : radius - own;
    const half = Math.sin(Math.PI / Math.max(2, seats));
    // A third of the way is for what stands in the middle; the discs keep a little apart.
    const seat = Math.min(own * 0.24, 15, (own * half * 0.88) / (1 + half * 0.88));
    const round = own - seat - 1;
    return {
      x: out * Math.sin(turn),
      y: -out * Math.cos(turn),
      radius: own,
      seat,
      seats: Array.from({ length: seats }, (_, at) => ({
        x: round * Math.sin((2 * Math.PI * at) / seats),
        y: -round * Math.cos((2 * Math.PI * at) / seats),
      })),
    };
  });
}
