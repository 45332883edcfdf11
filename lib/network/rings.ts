/** Where dots can stand: rings round the heart, each holding so many in a sector. Angles in radians, lengths in px. */
export interface Rings {
  /** Radius of each, from the heart outwards; two neighbours are at least `pitch` apart. */
  radii: readonly number[];
  /** The angle a dot needs on each, so that two beside each other are `pitch` apart. */
  steps: readonly number[];
}

/** As many rings as fit between two radii, evenly spread. */
export function ringsBetween(inner: number, outer: number, pitch: number): Rings {
  const count = Math.floor((outer - inner) / pitch + 1e-9) + 1;
  const gap = count > 1 ? (outer - inner) / (count - 1) : 0;
  const radii = Array.from({ length: Math.max(0, count) }, (_, at) => inner + at * gap);
  return { radii, steps: radii.map((radius) => 2 * Math.asin(Math.min(1, pitch / (2 * radius)))) };
}

/** How many dots a ring holds in a sector of this angle: each keeps half a step from the sector's edge. */
export const room = (angle: number, step: number): number => Math.floor(angle / step + 1e-9);

/** Which rings a closeness has, as many as it is given, from the heart outwards. */
export type Bands = readonly number[];

/** All ways to give each of three kinds of closeness some of `count` rings, the most even first. */
export function bandings(count: number): Bands[] {
  const found: Bands[] = [];
  for (let near = 1; near <= count - 2; near += 1)
    for (let middle = 1; near + middle <= count - 1; middle += 1)
      found.push([near, middle, count - near - middle]);
  const spread = (bands: Bands) => Math.max(...bands) - Math.min(...bands);
  return found.sort((a, b) => spread(a) - spread(b));
}

/** The rings of band `level`: from, and up to but without. */
export const bandOf = (bands: Bands, level: number): { from: number; to: number } => {
  const from = bands.slice(0, level).reduce((sum, one) => sum + one, 0);
  return { from, to: from + (bands[level] ?? 0) };
};

/** The smallest angle at which `fits` says yes, in tenths of a degree; null when not even the whole circle will do. */
export function leastAngle(fits: (angle: number) => boolean): number | null {
  const tenth = Math.PI / 1800;
  let [low, high] = [0, 3600];
  if (!fits(high * tenth)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle * tenth)) high = middle;
    else low = middle + 1;
  }
  return low * tenth;
}

/** Gives each at least what it needs and shares the rest so that all are as even as can be; null when it does not go round. */
export function shareOut(needs: readonly number[], whole: number): number[] | null {
  const sum = (level: number) => needs.reduce((all, need) => all + Math.max(need, level), 0);
  if (sum(0) > whole + 1e-9) return null;
  let [low, high] = [0, whole];
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (sum(middle) > whole) high = middle;
    else low = middle;
  }
  return needs.map((need) => Math.max(need, low));
}

/** The opposite: nobody gets more than needed, and those who need most give way until it goes round. */
export function cutDown(needs: readonly number[], whole: number): number[] {
  let [low, high] = [0, whole];
  for (let round = 0; round < 50; round += 1) {
    const middle = (low + high) / 2;
    if (needs.reduce((all, need) => all + Math.min(need, middle), 0) > whole) high = middle;
    else low = middle;
  }
  return needs.map((need) => Math.min(need, low));
}
