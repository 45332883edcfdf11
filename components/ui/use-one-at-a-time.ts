import { useRef } from 'react';

/**
 * An act that is not begun again before it is over and shown: a second Enter, or a double click, while the first is on its
 * way to a slow disk would write the same thing twice. What is asked for meanwhile does nothing; a form's event is kept from
 * the browser all the same. Rejects as the act does.
 */
export function useOneAtATime<A extends readonly unknown[]>(
  act: (...args: A) => Promise<unknown>,
): (...args: A) => Promise<void> {
  const isUnderWay = useRef(false);
  return async (...args) => {
    const [event] = args;
    if (hasDefault(event)) event.preventDefault();
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await act(...args);
    } finally {
      // Keys come before what was stored is drawn: the form still holds its words for that long.
      setTimeout(() => {
        isUnderWay.current = false;
      });
    }
  };
}

const hasDefault = (value: unknown): value is { preventDefault(): void } =>
  typeof value === 'object' && value !== null && 'preventDefault' in value;
