export interface PromisedRight {
  right: string;
  browsers: readonly string[];
  why: string;
}

/** A reason shorter than this says nothing. */
const SHORTEST_REASON = 60;

/**
 * Reads the table under "What it may do, and why" of PRIVACY.md: the right, the browsers it is asked of, what for and
 * why a smaller one does not do. Throws when the table, a browser or a reason is missing.
 */
export function promisedRights(privacy: string): PromisedRight[] {
  const section = privacy.split(/^## /m).find((one) => one.startsWith('What it may do'));
  const rows = (section ?? '').split('\n').filter((line) => /^\| *`/.test(line));
  if (rows.length === 0) throw new Error('PRIVACY.md has no table of rights');
  return rows.map((row) => {
    const [, right, browsers, why = ''] = /^\| *`([^`]+)` *\| *([^|]+?) *\| *(.+?) *\|$/.exec(row) ?? [];
    if (!right || !browsers || why.length < SHORTEST_REASON) throw new Error(`without a reason: ${row}`);
    return {
      right,
      why,
      browsers: browsers === 'all' ? ['chrome', 'edge', 'firefox'] : browsers.toLowerCase().split(/, */),
    };
  });
}
