/** The three small parts of a note, and what stands round them. */
export interface Note {
  subject: string;
  greeting: string;
  /** My own news. */
  news: string;
  /** Asking after theirs. */
  asking: string;
  /** When we could meet. */
  plan: string;
  closing: string;
}

/** A whole address longer than this is cut off, or refused, somewhere between the browser and the mail (Windows: 2,083). */
export const MAX_MAIL_ADDRESS = 2000;

/** The note as plain text: its parts as paragraphs, empty ones left out. */
export const noteText = ({ greeting, news, asking, plan, closing }: Note): string =>
  [greeting, news, asking, plan, closing]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');

/**
 * The address that opens the note in one's own mail (RFC 6068); null when it is too long for one. Without an e-mail
 * address the mail opens with nobody in it. Everything is encoded, so no word can add a recipient or a header.
 */
export function mailAddress(email: string, note: Note): string | null {
  const encode = (text: string): string =>
    encodeURIComponent(text.toWellFormed().replace(/\r?\n|\r/g, '\r\n'));
  const to = encode(email.replace(/[\r\n]/g, '')).replaceAll('%40', '@');
  const subject = encode(note.subject.replace(/\s+/g, ' ').trim());
  const address = `mailto:${to}?subject=${subject}&body=${encode(noteText(note))}`;
  return address.length > MAX_MAIL_ADDRESS ? null : address;
}
