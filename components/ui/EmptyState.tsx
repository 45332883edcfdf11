import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import './empty-state.css';

export interface EmptyStateProps {
  readonly icon?: IconName | undefined;
  /** What this place is for. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The first step: a button or a link. */
  readonly step?: ReactNode;
}

/** What a place says while it holds nothing. */
export function EmptyState({ icon, title, children, step }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon ? <Icon name={icon} /> : null}
      <p>
        <strong>{title}</strong>
      </p>
      {children ? <div className="empty-words">{children}</div> : null}
      {step ? <div className="empty-step">{step}</div> : null}
    </div>
  );
}
