import { Section } from '@/components/ui/Section';
import { clock } from '@/lib/platform/clock';
import { type MessageKey, t, tn } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';
import { resultsOf } from '@/lib/pulse/results';
import { type Round, type RoundView, viewRound } from '@/lib/pulse/round';
import { dateWords, dayOf } from '../circles/dates.ts';
import type { RoundPanelProps } from './RoundPanel.tsx';

const WHY = {
  stopped: 'pulse_failed_stopped',
  late: 'pulse_failed_late',
  left: 'pulse_failed_left',
  spoilt: 'pulse_failed_spoilt',
} as const satisfies Record<Extract<RoundView, { phase: 'failed' }>['why'], MessageKey>;

/** What the last round came to. */
export function LastRound({ now, round }: RoundPanelProps & { readonly round: Round }) {
  const where = viewRound(round, clock.now());
  const result = resultsOf([round], clock.now())[0];
  if (where.phase === 'failed')
    return (
      <Section title={t('pulse_last')}>
        <p>{t(WHY[where.why])}</p>
      </Section>
    );
  if (!result) return null;
  return (
    <Section title={t('pulse_last')}>
      <p className="pulse-result">
        <strong>
          {numberFormat({ maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(result.mean)}
        </strong>{' '}
        {t('pulse_result_of')}
      </p>
      <p>{tn('pulse_result', result.n, { when: dateWords(dayOf(result.at), now) })}</p>
    </Section>
  );
}
