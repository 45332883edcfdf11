import type { Page } from 'playwright-core';

/** What a page's clock showed: of what, seconds left, and when (by the page's monotonic clock, ms). */
export interface ShownTime {
  of: string;
  left: number;
  at: number;
}

/** Notes every change of what the page's clock shows, until it is asked. */
export async function watchClock(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: ShownTime[] = [];
    Object.assign(globalThis, { shownTimes: seen });
    const look = () => {
      const timer = document.querySelector('[role=timer]');
      if (!timer) return;
      const of = timer.getAttribute('aria-label') ?? '';
      const left = (timer.textContent ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
      const last = seen.at(-1);
      if (last?.of !== of || last.left !== left) seen.push({ of, left, at: performance.now() });
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['aria-label'],
    });
    look();
  });
}

export const shownTimes = (page: Page): Promise<ShownTime[]> =>
  page.evaluate(() => (globalThis as unknown as { shownTimes: ShownTime[] }).shownTimes);

/** Where the time that is left of one thing grew although nobody gave it more. */
export const jumpsBack = (times: readonly ShownTime[]): string[] =>
  times.flatMap((now, i) => {
    const before = times[i - 1];
    return before?.of === now.of && now.left > before.left
      ? [`${now.of}: ${before.left} s, then ${now.left} s`]
      : [];
  });
