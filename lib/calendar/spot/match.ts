import { shown } from './fold.ts';
import { type PhraseClass, PRACTICES, type Practice, roleBit } from './lexicon/lexicon.ts';
import { AFTER, BEGINS, COSTS, GOES_ON, type Known, look, meaning, NAME, SKIPPED } from './look.ts';
import type { Entry, Phrase } from './study.ts';
import { readWords, wordsOf } from './words.ts';

export interface Hit {
  as: PhraseClass;
  /** As the calendar writes it. */
  word: string;
}

/** What a text says, word by word. */
export interface Said {
  /** Every role of every word that no phrase covers. */
  roles: number;
  hits: readonly Hit[];
  /** The words from the first to the last that carry one of these roles, as written; null when none does. */
  quote(roles: number): string | null;
  /** How many promises it speaks of: "what I said I would do, what I will do". */
  promises: number;
  /** Words that nobody listed: the more, the likelier a weak word beside them means something else. */
  strangers: number;
  /** How many comparisons it took: at most a fixed number a character. */
  looks: number;
}

const NOTHING: Said = { roles: 0, hits: [], quote: () => null, promises: 0, strangers: 0, looks: 0 };
const NEUTRAL = roleBit('neutral');
const SENIOR = roleBit('senior');
const BY = roleBit('by');
const NOT = roleBit('not');
const AMONG = roleBit('among');
const LEVEL = roleBit('level');
/** These words say nothing unless another stands beside them. */
const QUIET = NEUTRAL | AMONG | SENIOR | BY | NOT;
const GIVES = roleBit('help') | roleBit('mentor') | roleBit('coach');
/** How many words after "with" or "no" still belong to it. */
const REACH = 2;
const ONE_TO_ONE = /^1\s?[:x×/–-]\s?1$/;
/** A quotation longer than this many characters is cut to its first word. */
const QUOTE = 48;

/** What phrases come to whose first two words are these. */
function together(first: Entry, second: Entry): number {
  let all = 0;
  for (const phrase of first.phrases)
    if (phrase.words[1] === second.word) all |= meaning(phrase.as) === 0 ? COSTS : meaning(phrase.as);
  return all;
}

/**
 * Everything that the words of a text could mean, in whatever order: roles, {@link NAME} and {@link COSTS}. A quick look,
 * which allocates next to nothing.
 */
export function glance(text: string, limit: number): number {
  let all = 0;
  let costs = false;
  let before: Known | null = null;
  /** Who helps, and how many words ago. */
  let giver = '';
  let since = 0;
  let small = false;
  for (const word of wordsOf(text, limit)) {
    const known = look(word);
    const { gate } = known;
    all |= gate;
    if ((gate & SKIPPED) !== 0) {
      small = true;
      continue;
    }
    if (known.costs === 'alone') costs = true;
    if (before && (before.costs === 'begins' || ((before.gate & BEGINS) !== 0 && (gate & GOES_ON) !== 0))) {
      const both = together(before.entry, known.entry);
      all |= both & ~COSTS;
      if ((both & COSTS) !== 0) costs = true;
    }
    if (small && (gate & AFTER) !== 0) {
      for (const phrase of known.entry.phrases) if (phrase.after !== undefined) all |= meaning(phrase.as);
    }
    if (giver !== '' && since++ < 2 && known.entry.word === giver) all |= NAME;
    if ((gate & GIVES) !== 0 && before) {
      giver = before.entry.word;
      since = 0;
    }
    small = false;
    before = known;
  }
  return costs ? all | COSTS : all & ~COSTS;
}

