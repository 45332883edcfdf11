import type { Plugin } from 'vite';
import { compile } from '../lib/calendar/spot/compile.ts';

/**
 * Puts the lexicon into a build as it is looked up, instead of its source and the code that makes it ready: doing that
 * anew in every worker would take longer than spotting a year's calendar.
 */
export function lexiconTable(): Plugin {
  return {
    name: 'circlekeeper:lexicon-table',
    apply: 'build',
    load(id) {
      if (!/\/lib\/calendar\/spot\/table\.ts$/.test(id)) return null;
      const text = JSON.stringify(JSON.stringify(compile()));
      // JSON in a string loads faster than the same as an object literal.
      return { code: `const text = ${text};\nexport const table = () => JSON.parse(text);\n`, map: null };
    },
  };
}
