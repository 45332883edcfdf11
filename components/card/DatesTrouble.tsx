import { useLiveQuery } from 'dexie-react-hooks';
import type { CircleRow } from '@/lib/circle/circle';
import { clock } from '@/lib/platform/clock';
import { t } from '@/lib/platform/i18n';
import { database } from '@/lib/store/database';
import { type DatesTrouble, datesTrouble } from '@/lib/store/dates-trouble';
import { troubleText } from '../home/calendars/accounts/trouble-text.ts';
import { dateWords, dayOf } from '../home/circles/dates.ts';
import { momentText } from '../home/moment-text.ts';
import { routeTo } from '../home/route.ts';
import { Notice } from '../ui/Notice.tsx';

function useDatesTrouble({ seriesKeys }: Pick<CircleRow, 'seriesKeys'>): DatesTrouble | null {
  return useLiveQuery(() => datesTrouble(database(), { seriesKeys }), [seriesKeys.join('\n')]) ?? null;
}

function titleOf(trouble: DatesTrouble): string {
  if (trouble.kind === 'gone') return t('dates_gone');
  if (trouble.kind === 'runsOut')
    return t('dates_run_out', { day: dateWords(dayOf(trouble.last), clock.now()) });
  return troubleText(trouble.problem.reason, trouble.provider, trouble.problem.code).title;
}

function todoOf(trouble: DatesTrouble): string {
  if (trouble.kind === 'gone') return t('dates_gone_todo');
  if (trouble.kind === 'runsOut') return t('dates_run_out_todo');
  return trouble.readAt === null ? '' : t('dates_stuck_todo', { when: momentText(trouble.readAt) });
}

/** On a circle's page: why no next date is known, or why those may be out of date, and what to do. */
export function DatesNotice({ circle }: { readonly circle: Pick<CircleRow, 'seriesKeys'> }) {
  const trouble = useDatesTrouble(circle);
  if (!trouble) return null;
  return (
    <Notice
      kind="info"
      title={titleOf(trouble)}
      todo={todoOf(trouble)}
      actions={<a href={routeTo('calendars')}>{t('dates_where')}</a>}
    />
  );
}

/** The same beside a call, in a line. */
export function DatesLine({ circle }: { readonly circle: Pick<CircleRow, 'seriesKeys'> }) {
  const trouble = useDatesTrouble(circle);
  if (!trouble) return null;
  return (
    <p className="calm-line">
      {titleOf(trouble)}. {trouble.kind === 'stuck' ? todoOf(trouble) : ''}{' '}
      <a href={`/home.html${routeTo('calendars')}`} target="_blank" rel="noreferrer">
        {t('dates_where')}
      </a>
    </p>
  );
}
