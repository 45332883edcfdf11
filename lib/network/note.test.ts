import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_MAIL_ADDRESS, mailAddress, type Note, noteText } from './note.ts';

const note: Note = {
  subject: 'A word',
  greeting: 'Dear Bea,',
  news: 'The grant came.',
  asking: '',
  plan: 'Shall we talk?',
  closing: 'Chen',
};
const body = (address: string | null) => new URL(address ?? '').searchParams.get('body');

describe('a note', () => {
  it('is its parts as paragraphs, without those left empty', () => {
    expect(noteText(note)).toBe('Dear Bea,\n\nThe grant came.\n\nShall we talk?\n\nChen');
  });

  it('opens in the mail as it was written, whatever it says, and to nobody else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ maxLength: 40 }),
        (news, subject) => {
          const address = mailAddress('bea@example.org', { ...note, news, subject });
          const url = new URL(address ?? '');
          expect(url.pathname).toBe('bea@example.org');
          expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
          expect(url.searchParams.get('subject')).toBe(subject.replace(/\s+/g, ' ').trim());
          expect(body(address)?.replaceAll('\r\n', '\n')).toBe(
            noteText({ ...note, news: news.replace(/\r\n?/g, '\n') }),
          );
        },
      ),
    );
  });

  it('cannot be made to go to others, or to carry headers, by an address or a subject', () => {
    const address = mailAddress('a@b.org,eve@c.org?cc=eve@c.org\r\nBcc: eve@c.org', {
      ...note,
      subject: 'x&cc=eve@c.org\r\nBcc: eve@c.org',
    });
    expect(address?.match(/[?&][^=]*=/g)).toEqual(['?subject=', '&body=']);
    expect(address).not.toMatch(/,|%0D%0ABcc/);
  });

  it('breaks lines as mail does, keeps half a character from breaking it, and opens without an address', () => {
    expect(mailAddress('', { ...note, news: 'half \ud83d' })).toMatch(
      /^mailto:\?subject=A%20word&body=Dear%20Bea%2C%0D%0A/,
    );
  });

  it('is not opened when it is longer than a mail’s address may be: it can be copied then', () => {
    const long = (length: number) => mailAddress('bea@example.org', { ...note, news: 'a'.repeat(length) });
    expect(long(1500)?.length).toBeLessThanOrEqual(MAX_MAIL_ADDRESS);
    expect(long(2000)).toBeNull();
    expect(mailAddress('b@e.org', { ...note, news: 'é'.repeat(400) })).toBeNull();
  });
});
