import type { Advice, Plan } from '@/lib/meeting/plan';
import { t } from '@/lib/platform/i18n';
import { Notice } from '../ui/Notice.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { minutesText } from './phase-words.ts';

export interface PlanAdviceProps {
  readonly plan: Plan;
  /** Whether the other parts are shortened where the plan does not fit; otherwise it runs over. */
  readonly shorten: boolean;
  readonly onShorten: (shorten: boolean) => void;
}

/** Says when turns get short or the plan does not fit, and what can be done about it. */
export function PlanAdvice({ plan, shorten, onShorten }: PlanAdviceProps) {
  if (plan.advice.length === 0) return null;
  const lines = plan.advice.flatMap((advice) => adviceText(advice) ?? []);
  return (
    <Notice
      kind="info"
      title={
        plan.fits
          ? t('sidebar_short_turns', { turn: minutesText(plan.shortestTurnMs) })
          : t('sidebar_no_fit', { over: minutesText(plan.overMs) })
      }
      todo={
        <>
          <ul className="advice">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {plan.fits ? null : (
            <RadioGroup
              label={t('sidebar_no_fit_choice')}
              value={shorten ? 'shorten' : 'over'}
              options={[
                { value: 'over', label: t('sidebar_run_over') },
                { value: 'shorten', label: t('sidebar_shorten') },
              ]}
              onChange={(choice) => onShorten(choice === 'shorten')}
            />
          )}
        </>
      }
    />
  );
}

/** One piece of advice as a line; running over and shortening are offered as a choice instead. */
function adviceText(advice: Advice): string | null {
  switch (advice.kind) {
    case 'longer':
      return t('sidebar_advice_longer', { minutes: advice.lengthMin });
    case 'hotSeats':
      return t('sidebar_advice_hot_seats', { seats: advice.seats, turn: minutesText(advice.turnMs) });
    case 'askForTime':
      return t('sidebar_advice_ask');
    case 'runOver':
    case 'shorten':
      return null;
    default:
      return advice satisfies never;
  }
}
