import type { CircleInsight } from '@/lib/insight/circle-insight';
import type { StateCounts } from '@/lib/insight/contract-numbers';
import type { Gap } from '@/lib/insight/meeting-numbers';
import { evenPercent, percent } from '@/lib/insight/tables';
import { t, tn } from '@/lib/platform/i18n';
import { numberFormat } from '@/lib/platform/intl';

/** One sentence to each chart: what it shows, without naming or blaming anybody. */

export function attendanceFinding({ meetings, present, of }: CircleInsight): string {
  const params = { present, of, percent: percent(present, of) ?? 0 };
  return tn('ins_attendance_finding', meetings, params);
}

export function gapsFinding({ meetings, days, longestGap }: CircleInsight): string {
  if (!longestGap) return t('ins_gaps_little');
  const weeks = tn('ins_weeks', Math.max(1, Math.round(days / 7)));
  return tn('ins_gaps_finding', meetings, { weeks, gap: gapWords(longestGap) });
}

/** "5 weeks", "12 days", with the pause that was in it. */
export function gapWords({ days, paused }: Gap): string {
  const long = days >= 14 ? tn('ins_weeks', Math.round(days / 7)) : tn('ins_days', days);
  return paused > 0 ? t('ins_gap_paused', { gap: long, paused: tn('ins_days', paused) }) : long;
}

/** From here on time went round evenly enough that nobody need think about it. */
const EVEN = 90;

export function timeFinding({ time }: CircleInsight): string {
  const even = evenPercent(time);
  if (even === null) return t('ins_time_little');
  return t(even >= EVEN ? 'ins_time_even' : 'ins_time_uneven', { percent: even });
}

export function contractsFinding({ columns, between }: CircleInsight): string {
  const all = [...columns, between];
  const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((total, one) => total + of(one), 0);
  const made = sum((one) => one.made);
  if (made === 0) return t('ins_contracts_little');
  const reported = tn(
    'ins_contracts_told',
    sum((one) => one.reported),
  );
  return tn('ins_contracts_finding', made, { reported, kept: sum((one) => one.kept) });
}

export function statesFinding(states: StateCounts): string {
  const made = Object.values(states).reduce((sum, count) => sum + count, 0);
  if (made === 0) return t('ins_contracts_little');
  const finding = tn('ins_states_finding', made, { kept: states.kept });
  return states.notReported === 0 ? finding : `${finding} ${tn('ins_states_open', states.notReported)}`;
}

export function milestonesFinding({ milestones }: CircleInsight): string {
  const count = milestones.reduce((sum, one) => sum + one.count, 0);
  return count === 0 ? t('ins_milestones_little') : tn('ins_milestones_finding', count);
}

export function mineFinding({ shared, private: hidden }: NonNullable<CircleInsight['mine']>): string {
  const sum = (counts: StateCounts) => Object.values(counts).reduce((total, count) => total + count, 0);
  const made = sum(shared) + sum(hidden);
  if (made === 0) return t('ins_mine_little');
  return tn('ins_mine_finding', made, { kept: shared.kept + hidden.kept, private: sum(hidden) });
}

export function pulseFinding(pulse: CircleInsight['pulse']): string {
  const [first, last] = [pulse[0], pulse.at(-1)];
  if (!first || !last) return t('ins_pulse_little');
  const one = (score: number) => numberFormat({ maximumFractionDigits: 1 }).format(score);
  return pulse.length === 1
    ? t('ins_pulse_one', { score: one(first.score) })
    : t('ins_pulse_finding', { first: one(first.score), last: one(last.score) });
}
