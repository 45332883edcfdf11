import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

/** The id of the window one is in, asked for early so that a press can use it without waiting. */
export function useWindowId(): number | undefined {
  const [id, setId] = useState<number>();
  useEffect(() => {
    browser?.windows?.getCurrent().then(
      (current) => setId(current.id),
      () => undefined,
    );
  }, []);
  return id;
}
