/** How a member looks in a circle: the same on every screen. */
export interface SeatLook {
  /** One or two characters, unlike anybody else's in the circle. */
  readonly initials: string;
  /** 0 … 11: the colour `--seat-N` of tokens.css. */
  readonly hue: number;
}

export interface SeatPerson {
  readonly id: string;
  readonly name: string;
  /** No longer in the circle: keeps the look, but lends the colour once all twelve are taken. */
  readonly gone?: boolean | undefined;
}

const HUES = 12;
const TITLES = new Set(['dr', 'prof', 'professor', 'mr', 'mrs', 'ms', 'mx', 'md', 'phd']);
/** Names in these scripts are written without spaces, family name first; people go by what comes after it. */
const UNSPACED = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;
/** Letters that join to their neighbour would read as a word: a zero-width non-joiner keeps them letters. */
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}]/u;

/**
 * The look of everyone in a circle, by id. `people` in the order they joined, those who left included, so that
 * nobody's look changes when somebody comes or goes. Pure.
 */
export function seatLooks(people: readonly SeatPerson[]): ReadonlyMap<string, SeatLook> {
  const looks = new Map<string, SeatLook>();
  const taken = new Set<string>();
  const free = people.flatMap((person, index) => (person.gone && index < HUES ? [index] : []));
  people.forEach((person, index) => {
    const initials = firstFree(initialsOf(person.name), taken);
    taken.add(initials);
    const hue = index < HUES ? index : (free.shift() ?? index % HUES);
    looks.set(person.id, { initials, hue });
  });
  return looks;
}

/** Initials for a name, the best first; at least one. An address is read for the name in it. */
export function initialsOf(name: string): readonly string[] {
  const words = wordsOf(name);
  const first = letters(words[0] ?? '');
  const last = words.length > 1 ? letters(words.at(-1) ?? '') : [];
  const start = first[0];
  if (start === undefined) return ['?'];
  if (last.length === 0 && UNSPACED.test(first.join('')))
    return [
      first.slice(first.length > 2 ? -2 : 0).join(''),
      start,
      ...first.slice(1).map((one) => start + one),
    ];
  const second = last.length > 0 ? [...last, ...first.slice(1)] : first.slice(1);
  return second.length === 0 ? [start] : second.map((one) => pair(start, one));
}

function firstFree(wanted: readonly string[], taken: ReadonlySet<string>): string {
  const found = wanted.find((one) => !taken.has(one));
  if (found) return found;
  const [start = '?'] = letters(wanted[0] ?? '');
  let number = 2;
  while (taken.has(`${start}${number}`)) number += 1;
  return `${start}${number}`;
}

function pair(one: string, other: string): string {
  return JOINED.test(one) ? `${one}\u200c${other}` : one + other;
}

function wordsOf(name: string): readonly string[] {
  const bare = name.replace(/\([^)]*\)/gu, ' ').trim();
  const plain = /^\S+@\S+$/u.test(bare) ? bare.replace(/@.*/u, '').replace(/[._+-]+/gu, ' ') : bare;
  const [family, given, ...others] = plain.split(',').map((part) => part.trim());
  const ordered = family && given && others.length === 0 ? `${given} ${family}` : plain;
  const words = ordered.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const named = words.filter((word) => !TITLES.has(word.replace(/\./gu, '').toLowerCase()));
  return named.length > 0 ? named : words;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The letters of a word in upper case, as a reader counts them (an accent belongs to its letter). */
function letters(word: string): readonly string[] {
  return [...segmenter.segment(word)]
    .map(({ segment }) => segment)
    .filter((one) => /^\p{L}/u.test(one))
    .map((one) => {
      const upper = one.toLocaleUpperCase();
      // "ß" becomes two letters: keep it as it is.
      return [...upper].length > [...one].length ? one : upper;
    });
}
