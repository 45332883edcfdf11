import { baseOf, type Catalogue, placeholders } from './catalogue.ts';

const FORM = /_(zero|one|two|few|many|other)$/;
const WORD = /\p{L}{2,}/u;

/** The keys of everything that is counted, without their endings. */
const countedIn = (english: Catalogue): Set<string> =>
  new Set(
    Object.keys(english)
      .filter((key) => key.endsWith('_one') && Object.hasOwn(english, `${baseOf(key)}_other`))
      .map(baseOf),
  );

/**
 * What a catalogue lacks against the English one, as sentences: texts, gaps to fill in, forms of what is counted, and texts
 * that are English still. `_many` may be left out (`tn` takes `_other`); where one form is for the one number, it may
 * leave the count out, and where it is for several (French says 0 and 1 alike) it may name it.
 * @param same texts that are the same in both languages: names, and words that both have
 */
export function lacking(
  language: string,
  english: Catalogue,
  other: Catalogue,
  same: ReadonlySet<string>,
): string[] {
  const wrong: string[] = [];
  const counted = countedIn(english);
  const isForm = (key: string): boolean => FORM.test(key) && counted.has(baseOf(key));
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const textOf = (catalogue: Catalogue, key: string): string => catalogue[key]?.message ?? '';
  for (const key of Object.keys(english)) {
    if (!Object.hasOwn(other, key)) {
      if (!isForm(key) || forms.some((form) => key.endsWith(`_${form}`))) wrong.push(`${key} is missing`);
    } else if (!textOf(other, key).trim()) wrong.push(`${key} is empty`);
  }
  for (const base of counted)
    for (const form of forms)
      if (form !== 'many' && !Object.hasOwn(other, `${base}_${form}`))
        wrong.push(`${base}_${form} is missing`);
  for (const [key, { message }] of Object.entries(other)) {
    const meant = isForm(key) ? `${baseOf(key)}_other` : key;
    if (!Object.hasOwn(english, meant)) {
      wrong.push(`${key} is in no other language`);
      continue;
    }
    if (isForm(key) && !forms.some((form) => key.endsWith(`_${form}`)))
      wrong.push(`${key}: the language has no such form`);
    const gaps = (text: string): string =>
      placeholders(text)
        .filter((name) => !(isForm(key) && name === 'count'))
        .toSorted()
        .join(', ');
    // What only one of the English forms fills in, the other need not have.
    const allowed = isForm(key)
      ? [gaps(textOf(english, meant)), gaps(textOf(english, `${baseOf(key)}_one`))]
      : [gaps(textOf(english, meant))];
    if (!allowed.includes(gaps(message)))
      wrong.push(`${key} fills in {${gaps(message)}} and not {${allowed[0]}}`);
    const words = message.replace(/\{\w+\}/g, '');
    if (message === textOf(english, key) && WORD.test(words) && !same.has(message))
      wrong.push(`${key} is English still: ${message}`);
  }
  return [...new Set(wrong)];
}
