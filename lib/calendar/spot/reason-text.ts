import { t, tn } from '@/lib/platform/i18n';
import { dateFormat, numberFormat } from '../../platform/intl.ts';
import type { CallHost } from '../event.ts';
import type { Against, Reason } from './spotted.ts';

/** Monday, 5 January 1970, so that ISO weekday n is n − 1 days later. */
const MONDAY = Date.UTC(1970, 0, 5);
const DAY = 86_400_000;

function weekdayName(weekday: number): string {
  return dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (weekday - 1) * DAY);
}

const NUMBERS = {
  2: 'spotNumber2',
  3: 'spotNumber3',
  4: 'spotNumber4',
  5: 'spotNumber5',
  6: 'spotNumber6',
  7: 'spotNumber7',
  8: 'spotNumber8',
  9: 'spotNumber9',
  10: 'spotNumber10',
  11: 'spotNumber11',
  12: 'spotNumber12',
} as const;

function isNamed(count: number): count is keyof typeof NUMBERS {
  return Object.hasOwn(NUMBERS, count);
}

/** A count as a word up to twelve, as figures above. */
function numberWord(count: number): string {
  if (count === 1) return t('spotNumber1');
  return isNamed(count) ? t(NUMBERS[count]) : numberFormat().format(count);
}

/**
 * A reason as a short line a person reads: "every second Thursday", "six guests", "says “peer mentoring”".
 * `nameOf` gives the name of a known circle by its id.
 */
export function reasonText(reason: Reason, nameOf: (circleId: string) => string): string {
  switch (reason.kind) {
    case 'says':
      return reason.where === 'title'
        ? t('spotSays', { word: reason.word })
        : t('spotSaysDescription', { word: reason.word });
    case 'every':
      return everyText(reason.everyDays, reason.weekday);
    case 'guests':
      return tn('spotGuests', reason.count, { count: numberWord(reason.count) });
    case 'link':
      return linkText(reason.host);
    case 'same-people':
      return tn('spotSamePeople', reason.shared, {
        count: numberWord(reason.shared),
        circle: nameOf(reason.circleId),
      });
    case 'same-link':
      return t('spotSameLink', { circle: nameOf(reason.circleId) });
    case 'same-series':
      return t('spotSameSeries', { circle: nameOf(reason.circleId) });
    case 'against':
      return againstText(reason);
    default:
      return reason satisfies never;
  }
}

function everyText(everyDays: number, weekday: number | null): string {
  const weeks = everyDays / 7;
  if (everyDays >= 84 && everyDays <= 98) return t('spotQuarterly');
  if (everyDays >= 28 && everyDays <= 31) return t('spotMonthly');
  if (Number.isInteger(weeks)) {
    if (weekday === null) return tn('spotEveryWeeks', weeks, { count: numberWord(weeks) });
    const day = weekdayName(weekday);
    if (weeks === 1) return t('spotEveryWeekday', { weekday: day });
    if (weeks === 2) return t('spotEverySecondWeekday', { weekday: day });
    if (weeks === 3) return t('spotEveryThirdWeekday', { weekday: day });
    return tn('spotEveryWeeks', weeks, { count: numberWord(weeks) });
  }
  return tn('spotEveryDays', everyDays, { count: numberWord(everyDays) });
}

function linkText(host: CallHost): string {
  switch (host) {
    case 'meet':
      return t('spotLinkMeet');
    case 'teams':
      return t('spotLinkTeams');
    case 'zoom':
      return t('spotLinkZoom');
    case 'other':
      return t('spotLinkOther');
    default:
      return host satisfies never;
  }
}

function againstText(reason: Against): string {
  switch (reason.by) {
    case 'word':
      return t('spotAgainstWord', { word: reason.word });
    case 'guests':
      return tn('spotAgainstGuests', reason.count, { count: numberWord(reason.count) });
    case 'often':
      return t('spotAgainstOften');
    case 'once':
      return t('spotAgainstOnce');
    case 'all-day':
      return t('spotAgainstAllDay');
    case 'cancelled':
      return t('spotAgainstCancelled');
    case 'declined':
      return t('spotAgainstDeclined');
    default:
      return reason satisfies never;
  }
}
