import { browser } from 'wxt/browser';
import { showIn } from './i18n.ts';
import { unfoldKeys } from './keys.ts';
import { LANGUAGE, readSetting } from './settings.ts';

const FROM_RIGHT = new Set(['ar', 'dv', 'fa', 'he', 'ps', 'ur', 'yi']);

const read = async (name: string): Promise<string[]> =>
  (await (await fetch(`/texts/${name}.txt`)).text()).split('\n');

/** What stands in the catalogue that the browser chose and reads for itself; it also says which that is. */
const browserSays = (key: string): string => (browser.i18n.getMessage as (key: string) => string)(key);

/**
 * Reads the texts of the language that the member chose, or the browser; nothing is to be drawn or said before it is
 * done. Also tells a page its language and direction. Rejects only where the package itself cannot be read.
 */
export async function loadTexts(): Promise<void> {
  const first = browserSays('language') || 'en';
  const [keys, texts, { chosen }] = await Promise.all([
    read('keys'),
    read(first),
    readSetting('language', LANGUAGE),
  ]);
  // A language that is not there any more: as the browser.
  const other = chosen !== first && /^[a-z]{2}$/.test(chosen) ? await read(chosen).catch(() => null) : null;
  const [language, shown] = other ? [chosen, other] : [first, texts];
  const found = new Map(unfoldKeys(keys).map((key, index) => [key, shown[index] ?? '']));
  // The browser's own language says where the member lives; not where it is at odds with the catalogue it chose, as in a
  // Chromium that lacks its own texts for a language (156, `--lang=de`: a German catalogue, and en_US).
  const own = browserSays('@@ui_locale').replaceAll('_', '-');
  const tag = withRegion(language, first === 'en' || own.startsWith(first) ? own : first);
  showIn((key) => found.get(key) ?? '', tag);
  const page = globalThis.document?.documentElement;
  if (!page) return;
  page.lang = tag;
  page.dir = FROM_RIGHT.has(language.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr';
}

/** The languages that came with the package, each with its own name for itself, in the order of the names. */
export async function languagesThere(): Promise<readonly { readonly tag: string; readonly name: string }[]> {
  const named = (await read('languages')).map((tag) => {
    const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
    return { tag, name: name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1) };
  });
  return named.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Reads the texts anew when the member chooses another language, for the background, which may live on. */
export function followChosenLanguage(): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if ('language' in changes) void loadTexts();
  });
}

/**
 * The language that is shown as it is written where the member lives: English in Sweden has Sweden's order of days and
 * months and its hours, and is English all the same.
 * @param browsers the browser's own language, a BCP 47 tag
 */
export function withRegion(language: string, browsers: string): string {
  try {
    const { region } = new Intl.Locale(browsers).maximize();
    return new Intl.Locale(language, region && !language.includes('-') ? { region } : {}).toString();
  } catch {
    return language;
  }
}
