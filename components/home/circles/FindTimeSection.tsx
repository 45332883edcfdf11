import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { Section } from '@/components/ui/Section';
import { useToast } from '@/components/ui/ToastProvider';
import { busyTimes, halfDeclined, threeSlots } from '@/lib/calendar/three-slots';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { allSeries } from '@/lib/store/calendar';
import { database } from '@/lib/store/database';
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
  readonly next: Upcoming;
  readonly now: number;
}) {
  const { circle } = view;
  const [open, setOpen] = useState(false);
  const declined = useLiveQuery(
    async () => (await database().series.where('key').anyOf(circle.seriesKeys).toArray()).some(halfDeclined),
    [circle.seriesKeys.join()],
  );
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
      {open ? <Slots next={next} now={now} /> : null}
    </Section>
  );
}

function Slots({ next, now }: { readonly next: Upcoming; readonly now: number }) {
  const toast = useToast();
  const [without, setWithout] = useState<readonly number[]>([]);
  const series = useLiveQuery(() => allSeries(database()), []);
  if (!series) return null;
  const { lengthMs, start: usual } = next;
  const zone = Temporal.Now.timeZoneId();
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
