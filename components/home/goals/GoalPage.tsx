import { useState } from 'react';
import { Section } from '@/components/ui/Section';
import type { Goal } from '@/lib/goal/goal';
import { isOver } from '@/lib/goal/goal';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { dateWords } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { NewContract } from '../contracts/NewContract.tsx';
import { Page } from '../Page.tsx';
import { routeTo } from '../route.ts';
import { GoalForm } from './GoalForm.tsx';
import { GoalLine } from './GoalLine.tsx';
import { GoalMenu } from './GoalMenu.tsx';
import { goalLineWords } from './goal-words.ts';
import { LookBack } from './LookBack.tsx';
import { ShareGoal } from './ShareGoal.tsx';
import { useGoalActs } from './use-goal-acts.ts';
import './goals.css';

/** One goal: its words, the line from it over contracts to milestones, and who sees it. */
export function GoalPage({
  goal,
  circles,
}: {
  readonly goal: Goal;
  readonly circles: readonly CircleView[];
}) {
  const [editing, setEditing] = useState(false);
  const { write, problem } = useGoalActs();
  const now = clock.now();
  const mine = circles.filter(({ circle, me }) => me && me.leftOn === null && !circle.archived);
  const save = async (words: Parameters<typeof write>[1]) => {
    const done = await write(goal, words, t('goals_saved'));
    if (done) setEditing(false);
    return done;
  };
  return (
    <Page
      title={goal.text}
      tabTitle={t('goals_title')}
      lead={goalLineWords(goal, now)}
      aside={<GoalMenu goal={goal} onEdit={() => setEditing(true)} />}
    >
      <p className="circle-back">
        <a href={routeTo('goals')}>{t('goals_all')}</a>
      </p>
      {problem}
      {editing ? (
        <GoalForm
          start={goal}
          save={t('circles_save')}
          prompts="none"
          onSave={save}
          onCancel={() => setEditing(false)}
        />
      ) : null}
      {isOver(goal, isoDay(now)) ? <LookBack goal={goal} /> : null}
      <Section title={t('goals_line')}>
        <GoalLine goal={goal} circles={circles} now={now} />
      </Section>
      {goal.state === 'open' && mine.length > 0 ? (
        <Section title={t('goals_next_step')}>
          <NewContract circles={mine} goalId={goal.id} withDue />
        </Section>
      ) : null}
      {goal.lookBacks.length > 0 ? (
        <Section title={t('goals_looks')}>
          <div className="goal-looks">
            {goal.lookBacks.map((look) => (
              <p key={`${look.on} ${look.text}`}>
                <span className="goal-when">{dateWords(Temporal.PlainDate.from(look.on), now, 'short')}</span>{' '}
                {look.text}
              </p>
            ))}
          </div>
        </Section>
      ) : null}
      <ShareGoal goal={goal} circles={mine} />
    </Page>
  );
}
