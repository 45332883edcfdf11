import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { memberReturned, setPause } from '@/lib/circle/edit';
import { awakeFrom, pauseOn } from '@/lib/circle/pause';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { factsOfKind } from '@/lib/store/circles';
import { database } from '@/lib/store/database';
import { dateWords, dayOf } from '../dates.ts';
import type { CircleView } from '../use-circles.ts';
import { bringBackDrafts } from './bring-back.ts';

/** Where a circle stands when it is not simply going on: I left it, it rests, it is over; and the way back. */
export function Standing({ view, now }: { readonly view: CircleView; readonly now: number }) {
  const { circle, me } = view;
  const { record, problem } = useRecord();
  const by = me?.id ?? null;
  const today = dayOf(now).toString();
  const pause = pauseOn(circle.pauses, today);
  const words = (day: string) => dateWords(Temporal.PlainDate.from(day), now);
  const replacing = (entity: string, kinds: readonly string[]) =>
    factsOfKind(database(), circle.id, entity, kinds);

  const bringBack = async () => {
    await record(await bringBackDrafts(circle, by), t('circles_unarchived_done', { circle: circle.name }));
  };
  const comeBack = async () => {
    if (!me) return;
    const replaces = await replacing(me.id, ['member.left', 'member.returned']);
    const on = dayOf(clock.now()).toString();
    await record(
      [memberReturned(circle.id, by, me.id, on, replaces)],
      t('life_back_said', { circle: circle.name }),
    );
  };
  const wake = async () => {
    if (!pause) return;
    const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
    const replaces = await replacing(circle.id, ['circle.pause']);
    const isNew = pause.from > yesterday;
    await record(
      [setPause(circle.id, by, isNew ? pause : { ...pause, to: yesterday }, isNew, replaces)],
      t('life_awake_said'),
    );
  };

  return (
    <>
      {circle.archived ? (
        <Notice
          kind="info"
          title={circle.closedOn ? t('life_closed_on', { date: words(circle.closedOn) }) : t('life_archived')}
          todo={t('life_archived_line')}
          actions={
            <Button onClick={() => void bringBack()}>
              {t(circle.closedOn ? 'life_go_on' : 'circles_unarchive')}
            </Button>
          }
        />
      ) : null}
      {me?.leftOn ? (
        <Notice
          kind="info"
          title={t('life_left_on', { date: words(me.leftOn) })}
          todo={t('life_left_line')}
          actions={<Button onClick={() => void comeBack()}>{t('life_come_back')}</Button>}
        />
      ) : null}
      {pause && !circle.archived ? (
        <Notice
          kind="info"
          title={t('life_asleep', { date: words(awakeFrom(circle.pauses, today)) })}
          todo={t('life_asleep_line')}
          actions={<Button onClick={() => void wake()}>{t('life_wake')}</Button>}
        />
      ) : null}
      {problem}
    </>
  );
}
