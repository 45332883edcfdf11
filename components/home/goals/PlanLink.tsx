import { planLine } from '@/components/plan/plan-words';
import { usePlans } from '@/components/plan/use-plans';
import { Section } from '@/components/ui/Section';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { routeTo } from '../route.ts';

/** The way to the written development plan, with how far it is and when to look at it again. */
export function PlanLink() {
  const plans = usePlans();
  if (!plans) return null;
  const [plan] = plans;
  return (
    <Section title={t('plan_title')}>
      {plan ? <p className="goal-when">{planLine(plan, clock.now())}</p> : <p>{t('goals_plan_none')}</p>}
      <p>
        <a href={routeTo('plan')}>{t(plan ? 'goals_plan_open' : 'goals_plan_begin')}</a>
      </p>
    </Section>
  );
}
