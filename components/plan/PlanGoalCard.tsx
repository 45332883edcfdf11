import { useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Icon } from '@/components/ui/Icon';
import { Menu } from '@/components/ui/Menu';
import { writeGoal } from '@/lib/goal/commands';
import type { DevelopmentPlan, PlanGoal } from '@/lib/goal/development-plan';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { PlanItemForm } from './PlanItemForm.tsx';
import { PlanSteps } from './PlanSteps.tsx';
import { dayWords } from './plan-words.ts';

/** A goal of the plan with its steps: an article named by it. */
export function PlanGoalCard({
  plan,
  goal,
  record,
}: {
  readonly plan: DevelopmentPlan;
  readonly goal: PlanGoal;
  readonly record: Recorder['record'];
}) {
  const [editing, setEditing] = useState(false);
  const now = clock.now();
  const write = async (next: PlanGoal, said?: string, off = false) =>
    (await record([writeGoal(plan.id, next, goal, clock.now(), off)], said)) !== null;
  const line = goal.reachedOn
    ? t('plan_reached_on', { date: dayWords(goal.reachedOn, now) })
    : goal.by && t('card_until', { date: dayWords(goal.by, now) });
  const reach = () =>
    void write(
      { ...goal, reachedOn: goal.reachedOn ? null : isoDay(clock.now()) },
      t(goal.reachedOn ? 'plan_open_said' : 'plan_reached_said'),
    );
  return (
    <article className="card plan-goal" aria-label={goal.text.slice(0, 120)}>
      {editing ? (
        <PlanItemForm
          label={t('plan_goal')}
          text={goal.text}
          by={goal.by ?? ''}
          byLabel={t('plan_by')}
          save={t('circles_save')}
          onSave={async (text, by) => {
            const done = await write({ ...goal, text, by });
            if (done) setEditing(false);
            return done;
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="plan-head">
          <div>
            <h3 className="plan-text">{goal.text}</h3>
            {line ? (
              <p className="plan-when">
                {goal.reachedOn ? <Icon name="check" /> : null}
                {line}
              </p>
            ) : null}
          </div>
          <Menu
            size="small"
            label={t('plan_more_for', { text: goal.text.slice(0, 60) })}
            items={[
              { label: t('plan_change'), icon: 'edit', onSelect: () => setEditing(true) },
              { label: t(goal.reachedOn ? 'plan_open' : 'plan_reached'), icon: 'check', onSelect: reach },
              {
                label: t('plan_remove'),
                icon: 'trash',
                apart: true,
                onSelect: () => void write(goal, t('plan_goal_removed'), true),
              },
            ]}
          />
        </div>
      )}
      <PlanSteps plan={plan} goal={goal} record={record} />
    </article>
  );
}
