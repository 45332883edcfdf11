import { useEffect, useRef } from 'react';

/**
 * Saves the words of a field as one leaves it, and also when it is taken off the screen in mid-word, because somebody
 * else went on: React tells of no blur of an element that it removes. `save` does nothing where nothing is new.
 * @returns goes on the field as `onBlur`.
 */
export function useSavedOnLeaving(text: string, save: () => void): () => void {
  const left = useRef(text);
  const latest = useRef({ text, save });
  useEffect(() => {
    latest.current = { text, save };
  });
  useEffect(
    () => () => {
      if (latest.current.text !== left.current) latest.current.save();
    },
    [],
  );
  return () => {
    left.current = text;
    save();
  };
}