/** Reads the first `limit` characters of a text against the lexicon. */
export function match(text: string, limit: number): Said {
  if (text === '') return NOTHING;
  const { text: plain, spans } = readWords(text, limit);
  const found: Entry[] = [];
  const at: number[] = [];
  /** Where words that a "with" or "by" speaks of begin. */
  const by: number[] = [];
  let roles = 0;
  let any = false;
  for (let i = 0; i < spans.length; i += 2) {
    const entry = look(plain.slice(spans[i], spans[i + 1])).entry;
    if ((entry.roles & BY) !== 0) by.push(found.length + (entry.skipped ? 0 : 1));
    if (entry.skipped) {
      roles |= entry.roles & AMONG;
      continue;
    }
    any ||= (entry.roles & ~QUIET) !== 0 || entry.phrases.length > 0;
    found.push(entry);
    at.push(i);
  }
  if (!any) return { ...NOTHING, looks: found.length };

  const hits: Hit[] = [];
  const startOf = (word: number) => spans[at[word] ?? 0] ?? 0;
  const endOf = (word: number) => spans[(at[word] ?? 0) + 1] ?? 0;
  const slice = (from: number, to: number) => shown(plain.slice(startOf(from), endOf(to)));
  const wordsBefore = (word: number, count: number) => {
    const words: string[] = [];
    for (let span = (at[word] ?? 0) - 2 * count; span < (at[word] ?? 0); span += 2)
      words.push(span < 0 ? '' : look(plain.slice(spans[span], spans[span + 1])).entry.word);
    return words.join(' ');
  };
  const wordAfter = (word: number) => {
    const span = (at[word] ?? 0) + 2;
    return span < spans.length ? look(plain.slice(spans[span], spans[span + 1])).entry.word : '';
  };
  const roleAt: number[] = found.map(() => 0);
  let covered = 0;
  let mute = 0;
  let promises = 0;
  let promised = 0;
  let strangers = 0;
  let looks = found.length;
  let negated = -1;
  let next = 0;
  for (let i = 0; i < found.length; i++) {
    const entry = found[i];
    if (!entry) continue;
    const before = hits.length;
    if ((entry.roles & NOT) !== 0) negated = i + REACH;
    while ((by[next] ?? found.length) + REACH <= i) next++;
    const named = (entry.roles & SENIOR) !== 0;
    if (named && i <= negated) roleAt[i] = LEVEL;
    else if (named && (by[next] ?? found.length) <= i && !/s$/i.test(plain.slice(startOf(i), endOf(i))))
      hits.push({ as: 'led', word: slice(i, i) });
    for (const phrase of entry.phrases) {
      const last = i + phrase.words.length - 1;
      looks += phrase.words.length;
      if (!stands(phrase.words, found, i)) continue;
      if (phrase.after !== undefined && phrase.after !== wordsBefore(i, phrase.after.split(' ').length))
        continue;
      if (phrase.next !== undefined && phrase.next !== wordAfter(i)) continue;
      const covers = phrase.as === 'trap' || phrase.as === 'strong' || phrase.as === 'likely';
      if (i < covered && phrase.as !== 'hard' && phrase.as !== 'strong' && !isPractice(phrase.as)) continue;
      if (entry.word === '1' && !ONE_TO_ONE.test(plain.slice(startOf(i), endOf(last)))) continue;
      if (i <= negated && (phrase.as === 'led' || phrase.as === 'work')) {
        if (phrase.as === 'led') roleAt[i] = LEVEL;
        break;
      }
      if (phrase.as === 'promise' && i >= promised) {
        promises++;
        promised = last + 1;
      }
      if (isPractice(phrase.as)) roleAt.fill(roleBit(phrase.as), i, last + 1);
      else hits.push({ as: phrase.as, word: slice(i, last) });
      if (covers) covered = last + 1;
      // "Peer mentoring" is a name by itself, and still a part of "peer mentoring circle".
      if (phrase.as === 'trap') mute = last + 1;
      break;
    }
    if ((entry.roles & GIVES) !== 0 && eachOther(found, i))
      hits.push({ as: 'likely', word: slice(i - 1, i + 1) });
    if (i >= covered && entry.roles === 0 && hits.length === before && !entry.number) strangers++;
    if (i >= mute) roleAt[i] = (roleAt[i] ?? 0) | (entry.roles & ~(SENIOR | BY | NOT));
    roles |= roleAt[i] ?? 0;
  }
  return {
    roles,
    hits,
    promises,
    strangers,
    looks,
    quote(wanted) {
      const first = roleAt.findIndex((each) => (each & wanted) !== 0);
      if (first < 0) return null;
      const last = roleAt.findLastIndex((each) => (each & wanted) !== 0);
      return endOf(last) - startOf(first) <= QUOTE ? slice(first, last) : slice(first, first);
    },
  };
}

/** "HR leads helping HR leads", "assistant profs mentoring assistant profs": the same people on both sides. */
function eachOther(found: readonly Entry[], at: number): boolean {
  const before = found[at - 1];
  if (!before || before.word.length < 3 || before.number) return false;
  return before.word === found[at + 1]?.word || before.word === found[at + 2]?.word;
}

/** Whether these words stand in a row from `at` on; the first is known to. */
function stands(words: readonly string[], found: readonly Entry[], at: number): boolean {
  for (let step = 1; step < words.length; step++) if (found[at + step]?.word !== words[step]) return false;
  return true;
}

const PRACTISED: ReadonlySet<string> = new Set(PRACTICES);

function isPractice(as: Phrase['as']): as is Practice {
  return PRACTISED.has(as);
}
