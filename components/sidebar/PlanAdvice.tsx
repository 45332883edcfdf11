import type { Advice, Plan } from '@/lib/meeting/plan';
import { t } from '@/lib/platform/i18n';
import { Notice } from '../ui/Notice.tsx';
import { minutesText } from './phase-words.ts';

/** Says when turns get short or the plan does not fit, and what can be done about it. */
export function PlanAdvice({ plan }: { readonly plan: Plan }) {
  if (plan.advice.length === 0) return null;
  return (
    <Notice
      kind="info"
      title={
        plan.fits
          ? t('sidebar_short_turns', { turn: minutesText(plan.shortestTurnMs) })
          : t('sidebar_no_fit', { over: minutesText(plan.overMs) })
      }
      todo={
        <ul className="advice">
          {plan.advice
            .filter((advice) => advice.kind !== 'runOver')
            .map((advice) => (
              <li key={advice.kind}>{adviceText(advice)}</li>
            ))}
        </ul>
      }
    />
  );
}

function adviceText(advice: Advice): string {
  switch (advice.kind) {
    case 'longer':
      return t('sidebar_advice_longer', { minutes: advice.lengthMin });
    case 'hotSeats':
      return t('sidebar_advice_hot_seats', { seats: advice.seats, turn: minutesText(advice.turnMs) });
    case 'askForTime':
      return t('sidebar_advice_ask');
    case 'runOver':
      return t('sidebar_no_fit', { over: minutesText(advice.overMs) });
    default:
      return advice satisfies never;
  }
}
