import { expect, test } from 'vitest';
import { nameFromTitle } from './name-from-title.ts';

test.each([
  ['Peer mentoring circle', 'Peer mentoring circle'],
  ['  Re: FW: Peer   mentoring circle ', 'Peer mentoring circle'],
  ['[External] Thursday circle (Zoom)', 'Thursday circle'],
  ['Thursday circle - Google Meet', 'Thursday circle'],
  ['PMC – via Teams', 'PMC'],
  ['WEBS circle: Meeting 4 of 12', 'WEBS circle'],
  ['WEBS circle #4', 'WEBS circle'],
  ['Mentoring pod | BRAINS', 'Mentoring pod | BRAINS'],
  ['Women in 5G circle', 'Women in 5G circle'],
  ['Every other Thursday', 'Every other Thursday'],
])('%j becomes %j', (title, name) => {
  expect(nameFromTitle(title)).toBe(name);
});

test('a title that is only noise gives no name, and a very long one ends at a word', () => {
  expect(nameFromTitle('Fwd: ')).toBe('');
  expect(nameFromTitle('')).toBe('');
  const long = nameFromTitle('circle of many words '.repeat(20));
  expect(long.length).toBeLessThanOrEqual(80);
  expect(long).toMatch(/(circle|of|many|words)$/);
});
