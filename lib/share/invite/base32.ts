/**
 * Base 32 in small letters and digits without i, l, o and u (Crockford's): chats make no formatting of it, as they do
 * of `_` and `*`, and what a mailer writes large or somebody reads off a screen is still the same.
 */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** What may stand between letters: blanks and line breaks, also the invisible ones of chats and mailers. */
export const GAP = '[\\s\\u00ad\\u200b-\\u200d\\u2060\\ufeff]';
const IS_GAP = new RegExp(GAP);

/** Each five bits a letter; the last is filled up with zeros. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += LETTERS[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + LETTERS[(held << (5 - bits)) & 31] : text;
}

/** The value of each letter, with those read for another taken as meant. */
const VALUES: ReadonlyMap<string, number> = new Map(
  [...`${LETTERS}ilo`].flatMap((letter) => {
    const value = LETTERS.indexOf(letter.replace(/[il]/, '1').replace('o', '0'));
    return [[letter, value] as const, [letter.toUpperCase(), value] as const];
  }),
);

/**
 * The bytes at the beginning of a text, as far as it goes and at most `most`; gaps between letters are passed over.
 */
export function fromBase32(text: string, most: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    if (bytes.length === most) break;
    const value = VALUES.get(letter);
    if (value === undefined && IS_GAP.test(letter)) continue;
    if (value === undefined) break;
    held = ((held << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 0xff);
    }
  }
  return new Uint8Array(bytes);
}
