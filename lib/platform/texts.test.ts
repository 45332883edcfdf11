import { expect, it } from 'vitest';
import { withRegion } from './texts.ts';

it.each([
  ['en', 'sv', 'en-SE'],
  ['en', 'en-GB', 'en-GB'],
  ['de', 'de-AT', 'de-AT'],
  ['de', 'de', 'de-DE'],
  ['pt', 'pt-PT', 'pt-PT'],
  ['fr', 'en-US', 'fr-US'],
  ['ar-XB', 'en-US', 'ar-XB'],
  ['en', '', 'en'],
])('%s in a browser of “%s” is written as in %s', (language, browsers, tag) => {
  expect(withRegion(language, browsers)).toBe(tag);
});

it('gives a Swedish member English words, and the order of the day that Sweden has', () => {
  const day = new Date(Date.UTC(2026, 10, 22));
  const text = new Intl.DateTimeFormat(withRegion('en', 'sv'), { dateStyle: 'medium', timeZone: 'UTC' });
  expect(text.format(day)).toBe('22 Nov 2026');
});
