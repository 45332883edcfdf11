import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventId } from './event-id';

const encode = (text: string) => btoa(text).replace(/=+$/, '');

describe('the id that Google Calendar’s page gives an event', () => {
  it.each([
    ['abc123 me@m', 'abc123', 'me@gmail.com'],
    ['abc123_20261126T170000Z c_9f@g', 'abc123_20261126T170000Z', 'c_9f@group.calendar.google.com'],
    ['abc Asha.Sen@Example.edu', 'abc', 'asha.sen@example.edu'],
  ])('is taken apart: %s', (text, eventId, calendarId) => {
    expect(readEventId(encode(text))).toEqual({ eventId, calendarId });
  });

  it.each(['', 'abc', 'abc me', ' me@m', 'abc me@', 'a b c@m', '{"e":"abc"}'])(
    'is nothing where it is another one, so that a changed page is left alone: "%s"',
    (text) => {
      expect(readEventId(encode(text))).toBeNull();
    },
  );

  it('is read from any text without an error, and gives back what was put in', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        readEventId(text);
      }),
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-v0-9]{1,60}$/),
        fc.stringMatching(/^[a-z0-9]{1,20}$/),
        (id, name) => {
          expect(readEventId(encode(`${id} ${name}@m`))).toEqual({
            eventId: id,
            calendarId: `${name}@gmail.com`,
          });
        },
      ),
    );
  });
});
