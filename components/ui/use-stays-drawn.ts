import { createContext, useContext, useEffect } from 'react';

/** Keeps the item of a list it is called in drawn, until what it returns is called. Outside such a list it does nothing. */
export const StaysDrawn = createContext<() => () => void>(() => () => undefined);

/**
 * While `isOpen`, the item of a long list that this stands in stays drawn wherever one scrolls to: a form that is taken
 * away loses what was typed into it.
 */
export function useStaysDrawn(isOpen: boolean): void {
  const keep = useContext(StaysDrawn);
  useEffect(() => (isOpen ? keep() : undefined), [isOpen, keep]);
}
