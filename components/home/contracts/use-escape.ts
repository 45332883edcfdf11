import type { KeyboardEvent } from 'react';

/** A key handler for a form in the page: Escape leaves it. An input method's own Escape stays its own. */
export const useEscape = (onLeave: () => void) => (event: KeyboardEvent) => {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.stopPropagation();
  onLeave();
};
