import { useEffect, useRef } from 'react';
import type { Draft } from '@/lib/fact/fact';
import { database } from '@/lib/store/database';
import { leaveBehind, recordLeft } from '@/lib/store/left-behind';

/** A pause in writing after which what only oneself will read is saved, ms. */
const PAUSE_MS = 3000;

/** A page that is still there so long after it was told to go has stayed, ms. */
const STAYED_MS = 500;

/**
 * What a page hears as it goes. In Firefox (ESR 153) nothing arrives that a closed tab asks for at the last of them; where
 * a frame is taken away it hears no other.
 */
const GOING = ['beforeunload', 'pagehide'] as const;

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
    let given: string | null = null;
    const gone = () => {
      if (latest.current.text === given) return;
      given = latest.current.text;
      leaveBehind(database(), latest.current.drafts());
      // It may stay after all: whoever is asked "Leave site?" can say no, and writes on.
      setTimeout(() => void recordLeft(database()), STAYED_MS);
    };
    const { current: saveNow } = save;
    for (const kind of GOING) window.addEventListener(kind, gone);
    return () => {
      for (const kind of GOING) window.removeEventListener(kind, gone);
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
