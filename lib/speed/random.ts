/** Numbers from 0 up to 1 that look thrown and are the same for the same seed. @param seed any whole number. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** The same things in an order drawn by `random`. */
export function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const drawn = things.map((thing) => ({ thing, place: random() }));
  return drawn.sort((a, b) => a.place - b.place).map(({ thing }) => thing);
}
