import { memo } from 'react';
import type { Format } from '@/lib/meeting/format';
import type { Step } from '@/lib/meeting/plan';
import { t } from '@/lib/platform/i18n';
import { Icon } from '../ui/Icon.tsx';
import { Section } from '../ui/Section.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { phaseMinutes, phaseName } from './phase-words.ts';

export interface AgendaProps {
  readonly format: Format;
  readonly steps: readonly Step[];
  /** The phase one is in; null before and after. */
  readonly now: string | null;
}

/** The phases of the meeting with their minutes; the one that is on is marked, those that are over are ticked. */
export const Agenda = memo(function Agenda({ format, steps, now }: AgendaProps) {
  const at = format.phases.findIndex((phase) => phase.id === now);
  return (
    <Section title={t('sidebar_agenda')}>
      <ol className="plain-list agenda" aria-label={t('sidebar_agenda')}>
        {format.phases.map((phase, index) => (
          <li
            key={phase.id}
            aria-current={index === at ? 'step' : undefined}
            data-state={index < at ? 'done' : index === at ? 'now' : 'later'}
          >
            <span className="agenda-mark" aria-hidden="true">
              {index < at ? <Icon name="check" /> : index === at ? <Icon name="chevron" /> : null}
            </span>
            <span className="agenda-name">{phaseName(phase)}</span>
            {index < at ? <VisuallyHidden>{t('sidebar_phase_done')}</VisuallyHidden> : null}{' '}
            <span className="agenda-min">
              {phaseMinutes(steps.filter((step) => step.phase === phase.id))}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
});
