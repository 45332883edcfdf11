import { useId, useState } from 'react';
import { MemberChip } from '@/components/card/MemberChip';
import type { Recorder } from '@/components/card/use-record';
import { KIND_LOOKS } from '@/components/milestone/kind-looks';
import { MilestoneForm } from '@/components/milestone/MilestoneForm';
import { mayChange, nameIn, type People } from '@/components/milestone/people';
import { useDeviceless } from '@/components/milestone/use-deviceless';
import { Button } from '@/components/ui/Button';
import { cx } from '@/components/ui/cx';
import { Icon } from '@/components/ui/Icon';
import { Menu } from '@/components/ui/Menu';
import { undoDraft } from '@/lib/fact/draft';
import { confirmMilestone } from '@/lib/milestone/commands';
import type { MilestoneRow } from '@/lib/milestone/milestone';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { dateFormat } from '@/lib/platform/intl';
import { useInlineForm } from '../../contracts/use-inline-form.ts';
import { EraseMilestone } from './EraseMilestone.tsx';
import { HowFar } from './HowFar.tsx';

export interface MilestoneCardProps {
  readonly row: MilestoneRow;
  readonly people: People;
  readonly record: Recorder['record'];
  /** Just written: it is celebrated, gently. */
  readonly isFresh: boolean;
}

/** One milestone on the wall. */
export function MilestoneCard({ row, people, record, isFresh }: MilestoneCardProps) {
  const [doing, setDoing] = useState<'edit' | 'erase' | null>(null);
  const title = useId();
  const look = KIND_LOOKS[row.kind];
  const owner = people.card(row.memberId);
  const remove = () =>
    void record([undoDraft(row.circleId, people.me, row.id, [row.madeBy])], t('milestone_removed'));
  const day = dateFormat({ day: 'numeric', month: 'long' }).format(Temporal.PlainDate.from(row.on));
  const what = row.title.slice(0, 60);
  return (
    <article
      className={cx('milestone', isFresh && 'milestone-fresh', !row.confirmed && 'milestone-suggested')}
      data-hue={look.hue}
      aria-labelledby={title}
    >
      <span className="milestone-icon">
        <Icon name={look.icon} />
      </span>
      <div className="milestone-head">
        <p className="milestone-kind">
          {t(look.key)} · <time dateTime={row.on}>{day}</time>
        </p>
        {mayChange(people, row) ? (
          <Menu
            size="small"
            label={t('milestone_more', { what })}
            items={[
              { label: t('milestone_edit'), icon: 'edit', onSelect: () => setDoing('edit') },
              { label: t('milestone_remove'), icon: 'close', onSelect: remove },
              {
                label: t('milestone_erase'),
                icon: 'trash',
                danger: true,
                apart: true,
                onSelect: () => setDoing('erase'),
              },
            ]}
          />
        ) : null}
      </div>
      <h3 className="milestone-title" id={title}>
        {row.title}
      </h3>
      {owner ? (
        <p className="milestone-line">
          <MemberChip member={owner} isMe={row.memberId === people.me} />
        </p>
      ) : null}
      {row.credit.length > 0 ? <Thanks row={row} people={people} /> : null}
      {row.confirmed ? (
        <HowFar row={row} people={people} record={record} />
      ) : (
        <Suggested row={row} people={people} record={record} onTakeAway={remove} />
      )}
      {doing === 'edit' ? (
        <Edit row={row} people={people} record={record} onDone={() => setDoing(null)} />
      ) : null}
      {doing === 'erase' ? <EraseMilestone row={row} by={people.me} onDone={() => setDoing(null)} /> : null}
    </article>
  );
}

function Edit({
  row,
  onDone,
  ...rest
}: Pick<MilestoneCardProps, 'row' | 'people' | 'record'> & { readonly onDone: () => void }) {
  const leave = useInlineForm(onDone);
  return <MilestoneForm {...rest} milestone={row} onDone={onDone} onKeyDown={leave} />;
}

function Thanks({ row, people }: Pick<MilestoneCardProps, 'row' | 'people'>) {
  return (
    <div className="milestone-thanks">
      <p className="milestone-thanks-word">{t('milestone_thanks')}</p>
      <ul className="plain-list">
        {row.credit.map((one) => {
          const card = people.card(one.memberId);
          return (
            <li key={one.memberId}>
              {card ? (
                <MemberChip member={card} isMe={one.memberId === people.me} />
              ) : (
                nameIn(people, one.memberId)
              )}
              {one.for ? <span className="milestone-for">{one.for}</span> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** Written down by another: it counts once its member says so. */
function Suggested({
  row,
  people,
  record,
  onTakeAway,
}: Pick<MilestoneCardProps, 'row' | 'people' | 'record'> & { readonly onTakeAway: () => void }) {
  const by = row.writtenBy === null ? '?' : nameIn(people, row.writtenBy);
  const name = nameIn(people, row.memberId);
  const isMine = row.memberId === people.me;
  const isDeviceless = useDeviceless(row.circleId, row.memberId);
  const confirm = () =>
    void record([confirmMilestone(row, people.me, clock.now(), !isMine)], t('milestone_confirmed'));
  if (!isMine)
    return (
      <div className="milestone-suggestion">
        <p className="milestone-far">
          <Icon name="circle-dashed" />
          {t(isDeviceless ? 'milestone_deviceless' : 'milestone_waits', { by, name })}
        </p>
        {isDeviceless ? (
          <Button size="small" onClick={confirm}>
            {t('milestone_count')}
          </Button>
        ) : null}
      </div>
    );
  return (
    <div className="milestone-suggestion">
      <p>{t('milestone_suggested', { by })}</p>
      <Button size="small" variant="primary" onClick={confirm}>
        {t('milestone_confirm')}
      </Button>
      <Button size="small" onClick={onTakeAway}>
        {t('milestone_decline')}
      </Button>
    </div>
  );
}
