import { ProgressBar } from '@/components/ui/ProgressBar';
import { t } from '@/lib/platform/i18n';
import { endOf, type Round, type Settled } from '@/lib/pulse/round';
import { dateWords, dayOf } from '../circles/dates.ts';
import { namesOf } from './names.ts';
import type { RoundPanelProps } from './RoundPanel.tsx';

/** A round whose answers are in: devices add up, each when its member next opens Circlekeeper. */
export function ClosingRound({
  view,
  now,
  round,
  settled,
}: RoundPanelProps & { readonly round: Round; readonly settled: Settled }) {
  const all = settled.respondents;
  const isWhole = settled.shares.size === all.length;
  const done: ReadonlyMap<string, unknown> = isWhole ? settled.sums : settled.shares;
  const waiting = all.filter((one) => !done.has(one.device)).map((one) => one.member);
  const me = view.me?.id;
  const isOut = me !== undefined && !all.some((one) => one.member === me);
  const wasReady = isOut && round.joined.some((one) => one.member === me);
  // Two passes of all devices: numbers are handed round, then sums are told.
  const steps = settled.shares.size + settled.sums.size;
  return (
    <>
      <p>
        {t('pulse_closing', {
          names: namesOf(
            view,
            all.map((one) => one.member),
          ),
        })}
      </p>
      {wasReady ? <p>{t('pulse_without_you')}</p> : null}
      <ProgressBar
        label={t('pulse_adding')}
        value={steps}
        max={2 * all.length}
        words={t('pulse_adding_n', { done: steps, of: 2 * all.length })}
      />
      <p role="status">{t('pulse_waiting', { names: namesOf(view, waiting) })}</p>
      <p className="quiet">{t('pulse_waiting_until', { when: dateWords(dayOf(endOf(round)), now) })}</p>
    </>
  );
}
