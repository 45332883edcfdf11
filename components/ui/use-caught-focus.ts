import { type RefObject, useEffect } from 'react';

/** Parts of a page that make sense to be in, from within outwards. */
const PARTS = 'li, form, article, section, dialog, main';

/**
 * What has the focus may go when it is pressed. Where nothing else takes the focus then, the nearest part around it that is
 * still there does, instead of the top of the page (WCAG 2.4.3). Call it once, for all that lies in `place`.
 */
export function useCaughtFocus(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const all = place.current;
    if (!all) return;
    let way: HTMLElement[] = [];
    let soon: ReturnType<typeof setTimeout> | undefined;
    const note = ({ target }: FocusEvent) => {
      way = [];
      for (let one = target instanceof HTMLElement ? target : null; one; one = one.parentElement) {
        way.push(one);
        if (one === all) break;
      }
    };
    const isLost = () => way[0]?.isConnected === false && document.activeElement === document.body;
    const catchIt = () => {
      const part = isLost() ? way.find((one) => one.isConnected && one.matches(PARTS)) : undefined;
      if (!part) return;
      if (!part.hasAttribute('tabindex')) part.tabIndex = -1;
      part.focus({ preventScroll: true });
    };
    const watcher = new MutationObserver(() => {
      clearTimeout(soon);
      // Whoever took it away may be about to put the focus somewhere itself.
      if (isLost()) soon = setTimeout(catchIt, 50);
    });
    all.addEventListener('focusin', note);
    watcher.observe(all, { childList: true, subtree: true });
    return () => {
      all.removeEventListener('focusin', note);
      watcher.disconnect();
      clearTimeout(soon);
    };
  }, [place]);
}
