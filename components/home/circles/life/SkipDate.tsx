import { type Recorder, useRecord } from '@/components/card/use-record';
import { Button } from '@/components/ui/Button';
import { t } from '@/lib/platform/i18n';
import type { Upcoming } from '@/lib/store/schedule';
import { dateWords, dayOf } from '../dates.ts';
import { skipDrafts } from './skip-date.ts';

/** Skips a date with one press; a toast says so and takes it back. */
export function SkipDate({
  one,
  by,
  now,
  variant = 'plain',
}: {
  readonly one: Upcoming;
  /** The member I am. */
  readonly by: string | null;
  readonly now: number;
  readonly variant?: 'plain' | 'quiet' | undefined;
}) {
  const { record, problem } = useRecord();
  const date = dateWords(dayOf(one.start), now);
  return (
    <>
      <Button
        variant={variant}
        size="small"
        once
        aria-label={t('life_skip_named', { date })}
        onClick={() => void skip(record, one, by, date)}
      >
        {t('life_skip')}
      </Button>
      {problem}
    </>
  );
}

const skip = async (record: Recorder['record'], one: Upcoming, by: string | null, date: string) =>
  record(await skipDrafts(one, by), t('life_skip_said', { date }));
