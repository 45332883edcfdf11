import { useLiveQuery } from 'dexie-react-hooks';
import { CircleCard } from '@/components/card/CircleCard';
import { presentMembers } from '@/lib/circle/member';
import { pauseOn } from '@/lib/circle/pause';
import { t, tn } from '@/lib/platform/i18n';
import { openContracts } from '@/lib/store/contracts';
import { database } from '@/lib/store/database';
import type { Upcoming } from '@/lib/store/schedule';
import { routeTo } from '../route.ts';
import { dayOf, rhythmWords } from './dates.ts';
import { NextWays, NextWhen } from './NextMeeting.tsx';
import { type CircleView, cardMember } from './use-circles.ts';

/** A circle among the others: an article named by it. */
export function CircleOverview({
  view,
  next,
  known,
  now,
}: {
  readonly view: CircleView;
  readonly next: Upcoming | undefined;
  /** Whether `next` has been looked up. */
  readonly known: boolean;
  readonly now: number;
}) {
  const { circle } = view;
  const open = useLiveQuery(async () => (await openContracts(database(), circle.id)).length, [circle.id]);
  const present = presentMembers(view.members);
  const pause = pauseOn(circle.pauses, dayOf(now).toString());
  const badge = circle.archived
    ? t(circle.closedOn ? 'life_closed_badge' : 'circles_archived_badge')
    : view.me?.leftOn
      ? t('life_left_badge')
      : pause
        ? t('life_pause_badge')
        : null;
  return (
    <CircleCard
      name={circle.name}
      line={`${rhythmWords(circle.everyDays)} · ${tn('circles_people', present.length)}`}
      members={present.map((member) => cardMember(view, member))}
      menu={badge ? <span className="circle-archived">{badge}</span> : undefined}
      actions={
        <>
          {circle.archived ? null : <NextWays circle={circle} next={next} now={now} />}
          <a
            className="button button-plain"
            href={routeTo('circles', circle.id)}
            aria-label={t('circles_see', { circle: circle.name })}
          >
            {t('circles_see_short')}
          </a>
        </>
      }
    >
      {circle.archived || !known ? null : <NextWhen next={next} now={now} />}
      {open === undefined ? null : (
        <p className="circle-count">
          {open === 0 ? t('circles_open_contracts_none') : tn('circles_open_contracts', open)}
        </p>
      )}
    </CircleCard>
  );
}
