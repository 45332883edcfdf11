import { expect, it } from 'vitest';
import { shippedModules } from './source.ts';

/** What is dear to make, and cleared up while somebody scrolls: kept by `lib/platform/intl.ts`. */
const MADE =
  /new Intl\.(?:DateTimeFormat|NumberFormat|ListFormat|RelativeTimeFormat|PluralRules)\(|\.toLocale(?:Date|Time)?String\(/;

/** Where they are made. */
const HERE = ['lib/platform/i18n.ts', 'lib/platform/intl.ts', 'lib/sheet/sheet-dates.ts'];

it('what writes dates, numbers and lists is made in one place and kept', () => {
  const found = shippedModules().filter(({ text }) => MADE.test(text));
  expect(found.map(({ path }) => path).sort()).toEqual(HERE);
});

it.each(['new Intl.ListFormat(tag)', 'day.toLocaleString(tag, { month })'])('the guard sees %s', (text) =>
  expect(MADE.test(text)).toBe(true),
);
