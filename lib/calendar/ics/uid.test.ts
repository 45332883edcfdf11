import { describe, expect, it } from 'vitest';
import { seriesKey } from './uid.ts';

const OUTLOOK = '040000008200E00074C5B7101A82E008';

/** As Exchange does it: class id, date, creation time, reserved, size, `vCal-Uid`, 1, the UID, zero. */
function wrap(uid: string, date = '00000000'): string {
  const bytes = new TextEncoder().encode(`vCal-Uid\u0001\0\0\0${uid}\0`);
  const hex = (value: number) => value.toString(16).padStart(2, '0').toUpperCase();
  return `${OUTLOOK}${date}${'0'.repeat(32)}${hex(bytes.length)}000000${[...bytes].map(hex).join('')}`;
}

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
    [
      'an invitation from Google in an Exchange calendar',
      wrap('2ni48lqqkk2n17rhugd3584joq@google.com'),
      '2ni48lqqkk2n17rhugd3584joq@google.com',
    ],
    ['one occurrence of such', wrap('abc123@google.com', '07EA0B05'), 'abc123@google.com'],
    ['a split by Google in an Exchange calendar', wrap('abc_R20261105T170000@google.com'), 'abc@google.com'],
    ['an Outlook id that went round twice', wrap(`${OUTLOOK}07EA0918b0c1d2`), `${OUTLOOK}00000000B0C1D2`],
    ['a UID in other letters', wrap('käse-1@example.org'), 'käse-1@example.org'],
    ['a wrapping with nothing sound in it', wrap('\u0007'), wrap('\u0007')],
  ])('names the series of %s', (_, uid, key) => {
    expect(seriesKey(uid, null)).toBe(key);
  });

  it('unwraps an id as Exchange wrote it for a meeting from Google', () => {
    const seen = `${OUTLOOK}0000000000000000000000000000000000000000320000007643616C2D55696401000000326E6934386C71716B6B326E3137726875676433353834`;
    expect(seriesKey(`${seen}6A6F7140676F6F676C652E636F6D00`, null)).toBe(
      '2ni48lqqkk2n17rhugd3584joq@google.com',
    );
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
