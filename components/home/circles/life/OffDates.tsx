import { useLiveQuery } from 'dexie-react-hooks';
import { useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/ToastProvider';
import { copyText } from '@/lib/platform/copy-text';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { type OffDate, plannedDates, type Upcoming } from '@/lib/store/schedule';
import { dateWords, dayOf, whenWords } from '../dates.ts';
import type { CircleView } from '../use-circles.ts';
import { meetDrafts } from './skip-date.ts';

const AHEAD_MS = 120 * 24 * 60 * 60 * 1000;

/** Dates to come that the circle skips: the calendar still has them, so the words for the others are at hand. */
export function OffDates({
  view,
  next,
  now,
}: {
  readonly view: CircleView;
  readonly next: Upcoming | undefined;
  readonly now: number;
}) {
  const { circle, me } = view;
  const { record, problem } = useRecord();
  const toast = useToast();
  const minute = Math.floor(now / 60_000);
  const off = useLiveQuery(async () => {
    const at = minute * 60_000;
    const dates = await plannedDates(database(), at, at + AHEAD_MS, circle.id);
    return dates.off.filter((one) => one.why === 'skipped');
  }, [circle.id, minute]);
  if (!off || off.length === 0) return problem;
  const dateOf = (one: OffDate) => dateWords(dayOf(one.start), now);
  const meet = async (one: OffDate) =>
    record(await meetDrafts(one, me?.id ?? null), t('life_meet_said', { date: dateOf(one) }));
  const copy = async (one: OffDate) => {
    const when = (date: Upcoming) => whenWords(date.start, date.lengthMs, now);
    const text = [
      t('life_skip_words', { circle: circle.name, when: when(one) }),
      ...(next ? [t('life_skip_words_next', { when: when(next) })] : []),
    ].join(' ');
    toast({ text: t((await copyText(text)) ? 'life_words_copied' : 'life_words_not_copied') });
  };
  return (
    <>
      <ul className="plain-list off-dates" aria-label={t('life_skipped')}>
        {off.map((one) => (
          <li key={one.meetingId}>
            <p>
              {t('life_skipped_on', { date: dateOf(one) })}{' '}
              <span className="quiet">{t('life_skipped_calendar')}</span>
            </p>
            <div className="next-ways">
              <Button
                size="small"
                icon="copy"
                aria-label={t('life_words_named', { date: dateOf(one) })}
                onClick={() => void copy(one)}
              >
                {t('life_words')}
              </Button>
              <Button
                size="small"
                variant="plain"
                aria-label={t('life_meet_named', { date: dateOf(one) })}
                onClick={() => void meet(one)}
              >
                {t('life_meet')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {problem}
    </>
  );
}
