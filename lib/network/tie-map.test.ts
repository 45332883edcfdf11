import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOSENESS, TIE_CATEGORIES } from './facts.ts';
import { MAX_HEART, placeHeart } from './heart.ts';
import { type MapTie, placeTies, type TieMap } from './tie-map.ts';

const tie = fc.record({
  category: fc.option(fc.constantFrom(...TIE_CATEGORIES)),
  closeness: fc.option(fc.constantFrom(...CLOSENESS)),
});
const ties = (max: number) =>
  fc
    .array(tie, { maxLength: max, size: 'max' })
    .map((all): MapTie[] => all.map((one, at) => ({ id: `t${at}`, ...one })));
/** A phone, a narrow window, the page as it is on a desk. */
const width = fc.constantFrom(256, 288, 340, 480, 640, 736);

const points = (map: TieMap) =>
  map.sectors.flatMap(({ dots, more }) => [...dots, ...(more ? [{ id: 'more', ...more }] : [])]);
const placed = (map: TieMap) => map.sectors.flatMap(({ dots }) => dots.map(({ id }) => id));

function expectApart(map: TieMap): void {
  const all = points(map);
  // Looked for first and expected once: there are tens of thousands of pairs.
  const near = all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < map.pitch - 1e-6)
      .map((b) => [a.id, b.id]),
  );
  expect(near).toEqual([]);
  const out = all.map(({ x, y }) => Math.hypot(x, y));
  expect(Math.min(...out) - map.pitch / 2).toBeGreaterThanOrEqual(map.heart);
  expect(Math.max(0, ...out) + map.pitch / 2).toBeLessThanOrEqual(map.rim);
}

describe('the map of ties', () => {
  it('shows every one of sixty ties, however they are spread, and none touches another, the heart or the rim', () => {
    fc.assert(
      fc.property(
        ties(60),
        width.filter((one) => one >= 288),
        (all, wide) => {
          const map = placeTies(all, wide);
          expect(placed(map).sort()).toEqual(all.map(({ id }) => id).sort());
          expect(map.sectors.every(({ more }) => more === null)).toBe(true);
          expectApart(map);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('also shows sixty of one kind, which is the hardest', () => {
    for (const category of [...TIE_CATEGORIES, null])
      for (const closeness of [...CLOSENESS, null]) {
        const all = Array.from({ length: 60 }, (_, at) => ({ id: `t${at}`, category, closeness }));
        const map = placeTies(all, 288);
        expect(placed(map)).toHaveLength(60);
        expectApart(map);
      }
  });

  it('counts what finds no place instead of letting it overlap', () => {
    fc.assert(
      fc.property(ties(300), width, (all, wide) => {
        const map = placeTies(all, wide);
        expectApart(map);
        const left = map.sectors.flatMap(({ more }) => more?.ids ?? []);
        expect([...placed(map), ...left].sort()).toEqual(all.map(({ id }) => id).sort());
      }),
      { numRuns: 40 },
    );
    const many = Array.from({ length: 400 }, (_, at) => ({ id: `t${at}`, category: null, closeness: null }));
    expect(placeTies(many, 288).sectors.at(-1)?.more?.ids.length).toBeGreaterThan(100);
  });

  it('has the closer nearer to the heart, within a category always and everywhere while there is room', () => {
    fc.assert(
      fc.property(ties(60), width, (all, wide) => {
        const map = placeTies(all, wide);
        const level = new Map(
          all.map(({ id, closeness }) => [id, closeness === null ? 2 : CLOSENESS.indexOf(closeness)]),
        );
        const groups = map.bounds ? [placedDots(map)] : map.sectors.map(({ dots }) => dots);
        for (const dots of groups)
          for (const a of dots)
            for (const b of dots)
              if ((level.get(a.id) ?? 0) < (level.get(b.id) ?? 0))
                expect(Math.hypot(a.x, a.y)).toBeLessThanOrEqual(Math.hypot(b.x, b.y) + 1e-6);
      }),
      { numRuns: 80 },
    );
  });

  it('keeps each tie in the part of its category, and the parts go once round', () => {
    fc.assert(
      fc.property(ties(60), width, (all, wide) => {
        const map = placeTies(all, wide);
        expect(map.sectors[0]?.from).toBe(0);
        expect(map.sectors.at(-1)?.to).toBeCloseTo(2 * Math.PI, 5);
        for (const { category, from, to, dots } of map.sectors)
          for (const { id, x, y } of dots) {
            const angle = (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);
            expect(angle).toBeGreaterThanOrEqual(from);
            expect(angle).toBeLessThanOrEqual(to);
            expect(all.find((one) => one.id === id)?.category).toBe(category);
          }
      }),
      { numRuns: 80 },
    );
  });

  it('is the same for every order of the ties', () => {
    fc.assert(
      fc.property(ties(40), width, (all, wide) => {
        expect(placeTies(all.toReversed(), wide)).toEqual(placeTies(all, wide));
      }),
      { numRuns: 50 },
    );
  });

  it('has names under the dots where a handful stand on a wide page, and large dots on a phone', () => {
    const few = TIE_CATEGORIES.map((category, at) => ({
      id: `t${at}`,
      category,
      closeness: CLOSENESS[at % 3] ?? null,
    }));
    expect(placeTies(few, 640).named).toBe(true);
    const phone = placeTies(few, 288);
    expect(phone.bounds).not.toBeNull();
    expect(phone.pitch).toBeGreaterThanOrEqual(26);
  });
});

const placedDots = (map: TieMap) => map.sectors.flatMap(({ dots }) => dots);

describe('the heart of the map', () => {
  it('holds up to six circles of up to twelve without a disc touching another or leaving it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 38, max: 92 }),
        (members, radius) => {
          const rings = placeHeart(members, radius);
          expect(rings).toHaveLength(Math.min(members.length, MAX_HEART));
          const discs = rings.flatMap(({ x, y, seats, seat }) =>
            seats.map((one) => ({ x: x + one.x, y: y + one.y, seat })),
          );
          discs.forEach((a, index) => {
            expect(Math.hypot(a.x, a.y) + a.seat).toBeLessThanOrEqual(radius + 1e-6);
            for (const b of discs.slice(index + 1))
              expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.seat + b.seat - 1e-6);
          });
        },
      ),
      { numRuns: 100 },
    );
  });
});
