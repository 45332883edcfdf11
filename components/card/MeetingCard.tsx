import { type ReactNode, useId } from 'react';
import { Badge } from '../ui/Badge.tsx';
import { Icon } from '../ui/Icon.tsx';
import './card.css';

export interface MeetingCardProps {
  readonly title: string;
  readonly level?: 2 | 3 | undefined;
  /** When, in words ("Thursday 3 December, 16:00–17:30"), and the same for machines (ISO instant). */
  readonly when: string;
  readonly whenIso?: string | undefined;
  /** More about it ("meeting 4 · in two days"). */
  readonly line?: string | undefined;
  /** A state in a word ("running now"). */
  readonly badge?: string | undefined;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A meeting, coming or past: an article named by its title. */
export function MeetingCard({
  title,
  level = 3,
  when,
  whenIso,
  line,
  badge,
  children,
  actions,
}: MeetingCardProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className="card" aria-labelledby={id}>
      <div className="card-head">
        <div>
          <Heading id={id} className="card-title">
            {title}
          </Heading>
          <p>
            <time dateTime={whenIso}>{when}</time>
          </p>
          {line ? <p className="card-line">{line}</p> : null}
        </div>
        {badge ? <Badge tone="accent">{badge}</Badge> : <Icon name="calendar" />}
      </div>
      {children}
      {actions ? <div className="card-actions">{actions}</div> : null}
    </article>
  );
}
