/** The words of a text, as offsets into `text`. */
export interface Words {
  /** The text the offsets point into (compatibility forms such as bold letters made plain). */
  text: string;
  /** Start and end of each word, in turns. */
  spans: readonly number[];
}

const NOT_ASCII = /[^\0-\x7f]/;
const WORD = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u;

/** One cell a UTF-16 unit: 0 not looked up yet, 1 part of a word, 2 between words. Surrogates (emoji) are between words. */
const kinds = new Uint8Array(65_536);
for (let code = 0xd800; code < 0xe000; code++) kinds[code] = 2;

function isWord(code: number): boolean {
  const known = kinds[code];
  if (known) return known === 1;
  const answer = WORD.test(String.fromCharCode(code));
  kinds[code] = answer ? 1 : 2;
  return answer;
}

/** German `*`, `:` and `_` before "in" or "innen", French `·` before any letter. */
function joins(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '·' || mark === '‧') return isWord(text.charCodeAt(at + 1));
  return (mark === '*' || mark === ':' || mark === '_') && /^in(?:nen)?/i.test(text.slice(at + 1, at + 6));
}

/** Cuts the first `limit` characters of a text into words, looking at each character once. */
export function readWords(text: string, limit: number): Words {
  const cut = text.length > limit ? text.slice(0, limit) : text;
  const plain = NOT_ASCII.test(cut) ? cut.normalize('NFKC') : cut;
  const spans: number[] = [];
  let start = -1;
  for (let i = 0; i < plain.length; i++) {
    const code = plain.charCodeAt(i);
    if (kinds[code] === 1 || isWord(code)) {
      if (start < 0) start = i;
    } else if (start >= 0 && !joins(plain, i)) {
      spans.push(start, i);
      start = -1;
    }
  }
  if (start >= 0) spans.push(start, plain.length);
  return { text: plain, spans };
}

/** What {@link readWords} finds in plain letters. The browser's own search needs no warming up. */
const PLAIN_WORD = /[a-z0-9]+(?:[*:_]in[a-z0-9]*)*/gi;
const NO_WORDS: readonly string[] = [];

/** The words of the first `limit` characters of a text, as they stand there. */
export function wordsOf(text: string, limit: number): readonly string[] {
  const cut = text.length > limit ? text.slice(0, limit) : text;
  if (!NOT_ASCII.test(cut)) return cut.match(PLAIN_WORD) ?? NO_WORDS;
  const { text: plain, spans } = readWords(cut, limit);
  const words: string[] = [];
  for (let i = 0; i < spans.length; i += 2) words.push(plain.slice(spans[i], spans[i + 1]));
  return words;
}
