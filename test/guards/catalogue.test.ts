import { describe, expect, it } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { askedBy, baseOf, type Catalogue, disagreements, placeholders } from './catalogue.ts';
import { filesUnder, parseModule, read, shippedModules } from './source.ts';

const modules = shippedModules().map(askedBy);
const texts: Catalogue = catalogue;

/**
 * Keys that are put together from a fixed beginning and an id. Each is an id that the type system knows, so a missing
 * text does not compile; they stand here so that a new one is a decision.
 */
const PUT_TOGETHER: readonly string[] = ['agreement_*', 'word_*', 'word_*_ask'];

/** `__MSG_key__` in the manifest and in HTML. */
function manifestKeys(): Set<string> {
  const files = ['wxt.config.ts', ...filesUnder('entrypoints', (path) => path.endsWith('.html'))];
  return new Set(files.flatMap((path) => [...read(path).matchAll(/__MSG_(\w+)__/g)].map((m) => m[1] ?? '')));
}

describe('the catalogue', () => {
  it('has every text that is asked for, fills every gap in it, and holds none that nobody asks for', () => {
    expect(disagreements(texts, modules, manifestKeys())).toEqual([]);
  });

  it('is asked by keys put together only where that was decided', () => {
    const used = new Set(modules.flatMap((asked) => asked.patterns.map(({ pattern }) => pattern)));
    expect([...used].sort()).toEqual([...PUT_TOGETHER].sort());
  });

  it('has what the manifest names', () => {
    expect([...manifestKeys()].filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
  });

  it('has both English forms of everything counted, with the same gaps to fill but for the count', () => {
    const counted = modules.flatMap((asked) => asked.calls.flatMap((one) => (one.counted ? [one.key] : [])));
    const written = Object.keys(texts).filter(
      (key) => key.endsWith('_one') && Object.hasOwn(texts, `${baseOf(key)}_other`),
    );
    const bases = new Set([...counted, ...written.map(baseOf)]);
    expect(bases.size).toBeGreaterThan(0);
    const wrong = [...bases].filter((base) => {
      const [one, other] = [`${base}_one`, `${base}_other`].map((key) => texts[key]?.message);
      if (one === undefined || other === undefined) return true;
      const gaps = (text: string) =>
        placeholders(text)
          .filter((name) => name !== 'count')
          .sort();
      return gaps(one).join() !== gaps(other).join();
    });
    expect(wrong).toEqual([]);
  });

  it('is in order, so that two people who add texts do not write over each other', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(texts).toSorted());
  });
});

describe('the guard sees', () => {
  const ask = (text: string) => [askedBy(parseModule('components/bad.tsx', text))];
  const small = {
    a: { message: 'A' },
    hello: { message: 'Hello {name}' },
    days_one: { message: '{count} day' },
    days_other: { message: '{count} days, {name}' },
    rule_x: { message: 'X' },
  };
  const all = `t('a'); t('hello', { name }); tn('days', 2, { name }); t(\`rule_\${rule}\`);`;

  it('nothing where all is well', () => {
    expect(disagreements(small, ask(all))).toEqual([]);
  });

  it.each([
    ['a text that is not there', "t('b');", /b, which is not/],
    ['a counted text that is not there', "tn('hello', 1, { name });", /hello_other, which is not/],
    ['a plural asked for as if it were one text', "t('days', {});", /days, which is not/],
    ['one side of a choice', "t(late ? 'a' : 'b');", /b, which is not/],
    ['a gap that nobody fills', "t('hello');", /\{name\} of hello/],
    ['a gap of one plural form', "tn('days', 2);", /\{name\} of days_other/],
    ['a beginning that no key has', `t(\`role_\${role}\`);`, /no key is like it/],
  ])('%s', (_, text, message) => {
    expect(disagreements(small, ask(all + text))).toEqual([expect.stringMatching(message)]);
  });

  it('a text that nobody asks for, also when a comment names it', () => {
    expect(disagreements({ ...small, old: { message: 'Old' } }, ask(`${all} // t('old')`))).toEqual([
      'nobody asks for old',
    ]);
  });

  it('keys that travel in a table', () => {
    const table = "export const keys = { x: 'old' };";
    expect(disagreements({ ...small, old: { message: 'Old' } }, ask(all + table))).toEqual([]);
  });
});
