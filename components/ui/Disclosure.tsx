import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import './disclosure.css';

export interface DisclosureProps {
  readonly title: ReactNode;
  /** Whether it starts open; from then on it is the reader's. */
  readonly startsOpen?: boolean | undefined;
  readonly children: ReactNode;
}

/** More, for those who want it: the browser's own details element. */
export function Disclosure({ title, startsOpen = false, children }: DisclosureProps) {
  return (
    <details className="disclosure" open={startsOpen}>
      <summary>
        <Icon name="chevron" />
        {title}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}
