import { describe, expect, it } from 'vitest';
import { adapters } from './registry';

const pages: Readonly<Record<string, string>> = import.meta.glob('../../test/pages/*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations: Readonly<Record<string, Readonly<Record<string, Reading>>>> = import.meta.glob(
  '../../test/pages/*/expected.json',
  { import: 'default', eager: true },
);

interface Reading {
  read: unknown;
  title: string | null;
  names: readonly string[];
  /** Only where a mark stands in the page. */
  recording?: true;
}

describe('readings of saved pages', () => {
  for (const adapter of adapters) {
    const expected = expectations[`../../test/pages/${adapter.host}/expected.json`] ?? {};

    it(`covers every state of ${adapter.host} with a page, so that none is read untried`, () => {
      const files = Object.keys(pages).filter((path) => path.includes(`/${adapter.host}/`));
      expect(files.map((path) => path.replace(/.*\/(.*)\.html/, '$1')).sort()).toEqual(
        Object.keys(expected).sort(),
      );
      const reads = Object.values(expected).map(({ read }) => JSON.stringify(read));
      expect(new Set(reads).size).toBeGreaterThanOrEqual(4);
    });

    it.each(Object.keys(expected))(`reads ${adapter.host}: %s`, (name) => {
      const html = pages[`../../test/pages/${adapter.host}/${name}.html`] ?? '';
      const page = new DOMParser().parseFromString(html, 'text/html');
      const { recording = false, ...rest } = expected[name] ?? {};
      expect({ read: adapter.read(page), title: adapter.title(page), names: adapter.names(page) }).toEqual(
        rest,
      );
      expect(page.querySelector(adapter.recording) !== null).toBe(recording);
    });
  }
});
