import { decodeEntities, looksLikeHtml } from '../ics/plain-text.ts';
import type { EventBody } from '../sync/provider.ts';

/**
 * How a description is read. `plain`: as it stands. `markup`: Google's text with simple HTML, where a line break in
 * the source shows too. `document`: Outlook's HTML, where it is a space.
 */
export type Mode = 'plain' | 'markup' | 'document';

/** Outlook always gives a whole document, Google never: its clients call both HTML. */
export const modeOf = ({ type, content }: EventBody): Mode => {
  if (/<body\b/i.test(content)) return 'document';
  return type === 'html' || looksLikeHtml(content) ? 'markup' : 'plain';
};

/** A piece of the source: all pieces after each other are the source. */
export interface Token {
  kind: 'text' | 'open' | 'close' | 'void' | 'hidden';
  /** The tag's name, lower case; empty for text and what is not shown. */
  name: string;
  source: string;
  from: number;
}

const PIECE =
  /<!--[\s\S]*?(?:-->|$)|<(style|script|head|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?[a-z!](?:"[^"<>]*"|'[^'<>]*'|[^'"<>])*>|\n|[^<\n]+|</gi;
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input', 'meta', 'link', 'col', 'o:p']);
const BLOCK = /^(?:p|div|tr|table|ul|ol|li|h[1-6]|body|html|blockquote|section|td|tbody|br|hr|pre)$/;

/** Cuts a description into its pieces. */
export function tokens(content: string, mode: Mode): Token[] {
  const pieces = mode === 'plain' ? content.matchAll(/\n|[^\n]+/g) : content.matchAll(PIECE);
  return [...pieces].map((piece) => ({ ...kindOf(piece[0], mode), source: piece[0], from: piece.index }));
}

function kindOf(source: string, mode: Mode): Pick<Token, 'kind' | 'name'> {
  if (mode === 'plain' || !source.startsWith('<') || source === '<') return { kind: 'text', name: '' };
  const tag = /^<(\/?)([a-z][\w:-]*)/i.exec(source);
  const name = (tag?.[2] ?? '').toLowerCase();
  if (!tag || /^(?:style|script|head|title)$/.test(name)) return { kind: 'hidden', name: '' };
  if (VOID.has(name) || source.endsWith('/>')) return { kind: 'void', name };
  return { kind: tag[1] ? 'close' : 'open', name };
}

/** Whether a new line begins here. */
export const isBreak = (token: Token, mode: Mode): boolean =>
  token.kind === 'text' ? mode !== 'document' && token.source === '\n' : BLOCK.test(token.name);

const NAMED: Readonly<Record<string, string>> = {
  mdash: '—',
  ndash: '–',
  middot: '·',
  rsquo: '’',
  times: '×',
};
const named = (text: string) =>
  text.replace(/&(mdash|ndash|middot|rsquo|times);/g, (_, name) => NAMED[name] ?? '');

/** What is seen of a text: spaces of any kind are one, characters without width are none. */
export function seen(text: string, mode: Mode): string {
  const words = mode === 'plain' ? text : decodeEntities(named(text));
  return words
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** A line as it is seen, and the pieces from the first to the last (inclusive) that it stands in. */
export interface Line {
  text: string;
  first: number;
  last: number;
}

/** The lines that are seen, without empty ones. */
export function linesOf(all: readonly Token[], mode: Mode): Line[] {
  const lines: Line[] = [];
  let held = null as { source: string; first: number; last: number } | null;
  const end = () => {
    const text = held ? seen(held.source, mode) : '';
    if (held && text) lines.push({ text, first: held.first, last: held.last });
    held = null;
  };
  for (const [index, token] of all.entries()) {
    if (isBreak(token, mode)) end();
    else if (token.kind === 'text' && (held || seen(token.source, mode)))
      held = { source: (held?.source ?? '') + token.source, first: held?.first ?? index, last: index };
  }
  end();
  return lines;
}

/** The lines of a description as people see them. */
export function visibleLines(body: EventBody): string[] {
  const mode = modeOf(body);
  return linesOf(tokens(body.content, mode), mode).map((line) => line.text);
}

/** Where a description's links lead to, in their order: services put an address of their own around them. */
export const linksIn = ({ content }: EventBody): string[] =>
  [...content.matchAll(/<a\b[^<>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)].map((found) =>
    leadsTo(decodeEntities(found[1] ?? found[2] ?? '')),
  );

function leadsTo(address: string): string {
  for (let inner: string | null = address, last = address; ; last = inner) {
    const url: URL | null = URL.canParse(last) ? new URL(last) : null;
    if (url?.hostname === 'www.google.com' && url.pathname === '/url') inner = url.searchParams.get('q');
    else if (url?.hostname.endsWith('.safelinks.protection.outlook.com')) inner = url.searchParams.get('url');
    else return last;
    if (inner === null) return last;
  }
}
