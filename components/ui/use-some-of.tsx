import { type ReactNode, useState } from 'react';
import { tn } from '@/lib/platform/i18n';
import { Button } from './Button.tsx';

/** The first few of many, `atOnce` at a time, and the button for the next; null when all are there. */
export function useSomeOf<T>(
  all: readonly T[],
  atOnce: number,
): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const [count, setCount] = useState(atOnce);
  const left = all.length - count;
  return {
    shown: all.slice(0, count),
    more:
      left > 0 ? (
        <Button size="small" onClick={() => setCount(count + atOnce)}>
          {tn('cal_more', Math.min(left, atOnce))}
        </Button>
      ) : null,
  };
}
