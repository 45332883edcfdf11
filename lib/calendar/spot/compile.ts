import { fold } from './fold.ts';
import { LEXICONS } from './lexicon/all.ts';
import {
  CLASSES,
  type Lexicon,
  type PhraseClass,
  PRACTICES,
  type Practice,
  ROLES,
  type Role,
} from './lexicon/lexicon.ts';

export interface Phrase {
  /** The folded words, the first included. */
  words: readonly string[];
  as: PhraseClass | Practice;
  /** The small word that must stand right before: "nos ayudamos", "entre iguales". */
  after?: string;
}

/** What one word can mean. */
export interface Entry {
  word: string;
  /** Bits of {@link roleBit}. */
  roles: number;
  /** Phrases that begin with this word, longest first. */
  phrases: readonly Phrase[];
  skipped: boolean;
  /** It is the second word of a name or of a phrase for what circles do. */
  second?: boolean;
  /** A number, which is no stranger. */
  number: boolean;
}

const NO_PHRASES: readonly Phrase[] = [];
/** Longer "words" are addresses or noise. */
const LONGEST_WORD = 40;
/** And an unknown "…workshop" teaches. */
const LESSON = /.(?:workshop|seminar|kurs|schulung|bildung|lehrgang)$/;
/** An unknown "…kreis" or "…zirkel" is nearly always another word (Wahlkreis, Stromkreis). */
const OTHER_CIRCLE = /.(?:kreis|kreise|kreises|zirkel)$/;

export function roleBit(role: Role): number {
  return 1 << ROLES.indexOf(role);
}

const QUIET = roleBit('neutral') | roleBit('among') | roleBit('senior') | roleBit('by') | roleBit('not');

/** Classes that a glance looks for. */
const GLANCED: ReadonlySet<string> = new Set(['strong', 'likely', ...PRACTICES]);

interface Compiled {
  entries: ReadonlyMap<string, Entry>;
  /** What words that are written together can be made of. */
  parts: ReadonlyMap<string, Entry>;
}

let compiled: Compiled | null = null;

const SPACE = /[\s-]+/g;

/** The lexicon uses the same words over and over. */
const foldedWords = new Map<string, string>();

function folded(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const plain = fold(word);
  foldedWords.set(word, plain);
  return plain;
}

function words(list: string): string[] {
  return split(list.replace(SPACE, ' '));
}

/** The words of a text that has single blanks between them. */
function split(text: string): string[] {
  const all = text.split(' ');
  const found: string[] = [];
  for (const word of all) if (word !== '') found.push(folded(word));
  return found;
}

function phrases(list: string): string[][] {
  return list === '' ? [] : list.replace(SPACE, ' ').split(',').map(split);
}

/** "reading circle", "cercle de lecture": every circle word of the language beside every word that changes its meaning. */
function otherCircles({ otherCircle, roles }: Lexicon): string[][] {
  const circles = words(roles.circle ?? '');
  const pairs = (list: string, pair: (word: string, circle: string) => string[]) =>
    words(list).flatMap((word) => circles.map((circle) => pair(word, circle)));
  return [
    ...pairs(otherCircle.before ?? '', (word, circle) => [word, circle]),
    ...pairs(otherCircle.after ?? '', (word, circle) => [circle, word]),
  ];
}

