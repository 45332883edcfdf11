import type { Person } from '../calendar/event.ts';
import { rootOf } from '../calendar/sync/buckets.ts';
import type { CalendarRow } from '../calendar/sync/calendar-row.ts';
import type { RemoteEvent } from '../calendar/sync/provider.ts';
import { eventsOfSeries } from './account-events.ts';
import type { AccountRow } from './account-rows.ts';
import type { Database } from './database.ts';

/** A circle's event as one calendar of an account has it. */
export interface EnrichTarget {
  account: AccountRow;
  calendar: CalendarRow;
  /** What holds for all dates: the master of each part of the series, or a single event; those that are over left out. */
  masters: readonly RemoteEvent[];
  /** Dates that are known by themselves, of all parts. */
  dates: readonly RemoteEvent[];
  /** Every root that is known, also those that are over. */
  roots: ReadonlySet<string>;
  /** Whether the member may change it. */
  mayWrite: boolean;
  /** Whether the event is the member's own. */
  isOrganizer: boolean;
  organizer: Person | null;
}

/** Every calendar that has a circle's event: those one may write into first, the organiser's own before a guest's. */
export async function enrichTargets(db: Database, circleId: string, now: number): Promise<EnrichTarget[]> {
  const circle = await db.circles.get(circleId);
  if (!circle) return [];
  const [found, accounts] = await Promise.all([
    Promise.all(circle.seriesKeys.map((key) => eventsOfSeries(db, key))),
    db.accounts.toArray(),
  ]);
  const byCalendar = Map.groupBy(found.flat(), ({ calendar }) => calendar.id);
  const targets = [...byCalendar.values()].flatMap((parts): EnrichTarget[] => {
    const calendar = parts[0]?.calendar;
    const account = accounts.find(({ id }) => id === calendar?.accountId);
    if (!calendar || !account) return [];
    const events = [...new Map(parts.flatMap((one) => one.events).map((one) => [one.id, one])).values()];
    const masters = events
      .filter((one) => one.kind !== 'instance' && !one.cancelled && !isOver(one, now))
      .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
    if (masters.length === 0) return [];
    const organizer = masters[0]?.organizer ?? null;
    const email = account.identity.email.toLowerCase();
    return [
      {
        account,
        calendar,
        masters,
        dates: events.filter((one) => one.kind === 'instance' && !one.cancelled),
        roots: new Set(events.map(rootOf)),
        mayWrite: calendar.writable && masters.some((one) => one.mayWrite),
        isOrganizer: email !== '' && organizer?.email === email,
        organizer,
      },
    ];
  });
  const rank = (one: EnrichTarget) => Number(one.mayWrite) * 2 + Number(one.isOrganizer);
  return targets.sort((a, b) => rank(b) - rank(a) || a.account.addedAt - b.account.addedAt);
}

/** A part of a series that ended before a later part began needs no agenda any more. */
function isOver(event: RemoteEvent, now: number): boolean {
  if (event.kind === 'single') return event.start + event.lengthMs < now;
  const until = /UNTIL=(\d{4})(\d\d)(\d\d)/.exec(event.rule.join('\n'));
  if (!until) return false;
  // The day after, whatever the zone.
  return Date.UTC(Number(until[1]), Number(until[2]) - 1, Number(until[3]) + 2) < now;
}
