import type { ReactNode } from 'react';
import { useSomeOf } from '../../ui/use-some-of.tsx';

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
  const { shown, more } = useSomeOf(all, AT_ONCE);
  return (
    <div className="calendar-articles">
      {shown.map(children)}
      {more}
    </div>
  );
}
