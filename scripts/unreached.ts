import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(require.resolve(name));

const BYTES = '\0unreached/bytes';

/** Part of Node's Buffer that csv-parse and csv-stringify use: bytes, and text as UTF-8. */
const BYTES_CODE = `
  const utf8 = new TextEncoder();
  export class Buffer extends Uint8Array {
    static isBuffer(value) { return value instanceof Buffer; }
    static allocUnsafe(size) { return new Buffer(size); }
    static from(value) { return new Buffer(typeof value === 'string' ? utf8.encode(value) : value); }
    static concat(all) {
      const whole = new Buffer(all.reduce((sum, { length }) => sum + length, 0));
      let at = 0;
      for (const one of all) { whole.set(one, at); at += one.length; }
      return whole;
    }
    static compare(a, b) {
      for (let at = 0; at < a.length && at < b.length; at++) if (a[at] !== b[at]) return a[at] - b[at];
      return a.length - b.length;
    }
    slice(from, to) { return this.subarray(from, to); }
    copy(target, at = 0, from = 0, to = this.length) { target.set(this.subarray(from, to), at); }
    equals(other) { return Buffer.compare(this, other) === 0; }
    toString() { return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this); }
  }
`;

/**
 * The three sums that @visx/text makes of the height of a line, in place of a whole calculator of CSS: `calc(0.71em)`,
 * `calc(1 * -1em)`, `calc(0.5 * -1em + (0.71em / 2))`.
 */
const LINES_CODE = `
  export default function sum(text) {
    const [, count, line, cap, half] = /^calc\\((?:([\\d.-]+) \\* -([\\d.]+)em)?(?: \\+ )?\\(?(?:([\\d.]+)em)?( \\/ 2\\))?\\)$/.exec(text) ?? [];
    if (line === undefined && cap === undefined) throw new Error('a height of another kind: ' + text);
    return Number(((count ?? 0) * -(line ?? 0) + (cap ?? 0) / (half ? 2 : 1)).toFixed(5)) + 'em';
  }
`;

/** No scale of ours is one of colours: nothing is a colour. */
const COLOURS_CODE = `
  export const color = () => null;
  export { color as rgb, color as hsl, color as lab, color as hcl, color as cubehelix, color as gray, color as lch };
`;

/** No scale of ours is one of times. */
const TIMES_CODE = ['Second', 'Minute', 'Hour', 'Day', 'Week', 'Month', 'Year']
  .flatMap((unit) => [`export const time${unit} = null;`, `export const utc${unit} = null;`])
  .join('\n');

/** What stands for a part, by what it is. */
export const standIns = { bytes: BYTES_CODE, lines: LINES_CODE };

/** Of ical.js the reading and writing of text; rules are counted by others, and what reads files in one go is enough. */
const ICAL_CODE = `
  import Component from 'ical.js/lib/component';
  import parse from 'ical.js/lib/parse';
  import Time from 'ical.js/lib/time';
  export default { foldLength: 75, debug: false, newLineChar: '\\r\\n', Component, parse, Time };
`;

/** Packages that this product comes to only in part: by name what stands for them. */
const INSTEAD: Readonly<Record<string, string>> = {
  'reduce-css-calc': LINES_CODE,
  'd3-color': COLOURS_CODE,
  '@visx/vendor/d3-time': TIMES_CODE,
  'ical.js': ICAL_CODE,
  'ical.js/counting': 'export default class {}',
};

/** Packages that are taken from another of their own files. */
function otherFile(): Readonly<Record<string, string>> {
  return {
    // The one for browsers of ten years ago is a third larger; all parts must come from the one file.
    dexie: join(folderOf('dexie'), 'modern/dexie.mjs'),
    // The ones for browsers bring a Buffer of their own, 40 kB each.
    'csv-parse/browser/esm/sync': join(folderOf('csv-parse'), '../../lib/sync.js'),
    'ical.js/lib/component': join(folderOf('ical.js'), '../lib/ical/component.js'),
    'ical.js/lib/parse': join(folderOf('ical.js'), '../lib/ical/parse.js'),
    'ical.js/lib/time': join(folderOf('ical.js'), '../lib/ical/time.js'),
    'csv-stringify/browser/esm/sync': join(folderOf('csv-stringify'), '../../lib/sync.js'),
  };
}

/** `const …, Y = globalThis.Temporal ?? polyfill, isNative = Y !== polyfill, …`, at the end of the polyfill. */
const POLYFILL = /^.*?,([\w$]+)=globalThis\.Temporal\?\?([\w$]+),([\w$]+)=\1!==\2,/s;

/**
 * Leaves out of libraries what this product never comes to; what the package weighs is what people download, and the
 * texts of five languages need the room. `scripts/unreached.test.ts` holds what stands for a part against the part.
 */
export function unreached(): Plugin {
  const files = otherFile();
  return {
    name: 'circlekeeper:unreached',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (importer && /ical\.js.lib.ical/.test(importer)) {
        if (source === './module.js') return '\0unreached/ical.js';
        if (source === './recur_iterator.js') return '\0unreached/ical.js/counting';
      }
      if (source === BYTES) return source;
      if (Object.hasOwn(INSTEAD, source)) return `\0unreached/${source}`;
      return files[source] ?? null;
    },
    load(id) {
      if (id === BYTES) return BYTES_CODE;
      return INSTEAD[id.replace('\0unreached/', '')] ?? null;
    },
    transform(code, id) {
      const path = id.replaceAll('\\\\', '/');
      if (path.includes('/node_modules/rrule-temporal/dist/src-'))
        return { code: withoutPolyfill(code), map: null };
      // Batches, uploads and middleware of others, kept only because their classes are made at once.
      if (path.includes('/node_modules/@microsoft/microsoft-graph-client/'))
        return { code, map: null, moduleSideEffects: false };
      if (/\/node_modules\/csv-(?:parse|stringify)\/lib\//.test(path))
        return { code: `import { Buffer } from ${JSON.stringify(BYTES)};\n${code}`, map: null };
      return null;
    },
  };
}

/** rrule-temporal carries a Temporal of its own for browsers that have none: the ones we run in have it. */
export function withoutPolyfill(code: string): string {
  if (!POLYFILL.test(code)) throw new Error('rrule-temporal brings its Temporal in another way now.');
  return code.replace(POLYFILL, 'const $2=globalThis.Temporal,$1=$2,$3=!0,');
}
