import { Section } from '@/components/ui/Section';
import { t } from '@/lib/platform/i18n';
import { inDays, whenWords } from '../home/circles/dates.ts';
import { SkipDate } from '../home/circles/life/SkipDate.tsx';
import { joinAddress } from '../home/circles/open-sidebar.ts';
import type { CircleView } from '../home/circles/use-circles.ts';
import { useNextMeetings } from '../home/circles/use-next-meeting.ts';
import { AskForTime } from './AskForTime.tsx';

/** Region `Next meeting`: whose, when, and the link to join. */
export function NextMeeting({
  circles,
  now,
}: {
  readonly circles: readonly CircleView[];
  readonly now: number;
}) {
  const meetings = useNextMeetings(now);
  const next = meetings?.find((one) => circles.some(({ circle }) => circle.id === one.circleId));
  const view = circles.find((one) => one.circle.id === next?.circleId);
  const circle = view?.circle;
  const me = view?.me && view.me.leftOn === null ? view.me.id : null;
  const join = joinAddress(next?.call?.url);
  return (
    <Section title={t('popup_next')} aside={next ? inDays(next.start, now) : undefined}>
      {next && circle ? (
        <div className="popup-next">
          <div>
            <p className="popup-next-name">{circle.name}</p>
            <p>
              <time dateTime={new Date(next.start).toISOString()}>
                {whenWords(next.start, next.lengthMs, now)}
              </time>
            </p>
          </div>
          {join ? (
            <a className="button button-quiet" href={join} target="_blank" rel="noreferrer">
              {t('circles_join')}
            </a>
          ) : null}
        </div>
      ) : meetings ? (
        <p className="popup-quiet">{t('popup_next_none')}</p>
      ) : null}
      {next && circle && next.start > now ? (
        <div className="popup-skip">
          <SkipDate one={next} by={me} now={now} />
        </div>
      ) : null}
      {next && me !== null ? <AskForTime key={next.meetingId} next={next} me={me} /> : null}
    </Section>
  );
}
