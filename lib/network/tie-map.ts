import { CLOSENESS, type Closeness, TIE_CATEGORIES, type TieCategory } from './facts.ts';
import {
  type Bands,
  bandings,
  bandOf,
  cutDown,
  leastAngle,
  type Rings,
  ringsBetween,
  room,
  shareOut,
} from './rings.ts';

/** What the map asks of a tie. */
export interface MapTie {
  id: string;
  category: TieCategory | null;
  closeness: Closeness | null;
}

export interface Dot {
  id: string;
  x: number;
  y: number;
}

/** A category's part of the map; angles in radians clockwise from the top. */
export interface Sector {
  /** Null: of these nobody said where one knows them from. */
  category: TieCategory | null;
  from: number;
  to: number;
  dots: readonly Dot[];
  /** What found no place, and where that is said; null nearly always. */
  more: (Omit<Dot, 'id'> & { ids: readonly string[] }) | null;
  /** The middle, for a question where there is nobody. */
  x: number;
  y: number;
}

/** Everything in px, the middle of the map at 0,0. */
export interface TieMap {
  size: number;
  heart: number;
  /** Where the last ring ends and the names of the categories begin. */
  rim: number;
  /** A dot with all that belongs to it fits into a circle of this diameter, and none of these circles meet. */
  pitch: number;
  /** Whether there is room for names under the dots. */
  named: boolean;
  /** Radii between close, friendly and distant; null where it is so full that only the order along each sector holds. */
  bounds: readonly number[] | null;
  sectors: readonly Sector[];
}

/** Diameters that are tried, the largest first. */
const PITCHES = [88, 80, 72, 52, 46, 40, 36, 32, 28, 26, 24, 22, 20, 18] as const;
/** From this one on a name of some ten letters fits under the dot. */
const NAMED = 72;
/** Below this the closeness of a dot may be told by its look alone, so that dots need not be smaller still. */
const FULL = 26;
/** The least part of a category, so that its question has a place. */
const LEAST = (16 * Math.PI) / 180;
const WHOLE = 2 * Math.PI;
/** Of these nobody said how close they are: outside, until somebody does. */
const LEVELS = CLOSENESS.length;
const levelOf = ({ closeness }: MapTie): number =>
  closeness === null ? LEVELS - 1 : CLOSENESS.indexOf(closeness);

/**
 * Places ties round the heart: a sector a category, the closer the nearer. The same for every order of the ties.
 * @param width px there is; the map is as wide and as high.
 */
export function placeTies(ties: readonly MapTie[], width: number): TieMap {
  const groups = groupsOf(ties);
  const heart = Math.min(0.14 * width, 30 + 0.062 * width);
  const rim = width / 2 - (width < 420 ? 17 : 24);
  const tries = [
    ...PITCHES.filter((pitch) => pitch >= FULL).map((pitch) => ({ pitch, banded: true })),
    ...PITCHES.filter((pitch) => pitch < NAMED).map((pitch) => ({ pitch, banded: false })),
  ];
  const frame = (pitch: number) => ringsBetween(heart + 6 + pitch / 2, rim - 2 - pitch / 2, pitch);
  for (const { pitch, banded } of tries) {
    const rings = frame(pitch);
    for (const bands of banded ? bandings(rings.radii.length) : [null]) {
      const angles = anglesFor(groups, rings, bands);
      if (angles)
        return {
          size: width,
          heart,
          rim,
          pitch,
          named: pitch >= NAMED,
          bounds: bands && boundsOf(rings, bands),
          sectors: sectorsOf(groups, angles, rings, bands),
        };
    }
  }
  const pitch = 18;
  const rings = frame(pitch);
  const needs = groups.map(({ ties: own }) => Math.max(LEAST, needOf(own, rings, null) ?? WHOLE));
  const sectors = sectorsOf(groups, cutDown(needs, WHOLE), rings, null);
  return { size: width, heart, rim, pitch, named: false, bounds: null, sectors };
}

interface Group {
  category: TieCategory | null;
  /** The closest first. */
  ties: readonly MapTie[];
}

function groupsOf(ties: readonly MapTie[]): Group[] {
  const inOrder = ties.toSorted((a, b) => levelOf(a) - levelOf(b) || (a.id < b.id ? -1 : 1));
  const of = (category: TieCategory | null) => inOrder.filter((tie) => tie.category === category);
  const unsaid = of(null);
  return [
    ...TIE_CATEGORIES.map((category) => ({ category, ties: of(category) })),
    ...(unsaid.length > 0 ? [{ category: null, ties: unsaid }] : []),
  ];
}

const capacity = ({ steps }: Rings, angle: number, from = 0, to = steps.length): number =>
  steps.slice(from, to).reduce((sum, step) => sum + room(angle, step), 0);

