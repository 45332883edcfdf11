import { browser } from 'wxt/browser';
import { showIn } from './i18n.ts';
import { LANGUAGE, readSetting } from './settings.ts';

/** The languages there are, by their own names. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
} as const;
export type Language = keyof typeof LANGUAGES;

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
  const language = Object.hasOwn(LANGUAGES, chosen) ? chosen : first;
  const shown = language === first ? texts : await read(language).catch(() => texts);
  const found = new Map(keys.map((key, index) => [key, shown[index] ?? '']));
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
