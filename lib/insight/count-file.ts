import * as v from 'valibot';
import { type Band, STEP } from './band.ts';
import { CELLS } from './half-year.ts';
import type { GivenHalf } from './report.ts';

/** The count file of one circle, for a programme office to add: docs/count-file.md. Ranges and an agreed sentence. */
export const COUNT_FILE_VERSION = 1;
/** A file of ours has some 3 kB. */
export const MAX_COUNT_FILE = 100_000;

export interface CountFile {
  /** Random, the same for one circle's files, and in nothing else of the circle: so one is not added twice. */
  report: string;
  /** The sentence all agreed to; null: left out. */
  sentence: string | null;
  halves: readonly GivenHalf[];
}

/** A range is one of the fixed ones: a file with a number as it is would undo what the circle was promised. */
const band = v.pipe(
  v.strictObject({
    from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
    to: v.number(),
  }),
  v.check(({ from, to }: Band) => from % STEP === 0 && to === from + STEP - 1),
);
const half = v.strictObject({
  key: v.pipe(v.string(), v.regex(/^\d{4}-H[12]$/)),
  cells: v.strictObject(v.entriesFromList(CELLS, v.optional(band))),
  milestones: v.optional(v.record(v.pipe(v.string(), v.regex(/^[A-Za-z]{1,30}$/)), band)),
});
const fileSchema = v.strictObject({
  format: v.literal('circlekeeper-counts'),
  version: v.literal(COUNT_FILE_VERSION),
  report: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  sentence: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  halves: v.pipe(v.array(half), v.minLength(1), v.maxLength(60)),
});

export type CountFileFailure =
  | 'too-big'
  | 'not-json'
  | 'backup'
  | 'foreign'
  | 'newer-version'
  | 'exact'
  | 'damaged';
export type ReadCountFile = { ok: true; file: CountFile } | { ok: false; reason: CountFileFailure };

/** The text of a count file. The same counts make the same text. */
export const writeCountFile = ({ report, sentence, halves }: CountFile): string =>
  `${JSON.stringify({ format: 'circlekeeper-counts', version: COUNT_FILE_VERSION, report, sentence, halves }, null, 2)}\n`;

/** Reads a count file, or says why it is none. A number outside the fixed ranges makes it `exact`, and none of it is taken. */
export function readCountFile(text: string): ReadCountFile {
  if (text.length > MAX_COUNT_FILE) return { ok: false, reason: looksOurs(text) ? 'backup' : 'too-big' };
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, reason: looksOurs(text) ? 'damaged' : 'not-json' };
  const head = v.safeParse(v.object({ format: v.string(), version: v.number() }), parsed);
  if (!head.success) return { ok: false, reason: 'foreign' };
  const { format, version } = head.output;
  if (format === 'circlekeeper' || format === 'circlekeeper-sealed') return { ok: false, reason: 'backup' };
  if (format !== 'circlekeeper-counts') return { ok: false, reason: 'foreign' };
  if (version > COUNT_FILE_VERSION) return { ok: false, reason: 'newer-version' };
  const file = v.safeParse(fileSchema, parsed);
  if (!file.success) {
    const isExact = file.issues.some((issue) => issue.type === 'check');
    return { ok: false, reason: isExact ? 'exact' : 'damaged' };
  }
  const { report, sentence, halves } = file.output;
  if (new Set(halves.map(({ key }) => key)).size < halves.length) return { ok: false, reason: 'damaged' };
  return { ok: true, file: { report, sentence, halves: halves.map(plainHalf) } };
}

/** Without the keys of what was left out. */
function plainHalf({ key, cells, milestones }: v.InferOutput<typeof half>): GivenHalf {
  const given = Object.entries(cells).flatMap(([cell, one]) => (one ? [[cell, one] as const] : []));
  return { key, cells: Object.fromEntries(given), ...(milestones ? { milestones } : {}) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const looksOurs = (text: string): boolean => /"format"\s*:\s*"circlekeeper/.test(text.slice(0, 200));
