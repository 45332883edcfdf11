import { type ReactNode, useState } from 'react';
import { tn } from '@/lib/platform/i18n';
import { Button } from '../../ui/Button.tsx';

/** More than these are asked for; a calendar of a mentoring office holds hundreds. */
const AT_ONCE = 8;

/** The first few of many, and a button for the next. */
export function SomeOf<T>({
  all,
  children,
}: {
  readonly all: readonly T[];
  readonly children: (one: T) => ReactNode;
}) {
  const [count, setCount] = useState(AT_ONCE);
  const left = all.length - count;
  return (
    <div className="calendar-articles">
      {all.slice(0, count).map(children)}
      {left > 0 ? (
        <Button onClick={() => setCount(count + AT_ONCE)}>{tn('cal_more', Math.min(left, AT_ONCE))}</Button>
      ) : null}
    </div>
  );
}
