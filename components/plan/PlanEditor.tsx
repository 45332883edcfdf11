import { useRecord } from '@/components/card/use-record';
import { Section } from '@/components/ui/Section';
import { writeGoal } from '@/lib/goal/commands';
import type { DevelopmentPlan } from '@/lib/goal/development-plan';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { PlanGoalCard } from './PlanGoalCard.tsx';
import { PlanItemForm } from './PlanItemForm.tsx';
import { PlanReviews } from './PlanReviews.tsx';
import '@/components/card/card.css';
import './plan.css';

/** A written development plan: goals with their steps, and days to look at it again. Only its writer ever sees it. */
export function PlanEditor({ plan }: { readonly plan: DevelopmentPlan }) {
  const { record, problem } = useRecord();
  const add = async (text: string, by: string | null) => {
    const goal = { id: newId(), text, by, reachedOn: null };
    return (await record([writeGoal(plan.id, goal, null, clock.now())])) !== null;
  };
  return (
    <div className="plan">
      {problem}
      <Section title={t('plan_goals')}>
        {plan.goals.map((goal) => (
          <PlanGoalCard key={goal.id} plan={plan} goal={goal} record={record} />
        ))}
        <PlanItemForm
          label={t('plan_goal_new')}
          hint={t('plan_goal_hint')}
          byLabel={t('plan_by')}
          save={t('plan_goal_add')}
          onSave={add}
        />
      </Section>
      <PlanReviews plan={plan} record={record} />
    </div>
  );
}
