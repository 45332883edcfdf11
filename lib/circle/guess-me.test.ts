import { expect, test } from 'vitest';
import { guessMe } from './guess-me.ts';

const people = ['Amira@example.org', 'bo@example.org', 'chen@example.org'];
const clues = { people, mine: [], calendarName: 'Work', others: [] };

test('an address known to be mine is me', () => {
  expect(guessMe({ ...clues, mine: ['BO@example.org', 'me@home.example'] })).toBe('bo@example.org');
});

test('a calendar named after its owner says who that is', () => {
  expect(guessMe({ ...clues, calendarName: 'amira@example.org.ics' })).toBe('amira@example.org');
});

test('whoever is invited to nearly everything owns the calendar', () => {
  const others = [
    ['chen@example.org', 'x@x.example'],
    ['chen@example.org'],
    ['Chen@example.org', 'bo@example.org'],
    ['chen@example.org'],
    [],
  ];
  expect(guessMe({ ...clues, others })).toBe('chen@example.org');
});

test('two who could be me, or a calendar that says little: ask', () => {
  expect(guessMe(clues)).toBeNull();
  expect(guessMe({ ...clues, mine: ['amira@example.org', 'bo@example.org'] })).toBeNull();
  expect(guessMe({ ...clues, others: [['chen@example.org'], ['chen@example.org']] })).toBeNull();
  const both = ['chen@example.org', 'bo@example.org'];
  expect(guessMe({ ...clues, others: [both, both, both, both] })).toBeNull();
});
