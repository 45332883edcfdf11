import { useLiveQuery } from 'dexie-react-hooks';
import { Icon } from '@/components/ui/Icon';
import { Section } from '@/components/ui/Section';
import { Skeleton } from '@/components/ui/Skeleton';
import type { ContractRow } from '@/lib/contract/contract';
import { type Goal, horizonFrom, isOver } from '@/lib/goal/goal';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { database } from '@/lib/store/database';
import { contractsByGoal } from '@/lib/store/goals';
import { type CircleView, useCircles } from '../circles/use-circles.ts';
import { Page } from '../Page.tsx';
import { CircleFocuses } from './CircleFocuses.tsx';
import { GoalCard } from './GoalCard.tsx';
import { GoalForm } from './GoalForm.tsx';
import { GoalPage } from './GoalPage.tsx';
import { LookBack } from './LookBack.tsx';
import { PlanLink } from './PlanLink.tsx';
import { useGoalActs } from './use-goal-acts.ts';
import { useGoals } from './use-goals.ts';
import './goals.css';

/** The home page's section Goals: what I want to reach or find out in the next six months, for me alone. */
export function GoalsPage({ goalId }: { readonly goalId: string | null }) {
  const goals = useGoals();
  const circles = useCircles();
  const contracts = useLiveQuery(() => contractsByGoal(database()), []);
  if (!goals || !circles || !contracts)
    return (
      <Page title={t('goals_title')}>
        <Skeleton lines={6} />
      </Page>
    );
  const one = goals.find((goal) => goal.id === goalId);
  if (one) return <GoalPage key={one.id} goal={one} circles={circles} />;
  const today = isoDay(clock.now());
  const stage = goals.toSorted((a, b) => b.at - a.at).find((goal) => goal.stage)?.stage ?? null;
  const of = (state: Goal['state']) => goals.filter((goal) => goal.state === state);
  const over = goals.filter((goal) => isOver(goal, today));
  return (
    <Page title={t('goals_title')} lead={t('goals_lead')}>
      <p className="goal-private">
        <Icon name="lock" />
        {t('goals_private')}
      </p>
      {over.length > 0 ? (
        <Section title={t('goals_over')}>
          <div className="goal-list">
            {over.map((goal) => (
              <LookBack key={goal.id} goal={goal} />
            ))}
          </div>
        </Section>
      ) : null}
      <CircleFocuses circles={circles} />
      <GoalList
        title={t('goals_open')}
        goals={of('open').filter((goal) => !over.includes(goal))}
        contracts={contracts}
        circles={circles}
      />
      <NewGoal
        key={goals.length === 0 ? 'first' : 'next'}
        isFirst={goals.length === 0}
        stage={stage}
        today={today}
      />
      <GoalList title={t('goals_reached')} goals={of('reached')} contracts={contracts} circles={circles} />
      <GoalList title={t('goals_aside')} goals={of('aside')} contracts={contracts} circles={circles} />
      <PlanLink />
    </Page>
  );
}

function NewGoal({
  isFirst,
  stage,
  today,
}: {
  readonly isFirst: boolean;
  readonly stage: Goal['stage'];
  readonly today: string;
}) {
  const { write, problem } = useGoalActs();
  const start = { text: '', question: false, focus: null, stage, from: today, until: horizonFrom(today) };
  return (
    <Section title={t(isFirst ? 'goals_first' : 'goals_new')}>
      {isFirst ? <p className="goal-when">{t('goals_first_words')}</p> : null}
      <GoalForm
        start={start}
        save={t('goals_add')}
        prompts={isFirst ? 'open' : 'folded'}
        onSave={(words) => write(null, words, t(words.question ? 'goals_added_question' : 'goals_added'))}
      />
      {problem}
    </Section>
  );
}

function GoalList({
  title,
  goals,
  contracts,
  circles,
}: {
  readonly title: string;
  readonly goals: readonly Goal[];
  readonly contracts: ReadonlyMap<string, readonly ContractRow[]>;
  readonly circles: readonly CircleView[];
}) {
  if (goals.length === 0) return null;
  return (
    <Section title={title} aside={goals.length}>
      <div className="goal-list">
        {goals.map((goal) => (
          <GoalCard key={goal.id} goal={goal} contracts={contracts.get(goal.id) ?? []} circles={circles} />
        ))}
      </div>
    </Section>
  );
}
