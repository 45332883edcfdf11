import { readFile } from 'node:fs/promises';
import type { ResolvedPublicFile } from 'wxt';
import { foldKeys } from '../lib/platform/keys.ts';

/** What the browser itself and the scripts in other people's pages show: all that the browser's own catalogue has to hold. */
export const BROWSERS_KEYS: readonly string[] = [
  'appDescription',
  'appName',
  'callAsk',
  'callFold',
  'callNotNow',
  'callOpen',
  'callReload',
  'callUpdated',
  'callWidth',
  'callYes',
  'commandOpen',
];

/**
 * Chrome's store lists Brazil's and Portugal's Portuguese and no plain one; a browser set to that of Angola falls back
 * to the plain one. All three are the same dozen short texts.
 */
const ALSO: Readonly<Record<string, readonly string[]>> = { pt: ['pt_BR', 'pt_PT'] };

export type Messages = Readonly<Record<string, { readonly message: string }>>;

/**
 * Turns the catalogues, which are written as the browser wants them, into what is packed: a small one for the browser,
 * and for our own pages the keys once and the texts of each language in their order, a line each. That is a third less
 * to download, and a page reads one language in one piece.
 * @returns files of the package by their path. A text that a language lacks is the English one; a plural form that only
 * some languages have is an empty line.
 */
export function packedCatalogues(languages: Readonly<Record<string, Messages>>): Map<string, string> {
  const english = languages.en ?? {};
  const all = new Set(Object.values(languages).flatMap((messages) => Object.keys(messages)));
  const keys = [...all].toSorted();
  const files = new Map([
    ['texts/keys.txt', foldKeys(keys).join('\n')],
    ['texts/languages.txt', Object.keys(languages).toSorted().join('\n')],
  ]);
  for (const [language, messages] of Object.entries(languages)) {
    const text = (key: string): string => messages[key]?.message ?? english[key]?.message ?? '';
    const lines = keys.map(text);
    const broken = keys.filter((_, index) => lines[index]?.includes('\n'));
    if (broken.length > 0) throw new Error(`${language}: ${broken.join()} goes over more than one line`);
    files.set(`texts/${language}.txt`, lines.join('\n'));
    const small = Object.fromEntries(BROWSERS_KEYS.map((key) => [key, { message: text(key) }]));
    const own = JSON.stringify({ ...small, language: { message: language } });
    for (const folder of [language, ...(ALSO[language] ?? [])])
      files.set(`_locales/${folder}/messages.json`, own);
  }
  return files;
}

const CATALOGUE = /^_locales[\\/](\w+)[\\/]messages\.json$/;

/** WXT's hook `build:publicAssets`: puts what is packed in place of the catalogues. */
export async function packCatalogues(files: ResolvedPublicFile[]): Promise<void> {
  const languages: Record<string, Messages> = {};
  for (const file of files) {
    const language = CATALOGUE.exec(file.relativeDest)?.[1];
    if (language && 'absoluteSrc' in file)
      languages[language] = JSON.parse(await readFile(file.absoluteSrc, 'utf8'));
  }
  const others = files.filter(({ relativeDest }) => !CATALOGUE.test(relativeDest));
  const packed = [...packedCatalogues(languages)];
  files.splice(
    0,
    files.length,
    ...others,
    ...packed.map(([relativeDest, contents]) => ({ relativeDest, contents })),
  );
}
