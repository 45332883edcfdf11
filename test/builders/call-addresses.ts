import type { CallPageHost } from '../../lib/platform/messages.ts';

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
};
