import { describe, expect, it } from 'vitest';
import { harmOf, regexesIn } from './regexes.ts';
import { shippedModules } from './source.ts';

/** Slow for long texts, and why no long text ever comes to them. */
const SHORT_TEXTS_ALONE: Readonly<Record<string, string>> = {
  'components/home/network/TieTexts.tsx': 'an address that the member types',
  'components/ring/seat-look.ts': 'a name as a fact holds it',
  'lib/calendar/ics/vtimezone.ts': 'an address, cut at 500 letters',
  'lib/calendar/split.ts': 'a title, cut by the readers (LIMITS.title)',
  'lib/calendar/sync/buckets.ts': 'an id that the calendar service made',
  'lib/calendar/sync/feed-address.ts': 'an address, at most 8,000 letters',
  'lib/call/teams/selectors.ts': 'a name in the page of the call, in that page’s own time',
  'lib/circle/name-from-title.ts': 'at most 500 letters are looked at',
  'lib/circle/note-takers.ts': 'a name in a call',
  'lib/circle/person-name.ts': 'at most 500 letters are looked at',
  'lib/contract/suggest-words.ts': 'a contract as a fact holds it',
  'lib/demo/promises.ts': 'our own words',
};

describe('regular expressions', () => {
  it('never take long for a text that somebody else chose', () => {
    const all = shippedModules().flatMap(regexesIn);
    expect(all.length).toBeGreaterThan(200);
    const slow = all
      .filter(({ path }) => !Object.hasOwn(SHORT_TEXTS_ALONE, path))
      .flatMap((one) => {
        const harm = harmOf(one);
        return harm ? [`${one.at} ${harm.how} by ${harm.by}`] : [];
      });
    expect(slow).toEqual([]);
  }, 180_000);

  it('the guard sees one that explodes and one that begins anew at every letter', () => {
    expect(harmOf({ pattern: '^(a+)+$', flags: '' })?.how).toBe('explodes');
    expect(harmOf({ pattern: '\\s+$', flags: '' })?.how).toBe('grows');
    expect(harmOf({ pattern: '<li\\b[^>]*>', flags: 'gi' })?.how).toBe('grows');
    expect(harmOf({ pattern: '^\\s+', flags: '' })).toBeNull();
  }, 60_000);
});
