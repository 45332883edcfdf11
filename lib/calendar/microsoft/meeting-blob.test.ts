import { describe, expect, it } from 'vitest';
import { meetingBlob } from './meeting-blob.ts';

const LINE = '_'.repeat(80);
const HREF = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_a%40thread.v2/0?context=x';
const blob = `${LINE}</span></div>\r\n<div class="me-email-text"><a class="me-email-headline" href="${HREF}">Join</a></div>\r\n<div><span>${LINE}`;

describe('meetingBlob', () => {
  it('is all from line to line, byte for byte', () => {
    expect(meetingBlob(`<p>Hello</p><div><span>${blob}</span></div><p>Bye</p>`)).toBe(blob);
  });

  it('does not take lines that people drew for its own', () => {
    const html = `<p>${LINE}</p><p>Ours</p><span>${blob}</span><p>More</p><p>${LINE}</p>`;
    expect(meetingBlob(html)).toBe(blob);
  });

  it('holds without any line', () => {
    const html = `<p>a</p><a href="${HREF}">Join</a> or <a id="meet_invite_block.action.join_link">x</a>`;
    expect(meetingBlob(html)).toMatch(/^teams\.microsoft\.com[\s\S]*meet_invite_block$/);
  });

  it('does not begin at a link to the same meeting that somebody, or our own agenda, put above it', () => {
    const html = `<div>Join: <a href="${HREF}">${HREF}</a></div><p>Hello</p><div><span>${blob}</span></div>`;
    expect(meetingBlob(html)).toBe(blob);
  });

  it('is nothing where no Teams meeting is', () => {
    expect(meetingBlob(`<p>${LINE}</p><a href="https://meet.google.com/abc-defg-hij">x</a>`)).toBeNull();
  });
});
