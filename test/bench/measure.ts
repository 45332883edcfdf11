/** One line of the table. */
export interface Measured {
  bench: string;
  what: string;
  /** Ours and the peer's, median, in `unit`. */
  ours: number;
  peer: number | null;
  /** Whom or what it is held against. */
  against: string;
  unit: 'ms' | 'kB' | 's';
  /** What the project wants, as text. Never enforced: a busy machine is no bug. */
  aim: string;
  runs: number;
  /** More figures of the same runs, by name. */
  beside?: Readonly<Record<string, number | string>>;
}

export interface Bench {
  name: string;
  run(): Promise<Measured[]>;
}

/** The middle one; the mean of the two in the middle. Throws on none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('nothing was measured');
  return (upper + lower) / 2;
}

/** At most one decimal below 100, none above. */
export const short = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);

/** The table as people read it, in Markdown. */
export function table(rows: readonly Measured[]): string {
  const lines = rows.map(({ what, ours, peer, against, unit, aim }) => [
    what,
    `${short(ours)} ${unit}`,
    peer === null ? against : `${short(peer)} ${unit} (${against})`,
    peer === null ? '' : `${(ours / peer).toFixed(2)}×`,
    aim,
  ]);
  const all = [['What', 'Circlekeeper', 'Held against', 'Ratio', 'Aim'], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const draw = (line: readonly string[]) =>
    `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [draw(all[0] ?? []), rule, ...lines.map(draw)].join('\n');
}
