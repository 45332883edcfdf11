import { useState } from 'react';

/** By the place they are for. Of this page alone, and in its memory alone: nobody else has anything of what was not sent. */
const unsent = new Map<string, string>();

/**
 * The words of a field that count only once a button is pressed. They wait for their `place` while the field is off the
 * screen, because somebody else went on or one opened something else, and stand there when it is back.
 * @returns the words, null where nobody writes, and what sets them; null where they were sent or given up.
 */
export function useUnsent(place: string): readonly [string | null, (text: string | null) => void] {
  const [shown, show] = useState({ place, text: unsentAt(place) });
  const text = shown.place === place ? shown.text : unsentAt(place);
  return [
    text,
    (next) => {
      if (next === null) unsent.delete(place);
      else unsent.set(place, next);
      show({ place, text: next });
    },
  ];
}

/** The words that wait for a place; null where none do. */
export const unsentAt = (place: string): string | null => unsent.get(place) ?? null;
