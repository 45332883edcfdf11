import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { lacking } from './languages.ts';
import { filesUnder, read } from './source.ts';

const read1 = (path: string): Catalogue => JSON.parse(read(path));
const folders = filesUnder('public/_locales', (path) => path.endsWith('messages.json'));
const languages = new Map(folders.map((path) => [path.split('/')[2] ?? '', read1(path)]));
const english = languages.get('en') ?? {};

/** Names, and signs of units. */
const EVERYWHERE = [
  'Circlekeeper',
  'Outlook',
  'Troika',
  'min',
  '{minutes} min',
  '{minutes} min {seconds} s',
  '{n} min',
];
/** Words that a language shares with English. A new one is a decision: is it the same word, or forgotten? */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Format',
    'Host',
    'In {circle}: {share}',
    'Name',
    'Passphrase',
    'Pause',
    'Person {number}',
    'in {count} min',
  ],
  fr: [
    ...[
      'Action',
      'Conversation',
      'Date',
      'Format',
      'Formats',
      'Guide',
      'guide',
      'Invitation',
      'Mentors',
      'Messages',
    ],
    ...[
      'Minutes',
      'Pause',
      'Phases',
      'Promotion',
      'Publications',
      'Question',
      'Speed mentoring',
      'Suggestions',
      'six',
    ],
    ...['{count} message', '{count} messages', '{count} minute', '{count} minutes'],
    '{format}, {rhythm}, {minutes} minutes',
  ],
  es: ['Agenda', 'Google Calendar', 'No', 'Roles', 'no'],
  pt: [],
};

describe.each([...languages].filter(([language]) => language !== 'en'))(
  'the catalogue in %s',
  (language, catalogue) => {
    it('says all that English says, with the same gaps to fill and every form its numbers need', () => {
      expect(
        lacking(language, english, catalogue, new Set([...EVERYWHERE, ...(SAME[language] ?? [])])),
      ).toEqual([]);
    });

    it('lists no word as the same that it has a word of its own for', () => {
      const used = new Set(Object.values(catalogue).map(({ message }) => message));
      expect((SAME[language] ?? []).filter((word) => !used.has(word))).toEqual([]);
    });

    it('is in order, and has no text over two lines', () => {
      expect(Object.keys(catalogue)).toEqual(Object.keys(catalogue).toSorted());
      expect(Object.keys(catalogue).filter((key) => /[\n\r]/.test(catalogue[key]?.message ?? ''))).toEqual(
        [],
      );
    });
  },
);

describe('the guard sees', () => {
  const en = {
    a: { message: 'Start {name}' },
    n_one: { message: 'one, {who}' },
    n_other: { message: '{count}, {who}' },
  };
  const de = {
    a: { message: '{name} beginnt' },
    n_one: { message: 'eins, {who}' },
    n_other: { message: '{count}, {who}' },
  };
  const find = (changed: Catalogue, language = 'de') =>
    lacking(language, en, { ...de, ...changed }, new Set());
  const { a: _, ...rest } = de;

  it('nothing where all is well, nor a form that may be left out', () => {
    expect(find({})).toEqual([]);
    expect(find({}, 'es')).toEqual([]);
    expect(find({ n_many: { message: 'de {count}, {who}' } }, 'es')).toEqual([]);
  });

  it.each([
    ['a text that is missing', lacking('de', en, rest, new Set()), 'a is missing'],
    ['an empty one', find({ a: { message: ' ' } }), 'a is empty'],
    ['one too many', find({ b: { message: 'B' } }), 'b is in no other language'],
    ['another gap', find({ a: { message: '{who} beginnt' } }), 'a fills in {who} and not {name}'],
    [
      'a text that is English still',
      find({ a: { message: 'Start {name}' } }),
      'a is English still: Start {name}',
    ],
    ['a form that is missing', lacking('pl', en, de, new Set()), 'n_few is missing'],
    [
      'a form the language has not',
      find({ n_many: { message: '{count}, {who}' } }),
      'n_many: the language has no such form',
    ],
  ])('%s', (_name, found, sentence) => {
    expect(found).toContain(sentence);
  });
});
