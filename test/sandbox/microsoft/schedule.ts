import type { ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import type { GraphAnswer, GraphRequest } from './graph-request.ts';
import { contentOf, datesIn, endOf, isInWindow, startOf } from './mailbox.ts';
import { badProperty, GraphProblem } from './problem.ts';
import type { Account, World } from './state.ts';
import { atZone, dateTimeTimeZone, readDateTimeTimeZone, toUtc } from './zones.ts';

const DIGIT: Readonly<Record<string, number>> = {
  free: 0,
  tentative: 1,
  busy: 2,
  oof: 3,
  workingElsewhere: 4,
};

/** `getSchedule`: when people of one's organisation are taken. Personal accounts have none (calendar-getschedule). */
export function getSchedule(world: World, request: GraphRequest, zone: string): GraphAnswer {
  const { account, body } = request;
  if (account.tenant.kind === 'personal')
    throw new GraphProblem(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  const { schedules } = body;
  if (!Array.isArray(schedules) || schedules.length === 0 || schedules.length > 20)
    throw badProperty('schedules must name 1 to 20 addresses.');
  const from = toUtc(readDateTimeTimeZone(body.startTime, 'startTime'));
  const to = toUtc(readDateTimeTimeZone(body.endTime, 'endTime'));
  const minutes = Number(body.availabilityViewInterval ?? 30);
  if (!(minutes >= 5 && minutes <= 1440))
    throw badProperty('availabilityViewInterval must be 5 to 1440 minutes.');
  if (to <= from || to - from > 62 * 86_400_000) throw badProperty('The window must be of 62 days at most.');
  const value = schedules.map((address): ScheduleInformation => {
    const found = world.accounts.get(String(address).toLowerCase());
    if (!found || found.tenant.id !== account.tenant.id)
      return {
        scheduleId: String(address),
        availabilityView: '',
        error: {
          responseCode: 'ErrorMailRecipientNotFound',
          message: 'Unable to resolve e-mail address to a mailbox.',
        },
        scheduleItems: [],
      };
    const taken = takenIn(found, from, to);
    const scheduleItems = taken.map(
      ({ start, end, status }): ScheduleItem => ({
        status,
        start: dateTimeTimeZone(atZone(start, zone), zone, false),
        end: dateTimeTimeZone(atZone(end, zone), zone, false),
      }),
    );
    return { scheduleId: String(address), availabilityView: view(taken, from, to, minutes), scheduleItems };
  });
  return { status: 200, body: { value } };
}

type Taken = { start: number; end: number; status: NonNullable<ScheduleItem['status']> };

function takenIn({ mailbox }: Account, from: number, to: number): Taken[] {
  return [...mailbox.items.values()]
    .filter((item) => mailbox.calendars.get(item.calendarId)?.isDefault && isInWindow(item, from, to))
    .flatMap((item) =>
      (item.recurrence ? datesIn(item, from, to) : [null]).map((date) => contentOf(item, date)),
    )
    .filter((content) => !content.isCancelled && content.showAs !== 'free')
    .map((content) => ({ start: startOf(content), end: endOf(content), status: content.showAs }))
    .sort((a, b) => a.start - b.start);
}

/** One digit for each stretch of the window. */
function view(taken: readonly Taken[], from: number, to: number, minutes: number): string {
  let digits = '';
  for (let at = from; at < to; at += minutes * 60_000) {
    const inside = taken.filter(({ start, end }) => start < at + minutes * 60_000 && end > at);
    digits += Math.max(0, ...inside.map(({ status }) => DIGIT[status] ?? 0));
  }
  return digits;
}
