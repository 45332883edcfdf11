import { describe, expect, test } from 'vitest';
import { ADA, MONDAY, testBed } from './for-tests.ts';
import { rewriteHtml } from './rewrite-html.ts';

/** What a person reads: no marks, entities as letters. */
const read = (html: string) =>
  html
    .replace(/<br>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe('a description as Google keeps it', () => {
  test('has its addresses as links by way of google.com, which say the same', () => {
    const html = rewriteHtml('Join https://meet.google.com/abc-defg-hij?a=1&b=2.');
    expect(html).toMatch(
      /^Join <a href="https:\/\/www\.google\.com\/url\?q=https:\/\/meet\.google\.com\/abc-defg-hij\?a%3D1%26b%3D2&amp;sa=D&amp;source=calendar&amp;usd=2&amp;usg=AOvVaw\w+" target="_blank">/,
    );
    expect(read(html)).toBe('Join https://meet.google.com/abc-defg-hij?a=1&b=2.');
    const address = new URL((/href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&'));
    expect(address.searchParams.get('q')).toBe('https://meet.google.com/abc-defg-hij?a=1&b=2');
  });

  test('has line ends, spaces and signs in HTML’s way', () => {
    expect(rewriteHtml('1 < 2 & "so"\r\nnext  line\u00a0!')).toBe(
      '1 &lt; 2 &amp; &quot;so&quot;<br>next&nbsp; line&nbsp;!',
    );
    expect(rewriteHtml('&#228;&amp;&auml;')).toBe('ä&amp;&amp;auml;');
  });

  test('keeps plain marks, and loses comments, scripts, styles and attributes', () => {
    expect(rewriteHtml('<B class="x">a</B><!-- mark --><script>1</script><table>t</table><br />')).toBe(
      '<b>a</b>t<br>',
    );
    expect(rewriteHtml('<a href="javascript:1">x</a>')).toBe('<a>x</a>');
  });

  test('is not rewritten a second time', () => {
    const once = rewriteHtml('See https://example.org/a?b=c\n<b>Agenda</b>  2 & 3');
    expect(rewriteHtml(once)).toBe(once);
  });

  test('is what comes back after a write; a switch leaves texts to the letter', async () => {
    const write = async (rewrite: boolean) => {
      const bed = testBed({ rewriteHtml: rewrite });
      const id = bed.control.events.put(ADA, { start: MONDAY, description: 'a\nb' });
      const path = `calendars/primary/events/${id}`;
      const before = (await bed.call('GET', path)).json.description;
      const { json } = await bed.call('PATCH', path, { body: { description: 'a\nb\nc' } });
      return [before, json.description];
    };
    expect(await write(true)).toEqual(['a\nb', 'a<br>b<br>c']);
    expect(await write(false)).toEqual(['a\nb', 'a\nb\nc']);
  });
});
