import type { Plugin } from 'vite';

/** The one way React has to set markup from a value, in `dangerouslySetInnerHTML` of HTML and of custom elements. */
const SETS_MARKUP = '(domElement.innerHTML = key)';
const PLACES = 2;

/**
 * Takes out of React what would set markup out of a text. No component of ours uses it (`test/guards/built.test.ts`), so
 * nothing that comes from a calendar or another member can ever become an element by it; and stores that look for such
 * lines find none. Throws when React is written in another way: look at the new one before changing this.
 */
export function noMarkup(): Plugin {
  return {
    name: 'circlekeeper:no-markup',
    apply: 'build',
    transform(code, id) {
      if (!/\/react-dom-client\.production\.js$/.test(id)) return null;
      const parts = code.split(SETS_MARKUP);
      if (parts.length !== PLACES + 1) throw new Error('React sets markup in another way now.');
      return {
        code: parts
          .join('reportNoMarkup()')
          .concat('\nfunction reportNoMarkup() { throw Error("no markup out of text"); }\n'),
        map: null,
      };
    },
  };
}
