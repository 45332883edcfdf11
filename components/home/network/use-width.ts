import { type RefObject, useLayoutEffect, useState } from 'react';

/** How wide an element is, in whole px; 0 until it was measured. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const seen = element.current;
    if (!seen) return;
    const measure = () => setWidth(Math.floor(seen.clientWidth));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(seen);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
