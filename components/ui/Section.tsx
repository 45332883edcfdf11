import { type ReactNode, useId } from 'react';
import './section.css';

const HEADINGS = { 2: 'h2', 3: 'h3', 4: 'h4' } as const;

export interface SectionProps {
  readonly title: string;
  /** The heading's level on its page. */
  readonly level?: 2 | 3 | 4 | undefined;
  /** A few words or a control at the end of the heading's line ("4 of 6 reported"). */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a screen: a region named by its heading. */
export function Section({ title, level = 2, aside, children }: SectionProps) {
  const id = useId();
  const Heading = HEADINGS[level];
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <Heading id={id} className="section-title">
          {title}
        </Heading>
        {aside ? <span className="section-aside">{aside}</span> : null}
      </div>
      {children}
    </section>
  );
}
