import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Covers the sidebar, and shows it again, from wherever the focus is in it. It types nothing, and neither Chromium nor
 * Firefox nor the call pages have it for themselves; on many laptops it is pressed with fn.
 */
export const COVER_KEY = 'F2';

export interface CoverState {
  readonly covered: boolean;
  readonly cover: () => void;
  readonly lift: () => void;
}

/** Whether everything is hidden while one shares one's screen, by the button or the one key. */
export function useCover(): CoverState {
  const [covered, setCovered] = useState(false);
  const before = useRef<HTMLElement | null>(null);
  const lift = useCallback(() => setCovered(false), []);
  const cover = useCallback(() => {
    if (document.activeElement instanceof HTMLElement) before.current = document.activeElement;
    setCovered(true);
  }, []);
  useEffect(() => {
    if (!covered) before.current?.focus();
  }, [covered]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, repeat, ctrlKey, altKey, metaKey, shiftKey } = event;
      if (key !== COVER_KEY || ctrlKey || altKey || metaKey || shiftKey) return;
      event.preventDefault();
      // A key that is held down would flicker.
      if (repeat) return;
      if (covered) lift();
      else cover();
    };
    // Before any field, menu or dialog hears of it.
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [covered, cover, lift]);
  return { covered, cover, lift };
}
