import type catalogue from '../../public/_locales/en/messages.json';

/** Every key of the English catalogue. A plural `name` is stored as `name_one`, `name_other` (and `name_many` … where a language has it). */
export type MessageKey = keyof typeof catalogue;
type PluralKey = MessageKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;
export type Params = Readonly<Record<string, string | number>>;

type Lookup = (key: string) => string;

let lookup: Lookup = (key) => {
  const api = (globalThis as { chrome?: { i18n?: { getMessage(k: string): string } } }).chrome?.i18n;
  return api?.getMessage(key) ?? '';
};

let shown = 'en';

/** Shows the texts that `find` gives (empty for none), in the language `tag`, instead of the browser's catalogue. */
export function showIn(find: (key: string) => string, tag: string): void {
  lookup = find;
  shown = tag;
}

/** The language the texts are really in, as a BCP 47 tag (for `Intl`), with the member's region where that is known. */
export const locale = (): string => shown;

/**
 * The text of `key` in the member's language, with `{name}` replaced from `params`.
 * A missing text shows its key, so that a gap is seen and never hides a control.
 */
export function t(key: MessageKey, params?: Params): string {
  return fill(lookup(key) || key, params);
}

let made: { tag: string; plural: Intl.PluralRules; number: Intl.NumberFormat } | undefined;

/** Made once a language: making them takes as long as drawing a second of the clock. */
function formats(tag: string): { plural: Intl.PluralRules; number: Intl.NumberFormat } {
  if (made?.tag !== tag)
    made = { tag, plural: new Intl.PluralRules(tag), number: new Intl.NumberFormat(tag) };
  return made;
}

/** Like {@link t} for a counted thing: picks `key_one`, `key_other` … by the plural rules of the language. */
export function tn(key: PluralKey, count: number, params?: Params): string {
  const { plural, number } = formats(locale());
  const form = plural.select(count);
  const text = lookup(`${key}_${form}`) || lookup(`${key}_other`) || key;
  return fill(text, { count: number.format(count), ...params });
}

/**
 * Puts `params` in, without the characters that turn the direction of all that follows them: in a name they would turn the
 * sentence around it, so that it says something else, and letters written from right to left need none of them.
 */
function fill(text: string, params?: Params): string {
  if (!params) return text;
  return text.replace(/{(\w+)}/g, (whole, name: string) =>
    `${params[name] ?? whole}`.replace(/\p{Bidi_C}/gu, ''),
  );
}
