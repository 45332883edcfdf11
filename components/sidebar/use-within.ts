import { type FocusEvent, useEffect, useRef, useState } from 'react';

/**
 * Whether the focus is within an element, for what opens and closes with it. A press elsewhere takes the focus at its
 * start; what moved then would be gone from under the pointer, and the press lost. So it counts as within until the press
 * has ended.
 */
export function useWithin(): {
  readonly isWithin: boolean;
  /** For the element. */
  readonly within: { onFocus(): void; onBlur(event: FocusEvent): void };
} {
  const [isWithin, setIsWithin] = useState(false);
  const isPressed = useRef(false);
  const leaving = useRef(false);
  useEffect(() => {
    const stop = new AbortController();
    const listen = (type: string, run: () => void) =>
      addEventListener(type, run, { capture: true, signal: stop.signal });
    const lift = () => {
      isPressed.current = false;
      // After the click that follows.
      setTimeout(() => {
        if (leaving.current) setIsWithin(false);
        leaving.current = false;
      });
    };
    listen('pointerdown', () => {
      isPressed.current = true;
    });
    listen('pointerup', lift);
    listen('pointercancel', lift);
    return () => stop.abort();
  }, []);
  return {
    isWithin,
    within: {
      onFocus() {
        leaving.current = false;
        setIsWithin(true);
      },
      onBlur({ currentTarget, relatedTarget }) {
        if (currentTarget.contains(relatedTarget)) return;
        if (isPressed.current) leaving.current = true;
        else setIsWithin(false);
      },
    },
  };
}
