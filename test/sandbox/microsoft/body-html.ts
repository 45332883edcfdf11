/**
 * What Outlook makes of the HTML of a body. From public threads: a document of its own around it, unsafe elements,
 * comments and data attributes gone (devblogs, "Message Body property will filter unsafe HTML"), `x_` before ids and
 * classes (hteumeuleu/email-bugs 38; new Outlook drops classes altogether, OfficeDev/office-js 5296).
 */
export interface Rewriting {
  safeLinks: boolean;
}

const HEAD = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';
const UNSAFE = /<(script|style|iframe|object|embed|form|title|svg|template)\b[\s\S]*?<\/\1\s*>/gi;
const KEPT = new Set([
  ...'a abbr b blockquote br center code del div em font h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre s'.split(
    ' ',
  ),
  ...'small span strike strong sub sup table tbody td tfoot th thead tr tt u ul'.split(' '),
]);
const VOID = new Set(['br', 'hr', 'img']);
const ATTRIBUTES = new Set([
  ...'align alt bgcolor border cellpadding cellspacing class color colspan dir face height href'.split(' '),
  ...'id lang name rel role rowspan size src start style target title type valign width'.split(' '),
]);
/** Outlook knows its own block and leaves its names alone. */
const OWN = /^(me-email-|meet_invite_block)/;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  copy: '©',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: '\u00a0',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  eacute: 'é',
};

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return NAMED[String(name).toLowerCase()] ?? whole;
  });
}

const encodeText = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\u00a0/g, '&nbsp;');
const encodeValue = (text: string) => encodeText(text).replace(/"/g, '&quot;');

/** The style as Outlook writes it: lower case names, no space after the colon, a blank after the semicolon. */
function style(value: string): string {
  return value
    .split(';')
    .map((part) => /^\s*([\w-]+)\s*:\s*(.+?)\s*$/.exec(part))
    .flatMap((found) => (found ? [`${found[1]?.toLowerCase()}:${found[2]}`] : []))
    .join('; ');
}

function link(href: string, { safeLinks }: Rewriting): string {
  if (!safeLinks || !/^https?:/i.test(href) || /^https:\/\/(teams\.microsoft\.com|aka\.ms)\//i.test(href))
    return href;
  return `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(href)}&data=05%7C02&sdata=x&reserved=0`;
}

function attributes(text: string, rewriting: Rewriting): string {
  let made = '';
  for (const found of text.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const name = (found[1] ?? '').toLowerCase();
    if (!ATTRIBUTES.has(name)) continue;
    let value = decodeEntities(found[2] ?? found[3] ?? found[4] ?? '').trim();
    if (name === 'style') value = style(value);
    if ((name === 'href' || name === 'src') && /^\s*(javascript|data|vbscript):/i.test(value)) continue;
    if (name === 'href') value = link(value, rewriting);
    if (name === 'class' || name === 'id' || name === 'name')
      value = value
        .split(/\s+/)
        .map((one) => (OWN.test(one) || one.startsWith('x_') ? one : `x_${one}`))
        .join(' ');
    made += ` ${name}="${encodeValue(value)}"`;
  }
  return made;
}

/** The body as it is stored and read again. A text of which nothing has to change stays as it is the second time. */
export function rewriteHtml(html: string, rewriting: Rewriting): string {
  const inner = html
    .replace(/<!--[\s\S]*?-->|<!doctype[^>]*>|<\?[\s\S]*?\?>/gi, '')
    .replace(/<head\b[\s\S]*?<\/head\s*>/gi, '')
    .replace(UNSAFE, '')
    .replace(/<\/?(html|body)\b[^>]*>/gi, '')
    .replace(/\r?\n/g, '\r\n');
  const made = inner.replace(
    /<(\/?)([a-z][a-z0-9:]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</gi,
    (whole, end, name, rest) => {
      if (name === undefined) return encodeText(decodeEntities(whole));
      const tag = String(name).toLowerCase();
      if (!KEPT.has(tag)) return '';
      if (end) return VOID.has(tag) ? '' : `</${tag}>`;
      return `<${tag}${attributes(String(rest), rewriting)}>`;
    },
  );
  return `<html>\r\n<head>\r\n${HEAD}\r\n</head>\r\n<body>\r\n${made.trim()}\r\n</body>\r\n</html>\r\n`;
}

/** Plain text as the service shows it to those who ask for HTML. */
export function textAsHtml(text: string): string {
  const lines = encodeText(text).replace(/\r?\n/g, '<br>\r\n');
  return `<html>\r\n<head>\r\n${HEAD}\r\n<meta name="Generator" content="Microsoft Exchange Server">\r\n</head>\r\n<body>\r\n<font size="2"><span style="font-size:11pt"><div class="PlainText">${lines}</div>\r\n</span></font>\r\n</body>\r\n</html>\r\n`;
}

/** HTML as the service shows it to those who ask for text: links beside their words in angle brackets. */
export function htmlAsText(html: string): string {
  const text = html
    .replace(/<head\b[\s\S]*?<\/head\s*>/gi, '')
    .replace(/[\r\n]+/g, ' ')
    .replace(/<a\b[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/gi, (_, href, words) =>
      decodeEntities(href) === decodeEntities(words) ? words : `${words}&lt;${href}&gt;`,
    )
    .replace(/<br[^>]*>|<\/(p|div|li|tr|h\d|table|ul|ol)>/gi, '\r\n')
    .replace(/<li\b[^>]*>/gi, '  *   ')
    .replace(/<[^>]*>/g, '');
  return decodeEntities(text)
    .replace(/[ \t]*\r\n[ \t]*/g, '\r\n')
    .trim();
}
