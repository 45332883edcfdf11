import { type DevelopmentPlan, nextReview, stepsDone } from '@/lib/goal/development-plan';
import { t, tn } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';

/** "3 March", with the year where it is not that of `now` (UTC ms). @param day ISO date. */
export function dayWords(day: string, now: number): string {
  const date = Temporal.PlainDate.from(day);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  const year = date.year === today.year ? undefined : 'numeric';
  return dateFormat({ day: 'numeric', month: 'long', year }).format(date);
}

/** A plan in a line: its goals, its steps, when to look at it again. @param now UTC ms. */
export function planLine(plan: DevelopmentPlan, now: number): string {
  const { done, of } = stepsDone(plan);
  const review = nextReview(plan);
  return [
    plan.goals.length === 0 ? t('plan_line_empty') : tn('plan_line_goals', plan.goals.length),
    ...(of > 0 ? [tn('plan_line_steps', of, { done })] : []),
    ...(review ? [t('plan_line_review', { date: dayWords(review.on, now) })] : []),
  ].join(' · ');
}
