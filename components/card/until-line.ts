import { t, tn } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';

/**
 * "until 3 Dec · two weeks": when a contract is asked about again, and how long that is from when it was made.
 * The year is said when it is another one. Without `until` (a standing contract) it says so.
 */
export function untilLine(made: Temporal.PlainDate, until: Temporal.PlainDate | undefined): string {
  if (!until) return t('card_standing');
  const year = until.year === made.year ? undefined : 'numeric';
  const date = dateFormat({ day: 'numeric', month: 'short', year }).format(until);
  const days = made.until(until, { largestUnit: 'days' }).days;
  return days > 0 ? t('card_until_span', { date, span: spanWords(days) }) : t('card_until', { date });
}

function spanWords(days: number): string {
  if (days === 14) return t('card_two_weeks');
  return days % 7 === 0 ? tn('card_weeks', days / 7) : tn('card_days', days);
}
