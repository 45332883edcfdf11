import { type ReactNode, useId } from 'react';
import { Avatar } from '../ui/Avatar.tsx';
import type { CardMember } from './ContractCard.tsx';
import './card.css';

export interface CircleCardProps {
  readonly name: string;
  /** Heading level on its page. */
  readonly level?: 2 | 3 | undefined;
  /** A line about it ("every second Thursday · 6 people"). */
  readonly line?: string | undefined;
  readonly members: readonly (CardMember & { readonly id: string; readonly away?: boolean | undefined })[];
  /** A menu at the end of the heading's line. */
  readonly menu?: ReactNode;
  /** Next meeting, open contracts … */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A circle: an article named by it. */
export function CircleCard({ name, level = 2, line, members, menu, children, actions }: CircleCardProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className="card" aria-labelledby={id}>
      <div className="card-head">
        <div>
          <Heading id={id} className="card-title">
            {name}
          </Heading>
          {line ? <p className="card-line">{line}</p> : null}
        </div>
        {menu}
      </div>
      {members.length > 0 ? (
        <div className="card-seats">
          {members.map((member) => (
            <Avatar
              key={member.id}
              initials={member.initials}
              hue={member.hue}
              name={member.name}
              away={member.away}
            />
          ))}
        </div>
      ) : null}
      {children}
      {actions ? <div className="card-actions">{actions}</div> : null}
    </article>
  );
}
