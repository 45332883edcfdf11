import { createCircle } from '../../lib/circle/commands.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { askForTime, recordMeeting } from '../../lib/meeting/commands.ts';
import { device } from './logs.ts';
import { THURSDAY, thursdayCircle } from './thursday.ts';

const DAY = 86_400_000;
export const COHORT = 'cohort-2026';
const NAMES = ['Ada Roy', 'Ben Cole', 'Cleo Diaz', 'Dov Katz', 'Gita Rao'];

/**
 * A C-Change cohort of four whose `days` quarterly days were held, the last one a week before `now`; Ada is me, Gita
 * guides until the year is over.
 */
export function cohortYear(now: number, days: number): readonly Fact[] {
  const { facts, write } = device('cohort');
  const members = NAMES.map((name, i) => ({
    id: `c-${name.split(' ')[0]?.toLowerCase()}`,
    name,
    email: '',
    guide: i === 4 ? { meeting: 4 } : null,
    isMe: i === 0,
  }));
  const start = now - 7 * DAY - (days - 1) * 91 * DAY;
  const how = { formatId: 'c-change', everyDays: 91, lengthMin: 360, agreement: ['confidentiality'] };
  const circle = { id: COHORT, name: 'Cohort 2026', ...how, links: [], members };
  write(createCircle(circle, start, new Date(start).toISOString().slice(0, 10)), start);
  for (let n = 0; n < days; n += 1) {
    const at = start + n * 91 * DAY;
    const slot = {
      circleId: COHORT,
      meetingId: `day-${n}`,
      originalStart: at,
      start: at,
      lengthMin: 360,
      adhoc: false,
    };
    const past = { start: at, end: at + 360 * 60_000, present: members.map(({ id }) => id) };
    write(recordMeeting({ slot, row: null, by: 'c-ada' }, past), past.end);
  }
  return facts;
}

/** The Thursday circle with its next dates: in `firstDays` days and every two weeks after that. */
export function thursdayWithDates(now: number, dates: number, firstDays = 3): readonly Fact[] {
  const { facts, me } = thursdayCircle(now);
  const { facts: more, write } = device('dates');
  for (let n = 0; n < dates; n += 1) {
    const start = Math.floor(now / 3_600_000) * 3_600_000 + (firstDays + n * 14) * DAY;
    const slot = {
      circleId: THURSDAY,
      meetingId: `coming-${n}`,
      originalStart: start,
      start,
      lengthMin: 90,
      adhoc: false,
    };
    // A plan without a calendar: somebody asked for what comes.
    write(askForTime({ slot, row: null, by: me }, me, null), now);
  }
  return [...facts, ...more];
}
