/**
 * What Google's editor makes of a description. The API's reference says only that it "can contain HTML"; how a saved
 * one looks was read from stored answers in public repositories (2022–2026): plain addresses become links with
 * `target="_blank"`, and links point at `https://www.google.com/url?q=…&sa=D&source=calendar&usd=2&usg=…`, with the
 * `=` and `&` of the address's own query percent-encoded, everything in HTML's entities; line ends become `<br>`,
 * spaces in a row `&nbsp;`. Attributes that could run code are dropped, as are unknown tags. The real editor does so
 * when a person saves the event; here the API's writes go through it too, which is the harder case.
 */
export function rewriteHtml(text: string): string {
  const safe = text.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>/gi, '');
  const parts = safe.split(/(<[^>]*>)/);
  let inLink = 0;
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return inLink > 0 ? plain(part) : linked(part);
      const found = /^<(\/?)([a-z][a-z0-9-]*)/i.exec(part);
      if (!found) return plain(part);
      const name = (found[2] ?? '').toLowerCase();
      if (!ALLOWED.has(name)) return '';
      if (name === 'br') return '<br>';
      if (found[1]) {
        if (name === 'a') inLink = Math.max(0, inLink - 1);
        return `</${name}>`;
      }
      if (name !== 'a') return `<${name}>`;
      inLink++;
      const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(part);
      return anchor(decode(href?.[1] ?? href?.[2] ?? ''));
    })
    .join('');
}

const ALLOWED = new Set([
  'a',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'br',
  'p',
  'ul',
  'ol',
  'li',
  'span',
  'div',
  'html-blob',
]);

/** Text without addresses: entities as Google writes them, line ends and runs of spaces. */
function plain(text: string): string {
  return encode(decode(text))
    .replace(/\r\n|\r|\n/g, '<br>')
    .replace(/ {2}/g, '&nbsp; ');
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/)
    .map((part, index) =>
      index % 2 === 0 ? plain(part) : `${anchor(decode(part))}${encode(decode(part))}</a>`,
    )
    .join('');
}

function anchor(href: string): string {
  if (!/^https?:/i.test(href))
    return /^mailto:/i.test(href) ? `<a href="${encode(href)}" target="_blank">` : '<a>';
  return `<a href="${encode(redirect(href))}" target="_blank">`;
}

/** Google's detour; one that is already there is left alone. */
export function redirect(href: string): string {
  if (href.startsWith('https://www.google.com/url?')) return href;
  const query = href
    .replaceAll('%', '%25')
    .replaceAll('=', '%3D')
    .replaceAll('&', '%26')
    .replaceAll('#', '%23');
  return `https://www.google.com/url?q=${query}&sa=D&source=calendar&usd=2&usg=AOvVaw${signature(href)}`;
}

/** Google signs the address; here any letters that are the same for the same address. */
function signature(text: string): string {
  let hash = 7;
  for (const letter of text) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36).padStart(22, '0');
}

function encode(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&nbsp;');
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (all, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? all;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
}
