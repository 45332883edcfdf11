import type { EventBody } from '../sync/provider.ts';
import { isBreak, type Line, linesOf, type Mode, modeOf, seen, type Token, tokens } from './lines.ts';

/**
 * The mark is ordinary text that people see, because services drop comments and attributes: a line between dashes that
 * begins with our name opens the block, one that ends with it closes it, in whatever language.
 */
const OPENS = /^[-–—―]+ ?Circlekeeper\b.*[^\s–—―-] ?[-–—―]+$/u;
const CLOSES = /^[-–—―]+ ?[^\s–—―-].*\bCirclekeeper ?[-–—―]+$/u;
const isOpening = (text: string) => OPENS.test(text) && !/^[-–—―]+ ?Circlekeeper ?[-–—―]+$/u.test(text);

/** What a service takes at most, in characters, where it says so (Google: 8,192, its guide of 2026). */
export const GOOGLE_LIMIT = 8192;

export type PutResult =
  | { ok: true; body: EventBody; changed: boolean }
  /** It would not fit; nothing is cut. */
  | { ok: false; reason: 'too-long'; over: number };

/** The lines between `— Circlekeeper: … —` and `— … Circlekeeper —`; `opening` and `closing` come from the catalogue. */
export interface Block {
  opening: string;
  lines: readonly string[];
  closing: string;
}

interface Found {
  first: number;
  last: number;
  texts: string[];
}

/**
 * Blocks from an opening to the next closing. One whose end is gone is its opening alone with the lines after it that
 * `known` holds, so that nothing that follows is taken for ours; the same backwards for one without a beginning.
 */
function find(lines: readonly Line[], known: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  const take = (part: readonly Line[]) => {
    const [first, last] = [part[0], part.at(-1)];
    if (first && last)
      found.push({ first: first.first, last: last.last, texts: part.map((one) => one.text) });
  };
  let free = 0;
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    if (isOpening(text)) {
      const stop = lines.findIndex((one, at) => at > i && (isOpening(one.text) || CLOSES.test(one.text)));
      let end = i;
      if (stop > i && CLOSES.test(lines[stop]?.text ?? '')) end = stop;
      else while (known.has(lines[end + 1]?.text ?? '')) end++;
      take(lines.slice(i, end + 1));
      i = end;
      free = i + 1;
    } else if (CLOSES.test(text)) {
      let start = i;
      while (start > free && known.has(lines[start - 1]?.text ?? '')) start--;
      take(lines.slice(start, i + 1));
      free = i + 1;
    }
  }
  return found;
}

const foundIn = (body: EventBody, known: readonly string[]) => {
  const mode = modeOf(body);
  const all = tokens(body.content, mode);
  return { mode, all, found: find(linesOf(all, mode), new Set(known.map((line) => seen(line, 'plain')))) };
};

/** The lines of the first block of any Circlekeeper in a description, or null. */
export const readBlock = (body: EventBody): readonly string[] | null =>
  foundIn(body, []).found[0]?.texts ?? null;

/**
 * Puts the block in, or in the place of the one that is there; all else stays as it is, byte for byte.
 * @param known lines written before, to tell what is ours in half a block. @param limit characters.
 */
export function putBlock(
  body: EventBody,
  block: Block,
  { known = [], limit = Number.POSITIVE_INFINITY }: { known?: readonly string[]; limit?: number } = {},
): PutResult {
  const wanted = [block.opening, ...block.lines, block.closing].map(clean).filter((line) => line !== '');
  const { mode, all, found } = foundIn(body, known);
  const only = found.length === 1 ? found[0] : undefined;
  if (only && only.texts.join('\n') === wanted.join('\n')) return { ok: true, body, changed: false };
  const content = found[0] ? swap(all, mode, found, wanted) : add(body.content, mode, wanted);
  if (content.length > limit) return { ok: false, reason: 'too-long', over: content.length - limit };
  return { ok: true, body: { ...body, content }, changed: true };
}

/** Takes every block of Circlekeeper out. Text and links that others wrote stay; what was empty is empty again. */
export function removeBlock(body: EventBody, known: readonly string[] = []): EventBody {
  const { mode, all, found } = foundIn(body, known);
  return found.length === 0 ? body : { ...body, content: swap(all, mode, found, null) };
}

