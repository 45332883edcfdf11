import { useOpenRound } from '@/components/pulse/use-open-round';
import { Section } from '@/components/ui/Section';
import { t } from '@/lib/platform/i18n';
import { dateWords, dayOf } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { routeTo } from '../route.ts';
import { namesOf } from './names.ts';

/** The way to the pulse from a circle's page, and whether one waits for my answers. */
export function PulseSection({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const open = useOpenRound(view.circle.id, view.me?.id ?? null);
  const waits = open && !open.isIn;
  return (
    <Section title={t('pulse_title')}>
      <p>{t('pulse_line')}</p>
      {open ? (
        <p>
          {open.isIn
            ? t('pulse_answered_line')
            : t('pulse_waits', {
                name: namesOf(view, [open.round.openedBy]),
                until: dateWords(dayOf(open.round.until), now),
              })}
        </p>
      ) : null}
      <div className="next-ways">
        <a className="button button-quiet" href={routeTo('circles', view.circle.id, 'pulse')}>
          {t(waits ? 'pulse_answer_open' : 'pulse_open')}
        </a>
      </div>
    </Section>
  );
}
