import { useLiveQuery } from 'dexie-react-hooks';
import type { AsideRow } from '@/lib/contract/aside';
import type { ContractRow } from '@/lib/contract/contract';
import { besideOf } from '@/lib/contract/write-contract';
import { t } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import { database } from '@/lib/store/database';
import { listGoals } from '@/lib/store/goals';
import { Icon } from '../ui/Icon.tsx';
import { LongText } from '../ui/LongText.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import './beside.css';

export interface BesideLinesProps {
  readonly contract: ContractRow;
  /** What I keep beside it; null where there is nothing, or it is not mine. */
  readonly aside: AsideRow | null;
}

/** How a contract is to go, in a few quiet lines; what only I see has a lock before it. */
export function BesideLines({ contract, aside }: BesideLinesProps) {
  const beside = besideOf(contract, aside);
  const { know, ifThen, obstacle, goal, nudge, isShown } = beside;
  const isLocked = !isShown && !contract.isPrivate;
  const lines = [
    know && t('beside_know', { words: know }),
    ifThen && t('beside_if', { when: ifThen.when || '…', does: ifThen.does || '…' }),
    obstacle && t('beside_obstacle', { words: obstacle }),
  ].filter((line) => typeof line === 'string' && line !== '');
  if (lines.length === 0 && goal === null && nudge === null) return null;
  return (
    <div className="beside">
      {lines.map((line) => (
        <p key={String(line)}>
          {isLocked ? <OnlyMe /> : null}
          <LongText text={String(line)} />
        </p>
      ))}
      {goal ? <Served goalId={goal} /> : null}
      {nudge ? (
        <p>
          <Icon name="bell" />
          {t('beside_nudge', { when: nudgeWords(nudge) })}
        </p>
      ) : null}
    </div>
  );
}

const OnlyMe = () => (
  <span title={t('card_private')}>
    <Icon name="lock" />
    <VisuallyHidden>{t('card_private')} </VisuallyHidden>
  </span>
);

function Served({ goalId }: { readonly goalId: string }) {
  const goals = useLiveQuery(() => listGoals(database()), []);
  const goal = goals?.find((one) => one.id === goalId);
  if (!goal) return null;
  return (
    <p>
      <OnlyMe />
      {t('beside_goal')} <a href={`#/goals/${encodeURIComponent(goal.id)}`}>{goal.text.slice(0, 100)}</a>
    </p>
  );
}

/** "Wed, 25 Nov, 18:00" of a local day and time. */
const nudgeWords = (local: string): string =>
  dateFormat({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(Temporal.PlainDateTime.from(local));
