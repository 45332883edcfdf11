import { describe, expect, it } from 'vitest';
import { eventIds } from './event-ids';

const google = (eventId: string) => eventIds({ site: 'google', eventId, calendarId: 'me@gmail.com' });

describe('names of an event that a page shows', () => {
  it('are the series of a date and the date itself, since Google gives each date an id of its own', () => {
    expect(google('abc123_20261126T170000Z')).toEqual({
      remote: ['abc123_20261126T170000Z', 'abc123'],
      keys: ['abc123@google.com'],
      originalStart: Date.UTC(2026, 10, 26, 17),
    });
  });

  it('are one for an event that does not repeat', () => {
    expect(google('abc123')).toEqual({
      remote: ['abc123'],
      keys: ['abc123@google.com'],
      originalStart: null,
    });
  });

  it('lead a series that was split back to the one it was', () => {
    const split = google('abc123_R20261105T170000_20261119T170000Z');
    expect(split.keys).toEqual(['abc123@google.com']);
    expect(split.remote).toContain('abc123_R20261105T170000');
  });

  it('read the UID out of an event that came from elsewhere', () => {
    // base32hex of "a-1@example.org"
    const id = toBase32hex('a-1@example.org');
    expect(google(`_${id}_20261126T170000Z`).keys).toEqual([`_${id}@google.com`, 'a-1@example.org']);
  });

  it('try nothing more where the id is no text in base32hex', () => {
    expect(google('_zzz').keys).toEqual(['_zzz@google.com']);
    expect(google('_04').keys).toEqual(['_04@google.com']);
  });

  it('are written as the service writes them for Outlook, where the page uses plain base64', () => {
    expect(eventIds({ site: 'outlook', eventId: 'AAMk/x+y=', calendarId: '' })).toEqual({
      remote: ['AAMk-x_y=', 'AAMk/x+y='],
      keys: [],
      originalStart: null,
    });
  });
});

function toBase32hex(text: string): string {
  const bits = [...text].map((one) => one.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => parseInt(five.padEnd(5, '0'), 2).toString(32)).join('');
}
