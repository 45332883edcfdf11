import type { CalendarRow } from '@/lib/calendar/sync/calendar-row';
import type { Provider } from '@/lib/calendar/sync/provider';
import { t, tn } from '@/lib/platform/i18n';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { momentText } from '../../moment-text.ts';
import { tick } from './account-actions.ts';
import { troubleText } from './trouble-text.ts';

/** More than these are folded away: shared calendars of a whole department can be dozens. */
const SHOWN = 6;

export interface CalendarTicksProps {
  readonly provider: Provider;
  readonly calendars: readonly CalendarRow[];
}

/** Which calendars of an account are looked at for circles. */
export function CalendarTicks({ provider, calendars }: CalendarTicksProps) {
  if (calendars.length === 0) return <p className="calendar-hint">{t('acc_no_calendars')}</p>;
  const isFew = calendars.length <= SHOWN;
  const first = isFew ? calendars : calendars.filter((one) => one.ticked || one.primary);
  const rest = isFew ? [] : calendars.filter((one) => !one.ticked && !one.primary);
  return (
    <fieldset className="account-calendars">
      <legend>{t('acc_which')}</legend>
      <List provider={provider} calendars={first} />
      {rest.length > 0 ? (
        <Disclosure title={tn('acc_more', rest.length)}>
          <List provider={provider} calendars={rest} />
        </Disclosure>
      ) : null}
    </fieldset>
  );
}

const List = ({ provider, calendars }: CalendarTicksProps) => (
  <ul className="plain-list">
    {calendars.map((calendar) => (
      <li key={calendar.id} className="account-calendar">
        <Checkbox checked={calendar.ticked} onChange={(ticked) => void tick(calendar, ticked)}>
          {calendar.color ? (
            <span className="account-color" style={{ background: calendar.color }} aria-hidden="true" />
          ) : null}
          {calendar.name}
        </Checkbox>
        {calendar.ticked ? <Standing provider={provider} calendar={calendar} /> : null}
      </li>
    ))}
  </ul>
);

/** How the reading of one calendar stands. */
function Standing({ provider, calendar }: { readonly provider: Provider; readonly calendar: CalendarRow }) {
  const { progress, syncedAt, problem, events, retryAt } = calendar;
  if (progress !== null)
    return (
      <ProgressBar label={t('acc_reading', { name: calendar.name })} words={tn('acc_so_far', progress)} />
    );
  if (problem)
    return (
      <p className="calendar-hint account-problem">
        {troubleText(problem.reason, provider, null).title}
        {retryAt ? ` · ${t('acc_retry', { when: momentText(retryAt) })}` : ''}
      </p>
    );
  if (syncedAt === null) return <p className="calendar-hint">{t('acc_soon')}</p>;
  return (
    <p className="calendar-hint">
      {t('cal_read_at', { when: momentText(syncedAt) })}
      {' · '}
      {tn('cal_events', events)}
    </p>
  );
}
