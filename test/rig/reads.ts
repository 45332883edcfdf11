import type { Page } from 'playwright-core';

/**
 * What of a page's frame is missing for somebody who does not see it, and which targets are hard to hit, as sentences:
 * one h1, one main landmark, a language, a title; targets of at least 24 × 24 CSS px, or so far from the others that
 * a circle of 24 px around each touches none (WCAG 2.2, 2.5.8); links within a sentence are let through, as there.
 */
export function unread(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const shown = (one: Element) => one.checkVisibility({ checkVisibilityCSS: true });
    const visible = (selector: string) => [...document.querySelectorAll(selector)].filter(shown);
    const headings = visible('h1').length;
    if (headings !== 1) found.push(`${headings} headings of level 1`);
    if (visible('main').length !== 1) found.push(`${visible('main').length} main landmarks`);
    if (!document.documentElement.lang) found.push('no language');
    if (!document.title.trim()) found.push('no title');
    for (const field of visible('[aria-invalid=true]'))
      if (
        !(field.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .some((id) => document.getElementById(id)?.textContent)
      )
        found.push(`a wrong field whose error is not tied to it: ${field.outerHTML.slice(0, 100)}`);
    const within = document.querySelector('dialog[open]') ?? document.body;
    const targets = [...within.querySelectorAll('a[href], button, input, select, textarea, summary')]
      .filter((one) => shown(one) && !one.closest('svg, [inert]'))
      .filter((one) => !(one.localName === 'a' && getComputedStyle(one).display === 'inline'))
      .map((one) => ({ one, box: (one.closest('label') ?? one).getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1);
    const isSmall = (box: DOMRect) => box.width < 23.9 || box.height < 23.9;
    const middle = (box: DOMRect) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
    for (const { one, box } of targets.filter((target) => isSmall(target.box))) {
      const { x, y } = middle(box);
      const near = targets.some(({ one: other, box: its }) => {
        if (other === one || other.contains(one) || one.contains(other)) return false;
        const aside = Math.hypot(
          Math.max(its.left - x, 0, x - its.right),
          Math.max(its.top - y, 0, y - its.bottom),
        );
        const centre = middle(its);
        return aside < 12 || (isSmall(its) && Math.hypot(centre.x - x, centre.y - y) < 24);
      });
      if (near)
        found.push(
          `${one.outerHTML.slice(0, 100)} is ${Math.round(box.width)} × ${Math.round(box.height)} px, too near to another`,
        );
    }
    return found;
  });
}
