import { useLiveQuery } from 'dexie-react-hooks';
import { Icon } from '@/components/ui/Icon';
import { Section } from '@/components/ui/Section';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { sharedGoals } from '@/lib/store/goals';
import { dateWords } from '../circles/dates.ts';
import type { CircleView } from '../circles/use-circles.ts';
import { focusWord } from './goal-words.ts';
import './goals.css';

/** On a circle's page: the goals and questions its members show each other; nothing where nobody does. */
export function SharedGoals({ view }: { readonly view: CircleView }) {
  const circleId = view.circle.id;
  const goals = useLiveQuery(() => sharedGoals(database(), circleId), [circleId]);
  if (!goals || goals.length === 0) return null;
  const now = clock.now();
  const date = (day: string) => dateWords(Temporal.PlainDate.from(day), now, 'short');
  const nameOf = (id: string) => view.members.find((one) => one.id === id)?.name ?? '?';
  return (
    <Section title={t('goals_circle')}>
      <ul className="plain-list goal-list" aria-label={t('goals_circle')}>
        {goals.map((goal) => (
          <li key={goal.id}>
            <p>{goal.text}</p>
            <p className="goal-when">
              {goal.reachedOn ? <Icon name="check" /> : null}
              {[
                nameOf(goal.memberId),
                goal.question && t('goals_question'),
                goal.reachedOn
                  ? t('goals_reached_on', { date: date(goal.reachedOn) })
                  : t('goals_until', { date: date(goal.until) }),
                goal.focus && focusWord(goal.focus),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
