import { fold } from './fold.ts';
import { roleBit } from './lexicon/lexicon.ts';
import { near } from './near.ts';
import { table } from './table.ts';
import { KINDS, type Kind, lineOf, type Table } from './table-format.ts';

export interface Phrase {
  /** The folded words, the first included. */
  words: readonly string[];
  as: Kind;
  /** The small words that must stand right before: "nos ayudamos", "unter der Leitung". */
  after?: string;
  /** The small word that must stand right behind: "cada una", "min por". */
  next?: string;
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
  second: boolean;
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
/** A shorter end is chance: enferma-gem. */
const SHORTEST_HEAD = 4;
/** 3, 2nd, 1er. */
const NUMBER = /^\p{N}+(?:st|nd|rd|th|er|re|e|eme|o|a)?$/u;
const NUMBERED = /^(\D+)\d{1,4}$/;

let loaded: Table | null = null;

function phrasesOf(word: string, run: string): Phrase[] {
  const as = KINDS[Number.parseInt(run.charAt(0), 36)];
  if (as === undefined) return [];
  return run
    .slice(1)
    .split(',')
    .map((each) => {
      const [rest = '', beside] = each.split(/[<>]/);
      const words = rest === '' ? [word] : [word, ...rest.split(' ')];
      if (beside === undefined) return { words, as };
      return each.includes('<') ? { words, as, after: beside } : { words, as, next: beside };
    });
}

/** Most words begin with a letter, which no number does. */
function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return (first < 58 || first > 127) && NUMBER.test(word);
}

function unknown(word: string): Entry {
  return { word, roles: 0, phrases: NO_PHRASES, skipped: false, second: false, number: false };
}

/** What the table's line says of a word. */
function entry({ runs }: Table, word: string, line: string): Entry {
  const [roles = '0', flags = '', ...all] = line.split(';');
  return {
    word,
    roles: Number.parseInt(roles, 36),
    phrases:
      all.length === 0
        ? NO_PHRASES
        : all.flatMap((run) =>
            phrasesOf(word, run.startsWith('#') ? (runs[Number.parseInt(run.slice(1), 36)] ?? '') : run),
          ),
    skipped: flags.includes('s'),
    second: flags.includes('n'),
    number: isNumber(word),
  };
}

/** A word as a part of longer ones, or null. */
function part(from: Table, word: string): Entry | null {
  const line = lineOf(from, word);
  if (line === undefined) return null;
  const flags = line.slice(line.indexOf(';') + 1).split(';', 1)[0] ?? '';
  if (flags.includes('p')) {
    const whole = entry(from, word, line);
    const phrases = whole.phrases.filter(
      ({ words, after, next, as }) => words.length === 1 && !after && !next && as !== 'trap',
    );
    return { ...whole, phrases };
  }
  return flags.includes('b') || flags.includes('o') ? { ...unknown(word), roles: roleBit('theme') } : null;
}

/** "peermentoring", "Mentorinnenkreis": the parts taken together, or null when it is not made of known parts. */
function takeApart(from: Table, word: string, depth = 3): Entry | null {
  const whole = part(from, word) ?? (word.endsWith('innen') ? part(from, word.slice(0, -5)) : null);
  if (whole) return whole;
  if (depth === 1) return null;
  for (let cut = word.length - SHORTEST_HEAD; cut >= 3; cut--) {
    const head = part(from, word.slice(cut));
    if (!head) continue;
    const before = word.slice(0, cut);
    // German joins words with an s: Vertrauen-s-kreis.
    const rest =
      takeApart(from, before, depth - 1) ??
      (before.endsWith('s') ? takeApart(from, before.slice(0, -1), depth - 1) : null);
    if (rest) {
      const phrases = [...head.phrases, ...rest.phrases].map((each) => ({ words: [word], as: each.as }));
      return { ...unknown(word), roles: head.roles | rest.roles, phrases };
    }
  }
  return null;
}

/** The lexicon's entry for a word as the calendar writes it; words nobody listed have no roles and no phrases. */
export function study(raw: string): Entry {
  loaded ??= table();
  const word = fold(raw);
  const line = lineOf(loaded, word);
  if (line !== undefined && line !== '0;o') return entry(loaded, word, line);
  const stranger = { ...unknown(word), skipped: word === '', number: isNumber(word) };
  if (word.length > LONGEST_WORD) return stranger;
  const apart = takeApart(loaded, NUMBERED.exec(word)?.[1] ?? word);
  if (apart) return { ...apart, word };
  const meant = near(word);
  const its = meant === null ? undefined : lineOf(loaded, meant);
  if (meant !== null && its !== undefined) return entry(loaded, meant, its);
  if (OTHER_CIRCLE.test(word)) return { ...stranger, phrases: [{ words: [word], as: 'trap' }] };
  if (LESSON.test(word)) return { ...stranger, phrases: [{ words: [word], as: 'led' }] };
  return stranger;
}
