import type { Page } from 'playwright-core';

/**
 * What does not fit on a page as it is shown, as sentences: the page scrolls sideways, a text is wider than the box it
 * stands in, or a control reaches out of the window. What scrolls in a box of its own, is cut off on purpose with an
 * ellipsis, or is there for screen readers alone, fits.
 */
export function unfit(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    const name = (element: Element) =>
      `${element.localName}.${element.className} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (one) => one.childElementCount === 0 && one.getBoundingClientRect().right > root.clientWidth + 1,
      );
      found.push(
        `the page is ${root.scrollWidth} px wide in ${root.clientWidth}, for ${wide.slice(0, 3).map(name).join(', ')}`,
      );
    }
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ checkVisibilityCSS: true }) || element.closest('svg, .visually-hidden'))
        continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || scrolls(element)) continue;
      const style = getComputedStyle(element);
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (hasText && isCut && style.textOverflow !== 'ellipsis' && style.display !== 'inline')
        found.push(`${name(element)} needs ${element.scrollWidth} px and has ${element.clientWidth}`);
      if (element.matches('a, button, input, select, textarea, summary') && style.opacity !== '0')
        if (box.left < -1 || box.right > root.clientWidth + 1)
          found.push(`${name(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px`);
    }
    return found;
  });
}
