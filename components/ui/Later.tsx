import { type ReactNode, useDeferredValue } from 'react';

export interface LaterProps {
  readonly children: ReactNode;
  /** Shown with the first paint after all; for what keeps its place where at another time it is shown later. */
  readonly atOnce?: boolean;
}

/** Shows its children right after the first paint, so that what one came for is there before what lies below it. */
export function Later({ children, atOnce = false }: LaterProps) {
  const shown = useDeferredValue(true, atOnce);
  return shown ? children : null;
}
