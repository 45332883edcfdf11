import { useEffect, useRef } from 'react';
import type { Draft } from '@/lib/fact/fact';
import { leaveBehind } from '@/lib/platform/left-behind';

/** A pause in writing after which what only oneself will read is saved, ms. */
const PAUSE_MS = 3000;

export interface SavedOnLeaving {
  /** What is in the field. */
  readonly text: string;
  /** What is to be recorded of it; nothing where nothing is new. */
  readonly drafts: () => readonly Draft[];
  readonly record: (drafts: readonly Draft[]) => unknown;
  /** Saves at a pause too: not where others would read half a sentence. */
  readonly atPause?: boolean | undefined;
}

/**
 * Saves the words of a field as one leaves it; when it is taken off the screen in mid-word, because somebody else went on
 * (React tells of no blur of an element that it removes); and when the page is closed.
 * @returns goes on the field as `onBlur`.
 */
export function useSavedOnLeaving({ text, drafts, record, atPause = false }: SavedOnLeaving): () => void {
  const left = useRef(text);
  const latest = useRef({ text, drafts, record });
  useEffect(() => {
    latest.current = { text, drafts, record };
  });
  const save = useRef(() => {
    const some = latest.current.drafts();
    if (some.length > 0) void latest.current.record(some);
  });
  useEffect(() => {
    const gone = () => leaveBehind(latest.current.drafts());
    const { current: saveNow } = save;
    window.addEventListener('pagehide', gone);
    return () => {
      window.removeEventListener('pagehide', gone);
      if (latest.current.text !== left.current) saveNow();
    };
  }, []);
  useEffect(() => {
    if (!atPause || text === left.current) return;
    const timer = setTimeout(save.current, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, atPause]);
  return () => {
    left.current = text;
    save.current();
  };
}
