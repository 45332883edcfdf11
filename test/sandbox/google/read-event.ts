import type { calendar_v3 } from '@googleapis/calendar';
import { ianaZone } from '../../../lib/calendar/ics/zone.ts';
import { conferenceOf } from './conference.ts';
import { badRequest } from './errors.ts';
import { parseRule } from './expand.ts';
import { checkProperties } from './properties.ts';
import { rewriteHtml } from './rewrite-html.ts';
import { shapeProblems } from './schema.ts';
import type { Attendee, Data, When } from './types.ts';
import { wallOf } from './when.ts';
import type { World } from './world.ts';

type Event = calendar_v3.Schema$Event;

/** Sent back by clients that read an event before: taken in silence, changing nothing. */
const READ_ONLY = new Set([
  'kind',
  'etag',
  'id',
  'iCalUID',
  'htmlLink',
  'created',
  'updated',
  'creator',
  'organizer',
  'hangoutLink',
  'recurringEventId',
  'originalStartTime',
  'sequence',
  'eventType',
  'attendeesOmitted',
  'locked',
  'privateCopy',
  'endTimeUnspecified',
  'anyoneCanAddSelf',
  'attachments',
  'source',
  'gadget',
  'eventLabelId',
]);

/** Parses the body of a request into JSON that has only fields of the published Event. */
export function readBody(text: string): Event {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw badRequest('parseError', 'Parse Error');
  }
  const problem = shapeProblems('Event', withoutNulls(body))[0];
  if (problem !== undefined) throw badRequest('invalid', `Invalid JSON payload received. ${problem}`);
  return body as Event;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== null)
      .map(([key, one]) => [key, withoutNulls(one)]),
  );
}

const TEXTS = ['summary', 'location', 'colorId', 'transparency', 'visibility'] as const;

/**
 * What a body changes. `before` is the event as it is, for a patch: only fields that are there change, null removes,
 * maps are merged key by key, lists are replaced. For an insert or an update it is null: what is not there is gone.
 */
export function readChanges(
  world: World,
  body: Event,
  before: Data | null,
  options: { calendarZone: string; conferences: boolean; me: string; known?: Data },
): Partial<Data> {
  const changes: Partial<Data> = {};
  const has = (name: keyof Event) => (before ? name in body : !READ_ONLY.has(name));
  for (const name of TEXTS) if (has(name)) changes[name] = body[name] ?? undefined;
  if (has('description')) {
    const text = body.description ?? undefined;
    const same = text !== undefined && text === (before ?? options.known)?.description;
    changes.description = text === undefined || same || !world.options.rewriteHtml ? text : rewriteHtml(text);
  }
  if (has('status')) changes.status = statusOf(body.status);
  if (has('start')) changes.start = readWhen(body.start, 'start', options.calendarZone);
  if (has('end')) changes.end = readWhen(body.end, 'end', options.calendarZone);
  if (has('recurrence')) changes.recurrence = readRecurrence(body.recurrence);
  if (has('attendees')) changes.attendees = readAttendees(body.attendees ?? [], options.me);
  if (has('reminders')) changes.reminders = body.reminders ?? undefined;
  if (has('extendedProperties')) {
    const given = body.extendedProperties;
    changes.private = mergeProperties(before?.private, given?.private, given === null);
    changes.shared = mergeProperties(before?.shared, given?.shared, given === null);
    checkProperties(changes.private, changes.shared);
  }
  if (has('guestsCanModify')) changes.guestsCanModify = body.guestsCanModify ?? false;
  if (has('guestsCanInviteOthers')) changes.guestsCanInviteOthers = body.guestsCanInviteOthers ?? true;
  if (has('guestsCanSeeOtherGuests')) changes.guestsCanSeeOtherGuests = body.guestsCanSeeOtherGuests ?? true;
  if (options.conferences && has('conferenceData'))
    changes.conferenceData = conferenceOf(
      world,
      body.conferenceData,
      (before ?? options.known)?.conferenceData,
    );
  const whole = { ...before, ...changes };
  if (!whole.start) throw badRequest('required', 'Missing start time.');
  if (!whole.end) throw badRequest('required', 'Missing end time.');
  checkTimes(whole.start, whole.end, whole.recurrence, body);
  return changes;
}

