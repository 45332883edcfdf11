import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const ROOT = join(import.meta.dirname, '..');

/** The rooms of the domain that screens and the background share; they import nobody else's code, so no circle can close. */
const DOMAIN =
  /\/lib\/(?:fact|circle|meeting|contract|milestone|me|goal|network|pulse|speed|insight|sheet)\//;
const DRAWN = /\/components\/(?:ui|ring|card)\//;

/**
 * Each file of a package costs about 150 bytes beside what is in it, its name four times among them, and is packed by
 * itself; each file of a page is a request of its own. So names are short, and what three or more share of the domain,
 * two or more of what is drawn everywhere, lies together. Larger groups are packed smaller still, but then the popup
 * reads calendars' code as well. Styles stay with what they are for: in one file for all (14 kB less) the sidebar's own for
 * the whole window reached every page.
 */
export function fewFiles(): Plugin {
  return {
    name: 'circlekeeper:few-files',
    apply: 'build',
    outputOptions(options) {
      // A script for somebody's page is one file, whatever is asked for here.
      if (options.format !== 'es') return null;
      const entry = options.entryFileNames;
      return {
        ...options,
        entryFileNames: (chunk) => {
          const name = typeof entry === 'function' ? entry(chunk) : (entry ?? '[name].js');
          return name.startsWith('chunks/') ? `c/${shortName([chunk.name])}.js` : name;
        },
        chunkFileNames: ({ name, moduleIds }) => `c/${shortName([name, ...moduleIds])}.js`,
        assetFileNames: ({ names, source }) => `a/${shortName([...names, source])}.[ext]`,
        codeSplitting: {
          groups: [
            { name: 'domain', test: DOMAIN, minShareCount: 3 },
            { name: 'drawn', test: DRAWN, minShareCount: 2 },
          ],
        },
      };
    },
  };
}

/**
 * Three letters or digits that hang on nothing but what is named, and not on where on a disk that lies; of two files with
 * the same, the bundler names one otherwise.
 */
function shortName(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(typeof part === 'string' ? part.replaceAll(ROOT, '') : part);
  return (hash.digest().readUInt32LE(0) % 36 ** 3).toString(36).padStart(3, '0');
}