/** One line of text that means the same in every mode. */
const clean = (line: string): string => seen(line.replace(/[<>\p{Cc}]/gu, ' '), 'plain');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replace(/[<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

const asHtml = (line: string): string =>
  escaped(line).replace(/https:\/\/[^\s]+/g, (address) => `<a href="${address}">${address}</a>`);

const written = (mode: Mode, lines: readonly string[]): string =>
  mode === 'plain' ? lines.join('\n') : lines.map(asHtml).join('<br>');

/** Outlook: at the head, since a Teams meeting's own block is at the end and stays the last. Google: at the end. */
function add(content: string, mode: Mode, lines: readonly string[]): string {
  const text = written(mode, lines);
  if (mode === 'document') {
    const at = /<body\b[^<>]*>/i.exec(content);
    const end = at ? at.index + at[0].length : 0;
    return `${content.slice(0, end)}<div>${text}</div>${content.slice(end)}`;
  }
  if (content === '') return text;
  return `${content}${mode === 'plain' ? '\n\n' : '<br><br>'}${text}`;
}

/** Replaces the first block by `lines` and takes the others away; all when `lines` is null. */
function swap(
  all: readonly Token[],
  mode: Mode,
  found: readonly Found[],
  lines: readonly string[] | null,
): string {
  let out: readonly Token[] = all;
  for (const one of found.slice(lines ? 1 : 0).toReversed()) out = cut(out, mode, one);
  const first = found[0];
  if (!lines || !first) return join(out);
  const kept = unbalanced(out.slice(first.first, first.last + 1));
  const middle = kept.findIndex((token) => token.kind === 'open');
  const at = middle < 0 ? kept.length : middle;
  return [
    join(out.slice(0, first.first)),
    join(kept.slice(0, at)),
    written(mode, lines),
    join(kept.slice(at)),
    join(out.slice(first.last + 1)),
  ].join('');
}

const join = (all: readonly Token[]): string => all.map((token) => token.source).join('');

/** Tags of a part whose other half is outside of it. */
function unbalanced(part: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of part) {
    if (token.kind === 'open') kept.push(token);
    else if (token.kind === 'close') {
      const at = kept.findLastIndex((one) => one.kind === 'open' && one.name === token.name);
      if (at < 0) kept.push(token);
      else kept.splice(at, 1);
    }
  }
  return kept;
}

const KEPT = new Set(['html', 'body', 'table', 'tbody', 'tr', 'td', 'th']);

/** Takes a block out with the elements that are empty without it and the empty line we put before it. */
function cut(all: readonly Token[], mode: Mode, { first, last }: Found): readonly Token[] {
  const before = all.slice(0, first);
  const after = all.slice(last + 1);
  const kept = unbalanced(all.slice(first, last + 1));
  for (;;) {
    const left = before.at(-1);
    const right = kept[0] ?? after[0];
    const inner = kept.at(-1);
    if (isPair(left, right)) {
      before.pop();
      (kept.length > 0 ? kept : after).shift();
    } else if (isPair(inner, after[0])) {
      kept.pop();
      after.shift();
    } else break;
  }
  for (let n = 0; n < 2 && mode !== 'document' && isLineEnd(before.at(-1)); n++) before.pop();
  if (before.length === 0) while (mode !== 'document' && isLineEnd(after[0])) after.shift();
  const touches = [before.at(-1), after[0]].every((one) => one && !isBreak(one, mode));
  return [...before, ...kept, ...(touches && kept.length === 0 ? [lineEnd(mode)] : []), ...after];
}

const isPair = (a: Token | undefined, b: Token | undefined): boolean =>
  a?.kind === 'open' && b?.kind === 'close' && a.name === b.name && !KEPT.has(a.name);

const isLineEnd = (token: Token | undefined): boolean => token?.source === '\n' || token?.name === 'br';

const lineEnd = (mode: Mode): Token => ({
  kind: mode === 'plain' ? 'text' : 'void',
  name: mode === 'plain' ? '' : 'br',
  source: mode === 'plain' ? '\n' : '<br>',
  from: 0,
});
