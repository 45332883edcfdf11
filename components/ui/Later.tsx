import { type ReactNode, useDeferredValue } from 'react';

/** Shows its children right after the first paint, so that what one came for is there before what lies below it. */
export function Later({ children }: { readonly children: ReactNode }) {
  const shown = useDeferredValue(true, false);
  return shown ? children : null;
}
