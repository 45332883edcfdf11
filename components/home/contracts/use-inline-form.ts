import { type KeyboardEvent, useLayoutEffect, useState } from 'react';

/**
 * What every form that opens in the middle of a page does: Escape leaves it (an input method's own Escape stays its
 * own), and when it goes, the focus returns to the button it came from.
 */
export function useInlineForm(onLeave: () => void): (event: KeyboardEvent) => void {
  // Read while rendering, before the form's first field takes the focus.
  const [opener] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      const { activeElement } = document;
      const isElsewhere =
        activeElement !== null && activeElement !== document.body && !isInForm(activeElement);
      if (!isElsewhere && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
  return (event) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onLeave();
  };
}

const isInForm = (element: Element): boolean => element.closest('.edit-box, .log-form, .one-line') !== null;
