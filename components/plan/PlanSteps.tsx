import { useState } from 'react';
import type { Recorder } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Menu } from '@/components/ui/Menu';
import { useAtOnce } from '@/components/ui/use-at-once';
import { writeStep } from '@/lib/goal/commands';
import type { DevelopmentPlan, PlanGoal, PlanStep } from '@/lib/goal/development-plan';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { isoDay } from '@/lib/platform/iso-day';
import { PlanItemForm } from './PlanItemForm.tsx';
import { dayWords } from './plan-words.ts';

export interface PlanStepsProps {
  readonly plan: DevelopmentPlan;
  readonly goal: PlanGoal;
  readonly record: Recorder['record'];
}

/** The steps towards a goal, each ticked when it is done, and a place for the next. */
export function PlanSteps({ plan, goal, record }: PlanStepsProps) {
  const [adding, setAdding] = useState(false);
  const add = async (text: string, by: string | null) => {
    const step = { id: newId(), goalId: goal.id, text, by, doneOn: null };
    return (await record([writeStep(plan.id, step, null, clock.now())])) !== null;
  };
  return (
    <>
      {goal.steps.length > 0 ? (
        <ul className="plain-list plan-steps" aria-label={t('plan_steps')}>
          {goal.steps.map((step) => (
            <li key={step.id}>
              <OneStep planId={plan.id} step={step} record={record} />
            </li>
          ))}
        </ul>
      ) : null}
      {adding ? (
        <PlanItemForm
          label={t('plan_step_new')}
          hint={t('plan_step_hint')}
          byLabel={t('plan_by')}
          save={t('plan_step_add')}
          onSave={add}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button
            size="small"
            variant="plain"
            icon="plus"
            aria-label={t('plan_step_add_to', { goal: goal.text.slice(0, 60) })}
            onClick={() => setAdding(true)}
          >
            {t('plan_step_add')}
          </Button>
        </div>
      )}
    </>
  );
}

function OneStep({
  planId,
  step,
  record,
}: {
  readonly planId: string;
  readonly step: PlanStep;
  readonly record: Recorder['record'];
}) {
  const [editing, setEditing] = useState(false);
  const [done, setDone, forget] = useAtOnce(step.doneOn !== null);
  const now = clock.now();
  const tick = async (on: boolean) => {
    setDone(on);
    if (!(await write({ ...step, doneOn: on ? isoDay(clock.now()) : null }))) forget();
  };
  const write = async (next: PlanStep, said?: string, off = false) =>
    (await record([writeStep(planId, next, step, clock.now(), off)], said)) !== null;
  if (editing)
    return (
      <PlanItemForm
        label={t('plan_step')}
        text={step.text}
        by={step.by ?? ''}
        byLabel={t('plan_by')}
        save={t('circles_save')}
        onSave={async (text, by) => {
          const isSaved = await write({ ...step, text, by });
          if (isSaved) setEditing(false);
          return isSaved;
        }}
        onCancel={() => setEditing(false)}
      />
    );
  const line = step.doneOn
    ? t('plan_done_on', { date: dayWords(step.doneOn, now) })
    : step.by && t('card_until', { date: dayWords(step.by, now) });
  return (
    <div className="plan-step">
      <div>
        <Checkbox checked={done} onChange={(on) => void tick(on)}>
          {step.text}
        </Checkbox>
        {line ? <p className="plan-when">{line}</p> : null}
      </div>
      <Menu
        size="small"
        label={t('plan_more_for', { text: step.text.slice(0, 60) })}
        items={[
          { label: t('plan_change'), icon: 'edit', onSelect: () => setEditing(true) },
          {
            label: t('plan_remove'),
            icon: 'trash',
            apart: true,
            onSelect: () => void write(step, t('plan_step_removed'), true),
          },
        ]}
      />
    </div>
  );
}
