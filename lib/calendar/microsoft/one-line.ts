import { tidy } from '../ics/plain-text.ts';

/** What needs no tidying: plain letters with single blanks between. Most names and titles are, and there are many. */
const PLAIN = /^(?:[!-~]+ )*[!-~]*$/;

/** A text as one tidy line of at most `max` characters. */
export function oneLine(text: string, max: number): string {
  return text.length <= max && PLAIN.test(text) ? text.trimEnd() : tidy(text.replace(/\s+/g, ' '), max);
}
