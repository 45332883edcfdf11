import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import { isSpaceId } from '@/lib/fact/space';
import type { Goal } from '@/lib/goal/goal';
import { shareGoal } from '@/lib/goal/shared-goal';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { newId } from '@/lib/platform/id';
import { listFormat } from '@/lib/platform/intl';
import { database } from '@/lib/store/database';
import { listGoals, withdrawGoal } from '@/lib/store/goals';
import { audienceOf } from '@/lib/store/share-contract';
import type { CircleView } from '../circles/use-circles.ts';
import { focusWord } from './goal-words.ts';
import { useGoalActs } from './use-goal-acts.ts';
import '../../card/erase.css';

/** Who sees a goal: nobody but me, or circles that are shared, each after a look at what and who. */
export function ShareGoal({
  goal,
  circles,
}: {
  readonly goal: Goal;
  readonly circles: readonly CircleView[];
}) {
  const [asking, setAsking] = useState<CircleView | null>(null);
  const [taking, setTaking] = useState<CircleView | null>(null);
  const { record, problem } = useGoalActs();
  const toast = useToast();
  const shared = circles.filter(({ circle }) => isSpaceId(circle.id));
  const withdraw = async ({ circle }: CircleView) => {
    if (!(await record(await withdrawGoal(database(), goal, circle.id)))) return;
    toast({ text: t('goals_withdrawn') });
    setTaking(null);
  };
  return (
    <Section title={t('goals_who')}>
      {shared.every(({ circle }) => goal.sharedIn[circle.id] === undefined) ? (
        <p>{t('goals_who_me')}</p>
      ) : null}
      {shared.length === 0 ? <p className="goal-when">{t('goals_who_none')}</p> : null}
      {problem}
      <ul className="plain-list goal-list" aria-label={t('goals_who')} hidden={shared.length === 0}>
        {shared.map((view) => {
          const isShared = goal.sharedIn[view.circle.id] !== undefined;
          const name = { circle: view.circle.name };
          return (
            <li key={view.circle.id} className="goal-head">
              <span>{isShared ? t('goals_seen_by', name) : view.circle.name}</span>
              {isShared ? (
                <Button size="small" aria-label={t('goals_stop_named', name)} onClick={() => setTaking(view)}>
                  {t('goals_stop')}
                </Button>
              ) : (
                <Button
                  size="small"
                  icon="people"
                  aria-label={t('goals_share_named', name)}
                  onClick={() => setAsking(view)}
                >
                  {t('goals_share')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {asking?.me ? (
        <Preview goal={goal} view={asking} by={asking.me.id} onDone={() => setAsking(null)} />
      ) : null}
      {taking ? (
        <ConfirmDialog
          open
          title={t('goals_stop_title')}
          confirm={t('goals_stop')}
          onConfirm={() => void withdraw(taking)}
          onCancel={() => setTaking(null)}
        >
          <p className="erase-words">{goal.text}</p>
          <p>{t('goals_stop_words')}</p>
        </ConfirmDialog>
      ) : null}
    </Section>
  );
}

/** What exactly the circle will see, and who that is. */
function Preview({
  goal,
  view,
  by,
  onDone,
}: {
  readonly goal: Goal;
  readonly view: CircleView;
  readonly by: string;
  readonly onDone: () => void;
}) {
  const { record, problem } = useGoalActs();
  const circleId = view.circle.id;
  const audience = useLiveQuery(() => audienceOf(database(), circleId), [circleId]);
  const names = listFormat().format(audience?.names ?? []);
  const share = async () => {
    const drafts = shareGoal(goal, circleId, newId(), by, clock.now());
    if (await record(drafts, t('goals_shared'), wayBack)) onDone();
  };
  // Only undone, its words would stay in everybody's log, and no page would offer to erase them.
  const wayBack = async () => {
    const shared = (await listGoals(database())).find((one) => one.id === goal.id);
    return shared ? withdrawGoal(database(), shared, circleId) : [];
  };
  return (
    <ConfirmDialog
      open
      title={t('goals_share_title', { circle: view.circle.name })}
      confirm={t('goals_share_do')}
      onConfirm={() => void share()}
      onCancel={onDone}
    >
      <p className="erase-words">{goal.text}</p>
      {goal.focus ? <p className="goal-when">{focusWord(goal.focus)}</p> : null}
      <p>{names ? t('goals_share_words', { names }) : t('goals_share_nobody')}</p>
      <p>{t('goals_share_not')}</p>
      {problem}
    </ConfirmDialog>
  );
}
