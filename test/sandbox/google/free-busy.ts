import type { calendar_v3 } from '@googleapis/calendar';
import { badRequest } from './errors.ts';
import { rowsOf } from './rows.ts';
import { shapeProblems } from './schema.ts';
import type { World } from './world.ts';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i;

/** freeBusy.query: when the calendars are taken, joined, without what is transparent or was declined. */
export function freeBusy(world: World, email: string, text: string): calendar_v3.Schema$FreeBusyResponse {
  const body = readRequest(text);
  const { timeMin, timeMax } = body;
  if (!timeMin || !timeMax || !RFC3339.test(timeMin) || !RFC3339.test(timeMax))
    throw badRequest('badRequest', 'Bad Request');
  const from = Date.parse(timeMin);
  const to = Date.parse(timeMax);
  if (to <= from) throw badRequest('timeRangeEmpty', 'The specified time range is empty.', 'timeMax');
  const calendars: Record<string, calendar_v3.Schema$FreeBusyCalendar> = {};
  for (const { id } of body.items ?? []) {
    const calendar = world.calendars.get(id === 'primary' ? email : (id ?? ''));
    if (!calendar?.roles.has(email)) {
      calendars[id ?? ''] = { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] };
      continue;
    }
    const busy: { start: number; end: number }[] = [];
    for (const stored of calendar.events.values()) {
      const rows = rowsOf(stored, {
        from,
        to,
        horizon: to,
        single: true,
        showDeleted: false,
        since: null,
        updatedMin: undefined,
        viewing: { zone: 'UTC', role: 'owner', maxAttendees: null },
        keeps: (data) =>
          data.transparency !== 'transparent' &&
          data.attendees.find((one) => one.email === calendar.owner)?.responseStatus !== 'declined',
      });
      for (const row of rows) {
        const { start, end } = row.view();
        busy.push({
          start: Date.parse(start?.dateTime ?? start?.date ?? ''),
          end: Date.parse(end?.dateTime ?? end?.date ?? ''),
        });
      }
    }
    calendars[id ?? ''] = { busy: joined(busy, from, to) };
  }
  return {
    kind: 'calendar#freeBusy',
    timeMin: new Date(from).toISOString(),
    timeMax: new Date(to).toISOString(),
    calendars,
  };
}

function joined(
  spans: { start: number; end: number }[],
  from: number,
  to: number,
): calendar_v3.Schema$TimePeriod[] {
  const result: { start: number; end: number }[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    const start = Math.max(from, span.start);
    const end = Math.min(to, span.end);
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  const write = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
  return result.map(({ start, end }) => ({ start: write(start), end: write(end) }));
}

function readRequest(text: string): calendar_v3.Schema$FreeBusyRequest {
  try {
    const body: unknown = JSON.parse(text);
    const problem = shapeProblems('FreeBusyRequest', body)[0];
    if (problem === undefined) return body as calendar_v3.Schema$FreeBusyRequest;
    throw badRequest('invalid', `Invalid JSON payload received. ${problem}`);
  } catch (error) {
    throw error instanceof SyntaxError ? badRequest('parseError', 'Parse Error') : error;
  }
}
