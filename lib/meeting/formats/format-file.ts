import * as v from 'valibot';
import { type Format, formatSchema } from '../format.ts';
import { checkFormat, type FormatProblem } from './check-format.ts';

/** What a file of a format says of itself; described in docs/format-file.md. */
const FILE_KIND = 'circlekeeper-format';
const FILE_VERSION = 1;
/** A format of 40 phases with all their words is a tenth of that. */
export const MAX_FILE = 200_000;

/** Why a file was refused; `at`: where in it, such as `format.phases.2.minutes`. */
export type FormatFileProblem =
  | { kind: 'tooBig' | 'notJson' | 'notAFormat' | 'newer' }
  | { kind: 'unknownField' | 'wrongField'; at: string }
  | { kind: 'cannotRun'; problem: FormatProblem };

export type FormatFile = { ok: true; format: Format } | { ok: false; problem: FormatFileProblem };

/** A format as the text of a file. */
export const writeFormatFile = (format: Format): string =>
  `${JSON.stringify({ kind: FILE_KIND, version: FILE_VERSION, format }, null, 2)}\n`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The path of a field of `given` that reading has dropped, because nothing of that name is known. */
function dropped(given: unknown, read: unknown, at: string): string | null {
  if (Array.isArray(given) && Array.isArray(read))
    return given.map((one, i) => dropped(one, read[i], `${at}.${i}`)).find((path) => path !== null) ?? null;
  if (!isRecord(given) || !isRecord(read)) return null;
  for (const [key, value] of Object.entries(given)) {
    const path = Object.hasOwn(read, key) ? dropped(value, read[key], `${at}.${key}`) : `${at}.${key}`;
    if (path !== null) return path;
  }
  return null;
}

/**
 * Reads the text of a file strictly: a field nobody knows is refused, since running a format without what somebody put
 * into it would be another format.
 * @param newId the id it gets here: taking a file in never changes a format that is here already.
 */
export function readFormatFile(text: string, newId: string): FormatFile {
  const refuse = (problem: FormatFileProblem): FormatFile => ({ ok: false, problem });
  if (text.length > MAX_FILE) return refuse({ kind: 'tooBig' });
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refuse({ kind: 'notJson' });
  }
  if (!isRecord(file) || file.kind !== FILE_KIND || !isRecord(file.format))
    return refuse({ kind: 'notAFormat' });
  if (typeof file.version !== 'number') return refuse({ kind: 'wrongField', at: 'version' });
  if (file.version > FILE_VERSION) return refuse({ kind: 'newer' });
  const strange = Object.keys(file).find((key) => !['kind', 'version', 'format'].includes(key));
  if (strange !== undefined) return refuse({ kind: 'unknownField', at: strange });
  const read = v.safeParse(formatSchema, file.format);
  if (!read.success) {
    const path = v.getDotPath(read.issues[0]);
    return refuse({ kind: 'wrongField', at: path === null ? 'format' : `format.${path}` });
  }
  const unknown = dropped(file.format, read.output, 'format');
  if (unknown !== null) return refuse({ kind: 'unknownField', at: unknown });
  const format = { ...read.output, id: newId };
  const [problem] = checkFormat(format);
  return problem ? refuse({ kind: 'cannotRun', problem }) : { ok: true, format };
}
