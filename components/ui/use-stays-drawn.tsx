import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';

/** Says that something is open in an item of a list; what it gives back says that it is closed. */
type Keep = () => () => void;

const StaysDrawn = createContext<Keep>(() => () => undefined);

/**
 * While `isOpen`, the items that this stands in stay drawn, whatever their lists would show (`StaysIn`): a form that is
 * taken away loses what was typed into it. Outside such a list it does nothing.
 */
export function useStaysDrawn(isOpen: boolean): void {
  const keep = useContext(StaysDrawn);
  useEffect(() => (isOpen ? keep() : undefined), [isOpen, keep]);
}

/** The items of a list in which something is open: their ids, one for each thing that is, and what `StaysIn` is to be given. */
export function useKept(): readonly [ids: readonly string[], keep: (id: string) => () => void] {
  const [ids, setIds] = useState<readonly string[]>([]);
  const keep = useCallback((id: string) => {
    setIds((before) => [...before, id]);
    return () => setIds((before) => before.toSpliced(before.indexOf(id), 1));
  }, []);
  return [ids, keep];
}

/** An item of a list that keeps those in which something is open; it tells the list around that one as well. */
export function StaysIn({
  id,
  keep,
  children,
}: {
  readonly id: string;
  readonly keep: (id: string) => () => void;
  readonly children: ReactNode;
}) {
  const around = useContext(StaysDrawn);
  const keepAll = useCallback(() => {
    const ends = [keep(id), around()];
    return () => {
      for (const end of ends) end();
    };
  }, [keep, id, around]);
  return <StaysDrawn value={keepAll}>{children}</StaysDrawn>;
}