function statusOf(text: string | null | undefined): Data['status'] {
  if (text === 'tentative' || text === 'cancelled') return text;
  if (text === undefined || text === null || text === 'confirmed') return 'confirmed';
  throw badRequest('invalid', 'Invalid value for: status');
}

function readWhen(
  given: calendar_v3.Schema$EventDateTime | null | undefined,
  name: 'start' | 'end',
  calendarZone: string,
): When {
  if (given?.date && given.dateTime) throw badRequest('invalid', `Invalid ${name} time.`);
  if (given?.timeZone && !ianaZone(given.timeZone))
    throw badRequest('invalid', `Invalid time zone definition for ${name} time.`);
  if (given?.date) {
    if (!/^\d{4}-\d\d-\d\d$/.test(given.date)) throw badRequest('invalid', `Invalid value for: ${name}.date`);
    return { date: given.date };
  }
  const text = given?.dateTime;
  if (!text) throw badRequest('required', `Missing ${name} time.`);
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/i.exec(text);
  if (!found) throw badRequest('invalid', `Invalid value for: Invalid format: "${text}"`);
  const zone = given.timeZone ?? calendarZone;
  if (found[2]) return { at: Math.floor(Date.parse(text) / 1000) * 1000, zone };
  if (!given.timeZone) throw badRequest('required', `Missing time zone definition for ${name} time.`);
  return { at: ianaZone(zone)?.toUtc(Date.parse(`${found[1]}Z`)) ?? 0, zone };
}

function readRecurrence(lines: readonly string[] | null | undefined): readonly string[] | undefined {
  if (!lines || lines.length === 0) return undefined;
  for (const line of lines) {
    if (!/^(RRULE|EXRULE|RDATE|EXDATE)[:;]/.test(line))
      throw badRequest('invalid', 'Invalid recurrence rule.');
    try {
      if (line.startsWith('RRULE')) parseRule(line.slice(6));
    } catch {
      throw badRequest('invalid', 'Invalid recurrence rule.');
    }
  }
  return [...lines];
}

function readAttendees(given: readonly calendar_v3.Schema$EventAttendee[], me: string): Attendee[] {
  const seen = new Set<string>();
  return given.map((one) => {
    const email = one.email?.toLowerCase() ?? '';
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw badRequest('invalid', 'Invalid attendee email.');
    if (seen.has(email)) throw badRequest('invalid', 'Duplicate attendee email.');
    seen.add(email);
    const answers = ['needsAction', 'declined', 'tentative', 'accepted'] as const;
    const response = answers.find((answer) => answer === one.responseStatus);
    if (one.responseStatus && !response) throw badRequest('invalid', 'Invalid value for: responseStatus');
    return {
      email,
      ...(one.displayName ? { displayName: one.displayName } : {}),
      responseStatus: response ?? (email === me ? 'accepted' : 'needsAction'),
      ...(one.optional ? { optional: true } : {}),
      ...(one.resource ? { resource: true } : {}),
      ...(one.comment ? { comment: one.comment } : {}),
    };
  });
}

function mergeProperties(
  before: Readonly<Record<string, string>> | undefined,
  given: Readonly<Record<string, string | null>> | null | undefined,
  removed: boolean,
): Readonly<Record<string, string>> {
  if (removed || given === null) return {};
  const merged: Record<string, string> = { ...before };
  for (const [key, value] of Object.entries(given ?? {})) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  return merged;
}

function checkTimes(start: When, end: When, recurrence: readonly string[] | undefined, body: Event): void {
  if ('date' in start !== 'date' in end) throw badRequest('invalid', 'Invalid start or end time.');
  const empty = 'date' in start ? wallOf(end) <= wallOf(start) : 'at' in end && end.at < start.at;
  if (empty) throw badRequest('timeRangeEmpty', 'The specified time range is empty.');
  if (recurrence && body.start?.dateTime && !body.start.timeZone)
    throw badRequest('required', 'Missing time zone definition for start time.');
}