/** The angle a group needs; null when it has no room at all. */
function needOf(ties: readonly MapTie[], rings: Rings, bands: Bands | null): number | null {
  if (!bands) return leastAngle((angle) => capacity(rings, angle) >= ties.length);
  const counts = bands.map((_, level) => ties.filter((tie) => levelOf(tie) === level).length);
  return leastAngle((angle) =>
    counts.every((count, level) => {
      const { from, to } = bandOf(bands, level);
      return capacity(rings, angle, from, to) >= count;
    }),
  );
}

function anglesFor(groups: readonly Group[], rings: Rings, bands: Bands | null): number[] | null {
  const needs = groups.map(({ ties }) => needOf(ties, rings, bands));
  return needs.some((need) => need === null)
    ? null
    : shareOut(
        needs.map((need) => Math.max(LEAST, need ?? 0)),
        WHOLE,
      );
}

const boundsOf = ({ radii }: Rings, bands: Bands): number[] =>
  [0, 1].map((level) => {
    const { to } = bandOf(bands, level);
    return ((radii[to - 1] ?? 0) + (radii[to] ?? 0)) / 2;
  });

const at = (radius: number, angle: number): Omit<Dot, 'id'> => ({
  x: radius * Math.sin(angle),
  y: -radius * Math.cos(angle),
});

function sectorsOf(
  groups: readonly Group[],
  angles: readonly number[],
  rings: Rings,
  bands: Bands | null,
): Sector[] {
  const middle = ((rings.radii[0] ?? 0) + (rings.radii.at(-1) ?? 0)) / 2;
  let from = 0;
  return groups.map(({ category, ties }, index) => {
    const angle = angles[index] ?? 0;
    const sector = { category, from, to: from + angle };
    const all = capacity(rings, angle);
    const shown = ties.length > all && !bands ? ties.slice(0, Math.max(0, all - 1)) : ties;
    const left = ties.slice(shown.length).map(({ id }) => id);
    const places = spread(shown, left.length > 0 ? 1 : 0, angle, rings, bands);
    const spots = places.map(({ ring, turn }) => at(rings.radii[ring] ?? 0, sector.from + turn));
    from = sector.to;
    const last = spots.at(-1);
    return {
      ...sector,
      dots: shown.flatMap(({ id }, which) => {
        const spot = spots[which];
        return spot ? [{ id, ...spot }] : [];
      }),
      more: left.length > 0 && last ? { ...last, ids: left } : null,
      ...at(middle, (sector.from + sector.to) / 2),
    };
  });
}

/** Where in a sector each tie stands, in their order, with `extra` places more behind the last. */
function spread(
  ties: readonly MapTie[],
  extra: number,
  angle: number,
  rings: Rings,
  bands: Bands | null,
): { ring: number; turn: number }[] {
  const rooms = rings.steps.map((step) => room(angle, step));
  const levels = Array.from(
    { length: LEVELS },
    (_, level) => ties.filter((tie) => levelOf(tie) === level).length,
  );
  levels[LEVELS - 1] = (levels[LEVELS - 1] ?? 0) + extra;
  const counts = bands ? countsInBands(levels, rooms, bands) : countsInOrder(levels, rooms);
  return counts.flatMap((count, ring) =>
    Array.from({ length: count }, (_, place) => ({ ring, turn: ((place + 0.5) * angle) / count })),
  );
}

/** How many stand on each ring where each closeness keeps to its own: evenly, by the room there is. */
function countsInBands(levels: readonly number[], rooms: readonly number[], bands: Bands): number[] {
  return levels.flatMap((count, level) => {
    const { from, to } = bandOf(bands, level);
    const own = rooms.slice(from, to);
    let left = count;
    let roomLeft = own.reduce((sum, one) => sum + one, 0);
    return own.map((one) => {
      const share =
        roomLeft > 0
          ? Math.min(one, Math.max(Math.ceil((left * one) / roomLeft), left - (roomLeft - one)))
          : 0;
      left -= share;
      roomLeft -= one;
      return share;
    });
  });
}

/** The same where only the order holds: the closest from the heart outwards, the distant from the rim inwards. */
function countsInOrder(levels: readonly number[], rooms: readonly number[]): number[] {
  const counts = rooms.map(() => 0);
  const fill = (count: number, order: readonly number[]) => {
    let left = count;
    for (const ring of order) {
      const share = Math.min(left, (rooms[ring] ?? 0) - (counts[ring] ?? 0));
      counts[ring] = (counts[ring] ?? 0) + share;
      left -= share;
    }
  };
  const outwards = rooms.map((_, ring) => ring);
  const middle = (rooms.length - 1) / 2;
  const fromMiddle = outwards.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  const [close = 0, friendly = 0, distant = 0] = levels;
  fill(close, outwards);
  fill(distant, outwards.toReversed());
  fill(friendly, fromMiddle);
  return counts;
}
