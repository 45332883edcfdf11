import { useLiveQuery } from 'dexie-react-hooks';
import { MAX_DETAIL } from '@/lib/contract/facts';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { listGoals } from '@/lib/store/goals';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useGuard } from '../ui/use-guard.tsx';
import type { MoreDraft } from './more-draft.ts';
import { useHints } from './use-hints.ts';
import './more-fields.css';

export interface MoreFieldsProps {
  readonly value: MoreDraft;
  readonly onChange: (value: MoreDraft) => void;
  /** Whose it will be: of somebody else's nothing is kept in one's own log, and what is written is for the circle. */
  readonly isMine: boolean;
  readonly isPrivate: boolean;
  /** The form offers suggestions, which are switched on and off here. */
  readonly withHints?: boolean | undefined;
  /** The form has a field for the day already. */
  readonly withoutDue?: boolean | undefined;
}

/** What one may say besides the words of a contract; none of it has to be said. */
export function MoreFields({ value, onChange, isMine, isPrivate, withHints, withoutDue }: MoreFieldsProps) {
  const set = (change: Partial<MoreDraft>) => onChange({ ...value, ...change });
  const { guard, refusal } = useGuard(value.isShown ? null : 'show');
  const [hints, wantHints] = useHints();
  const goals = useLiveQuery(() => listGoals(database()), []) ?? [];
  const served = goals.filter((goal) => goal.state === 'open' || goal.id === value.goal);
  return (
    <div className="more-fields">
      <div className="more-pair">
        {withoutDue ? null : (
          <TextField type="date" label={t('more_due')} value={value.due} onChange={(due) => set({ due })} />
        )}
        {isMine ? (
          <TextField
            type="datetime-local"
            label={t('more_nudge')}
            value={value.nudge}
            onChange={(nudge) => set({ nudge })}
          />
        ) : null}
      </div>
      <TextField
        label={t('more_know')}
        placeholder={t('more_know_hint')}
        maxLength={MAX_DETAIL}
        value={value.know}
        onChange={(know) => set({ know })}
      />
      <div className="more-pair">
        <TextField
          label={t('more_when')}
          placeholder={t('more_when_hint')}
          maxLength={MAX_DETAIL}
          value={value.when}
          onChange={(when) => set({ when })}
        />
        <TextField
          label={t('more_does')}
          placeholder={t('more_does_hint')}
          maxLength={MAX_DETAIL}
          value={value.does}
          onChange={(does) => set({ does })}
        />
      </div>
      <TextField
        label={t('more_obstacle')}
        maxLength={MAX_DETAIL}
        value={value.obstacle}
        onChange={(obstacle) => set({ obstacle })}
      />
      {isMine && served.length > 0 ? (
        <Select
          label={t('more_goal')}
          value={value.goal}
          onChange={(goal) => set({ goal })}
          options={[
            { value: '', label: t('more_goal_none') },
            ...served.map((goal) => ({ value: goal.id, label: goal.text.slice(0, 80) })),
          ]}
        />
      ) : null}
      <Checkbox
        checked={value.kind === 'standing'}
        onChange={(isStanding) => set({ kind: isStanding ? 'standing' : 'action' })}
      >
        {t('more_standing')}
      </Checkbox>
      {isMine && !isPrivate ? (
        <>
          <Checkbox guard={guard} checked={value.isShown} onChange={(isShown) => set({ isShown })}>
            {t('more_shown')}
          </Checkbox>
          {refusal}
        </>
      ) : null}
      <p className="more-who">
        {t(!isMine ? 'more_who_theirs' : isPrivate || !value.isShown ? 'more_who_me' : 'more_who_circle')}
      </p>
      {withHints ? (
        <Checkbox checked={hints} onChange={wantHints}>
          {t('more_hints')}
        </Checkbox>
      ) : null}
    </div>
  );
}
