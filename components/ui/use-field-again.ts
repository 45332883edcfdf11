import { type RefObject, useCallback, useRef } from 'react';

/**
 * For a form that empties when it is saved: its button cannot be pressed then and would leave the keyboard at the top of
 * the page. @returns `form` goes on the form, `again` puts the focus back into its field of words.
 */
export function useFieldAgain(): {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly again: () => void;
} {
  const form = useRef<HTMLFormElement>(null);
  const again = useCallback(() => {
    form.current?.querySelector<HTMLElement>('textarea, input[type=text]')?.focus({ preventScroll: true });
  }, []);
  return { form, again };
}
