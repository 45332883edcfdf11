import { useCallback, useEffect, useRef, useState } from 'react';
import { type ClockChannel, joinClocks } from '@/lib/platform/clock-channel';

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

/**
 * Whether everything is hidden while one shares one's screen, by the button or the one key. The floating clock follows
 * the sidebar, so that one key covers both; a sidebar follows nobody, since its cover would take the keyboard from the
 * call beside it.
 */
export function useCover(follows: 'nobody' | 'sidebar'): CoverState {
  const [covered, setCovered] = useState(false);
  const before = useRef<HTMLElement | null>(null);
  const channel = useRef<ClockChannel | null>(null);
  const show = useCallback((on: boolean) => {
    if (on && document.activeElement instanceof HTMLElement) before.current = document.activeElement;
    setCovered(on);
  }, []);
  const turn = useCallback(
    (on: boolean) => {
      show(on);
      if (follows === 'nobody') channel.current?.tell({ kind: 'covered', on });
    },
    [show, follows],
  );
  const cover = useCallback(() => turn(true), [turn]);
  const lift = useCallback(() => turn(false), [turn]);
  useEffect(() => {
    const joined = joinClocks((news) => {
      if (news.kind === 'covered' && follows === 'sidebar') show(news.on);
    });
    channel.current = joined;
    return () => joined.close();
  }, [show, follows]);
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
      turn(!covered);
    };
    // Before any field, menu or dialog hears of it.
    addEventListener('keydown', press, { capture: true });
    return () => removeEventListener('keydown', press, { capture: true });
  }, [covered, turn]);
  return { covered, cover, lift };
}