function compile(): Compiled {
  const stop = new Set(LEXICONS.flatMap((lexicon) => words(lexicon.stop)));
  const entries = new Map<string, Entry & { phrases: Phrase[] }>();
  const entry = (word: string) => {
    const found = entries.get(word) ?? {
      word,
      roles: 0,
      phrases: [],
      skipped: stop.has(word),
      number: false,
    };
    entries.set(word, found);
    return found;
  };
  for (const word of stop) entry(word);
  for (const lexicon of LEXICONS) {
    for (const role of ROLES) {
      for (const word of words(lexicon.roles[role] ?? '')) entry(word).roles |= roleBit(role);
    }
    for (const phrase of otherCircles(lexicon)) {
      if (phrase[0] !== undefined) entry(phrase[0]).phrases.push({ words: phrase, as: 'trap' });
    }
    const things = words(lexicon.brings?.things ?? '');
    for (const verb of words(lexicon.brings?.verbs ?? '')) {
      for (const thing of things) entry(verb).phrases.push({ words: [verb, thing], as: 'bring' });
    }
    for (const as of [...CLASSES, ...PRACTICES]) {
      for (const all of phrases(lexicon.phrases[as] ?? '')) {
        const phrase = all.filter((word) => !stop.has(word));
        const first = phrase[0];
        if (first === undefined) continue;
        // "my mentor" must not come down to "mentor", nor "nos ayudamos" to "ayudamos".
        const whole = phrase.length > 1 || all.length === 1;
        const after = whole ? undefined : all[all.indexOf(first) - 1];
        if (whole) entry(first).phrases.push({ words: phrase, as });
        else if (after !== undefined) entry(first).phrases.push({ words: phrase, as, after });
      }
    }
  }
  for (const each of [...entries.values()]) {
    for (const { as, words: phrase } of each.phrases) {
      const second = phrase[1];
      if (second !== undefined && GLANCED.has(as)) entry(second).second = true;
    }
  }
  for (const each of entries.values())
    if (each.phrases.length > 1) each.phrases.sort((a, b) => b.words.length - a.words.length);
  const parts = new Map<string, Entry>();
  for (const each of entries.values()) {
    const alone = each.phrases.filter(
      (phrase) => phrase.words.length === 1 && !phrase.after && phrase.as !== 'trap',
    );
    if (each.word.length >= 3 && !each.skipped && ((each.roles & ~QUIET) !== 0 || alone.length)) {
      parts.set(each.word, { ...each, phrases: alone });
    }
  }
  for (const word of LEXICONS.flatMap((lexicon) => words(lexicon.before ?? ''))) {
    if (!parts.has(word))
      parts.set(word, { word, roles: roleBit('theme'), phrases: NO_PHRASES, skipped: false, number: false });
  }
  return { entries, parts };
}

/** "peermentoring", "Mentorinnenkreis": the parts taken together, or null when it is not made of known parts. */
function takeApart(word: string, parts: ReadonlyMap<string, Entry>, depth = 3): Entry | null {
  const whole = parts.get(word) ?? (word.endsWith('innen') ? parts.get(word.slice(0, -5)) : undefined);
  if (whole) return whole;
  if (depth === 1) return null;
  for (let cut = word.length - 3; cut >= 3; cut--) {
    const head = parts.get(word.slice(cut));
    const before = word.slice(0, cut);
    // German joins words with an s: Vertrauen-s-kreis.
    const rest = head
      ? (takeApart(before, parts, depth - 1) ??
        (before.endsWith('s') ? takeApart(before.slice(0, -1), parts, depth - 1) : null))
      : null;
    if (head && rest) {
      const phrases = [...head.phrases, ...rest.phrases].map((each) => ({ words: [word], as: each.as }));
      return { word, roles: head.roles | rest.roles, phrases, skipped: false, number: false };
    }
  }
  return null;
}

/** The lexicon's entry for a word as the calendar writes it; words nobody listed have no roles and no phrases. */
export function study(raw: string): Entry {
  compiled ??= compile();
  const { entries, parts } = compiled;
  const word = fold(raw);
  const known = entries.get(word);
  if (known) return known;
  const unknown = {
    word,
    roles: 0,
    phrases: NO_PHRASES,
    skipped: word === '',
    number: /^\p{N}+$/u.test(word),
  };
  if (word.length > LONGEST_WORD) return unknown;
  const numbered = /^(\D+)\d{1,4}$/.exec(word)?.[1];
  const apart = takeApart(numbered ?? word, parts);
  if (apart) return { ...apart, word };
  if (OTHER_CIRCLE.test(word)) return { ...unknown, phrases: [{ words: [word], as: 'trap' }] };
  if (LESSON.test(word)) return { ...unknown, phrases: [{ words: [word], as: 'led' }] };
  return unknown;
}
