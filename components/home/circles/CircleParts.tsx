import { type MouseEvent, type ReactNode, useId } from 'react';
import { type MessageKey, t } from '@/lib/platform/i18n';
import { routeTo } from '../route.ts';
import './circle-parts.css';

/** The parts of a circle's page, in their order. */
const CIRCLE_PARTS = ['next', 'together', 'log', 'past', 'setUp'] as const;
export type CirclePart = (typeof CIRCLE_PARTS)[number];

const NAMES = {
  next: 'circles_part_next',
  together: 'circles_part_together',
  log: 'circles_part_log',
  past: 'circles_part_past',
  setUp: 'circles_part_setUp',
} as const satisfies Record<CirclePart, MessageKey>;

const idOf = (part: CirclePart): string => `circle-part-${part}`;

/** A part of the page: sections that belong together, under a name that {@link PartLinks} lead to. */
export function Part({ part, children }: { readonly part: CirclePart; readonly children: ReactNode }) {
  const name = useId();
  return (
    <section className="circle-part" id={idOf(part)} aria-labelledby={name} tabIndex={-1}>
      <p className="circle-part-name" id={name}>
        {t(NAMES[part])}
      </p>
      {children}
    </section>
  );
}

/** A row of links to the parts of the page, in sight wherever one is on it. */
export function PartLinks({
  circleId,
  without = [],
}: {
  readonly circleId: string;
  /** Parts that this page lacks. */
  readonly without?: readonly CirclePart[] | undefined;
}) {
  const go = (event: MouseEvent, part: CirclePart) => {
    // The address stays the circle's: a part of a page is no place of its own.
    event.preventDefault();
    const there = document.getElementById(idOf(part));
    there?.scrollIntoView();
    there?.focus({ preventScroll: true });
  };
  return (
    <nav className="circle-parts" aria-label={t('circles_parts')}>
      <ul className="plain-list">
        {CIRCLE_PARTS.filter((part) => !without.includes(part)).map((part) => (
          <li key={part}>
            <a href={routeTo('circles', circleId)} onClick={(event) => go(event, part)}>
              {t(NAMES[part])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
