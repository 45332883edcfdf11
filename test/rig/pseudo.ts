import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'ê',
  i: 'ï',
  o: 'ö',
  u: 'ü',
  A: 'Å',
  E: 'É',
  O: 'Ø',
};
const PARTS = /(\{\w+\})/;

const outsideGaps = (text: string, change: (part: string) => string): string =>
  text
    .split(PARTS)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('');

/** The text about 1.6 times as long, with accents, as no language is worse: words grow, so there are fewer places to break. */
export function longer(text: string): string {
  const grown = outsideGaps(text, (part) =>
    part.replace(/[aeiou]/gi, (vowel) => (ACCENTS[vowel] ?? vowel) + (/[aeiou]/.test(vowel) ? vowel : '')),
  );
  const missing = Math.round(text.length * 1.6) - grown.length;
  return missing > 0
    ? `${grown} ${'ñandú '.repeat(Math.ceil(missing / 6)).slice(0, missing - 1)}`.trimEnd()
    : grown;
}

/** The text written from right to left, the names that are filled in as they are. */
export const mirrored = (text: string): string =>
  text === ''
    ? ''
    : `\u202E${outsideGaps(text, (part) => part).replace(/(\{\w+\})/g, '\u2068$1\u2069')}\u202C`;

/** The tag of a language that nobody speaks and that is written from right to left. */
const MIRRORED = 'ar-XB';

/**
 * A copy of the built extension that speaks, in place of English, English from right to left, and, in place of German,
 * English at length. Nothing of it is ever packed.
 */
export function pseudoExtension(built: string, into: string): void {
  cpSync(built, into, { recursive: true });
  const texts = (name: string) => join(into, `texts/${name}.txt`);
  const english = readFileSync(texts('en'), 'utf8').split('\n');
  writeFileSync(texts(MIRRORED), english.map(mirrored).join('\n'));
  writeFileSync(texts('de'), english.map(longer).join('\n'));
  const own = join(into, '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(own, 'utf8')) as Record<string, { message: string }>;
  writeFileSync(own, JSON.stringify({ ...messages, language: { message: MIRRORED } }));
}
