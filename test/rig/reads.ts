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

interface Stop {
  what: string;
  /** Whether a ring or another sign of the focus can be seen. */
  ringed: boolean;
  /** Whether something else lies over all of it. */
  covered: boolean;
  /** Its place among all elements, to know it again. */
  index: number;
  /** A field with stops within, such as those of a date. */
  isMany: boolean;
}

const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const drawn = element.closest('label') ?? element;
    const box = drawn.getBoundingClientRect();
    const across = [0.1, 0.5, 0.9].map((part) => box.x + box.width * part);
    const down = [0.1, 0.5, 0.9].map((part) => box.y + box.height * part);
    const style = (one: Element) => getComputedStyle(one);
    // What is drawn (SVG) shows its focus by a line that a rule for the focus gives to a part of it.
    const ruled = (rules: CSSRuleList): string[] =>
      [...rules].flatMap((rule) => {
        if (rule instanceof CSSStyleRule)
          return /:focus/.test(rule.selectorText) && rule.style.stroke ? [rule.selectorText] : [];
        return 'cssRules' in rule ? ruled(rule.cssRules as CSSRuleList) : [];
      });
    const isDrawn = element instanceof SVGElement;
    const lines = isDrawn ? [...document.styleSheets].flatMap((sheet) => ruled(sheet.cssRules)) : [];
    const lined = lines.some((rule) => [...element.querySelectorAll('*')].some((one) => one.matches(rule)));
    const near = [element, drawn, ...drawn.children, element.nextElementSibling].filter(
      (one) => one !== null,
    );
    return {
      what: `${element.localName} “${(element.getAttribute('aria-label') ?? drawn.textContent ?? '').trim().slice(0, 40)}”`,
      ringed:
        lined || near.some((one) => style(one).outlineStyle !== 'none' || style(one).boxShadow !== 'none'),
      covered: !across.some((x) =>
        down.some((y) => {
          const at = document.elementFromPoint(x, y);
          return at !== null && (drawn.contains(at) || at.contains(element));
        }),
      ),
      index: [...document.querySelectorAll('*')].indexOf(element),
      isMany: element.matches('[type=date], [type=time], [type=datetime-local], [type=month]'),
    };
  });

/**
 * Goes through a page by Tab until it comes round (in a long list, `most` places), and back by as many: what nobody could see with the focus on it
 * (2.4.7), what lies wholly under something else then (2.4.11), and where the focus stays caught (2.1.2), as sentences.
 */
export async function trapped(page: Page, most = 60): Promise<string[]> {
  const found = new Set<string>();
  const seen: number[] = [];
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    if (!at || at.index === seen[0]) break;
    // Day, month, year, hour, minute, half of the day, and the button to choose.
    const within = at.isMany ? 7 : 1;
    if (seen.slice(-within).every((index) => index === at.index) && seen.length >= within)
      found.add(`the focus does not leave ${at.what}`);
    seen.push(at.index);
    if (!at.ringed) found.add(`nothing shows the focus on ${at.what}`);
    if (at.covered) found.add(`${at.what} is covered when it has the focus`);
  }
  if (seen.length === 0) found.add('Tab comes to nothing');
  if (seen.length === most) return [...found];
  const back: number[] = [];
  // Where a page ends the browser's own buttons come, which take some stops.
  for (let step = 0; step <= seen.length + 12; step++) {
    await page.keyboard.press('Shift+Tab');
    const at = await stop(page);
    if (at) back.push(at.index);
  }
  const lost = seen.filter((index) => !back.includes(index));
  if (lost.length > 1) found.add(`${lost.length} of ${seen.length} places are not come to backwards`);
  return [...found];
}
