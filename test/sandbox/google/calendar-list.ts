import type { calendar_v3 } from '@googleapis/calendar';
import { badRequest } from './errors.ts';
import type { Params } from './params.ts';
import type { CalendarState } from './types.ts';
import type { World } from './world.ts';

export const calendarEtag = (calendar: CalendarState) =>
  `"${Buffer.from(`${calendar.id}${calendar.summary}${calendar.zone}`).toString('base64url').slice(0, 24)}"`;

const rank = (role: string | undefined) => ROLES.indexOf(role ?? '');
const ROLES: readonly string[] = ['freeBusyReader', 'reader', 'writer', 'owner'];

/** calendarList.list, by pages. No sync tokens for this list: nobody here asks for them, so they are refused. */
export function listCalendars(world: World, email: string, params: Params): calendar_v3.Schema$CalendarList {
  if (params.text('syncToken') !== undefined)
    throw badRequest('invalid', 'Invalid sync token value.', 'syncToken');
  const least = rank(params.text('minAccessRole'));
  const all = [...world.calendars.values()].filter((calendar) => {
    const role = calendar.roles.get(email);
    return role && (!calendar.hidden || params.flag('showHidden')) && rank(role) >= least;
  });
  const max = params.count('maxResults', 100, 250);
  const page = params.text('pageToken');
  const skip =
    page === undefined ? 0 : Number(Buffer.from(page, 'base64url').toString().replace(/^list/, ''));
  if (!Number.isInteger(skip) || (page !== undefined && skip < 1))
    throw badRequest('invalid', 'Invalid page token value.', 'pageToken');
  const items = all.slice(skip, skip + max).map((calendar): calendar_v3.Schema$CalendarListEntry => {
    const role = calendar.roles.get(email) ?? 'reader';
    return {
      kind: 'calendar#calendarListEntry',
      etag: calendarEtag(calendar),
      id: calendar.id,
      summary: calendar.summary,
      timeZone: calendar.zone,
      colorId: '14',
      backgroundColor: calendar.color,
      foregroundColor: '#000000',
      selected: true,
      accessRole: role,
      defaultReminders: [{ method: 'popup', minutes: 30 }],
      conferenceProperties: { allowedConferenceSolutionTypes: ['hangoutsMeet'] },
      ...(calendar.hidden ? { hidden: true } : {}),
      ...(calendar.id === email ? { primary: true } : {}),
      ...(calendar.primary ? {} : { dataOwner: calendar.owner }),
    };
  });
  const more = all.length > skip + max;
  return {
    kind: 'calendar#calendarList',
    etag: `"p${all.length}"`,
    ...(more
      ? { nextPageToken: Buffer.from(`list${skip + max}`).toString('base64url') }
      : { nextSyncToken: Buffer.from('calendars').toString('base64url') }),
    items,
  };
}
