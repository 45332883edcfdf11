import { parse } from 'csv-parse/browser/esm/sync';

/** A table of a circle's contracts is a few hundred lines; what is longer is something else. */
export const MAX_TABLE_BYTES = 5 * 1024 * 1024;
export const MAX_LINES = 20_000;

export type TableProblem = 'too-big' | 'too-long' | 'workbook' | 'no-table' | 'broken';

export type TableRead =
  | { ok: true; lines: readonly (readonly string[])[] }
  | { ok: false; reason: TableProblem };

/** Reads a table of text whose cells are parted by commas, semicolons or tabs. Never throws. */
export function readTable(bytes: Uint8Array<ArrayBuffer>): TableRead {
  if (bytes.length > MAX_TABLE_BYTES) return { ok: false, reason: 'too-big' };
  // Workbooks of Excel and LibreOffice: packed files, and the older ones.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf))
    return { ok: false, reason: 'workbook' };
  const text = decode(bytes);
  if (text.includes('\0')) return { ok: false, reason: 'no-table' };
  try {
    const lines: string[][] = parse(text, {
      delimiter: parting(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: MAX_LINES + 1,
    });
    if (lines.length > MAX_LINES) return { ok: false, reason: 'too-long' };
    const widest = Math.max(0, ...lines.map((line) => line.filter((cell) => cell.trim() !== '').length));
    return widest < 2 ? { ok: false, reason: 'no-table' } : { ok: true, lines };
  } catch {
    return { ok: false, reason: 'broken' };
  }
}

/** UTF-8 or UTF-16 by their marks, UTF-8 where it is valid, else what Windows writes by default in the West. */
function decode(bytes: Uint8Array<ArrayBuffer>): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What parts the cells: the sign that the first lines have most of, outside quotes. */
function parting(text: string): string {
  const bare = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (sign: string): number => bare.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
