import { type RefObject, useEffect, useState } from 'react';

/** Whether an element is scrolled out of view, above or below. */
export function useOutOfView(element: RefObject<Element | null>): boolean {
  const [isOut, setIsOut] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new IntersectionObserver(([entry]) => setIsOut(entry ? !entry.isIntersecting : false), {
      threshold: 0.3,
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return isOut;
}
