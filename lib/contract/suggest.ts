import type { ContractKind } from './facts.ts';
import {
  FIRST_STEP,
  isAnother,
  JOINTS,
  LANGUAGES,
  namesDay,
  plainWords,
  SPAN,
  VAGUE,
} from './suggest-words.ts';

/** How a contract could be smaller or have a day. Each is only offered; applying it is one press. */
export type Suggestion =
  /** Days to choose from, ISO dates. */
  | { kind: 'day'; days: readonly string[] }
  /** The same as a first half hour. */
  | { kind: 'firstStep'; text: string }
  /** Several contracts in one. */
  | { kind: 'split'; parts: readonly string[] }
  /** Long: its first sentence, and what comes after it; '' where it is one sentence. */
  | { kind: 'shorten'; text: string; rest: string };

/** More words than this are hard to keep in mind for two weeks. */
export const MANY_WORDS = 25;
/** Fewer say too little to have an opinion about. */
const FEW_WORDS = 2;
/** At once; whoever writes should not be looked over the shoulder. */
const AT_MOST = 2;

/**
 * What could be suggested about a contract that is being written, the most telling first.
 * @param today ISO date. @param due the day it has already, if any.
 */
export function suggest(
  text: string,
  { kind, due, today }: { kind: ContractKind; due: string | null; today: string },
): Suggestion[] {
  const words = wordsOf(text);
  if (words.length < FEW_WORDS) return [];
  const plain = plainWords(text.trim());
  const parts = partsOf(text);
  const vague = SPAN.test(plain) ? undefined : LANGUAGES.find((language) => VAGUE[language].test(plain));
  const found: Suggestion[] = [];
  if (parts.length > 1) found.push({ kind: 'split', parts });
  // A standing contract is about how one does something: it needs neither a first step nor a day.
  if (vague && kind === 'action')
    found.push({ kind: 'firstStep', text: FIRST_STEP[vague](uncapital(text.trim())) });
  if (words.length > MANY_WORDS && parts.length === 1) found.push(shorten(text.trim()));
  if (kind === 'action' && due === null && !namesDay(plain))
    found.push({ kind: 'day', days: daysFrom(today) });
  return found.slice(0, AT_MOST);
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/u).filter(Boolean);

/** The contracts that stand in one text: lines, what semicolons part, and what a language joins by "and". */
function partsOf(text: string): string[] {
  const lines = text
    .split(/\n+|;\s/u)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/u, '').trim())
    .filter((line) => wordsOf(line).length > 0);
  const parts = lines.length > 1 ? lines : splitJoined(lines[0] ?? '');
  return parts.map(capital);
}

function splitJoined(text: string): string[] {
  for (const language of LANGUAGES) {
    const joint = new RegExp(`(?:${JOINTS[language]}) +`, 'giu');
    const parts: string[] = [];
    let from = 0;
    for (const { index, 0: found } of text.matchAll(joint)) {
      const [left, right] = [text.slice(from, index).trim(), text.slice(index + found.length).trim()];
      const [a, b] = [wordsOf(left), wordsOf(right)];
      if (a.length < 2 || b.length < 2) continue;
      const ends = { left: clean(a.at(-1)), right: clean(b.at(-1)) };
      const plain = (words: readonly string[]) => words.map((word) => plainWords(clean(word)));
      if (!isAnother(language, plain(a), plain(b), ends)) continue;
      parts.push(left);
      from = index + found.length;
    }
    if (parts.length > 0) return [...parts, text.slice(from).trim()];
  }
  return text === '' ? [] : [text];
}

/** A word without the marks around it. */
const clean = (word = ''): string => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

function shorten(text: string): Suggestion {
  const [, first = text, rest = ''] = /^(.+?[.!?])\s+(\S.*)$/su.exec(text) ?? [];
  return { kind: 'shorten', text: first, rest };
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
/** After a colon a sentence goes on small; what is no plain word (a name, an abbreviation, "I") stays. */
const uncapital = (text: string): string =>
  text.replace(/^\p{Lu}(?=\p{Ll}+\s)/u, (letter) => letter.toLowerCase());

/** In two days, at the week's end, in a week: each once, the nearest first. */
function daysFrom(today: string): string[] {
  const day = Temporal.PlainDate.from(today);
  const toFriday = (5 - day.dayOfWeek + 7) % 7;
  const friday = day.add({ days: toFriday === 0 ? 7 : toFriday });
  const days = [day.add({ days: 2 }), friday, day.add({ days: 7 })].map(String);
  return [...new Set(days)].sort();
}
