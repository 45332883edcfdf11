import { useLiveQuery } from 'dexie-react-hooks';
import { OutcomePill } from '@/components/card/OutcomePill';
import { Icon, type IconName } from '@/components/ui/Icon';
import { Skeleton } from '@/components/ui/Skeleton';
import type { ContractRow } from '@/lib/contract/contract';
import type { Goal } from '@/lib/goal/goal';
import { lineOf, type Step as StepOf } from '@/lib/goal/goal-line';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { database } from '@/lib/store/database';
import { goalLine } from '@/lib/store/goals';
import { dateWords } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';

type LineStep = StepOf<ContractRow & { madeOn: string }, MilestoneRow>;

/** The line of a goal, from the day it was written over contracts and milestones to its end. */
export function GoalLine({
  goal,
  circles,
  now,
}: {
  readonly goal: Goal;
  readonly circles: readonly CircleView[];
  readonly now: number;
}) {
  const found = useLiveQuery(() => goalLine(database(), goal), [goal]);
  if (!found) return <Skeleton lines={4} />;
  const steps = lineOf(
    goal,
    found.contracts.map((row) => ({ ...row, madeOn: isoDay(row.madeAt) })),
    found.milestones,
  );
  const nameOf = (circleId: string) => circles.find(({ circle }) => circle.id === circleId)?.circle.name;
  return (
    <>
      <ol className="plain-list goal-line" aria-label={t('goals_line')}>
        {steps.map((step) => (
          <li key={step.key}>
            <Mark step={step} />
            <div className="goal-step">
              <Step step={step} nameOf={nameOf} now={now} />
            </div>
          </li>
        ))}
      </ol>
      {found.contracts.length === 0 ? <p className="goal-when">{t('goals_line_none')}</p> : null}
    </>
  );
}

interface StepProps {
  readonly step: LineStep;
  readonly nameOf: (circleId: string) => string | undefined;
  readonly now: number;
}

function Step({ step, nameOf, now }: StepProps) {
  const date = dateWords(Temporal.PlainDate.from(step.on), now, 'short');
  switch (step.kind) {
    case 'begun':
      return <p className="goal-when">{t('goals_line_begun', { date })}</p>;
    case 'contract':
      return (
        <>
          <p>{step.contract.text}</p>
          <p className="goal-when">
            {[date, nameOf(step.contract.circleId)].filter(Boolean).join(' · ')}{' '}
            <OutcomePill state={step.contract.outcome ?? 'open'} />
          </p>
        </>
      );
    case 'milestone':
      return (
        <>
          <p>
            <strong>{step.milestone.title}</strong>
          </p>
          <p className="goal-when">
            {[t('goals_line_milestone'), date, nameOf(step.milestone.circleId)].filter(Boolean).join(' · ')}
          </p>
        </>
      );
    case 'end':
      return (
        <p className="goal-when">
          {t(
            step.state === 'reached'
              ? 'goals_reached_on'
              : step.state === 'aside'
                ? 'goals_aside_on'
                : 'goals_until',
            { date },
          )}
        </p>
      );
    default:
      return step satisfies never;
  }
}

function Mark({ step }: { readonly step: LineStep }) {
  const [icon, tone] = markOf(step);
  return (
    <span className="goal-mark" data-tone={tone}>
      <Icon name={icon} />
    </span>
  );
}

function markOf(step: LineStep): [IconName, string | undefined] {
  switch (step.kind) {
    case 'begun':
      return ['flag', undefined];
    case 'contract':
      return step.contract.outcome === 'kept' ? ['check', 'kept'] : ['note', undefined];
    case 'milestone':
      return ['flag', 'milestone'];
    case 'end':
      return step.state === 'reached' ? ['check', 'end'] : ['circle-dashed', undefined];
    default:
      return step satisfies never;
  }
}
