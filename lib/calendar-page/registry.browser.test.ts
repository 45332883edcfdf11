import { afterEach, describe, expect, it } from 'vitest';
import { adapters } from './registry';

const pages: Readonly<Record<string, string>> = import.meta.glob('../../test/pages/calendar-*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations: Readonly<Record<string, Readonly<Record<string, unknown>>>> = import.meta.glob(
  '../../test/pages/calendar-*/expected.json',
  { import: 'default', eager: true },
);

afterEach(() => document.body.replaceChildren());

describe('readings of saved pages', () => {
  for (const adapter of adapters) {
    const folder = `../../test/pages/calendar-${adapter.site}`;
    const expected = expectations[`${folder}/expected.json`] ?? {};
    /** What was pressed last says which event is meant, where the page does not. */
    const pressedIn = (page: ParentNode) => {
      const target = page.querySelector('[data-test-pressed]');
      return (target && adapter.pressed(target)) ?? null;
    };
    const load = (name: string) => {
      const html = pages[`${folder}/${name}.html`] ?? '';
      // In a page that is drawn: what is put away must be told from what is seen.
      document.body.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
      return adapter.read(document, pressedIn(document));
    };

    it(`has an expectation for every page of ${adapter.site}, both of events and of silence`, () => {
      const names = Object.keys(pages).filter((path) => path.startsWith(`${folder}/`));
      expect(names.map((path) => path.replace(/.*\/(.*)\.html/, '$1')).sort()).toEqual(
        Object.keys(expected).sort(),
      );
      const values = Object.values(expected);
      expect(values.filter((one) => one !== null).length).toBeGreaterThanOrEqual(2);
      expect(values.filter((one) => one === null).length).toBeGreaterThanOrEqual(3);
    });

    it.each(Object.keys(expected))(`reads ${adapter.site}: %s`, (name) => {
      const open = load(name);
      const place = open?.place.getAttribute('data-app-section') ?? open?.place.getAttribute('role');
      expect(open && { event: open.event, at: open.at, place }).toEqual(expected[name]);
    });

    it.each(Object.keys(expected))(`reads ${adapter.site}: %s the same in another language`, (name) => {
      const before = load(name);
      for (const element of document.body.querySelectorAll('*')) {
        if (element.ariaLabel) element.ariaLabel = 'Schließen';
        if (element.childElementCount === 0) element.textContent = 'Etwas anderes';
      }
      expect(adapter.read(document, pressedIn(document))).toEqual(before);
    });
  }
});
