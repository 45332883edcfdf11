import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { Menu, type MenuItem } from '@/components/ui/Menu';
import { useToast } from '@/components/ui/ToastProvider';
import type { Goal } from '@/lib/goal/goal';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { goalErasure } from '@/lib/store/goals';
import { routeTo } from '../route.ts';
import { useGoalActs } from './use-goal-acts.ts';
import '../../card/erase.css';

/** What can be done to a goal. On its own page it can also be changed. */
export function GoalMenu({
  goal,
  onEdit,
}: {
  readonly goal: Goal;
  readonly onEdit?: (() => void) | undefined;
}) {
  const { stand, record, problem } = useGoalActs();
  const toast = useToast();
  const [erasing, setErasing] = useState(false);
  const erase = async () => {
    if (!(await record(await goalErasure(database(), goal)))) return;
    toast({ text: t('log_erased') });
    setErasing(false);
    if (onEdit) location.hash = routeTo('goals');
  };
  const items: MenuItem[] = [
    ...(onEdit ? [{ label: t('goals_edit'), icon: 'edit' as const, onSelect: onEdit }] : []),
    ...(goal.state === 'open'
      ? [
          {
            label: t(goal.question ? 'goals_answer' : 'goals_reach'),
            icon: 'check' as const,
            onSelect: () => void stand(goal, 'reached', t('goals_reached_said')),
          },
          {
            label: t('goals_put_aside'),
            icon: 'pass' as const,
            onSelect: () => void stand(goal, 'aside', t('goals_aside_said')),
          },
        ]
      : [
          {
            label: t('goals_open_again'),
            icon: 'undo' as const,
            onSelect: () => void stand(goal, 'open', t('goals_open_said')),
          },
        ]),
    {
      label: t('goals_erase'),
      icon: 'trash',
      danger: true,
      apart: true,
      onSelect: () => setErasing(true),
    },
  ];
  return (
    <>
      <Menu size="small" label={t('goals_more', { text: goal.text.slice(0, 60) })} items={items} />
      {erasing ? null : problem}
      {erasing ? (
        <ConfirmDialog
          open
          danger
          title={t('goals_erase_title')}
          confirm={t('goals_erase_do')}
          onConfirm={() => void erase()}
          onCancel={() => setErasing(false)}
        >
          <p className="erase-words">{goal.text}</p>
          <p>{t('goals_erase_words')}</p>
          {problem}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
