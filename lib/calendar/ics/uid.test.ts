import { describe, expect, it } from 'vitest';
import { seriesKey } from './uid.ts';

const OUTLOOK = '040000008200E00074C5B7101A82E008';

describe('seriesKey', () => {
  it.each([
    ['a split by Google', 'abc123_R20261105T170000@google.com', 'abc123@google.com'],
    ['a split of whole days by Google', 'abc123_R20261105@google.com', 'abc123@google.com'],
    ['one occurrence from Google', 'abc123_20261105T170000Z@google.com', 'abc123@google.com'],
    ['an id from Google as it is', 'abc123@google.com', 'abc123@google.com'],
    [
      'the like of it elsewhere, which means nothing there',
      'abc_R20261105T170000@example.org',
      'abc_R20261105T170000@example.org',
    ],
    ['one occurrence from Outlook', `${OUTLOOK}07EA0918B0C1D2`, `${OUTLOOK}00000000B0C1D2`],
    ['an id from Outlook in small letters', `${OUTLOOK}00000000b0c1d2`, `${OUTLOOK}00000000B0C1D2`],
    ['any other id', '6E0B2C1A-0001', '6E0B2C1A-0001'],
  ])('names the series of %s', (_, uid, key) => {
    expect(seriesKey(uid, null)).toBe(key);
  });

  it("takes the set that Apple's calendar server ties split parts with", () => {
    const related = {
      name: 'related-to',
      parameters: { reltype: 'X-CALENDARSERVER-RECURRENCE-SET' },
      type: 'text',
      values: ['the-set'],
    };
    const component = { name: 'vevent', properties: [related], components: [], dropped: [] };
    expect(seriesKey('part-2', component)).toBe('the-set');
  });
});
