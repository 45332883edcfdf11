import type { Band } from '@/lib/insight/band';
import { t } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';

/** A range in words: "fewer than 5", "10 to 14", "80 to 92 %"; null: too few to tell. */
export function bandWords(band: Band | null, unit: 'count' | 'percent'): string {
  if (!band) return t('rep_too_few');
  const { from, to } = band;
  if (unit === 'count' && from === 0) return t('rep_fewer', { count: number(to + 1) });
  if (unit === 'count') return t('rep_range', { from: number(from), to: number(to) });
  return t('rep_range_percent', { from: number(from), to: number(to) });
}

const number = (value: number): string => numberFormat().format(value);
