import { type RefObject, useEffect } from 'react';

/**
 * Keeps the height of what stays in place in a custom property of the document, so that what is pinned under it, and
 * what scrolls into view, knows how much is covered; names and zoom change it.
 */
export function useHeight(element: RefObject<HTMLElement | null>, name: `--${string}`): void {
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      // A wrapper without a box of its own is as high as what is pinned in it.
      const box = watched.offsetHeight > 0 ? watched : watched.querySelector<HTMLElement>('.pinned');
      style.setProperty(name, `${box?.offsetHeight ?? 0}px`);
    });
    observer.observe(watched);
    const pinned = watched.querySelector('.pinned');
    if (pinned) observer.observe(pinned);
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  }, [element, name]);
}
