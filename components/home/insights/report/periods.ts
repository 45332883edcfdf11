/** What a report can be about: a half-year that is over, or two that make a year. */
export interface Period {
  /** `2026-H1` or `2026`. */
  key: string;
  halves: readonly string[];
}

/** The latest first. @param halves keys of half-years that are over, the earliest first. */
export function periodsOf(halves: readonly string[]): Period[] {
  const years = Map.groupBy(halves, (key) => key.slice(0, 4));
  const whole = [...years]
    .filter(([, own]) => own.length === 2)
    .map(([key, own]): Period => ({ key, halves: own }));
  return [...halves.map((key): Period => ({ key, halves: [key] })).toReversed(), ...whole.toReversed()];
}
