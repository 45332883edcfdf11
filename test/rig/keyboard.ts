import type { Page } from 'playwright-core';

interface Stop {
  what: string;
  /** Whether a ring or another sign of the focus can be seen. */
  ringed: boolean;
  /** Whether something else lies over all of it. */
  covered: boolean;
  /** To know it again. */
  index: number;
  /** A field with stops within, such as those of a date. */
  isMany: boolean;
}

const stop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const known = Object.assign(window, { stops: (window as unknown as { stops?: Element[] }).stops ?? [] });
    if (!known.stops.includes(element)) known.stops.push(element);
    const drawn = element.closest('label') ?? element;
    const [named] = 'labels' in element ? ((element as HTMLInputElement).labels ?? []) : [];
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
      what: `${element.localName} “${(element.getAttribute('aria-label') ?? named?.textContent ?? drawn.textContent ?? '').trim().slice(0, 40)}”`,
      ringed:
        lined || near.some((one) => style(one).outlineStyle !== 'none' || style(one).boxShadow !== 'none'),
      covered: !across.some((x) =>
        down.some((y) => {
          const at = document.elementFromPoint(x, y);
          return at !== null && (drawn.contains(at) || at.contains(element));
        }),
      ),
      index: known.stops.indexOf(element),
      isMany: element.matches('[type=date], [type=time], [type=datetime-local], [type=month]'),
    };
  });

/**
 * Goes through a page by Tab until it comes round (in a long list, `most` places), and back again: what nobody could see
 * with the focus on it (2.4.7), what lies wholly under something else then (2.4.11), and where the focus stays caught
 * (2.1.2), as sentences.
 */
export async function trapped(page: Page, most: number): Promise<string[]> {
  const found = new Set<string>();
  const seen: number[] = [];
  const names = new Set<string>();
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    const at = await stop(page);
    // Where the focus is in the only place there is, the first stop is the browser's own.
    if (!at && step === 0) continue;
    if (!at || at.index === seen[0]) break;
    // Day, month, year, hour, minute, half of the day, and the button to choose.
    const within = at.isMany ? 7 : 1;
    if (seen.slice(-within).every((index) => index === at.index) && seen.length >= within)
      found.add(`the focus does not leave ${at.what}`);
    seen.push(at.index);
    names.add(at.what);
    if (!at.ringed) found.add(`nothing shows the focus on ${at.what}`);
    if (at.covered) found.add(`${at.what} is covered when it has the focus`);
  }
  if (seen.length === 0 && (await page.locator('a[href], button, input, select, textarea').count()) > 0)
    found.add('Tab comes to nothing');
  if (seen.length === most) return [...found];
  // By name: a long list draws its items anew where one comes back to them.
  const back = new Set<string>();
  // Where a page ends the browser's own buttons come, which take some stops.
  for (let step = 0; step <= seen.length + 12; step++) {
    await page.keyboard.press('Shift+Tab');
    const at = await stop(page);
    if (at) back.add(at.what);
  }
  const lost = [...names.difference(back)];
  if (lost.length > 0) found.add(`not come to backwards: ${lost.join(', ')}`);
  return [...found];
}

/**
 * Where the keyboard is after something was pressed (`window.pressed`): not at the top of the page again (2.4.3). What
 * lies over the page goes at Escape, and the focus is back on what opened it; as sentences.
 */
export async function strayed(page: Page): Promise<string[]> {
  const isLost = await page.evaluate(() => 'pressed' in window && document.activeElement === document.body);
  if (isLost) return ['the focus fell back to the top of the page'];
  // The cover stays on purpose: Escape may have been pressed for something else.
  const over = page.locator('dialog[open]:not(.cover), [role=menu]:popover-open');
  if ((await over.count()) === 0) return [];
  await page.keyboard.press('Escape');
  await page.waitForTimeout(100);
  if ((await over.count()) > 0) return ['Escape does not close what lies over the page'];
  const isBack = await page.evaluate(
    // A menu's own button, where it was an item of the menu that opened it.
    () => {
      const { pressed } = window as unknown as { pressed?: Element };
      const from = pressed?.closest('.menu-host')?.querySelector('button') ?? pressed;
      // A step of a dialog went with it: then it is enough that the focus is somewhere again.
      if (from?.isConnected === false) return document.activeElement !== document.body;
      return from === undefined || document.activeElement === from;
    },
  );
  return isBack ? [] : ['the focus does not go back to what opened it'];
}
