import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventBody } from '../sync/provider.ts';
import { type Block, GOOGLE_LIMIT, putBlock, readBlock, removeBlock } from './block.ts';
import { linksIn, visibleLines } from './lines.ts';

const block: Block = {
  opening: '— Circlekeeper: our agenda —',
  lines: ['Arriving: 2 min', 'Work: 6 × 9:50 min', 'Join: https://meet.google.com/abc-defg-hij?a=1&b=2'],
  closing: '— end, written by Circlekeeper —',
};
const known = [block.opening, ...block.lines, block.closing];
const text = (content: string): EventBody => ({ type: 'text', content });
const html = (content: string): EventBody => ({ type: 'html', content });
const put = (body: EventBody, one: Block = block): EventBody => {
  const result = putBlock(body, one, { known });
  if (!result.ok) throw new Error(result.reason);
  return result.body;
};

const TEAMS = `<html><head><meta content="text/html"></head><body>\r\n<p>Bring tea</p><div class="me-email-text"><span>________________________________________________</span><h1>Microsoft Teams meeting</h1><a href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0?context=%7b%7d" class="me-email-headline">Join</a></div></body></html>`;

/** What services have been seen to do with HTML. */
const REWRITES: readonly ((source: string) => string)[] = [
  (s) => s,
  (s) => s.replaceAll('<br>', '<br />'),
  (s) => s.replaceAll('<div>', '<div dir="ltr" class="x_a">'),
  (s) => s.replaceAll('—', '&mdash;').replaceAll('×', '&#215;'),
  (s) => s.replaceAll('<div>', '<p><span style="font-size:1em">').replaceAll('</div>', '</span></p>'),
  (s) =>
    s.replace(
      /href="(https:[^"]*)"/g,
      (_, url) => `href="https://www.google.com/url?q=${encodeURIComponent(url)}"`,
    ),
  (s) => s.replaceAll(' min', '&nbsp;min').replaceAll('— ', '—\u200b '),
  (s) => s.replace(/<a [^<>]*>(.*?)<\/a>/g, '$1'),
];
const words = fc.array(fc.constantFrom('tea', 'and', 'Ruth', '— notes —', 'a & b', 'Circlekeeper'), {
  minLength: 1,
});
const piece = words.map((all) => all.join(' '));
const plain = fc.array(fc.oneof(piece, fc.constant('')), { maxLength: 6 }).map((all) => all.join('\n'));
const markup = fc
  .array(
    fc.oneof(
      piece.map((one) => `<p>${one.replaceAll('&', '&amp;')}</p>`),
      piece.map((one) => `<b>${one.replaceAll('&', '&amp;')}</b><br>`),
      fc.constant('<a href="https://example.org/?a=1&amp;b=2">our <i>notes</i></a>'),
      fc.constant('<ul><li>one</li><li>two</li></ul>'),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.join(''));
const same = (a: EventBody, b: EventBody) =>
  expect([visibleLines(a), linksIn(a)]).toEqual([visibleLines(b), linksIn(b)]);

describe('a block in a description', () => {
  it('comes out of plain text byte for byte, whatever the text', () => {
    fc.assert(
      fc.property(plain, (d) => {
        expect(removeBlock(put(text(d)))).toEqual(text(d));
      }),
    );
  });

  it('comes out of HTML without a trace, and again after the service rewrote it', () => {
    fc.assert(
      fc.property(
        markup,
        fc.constantFrom('text', 'html'),
        fc.integer({ min: 0, max: REWRITES.length - 1 }),
        (d, type, n) => {
          const rewrite = REWRITES[n] ?? ((s: string) => s);
          const body = { type, content: type === 'html' ? `<html><body>${d}</body></html>` : d };
          expect(removeBlock(put(body)).content).toBe(body.content);
          const after = { type, content: rewrite(put(body).content) };
          same(removeBlock(after), { type, content: rewrite(body.content) });
          const mended = putBlock(after, block, { known });
          expect(mended.ok && mended.changed).toBe(false);
        },
      ),
    );
  });

  it('is the same put in twice as once, and replaced where it stands', () => {
    fc.assert(
      fc.property(fc.oneof(plain, markup), (d) => {
        const once = put(text(d));
        expect(put(once)).toEqual(once);
        const other = { ...block, lines: ['Talk: 30 min'] };
        expect(visibleLines(put(once, other))).toEqual(visibleLines(put(text(d), other)));
        expect(put(put(once, other))).toEqual(once);
      }),
    );
  });

  it('leaves a Teams meeting’s own block as it is, byte for byte, and empty what was empty', () => {
    const body = html(TEAMS);
    const own = TEAMS.slice(TEAMS.indexOf('<div class="me-email'));
    expect(put(body).content.endsWith(own)).toBe(true);
    expect(removeBlock(put(body))).toEqual(body);
    expect(removeBlock(put(text('')))).toEqual(text(''));
    same(removeBlock(put(html(''))), html(''));
  });

  it('keeps what somebody wrote before and after it', () => {
    const edited = text(`${put(text('Hello')).content.replace('Hello', 'Hello all')}\nBring cake`);
    expect(removeBlock(edited).content).toBe('Hello all\nBring cake');
    expect(visibleLines(put(edited, { ...block, lines: ['x'] }))).toEqual([
      'Hello all',
      block.opening,
      'x',
      block.closing,
      'Bring cake',
    ]);
  });

  it('never eats what follows when its end is gone, or what stands before when its beginning is', () => {
    const whole = put(text('Hello')).content;
    const noEnd = text(whole.replace(`\n${block.closing}`, '\nBring cake\nand tea'));
    expect(removeBlock(noEnd, known).content).toBe('Hello\nBring cake\nand tea');
    expect(visibleLines(removeBlock(noEnd))).toEqual(['Hello', ...block.lines, 'Bring cake', 'and tea']);
    const noStart = text(whole.replace(block.opening, 'Bring cake'));
    expect(visibleLines(removeBlock(noStart, known))).toEqual(['Hello', 'Bring cake']);
  });

  it('is one again where there were two, and read in any language', () => {
    const german = {
      opening: '— Circlekeeper: unser Ablauf —',
      lines: ['Ankommen'],
      closing: '— Ende, von Circlekeeper —',
    };
    const two = text(`${put(text('Hello'), german).content}\n${put(text('')).content}`);
    expect(readBlock(two)).toEqual([german.opening, 'Ankommen', german.closing]);
    expect(visibleLines(put(two))).toEqual(['Hello', ...known]);
    expect(removeBlock(two).content).toBe('Hello');
  });

  it('says that it does not fit and cuts nothing', () => {
    const result = putBlock(text('x'.repeat(8_100)), block, { limit: GOOGLE_LIMIT });
    expect(result).toMatchObject({ ok: false, reason: 'too-long' });
  });

  it('lets no name bring markup along', () => {
    const named = { ...block, lines: ['Host: <img src=x onerror=y> & "Bo"'] };
    expect(put(html('<p>a</p>'), named).content).not.toContain('<img');
    expect(removeBlock(put(html('<p>a</p>'), named)).content).toBe('<p>a</p>');
  });
});
