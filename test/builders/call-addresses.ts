import type { CallPageHost } from '../../lib/platform/messages.ts';

const THREAD = '19:meeting_NmQ3ZTk@thread.v2';
const JOIN = '/l/meetup-join/19%3ameeting_NmQ3ZTk%40thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d';
const coords = (conversationId: string) => btoa(JSON.stringify({ conversationId, messageId: '0' }));

/** For tests only: addresses of each host that are calls, with their codes, and others that only look like one. */
export const samples: {
  readonly [Host in CallPageHost]?: {
    readonly calls: readonly (readonly [address: string, code: string])[];
    readonly lookAlikes: readonly string[];
  };
} = {
  meet: {
    calls: [
      ['https://meet.google.com/abc-defg-hij', 'abc-defg-hij'],
      ['https://meet.google.com/ABC-defg-HIJ', 'abc-defg-hij'],
      ['https://meet.google.com/abc-defg-hij?authuser=1&hs=122', 'abc-defg-hij'],
      ['https://meet.google.com/abc-defg-hij/', 'abc-defg-hij'],
      ['https://meet.google.com/abc-defg-hij#people', 'abc-defg-hij'],
      ['https://meet.google.com/abc-defg-hij/extra?x=1', 'abc-defg-hij'],
    ],
    lookAlikes: [
      'https://meet.google.com/',
      'https://meet.google.com/landing',
      'https://meet.google.com/new',
      'https://meet.google.com/lookup/our-circle-abc',
      'https://meet.google.com/lookup/abc-defg-hij',
      'https://meet.google.com/_meet/whoops?code=abc-defg-hij',
      'https://meet.google.com/landing?code=abc-defg-hij',
      'https://meet.google.com/abc-defg-hijk',
      'https://meet.google.com/abcd-efg-hij',
      'https://meet.google.com/abc-def1-hij',
      'https://meet.google.com/abc-defg-hij-klm',
      'https://meet.google.com/abcdefghij',
      'https://calendar.google.com/abc-defg-hij',
      'https://meet.google.com.evil.test/abc-defg-hij',
      'https://evil.test/https://meet.google.com/abc-defg-hij',
      'http://meet.google.com/abc-defg-hij',
    ],
  },
  teams: {
    calls: [
      [`https://teams.microsoft.com${JOIN}`, THREAD],
      [`https://teams.live.com${JOIN}`, THREAD],
      [`https://teams.cloud.microsoft${JOIN}`, THREAD],
      ['https://teams.microsoft.com/l/meetup-join/19:meeting_NmQ3ZTk@thread.v2/0', THREAD],
      ['https://teams.microsoft.com/l/meetup-join/19%253ameeting_NmQ3ZTk%2540thread.v2/0', THREAD],
      [
        'https://teams.microsoft.com/l/meetup-join/19%3Aabc%40thread.tacv2/17?context=%7b%7d',
        '19:abc@thread.tacv2',
      ],
      [`https://teams.microsoft.com/v2/?meetingjoin=true#${JOIN}`, THREAD],
      [`https://teams.cloud.microsoft/?x=1#${JOIN}`, THREAD],
      [`https://teams.microsoft.com/_#${JOIN}`, THREAD],
      [
        `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`/_#${JOIN}`)}&type=meetup-join&deeplinkId=x&directDl=true`,
        THREAD,
      ],
      [
        `https://teams.live.com/dl/launcher/launcher.html?type=meet&url=${encodeURIComponent('/_#/meet/9312345678901?p=Xy9&anon=true')}`,
        '9312345678901',
      ],
      [
        `https://teams.microsoft.com/light-meetings/launch?agent=web&version=1&coords=${encodeURIComponent(coords(THREAD))}&deepLinkId=x`,
        THREAD,
      ],
      [`https://teams.live.com/light-meetings/launch?coords=${coords(THREAD)}`, THREAD],
      ['https://teams.microsoft.com/meet/3112345678901?p=Xy9', '3112345678901'],
      ['https://teams.live.com/meet/9312345678901?p=100%25', '9312345678901'],
      ['https://teams.cloud.microsoft/meet/1234567890', '1234567890'],
      ['https://teams.microsoft.com/v2/?meetingjoin=true#/meet/123456789012345?p=Xy9', '123456789012345'],
    ],
    lookAlikes: [
      'https://teams.microsoft.com/',
      'https://teams.microsoft.com/v2/',
      'https://teams.microsoft.com/v2/#/calendarv2',
      'https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2/General?groupId=x',
      'https://teams.microsoft.com/l/chat/19%3ameeting_NmQ3ZTk%40thread.v2/0',
      'https://teams.microsoft.com/l/meetup-join/',
      'https://teams.microsoft.com/l/meetup-join/19%3ameeting_NmQ3ZTk',
      `https://teams.microsoft.com/search?q=${encodeURIComponent(JOIN)}`,
      `https://teams.microsoft.com/other${JOIN}`,
      'https://teams.microsoft.com/meet/123',
      'https://teams.microsoft.com/meet/1234567890123456',
      'https://teams.microsoft.com/meet/312345678901x',
      'https://teams.microsoft.com/dl/launcher/launcher.html?type=meetup-join',
      `https://teams.microsoft.com/dl/launcher/launcher.html?url=${encodeURIComponent(`https://evil.test${JOIN}`)}`,
      `https://teams.microsoft.com/dl/launcher/other.html?url=${encodeURIComponent(`/_#${JOIN}`)}`,
      'https://teams.microsoft.com/light-meetings/launch?agent=web',
      'https://teams.microsoft.com/light-meetings/launch?coords=%7Bnot',
      `https://teams.microsoft.com/light-meetings/launch?coords=${coords('48:notes')}`,
      `https://teams.microsoft.com/elsewhere?coords=${coords(THREAD)}`,
      `https://teams.microsoft.com.evil.test${JOIN}`,
      `https://teams-microsoft.com${JOIN}`,
      `https://myteams.microsoft.com${JOIN}`,
      `https://teams.microsoft.com:8443${JOIN}`,
      `https://someone@teams.microsoft.com${JOIN}`,
      `https://evil.test/https://teams.microsoft.com${JOIN}`,
      `https://evil.test/?u=https://teams.microsoft.com${JOIN}`,
    ],
  },
};
