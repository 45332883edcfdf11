import { useEffect, useRef } from 'react';

/** Marks what the keyboard goes to when a part of the meeting begins: Start, then Next, then the summary. */
export const FIRST_FOCUS = { 'data-first-focus': '' } as const;

/**
 * When the button that was pressed is gone with its part of the meeting, the keyboard goes on at what comes next.
 * Whoever writes is left alone, and so is a window that somebody else's press has changed.
 */
export function useFirstFocus(part: string): void {
  const last = useRef(part);
  useEffect(() => {
    if (last.current === part) return;
    last.current = part;
    const at = document.activeElement;
    if (!document.hasFocus() || at?.matches('textarea, input, select')) return;
    window.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('[data-first-focus]')?.focus({ preventScroll: true });
  }, [part]);
}
