import { describe, expect, it } from 'vitest';
import { readCallLink } from './call-link.ts';

const THREAD = '19:meeting_NmQ3ZTk@thread.v2';
const JOIN = 'l/meetup-join/19%3ameeting_NmQ3ZTk%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d';
const wrap = (url: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02&reserved=0`;

describe('readCallLink', () => {
  it.each([
    ['Meet', 'https://meet.google.com/abc-defg-hij', 'meet', 'abc-defg-hij'],
    ['Meet with an account', 'https://meet.google.com/abc-defg-hij?authuser=0', 'meet', 'abc-defg-hij'],
    ['Meet in capitals', 'HTTPS://MEET.GOOGLE.COM/ABC-DEFG-HIJ', 'meet', 'abc-defg-hij'],
    ['Meet over http', 'http://meet.google.com/abc-defg-hij', 'meet', 'abc-defg-hij'],
    ['Meet in a sentence', 'Join (https://meet.google.com/abc-defg-hij). Bring tea', 'meet', 'abc-defg-hij'],
    [
      'Meet in HTML',
      '<a href="https://meet.google.com/abc-defg-hij?hs=1&amp;pli=1">here</a>',
      'meet',
      'abc-defg-hij',
    ],
    ['Meet without https', 'we meet at meet.google.com/abc-defg-hij, as ever', 'meet', 'abc-defg-hij'],
    ['Teams, work', `https://teams.microsoft.com/${JOIN}`, 'teams', THREAD],
    ['Teams, private', `https://teams.live.com/${JOIN}`, 'teams', THREAD],
    ['Teams, new host', `https://teams.cloud.microsoft/${JOIN}`, 'teams', THREAD],
    ['Teams, hash form', `https://teams.microsoft.com/v2/?meetingjoin=true#/${JOIN}`, 'teams', THREAD],
    ['Teams, older hash form', `https://teams.microsoft.com/_#/${JOIN}`, 'teams', THREAD],
    [
      'Teams, escaped twice',
      'https://teams.microsoft.com/l/meetup-join/19%253ameeting_NmQ3ZTk%2540thread.v2/0',
      'teams',
      THREAD,
    ],
    [
      'Teams, launcher',
      `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#/${JOIN}`)}&type=meetup-join`,
      'teams',
      THREAD,
    ],
    [
      'Teams, light',
      `https://teams.microsoft.com/light-meetings/launch?agent=web&coords=${encodeURIComponent(btoa(JSON.stringify({ conversationId: THREAD, messageId: '0' })))}`,
      'teams',
      THREAD,
    ],
    ['Teams, short', 'https://teams.microsoft.com/meet/3112345678901?p=Xy9', 'teams', '3112345678901'],
    ['Teams, short, private', 'https://teams.live.com/meet/9312345678901?p=Xy9', 'teams', '9312345678901'],
    [
      'Teams, short, new host',
      'https://teams.cloud.microsoft/meet/3112345678901?p=Xy9',
      'teams',
      '3112345678901',
    ],
    [
      'Zoom',
      'https://us02web.zoom.us/j/81234567890?pwd=a.1',
      'zoom',
      'https://us02web.zoom.us/j/81234567890',
    ],
    [
      'Zoom, own room',
      'https://example-edu.zoom.us/my/dana.cole',
      'zoom',
      'https://example-edu.zoom.us/my/dana.cole',
    ],
    ['Jitsi', 'https://meet.jit.si/OurCircle', 'other', 'https://meet.jit.si/OurCircle'],
    ['Webex', 'https://example.webex.com/meet/dana', 'other', 'https://example.webex.com/meet/dana'],
    ['Outlook SafeLinks', wrap('https://meet.google.com/abc-defg-hij?authuser=0'), 'meet', 'abc-defg-hij'],
    ['SafeLinks twice', wrap(wrap(`https://teams.microsoft.com/${JOIN}`)), 'teams', THREAD],
    [
      'Google redirect',
      'https://www.google.com/url?q=https://meet.google.com/abc-defg-hij&sa=D&ust=17',
      'meet',
      'abc-defg-hij',
    ],
    [
      'Google redirect, other country',
      'https://www.google.co.uk/url?q=https%3A%2F%2Fmeet.google.com%2Fabc-defg-hij',
      'meet',
      'abc-defg-hij',
    ],
    [
      'Proofpoint',
      'https://urldefense.com/v3/__https://meet.google.com/abc-defg-hij__;!!Nkx$',
      'meet',
      'abc-defg-hij',
    ],
  ])('reads %s', (_, text, host, code) => {
    expect(readCallLink([text])).toMatchObject({ host, code });
  });

  it.each([
    ['another domain around the name', 'https://meet.google.com.evil.org/abc-defg-hij'],
    ['the name as a part of another', 'https://notmeet.google.com/abc-defg-hij'],
    ['the name before an @', 'https://meet.google.com@evil.org/abc-defg-hij'],
    ['a name before the real host', 'https://someone@meet.google.com/abc-defg-hij'],
    ['another port', 'https://meet.google.com:8443/abc-defg-hij'],
    ['a link in a query', 'https://evil.org/?u=https://meet.google.com/abc-defg-hij'],
    ['a link in a query without https in front', 'evil.org/?u=https://meet.google.com/abc-defg-hij'],
    ['a bare name in a query', 'https://evil.org/?u=meet.google.com/abc-defg-hij'],
    ['a link in a path', 'https://evil.org/https://meet.google.com/abc-defg-hij'],
    [
      'SafeLinks on a foreign host',
      'https://safelinks.protection.outlook.com.evil.org/?url=https://meet.google.com/abc-defg-hij',
    ],
    ['SafeLinks around a foreign host', wrap('https://meet.google.com.evil.org/abc-defg-hij')],
    [
      'SafeLinks around a script that names the host',
      wrap('javascript://meet.google.com/abc-defg-hij%0aalert(1)'),
    ],
    ['SafeLinks around a foreign scheme', wrap('prototypehttps://meet.google.com/abc-defg-hij')],
    ['a page of Meet that is no call', 'https://meet.google.com/landing'],
    ['a code of another shape', 'https://meet.google.com/lookup/abcdefghij'],
    [
      'a page of Teams that is no call',
      'https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2/General',
    ],
    ['Teams on a look-alike', `https://teams.microsoft.com.evil.org/${JOIN}`],
    ['Zoom on a look-alike', 'https://us02web.zoom.us.evil.org/j/81234567890'],
    ['another host that ends alike', 'https://evilzoom.us/j/81234567890'],
    ['script in an address', 'javascript:x=https://meet.google.com/abc-defg-hij'],
    ['words only', 'see you at four in room 12'],
  ])('refuses %s', (_, text) => {
    expect(readCallLink([text])).toBeNull();
  });

  it('takes the first text that has a link, and the first link in it', () => {
    const texts = [
      'Room 12',
      'https://us02web.zoom.us/j/81234567890 or https://meet.google.com/abc-defg-hij',
      'https://meet.google.com/xxx-xxxx-xxx',
    ];
    expect(readCallLink(texts)?.host).toBe('zoom');
  });

  it('is not held up by a text made to be slow', () => {
    expect(
      readCallLink(['https://'.repeat(200_000), `${'meet.google.com/abc-'.repeat(100_000)}`]),
    ).toBeNull();
  });
});
