/** Zero-width and soft-hyphen characters, which hide inside words copied from web pages. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g;
/** What joins a word to its other gender: Mentor*innen, Mentor:innen, mentoré·e·s. */
const JOINERS = /[*:_·‧•]/g;
/** Most words need nothing done. */
const PLAIN = /^[a-z]+$/;
const PLURAL = /[^sui]s$/;
const MARKS = /\p{M}+/gu;

/**
 * The form in which words are compared: lower case, no accents, no invisible characters, `ß` as `ss`
 * and without a plural `s`. Lexicon and calendar go through the same function, so the rule need not be good grammar.
 */
export function fold(word: string): string {
  if (PLAIN.test(word)) return withoutPlural(word);
  const plain = word
    .replace(INVISIBLE, '')
    .replace(JOINERS, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe');
  return withoutPlural(plain);
}

function withoutPlural(word: string): string {
  return word.length > 3 && PLURAL.test(word) ? word.slice(0, -1) : word;
}

/** What a person reads: the calendar's own spelling on one line, at most 60 characters. */
export function shown(text: string): string {
  const line = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line;
}
