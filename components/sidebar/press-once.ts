import type { KeyboardEvent, MouseEvent } from 'react';

/**
 * For a button whose place the next button takes (Start, Next, End): the second press of a double click, and a key
 * that is held down, would press what came after it.
 */
export const pressOnce = (act: () => void) => ({
  onClick: (event: MouseEvent) => {
    if (event.detail < 2) act();
  },
  onKeyDown: (event: KeyboardEvent) => {
    if (event.repeat) event.preventDefault();
  },
});
