const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Whether a text is written in HTML, as Google's and Outlook's descriptions often are. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?(?:html|body|p|br|div|span|a|b|i|u|ul|ol|li|strong|em|table|font|h[1-6])(?:\s[^<>]*)?\/?>/i.test(
    text,
  );
}

/** The words of an HTML text, a line for each block. Only ever shown as text, so nothing here has to be made safe. */
export function htmlToText(html: string): string {
  return decodeEntities(
    html
      .replace(/<(style|script|head)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
      .replace(/<li\b[^<>]*>/gi, '\n- ')
      .replace(/<br\b[^<>]*>|<\/?(?:p|div|tr|ul|ol|table|h[1-6])\b[^<>]*>/gi, '\n')
      .replace(/<\/?[a-z!][^<>]*>/gi, ''),
  );
}

/** `&amp;`, `&#39;` and `&#x27;` as the characters they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Nearly all names and titles: one line with nothing to do. */
const TIDY_LINE = /^[^\s\p{Cc}](?:[^\p{Cc}]*[^\s\p{Cc}])?$/u;

/** At most `max` characters, tidy: no control characters, no more than one empty line in a row, no half character at the end. */
export function tidy(text: string, max: number): string {
  if (text === '' || (text.length <= max && TIDY_LINE.test(text))) return text;
  const clean = text
    .slice(0, max * 2)
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (clean.length <= max) return clean;
  const cut = clean.slice(0, max);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
