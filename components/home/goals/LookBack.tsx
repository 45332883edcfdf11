import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { type GoalState, MAX_GOAL } from '@/lib/goal/facts';
import { type Goal, horizonFrom } from '@/lib/goal/goal';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { isoDay } from '@/lib/platform/iso-day';
import { dateWords } from '../circles/dates.ts';
import { routeTo } from '../route.ts';
import { useGoalActs } from './use-goal-acts.ts';

/** The months of a goal are over: a gentle look back, and one of three ways on. None of them is a failure. */
export function LookBack({ goal }: { readonly goal: Goal }) {
  const { stand, problem } = useGoalActs();
  const [text, setText] = useState('');
  const now = clock.now();
  const settle = (state: GoalState, said: string, until: string | null = null) =>
    void stand(goal, state, said, text, until);
  const label = goal.text.slice(0, 120);
  return (
    <article className="goal-back" aria-label={t('goals_back_for', { text: label })}>
      <h3 className="goal-text">
        <a href={routeTo('goals', goal.id)}>{goal.text}</a>
      </h3>
      <p className="goal-when">
        {t('goals_back_since', { date: dateWords(Temporal.PlainDate.from(goal.from), now) })}
      </p>
      <TextArea
        label={t('goals_back_words')}
        hint={t('goals_back_hint')}
        maxLength={MAX_GOAL}
        value={text}
        onChange={setText}
      />
      <div className="goal-acts">
        <Button icon="check" onClick={() => settle('reached', t('goals_reached_said'))}>
          {t(goal.question ? 'goals_answer' : 'goals_reach')}
        </Button>
        <Button onClick={() => settle('open', t('goals_carried_said'), horizonFrom(isoDay(now)))}>
          {t('goals_carry')}
        </Button>
        <Button onClick={() => settle('aside', t('goals_aside_said'))}>{t('goals_put_aside')}</Button>
      </div>
      {problem}
    </article>
  );
}
