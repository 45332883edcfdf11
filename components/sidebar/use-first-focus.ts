import { useEffect, useRef } from 'react';

/** Marks what the keyboard goes to when a part of the meeting begins: Start, then Next, then the summary. */
export const FIRST_FOCUS = { 'data-first-focus': '' } as const;

const FIELDS = 'textarea, input, select';

/**
 * When the button that was pressed is gone with its part of the meeting, the keyboard goes on at what comes next.
 * Whoever writes is left alone, and so is a window that somebody else's press has changed.
 */
export function useFirstFocus(part: string): void {
  const last = useRef(part);
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const noted = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element ? target : null;
    };
    document.addEventListener('focusin', noted);
    return () => document.removeEventListener('focusin', noted);
  }, []);
  useEffect(() => {
    if (last.current === part) return;
    last.current = part;
    if (!document.hasFocus() || document.activeElement?.matches(FIELDS)) return;
    // Gone in mid-word: what is typed next must press nothing.
    if (focused.current?.matches(FIELDS) && !focused.current.isConnected) return;
    window.scrollTo({ top: 0 });
    document.querySelector<HTMLElement>('[data-first-focus]')?.focus({ preventScroll: true });
  }, [part]);
}
