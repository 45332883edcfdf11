/** A point at an angle (radians, clockwise from the top) and a radius, as SVG says it. */
const point = (angle: number, radius: number): string =>
  `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`;

const round = (value: number): number => Math.round(value * 100) / 100;

/** The line between two sectors. */
export const spoke = (angle: number, from: number, to: number): string =>
  `M${point(angle, from)}L${point(angle, to)}`;

/** Whether words along this arc have to run the other way to stand upright. */
const isBelow = (from: number, to: number): boolean => {
  const middle = (from + to) / 2;
  return middle > Math.PI / 2 && middle < (3 * Math.PI) / 2;
};

/** The arc that a sector's name runs along, from left to right; `height` is that of its letters, px. */
export function nameArc(from: number, to: number, rim: number, height: number): string {
  const large = to - from > Math.PI ? 1 : 0;
  if (!isBelow(from, to)) {
    const radius = rim + 5;
    return `M${point(from, radius)}A${radius} ${radius} 0 ${large} 1 ${point(to, radius)}`;
  }
  const radius = rim + 4 + height;
  return `M${point(to, radius)}A${radius} ${radius} 0 ${large} 0 ${point(from, radius)}`;
}

/** Mean width of a letter, in parts of the letters' size. */
const LETTER = 0.56;

/** The first of several names that fits along an arc; null when none does. @param size of the letters, px. */
export const fitting = (names: readonly string[], arc: number, size: number): string | null =>
  names.find((name) => name.length * size * LETTER <= arc - size) ?? null;

/** What of a name fits under a dot: the given name, cut where it is longer. */
export function nameUnder(name: string, most: number): string {
  const [first = name] = name.trim().split(/\s+/);
  const letters = [...first];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : first;
}
