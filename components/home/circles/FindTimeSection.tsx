import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import { busyTimes, threeSlots } from '@/lib/calendar/three-slots';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { allSeries } from '@/lib/store/calendar';
import { database } from '@/lib/store/database';
import { isDeclined } from '@/lib/store/declined';
import type { Upcoming } from '@/lib/store/schedule';
import { whenWords } from './dates.ts';
import type { CircleView } from './use-circles.ts';

const AHEAD_MS = 23 * 24 * 60 * 60_000;

/** Three times that are free in one's own calendars, as text to paste; said by itself when half have declined. */
export function FindTimeSection({
  view,
  next,
  now,
}: {
  readonly view: CircleView;
  /** Undefined where no date is known. */
  readonly next: Upcoming | undefined;
  readonly now: number;
}) {
  const { circle } = view;
  const [open, setOpen] = useState(false);
  const date = next?.originalStart;
  const declined = useLiveQuery(() => isDeclined(database(), circle, date), [circle.seriesKeys.join(), date]);
  const button = (
    <Button aria-expanded={open} onClick={() => setOpen(!open)}>
      {t('findTime_open')}
    </Button>
  );
  return (
    <Section title={t('findTime_title')}>
      {declined ? (
        <Notice kind="info" title={t('findTime_declined')} actions={button} />
      ) : (
        <div className="next-ways">{button}</div>
      )}
      {open ? <Slots view={view} next={next} now={now} /> : null}
    </Section>
  );
}

/** A circle that never met has no usual hour. */
const tenToday = (now: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .withPlainTime(Temporal.PlainTime.from('10:00')).epochMilliseconds;

/** When a circle without a date met last: its weekday and hour are what people are used to. */
const lastMeeting = (circleId: string) =>
  database()
    .meetings.where('[circleId+start]')
    .between([circleId, Number.NEGATIVE_INFINITY], [circleId, Number.POSITIVE_INFINITY])
    .last();

function Slots({
  view: { circle },
  next,
  now,
}: {
  readonly view: CircleView;
  readonly next: Upcoming | undefined;
  readonly now: number;
}) {
  const toast = useToast();
  const [without, setWithout] = useState<readonly number[]>([]);
  const found = useLiveQuery(
    async () => ({ series: await allSeries(database()), last: await lastMeeting(circle.id) }),
    [circle.id],
  );
  if (!found) return null;
  const { series, last } = found;
  const lengthMs = next?.lengthMs ?? circle.lengthMin * 60_000;
  const zone = Temporal.Now.timeZoneId();
  const usual = next?.start ?? last?.start ?? tenToday(now, zone);
  const busy = busyTimes(series, now, now + AHEAD_MS);
  const slots = threeSlots({ busy, now, usual, lengthMs, zone, without });
  const line = (start: number) => whenWords(start, lengthMs, now);
  const text = [
    t('findTime_text'),
    ...slots.map((start) => `- ${line(start)}`),
    t('findTime_zone', { zone }),
  ];
  const copy = async () => {
    const done = await copyText(`${text.join('\n')}\n`);
    toast({ text: t(done ? 'event_copied' : 'event_not_copied') });
  };
  if (slots.length === 0) return <p>{t('findTime_none')}</p>;
  return (
    <>
      <p className="quiet">{t('findTime_lead', { zone })}</p>
      <ul className="plain-list">
        {slots.map((start) => (
          <li key={start} className="next-ways">
            {line(start)}
            <Button
              size="small"
              variant="plain"
              aria-label={t('findTime_other_named', { when: line(start) })}
              onClick={() => setWithout([...without, start])}
            >
              {t('findTime_other')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="next-ways">
        <Button onClick={() => void copy()}>{t('findTime_copy')}</Button>
      </div>
    </>
  );
}
