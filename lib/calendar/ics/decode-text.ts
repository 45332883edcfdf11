const LF = 10;
const utf8 = new TextDecoder('utf-8', { fatal: true });
const lenientUtf8 = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');

/**
 * UTF-8; where that is broken, line by line: a line with no sound UTF-8 character in it is Windows-1252, as old
 * Outlooks wrote; any other loses only its broken bytes (a cut text ends in the middle of a character).
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const lines: string[] = [];
    for (let start = 0; start <= bytes.length; ) {
      const found = bytes.indexOf(LF, start);
      const end = found < 0 ? bytes.length : found;
      const line = bytes.subarray(start, end);
      const text = lenientUtf8.decode(line);
      const sound = /[\u0080-\ufffc]/.test(text) || !text.slice(0, -1).includes('\ufffd');
      lines.push(sound ? text.replaceAll('\ufffd', '') : windows1252.decode(line));
      start = end + 1;
    }
    return lines.join('\n');
  }
}
