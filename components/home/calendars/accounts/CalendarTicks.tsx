import type { CalendarRow, StandingProblem } from '@/lib/calendar/sync/calendar-row';
import type { Provider } from '@/lib/calendar/sync/provider';
import { t, tn } from '@/lib/platform/i18n';
import { useRecord } from '../../../card/use-record.tsx';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import { momentText } from '../../moment-text.ts';
import { tick } from './account-actions.ts';
import { troubleText } from './trouble-text.ts';

/** More than these are folded away: shared calendars of a whole department can be dozens. */
const SHOWN = 6;

export interface CalendarTicksProps {
  readonly provider: Provider;
  /** The list of them was read once. */
  readonly isListed: boolean;
  /** Why it could not be, the last time. */
  readonly listProblem: StandingProblem | null;
  readonly calendars: readonly CalendarRow[];
  /** The account itself waits for the member; what is said of that need not be said of each calendar. */
  readonly isStuck: boolean;
}

/** Which calendars of an account are looked at for circles. */
export function CalendarTicks(props: CalendarTicksProps) {
  const { calendars } = props;
  if (calendars.length === 0) return <None {...props} />;
  const isFew = calendars.length <= SHOWN;
  const first = isFew ? calendars : calendars.filter((one) => one.ticked || one.primary);
  const rest = isFew ? [] : calendars.filter((one) => !one.ticked && !one.primary);
  return (
    <fieldset className="account-calendars">
      <legend>{t('acc_which')}</legend>
      <List {...props} calendars={first} />
      {rest.length > 0 ? (
        <Disclosure title={tn('acc_more', rest.length)}>
          <List {...props} calendars={rest} />
        </Disclosure>
      ) : null}
    </fieldset>
  );
}

/** Why there is nothing to tick. */
function None({ provider, isListed, listProblem, isStuck }: CalendarTicksProps) {
  if (listProblem && !isStuck) {
    const { title, todo } = troubleText(listProblem.reason, provider, listProblem.code);
    return (
      <p className="calendar-hint account-problem">
        {title} {todo}
      </p>
    );
  }
  if (isStuck && !isListed) return null;
  return <p className="calendar-hint">{t(isListed ? 'acc_none' : 'acc_no_calendars')}</p>;
}

const List = ({ calendars, ...rest }: CalendarTicksProps) => (
  <ul className="plain-list">
    {calendars.map((calendar) => (
      <CalendarTick key={calendar.id} calendar={calendar} {...rest} />
    ))}
  </ul>
);

type CalendarTickProps = Omit<CalendarTicksProps, 'calendars'> & { readonly calendar: CalendarRow };

function CalendarTick({ calendar, ...rest }: CalendarTickProps) {
  const [ticked, setTicked, forget] = useAtOnce(calendar.ticked);
  const { attempt, problem } = useRecord();
  const change = async (next: boolean) => {
    setTicked(next);
    if (!(await attempt(() => tick(calendar, next)))) forget();
  };
  return (
    <li className="account-calendar">
      <Checkbox checked={ticked} onChange={(next) => void change(next)}>
        {calendar.color ? (
          <span className="account-color" style={{ background: calendar.color }} aria-hidden="true" />
        ) : null}
        {calendar.name}
      </Checkbox>
      {problem}
      {calendar.ticked ? <Standing calendar={calendar} {...rest} /> : null}
    </li>
  );
}

/** How the reading of one calendar stands. */
function Standing({ provider, calendar, isStuck }: CalendarTickProps) {
  const { progress, syncedAt, problem, events, retryAt } = calendar;
  // Before the progress: a first reading that has to wait does not get on.
  if (problem && !isStuck)
    return (
      <p className="calendar-hint account-problem">
        {troubleText(problem.reason, provider, null).title}
        {retryAt ? ` · ${t('acc_retry', { when: momentText(retryAt) })}` : ''}
      </p>
    );
  if (progress !== null && !isStuck)
    return (
      <ProgressBar label={t('acc_reading', { name: calendar.name })} words={tn('acc_so_far', progress)} />
    );
  if (syncedAt === null) return isStuck ? null : <p className="calendar-hint">{t('acc_soon')}</p>;
  return (
    <p className="calendar-hint">
      {t('cal_read_at', { when: momentText(syncedAt) })}
      {' · '}
      {tn('cal_events', events)}
    </p>
  );
}
