import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFeedAddress, shortAddress } from './feed-address.ts';

const SECRET = 'https://calendar.google.com/calendar/ical/ada%40example.org/private-0a1b2c3d/basic.ics';

describe('the address of a feed', () => {
  it('takes what calendars hand out, and means https by webcal', () => {
    expect(readFeedAddress(SECRET)).toEqual({ ok: true, url: SECRET, host: 'calendar.google.com' });
    for (const typed of [
      'webcal://p12-caldav.icloud.com/published/2/abc',
      'WEBCALS://p12-caldav.icloud.com/published/2/abc',
      '  p12-caldav.icloud.com/published/2/abc ',
      '<https://p12-caldav.icloud.com/published/2/abc#here>',
    ])
      expect(readFeedAddress(typed), typed).toEqual({
        ok: true,
        url: 'https://p12-caldav.icloud.com/published/2/abc',
        host: 'p12-caldav.icloud.com',
      });
  });

  it('keeps a port that was typed without a scheme', () => {
    expect(readFeedAddress('cal.example.org:8443/a.ics')).toMatchObject({
      url: 'https://cal.example.org:8443/a.ics',
    });
  });

  it('says why an address cannot be used, because each needs something else to be done', () => {
    const reasons = {
      '': 'empty',
      'http://cal.example.org/a.ics': 'http',
      'ftp://cal.example.org/a.ics': 'other-scheme',
      'javascript:alert(1)': 'other-scheme',
      'https://ada:word@cal.example.org/a.ics': 'credentials',
      'my calendar': 'not-an-address',
      'https://': 'not-an-address',
      calendar: 'not-an-address',
    };
    for (const [typed, reason] of Object.entries(reasons))
      expect(readFeedAddress(typed), typed).toEqual({ ok: false, reason });
  });

  it('gives nothing but https whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'https', 'ftp', 'webcal'] })),
        (text) => {
          const read = readFeedAddress(text);
          if (read.ok) expect(read.url).toMatch(/^https:\/\/[^@/]+\//);
        },
      ),
    );
  });
});

describe('showing the address of a feed', () => {
  it('shows where it is and what it is called, and nothing that opens it', () => {
    expect(shortAddress(SECRET)).toBe('calendar.google.com/…/basic.ics');
    expect(shortAddress('https://cal.example.org/export?token=s3cret')).toBe('cal.example.org/…');
    expect(shortAddress('https://cal.example.org/0a1b2c3d.ics')).toBe('cal.example.org/…');
  });
});
