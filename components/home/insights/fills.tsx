/** How the parts of a column look: told apart by pattern and lightness, not by colour alone. */
export type Fill =
  | 'main'
  | 'outline'
  | 'rest'
  | 'second'
  | 'kept'
  | 'partly'
  | 'notYet'
  | 'released'
  | 'renegotiated'
  | 'notReported';

/** Patterns of lines and dots; the others are plain, or an outline. */
const PATTERNS: Readonly<Partial<Record<Fill, string>>> = {
  second: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  partly: 'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  notYet: 'M0 3H6',
  released: 'M1.5 3a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0 -3 0',
  renegotiated: 'M-1 -1L7 7M5 -1L7 1M-1 5L1 7',
};

const domId = (id: string, fill: Fill): string => `${id.replace(/[^\w-]/g, '')}-${fill}`;

/** What a part is filled with. @param id of the chart, unique on the page. */
export const fillOf = (id: string, fill: Fill): string | undefined =>
  PATTERNS[fill] ? `url(#${domId(id, fill)})` : undefined;

/** The patterns that a chart uses. */
export function FillDefs({ id, fills }: { readonly id: string; readonly fills: readonly Fill[] }) {
  return (
    <defs>
      {fills.map((fill) =>
        PATTERNS[fill] ? (
          <pattern key={fill} id={domId(id, fill)} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect className={`chart-ground chart-${fill}`} width="6" height="6" />
            <path className={`chart-pattern chart-${fill}`} d={PATTERNS[fill]} />
          </pattern>
        ) : null,
      )}
    </defs>
  );
}
