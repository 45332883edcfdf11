import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import type { Tone } from './RadioGroup.tsx';
import './badge.css';
import './tone.css';

export interface BadgeProps {
  readonly tone?: Tone | undefined;
  /** The shape that says the same as the word. */
  readonly icon?: IconName | undefined;
  readonly children: ReactNode;
}

/** A state in a symbol and a word. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className="badge" data-tone={tone}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  );
}
