import { createRequire } from 'node:module';

/** The oldest versions that the manifests let in; `built.test.ts` holds the manifests against the same numbers. */
export const OLDEST = { chrome: 144, edge: 144, firefox: 142 } as const;
type Browser = keyof typeof OLDEST;

/** Something newer than the rest of what we build upon: how it is found in our code, and MDN's name for it. */
export interface Feature {
  readonly uses: RegExp;
  readonly mdn: string;
  /** Where an older browser does without it, and how. */
  readonly without?: Partial<Record<Browser, string>>;
}

/**
 * Of JavaScript and the web's interfaces. Properties of CSS and functions of `browser.*` need no line: the guard finds
 * them by itself.
 */
export const FEATURES: readonly Feature[] = [
  { uses: /\bTemporal\./, mdn: 'javascript.builtins.Temporal' },
  { uses: /\bMap\.groupBy\(/, mdn: 'javascript.builtins.Map.groupBy' },
  { uses: /\bPromise\.withResolvers\b/, mdn: 'javascript.builtins.Promise.withResolvers' },
  { uses: /\.toBase64\(/, mdn: 'javascript.builtins.Uint8Array.toBase64' },
  { uses: /\bUint8Array\.fromBase64\(/, mdn: 'javascript.builtins.Uint8Array.fromBase64' },
  { uses: /\.toHex\(/, mdn: 'javascript.builtins.Uint8Array.toHex' },
  { uses: /\.toSpliced\(/, mdn: 'javascript.builtins.Array.toSpliced' },
  { uses: /\.isSubsetOf\(/, mdn: 'javascript.builtins.Set.isSubsetOf' },
  { uses: /\bIntl\.ListFormat\b/, mdn: 'javascript.builtins.Intl.ListFormat' },
  { uses: /\bIntl\.Segmenter\b/, mdn: 'javascript.builtins.Intl.Segmenter' },
  { uses: /\bURL\.parse\(/, mdn: 'api.URL.parse_static' },
  { uses: /\bAbortSignal\.any\(/, mdn: 'api.AbortSignal.any_static' },
  { uses: /\bCompressionStream\b/, mdn: 'api.CompressionStream' },
  { uses: /\bnavigator\.locks\b/, mdn: 'api.LockManager' },
  { uses: /\bwakeLock\b/, mdn: 'api.WakeLock' },
  { uses: /['"]Ed25519['"]/, mdn: 'api.SubtleCrypto.generateKey.ed25519' },
  { uses: /X25519/, mdn: 'api.SubtleCrypto.deriveBits.x25519' },
  { uses: /\bshowPopover\(/, mdn: 'api.HTMLElement.showPopover' },
  { uses: /\.checkVisibility\(/, mdn: 'api.Element.checkVisibility' },
  { uses: /\blight-dark\(/, mdn: 'css.types.color.light-dark' },
  { uses: /\bcolor-mix\(/, mdn: 'css.types.color.color-mix' },
  { uses: /:has\(/, mdn: 'css.selectors.has' },
  { uses: /:popover-open/, mdn: 'css.selectors.popover-open' },
  { uses: /\d(?:dvh|dvw|svh)\b/, mdn: 'css.types.length.viewport_percentage_units_dynamic' },
  {
    uses: /\bdocumentPictureInPicture\b/,
    mdn: 'api.DocumentPictureInPicture',
    without: { firefox: 'the clock opens in a small window (clock-window.ts)' },
  },
];

/** What the guard finds by itself and an older browser does without: MDN's name → where, and how. */
export const DONE_WITHOUT: Readonly<Record<string, Partial<Record<Browser, string>>>> = {
  'css.properties.field-sizing': { firefox: 'TextArea.tsx measures the text' },
  'css.properties.text-size-adjust': { firefox: 'only phones make words larger by themselves' },
};

interface Support {
  readonly version_added?: string | boolean | null;
  readonly flags?: unknown;
  readonly prefix?: string;
  readonly partial_implementation?: boolean;
}
interface Entry {
  readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> };
}

/** MDN's tables of what browsers can do since which version. */
function data(): unknown {
  return createRequire(import.meta.url)('@mdn/browser-compat-data');
}

/** Whether MDN knows something under this name. */
export const isKnown = (mdn: string): boolean => entryOf(mdn)?.__compat !== undefined;

function entryOf(mdn: string): Entry | undefined {
  let found: unknown = data();
  for (const part of mdn.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[part];
  }
  return found as Entry | undefined;
}

/**
 * The browsers of {@link OLDEST} whose oldest version cannot do `mdn` (plainly: without a flag or prefix), each as
 * `firefox: 152`. Throws where MDN has no such name.
 */
export function tooOldFor(mdn: string): { browser: Browser; since: string }[] {
  const support = entryOf(mdn)?.__compat?.support;
  if (!support) throw new Error(`MDN knows nothing of ${mdn}`);
  return (Object.keys(OLDEST) as Browser[]).flatMap((browser) => {
    const some = [support[browser] ?? []].flat();
    const plain = some.find((one) => one.flags === undefined && one.prefix === undefined);
    const since = typeof plain?.version_added === 'string' ? plain.version_added : 'never';
    return Number.parseInt(since.replace('≤', ''), 10) <= OLDEST[browser] ? [] : [{ browser, since }];
  });
}

/** Every property of CSS that a stylesheet sets, without its own `--names`. */
export function propertiesIn(css: string): string[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/"[^"]*"/g, '""');
  return [...plain.matchAll(/(?<=[{;]\s*)(-?[a-z][a-z-]*)\s*:(?=[^{}]*[;}])/g)].map(([, name = '']) => name);
}

/** Every function or event of `browser.*` that a module names, as `alarms.create`. */
export function callsIn(code: string): string[] {
  return [...code.matchAll(/\bbrowser\.([a-z]\w+\.[a-zA-Z]\w+)/g)].map(([, name = '']) => name);
}
