import type { Attendee, PatternedRecurrence } from '@microsoft/microsoft-graph-types';
import { rewriteHtml } from './body-html.ts';
import { keepsBlob, makeJoinUrl, meetingBlob } from './online-meeting.ts';
import { badProperty, badRequest } from './problem.ts';
import { EVENT } from './shapes.ts';
import type { Account, Content, World } from './state.ts';
import { readDateTimeTimeZone } from './zones.ts';

/** What a request's body says of an event. */
export interface Change {
  content: Partial<Content>;
  recurrence?: PatternedRecurrence | null;
  /** The properties that were named, for who gets mail. */
  named: readonly string[];
}

/** Named in a body these change nothing: the service works them out itself (the reference's own example sends two). */
const DERIVED = new Set([
  'originalStartTimeZone',
  'originalEndTimeZone',
  'responseStatus',
  'onlineMeeting',
  'locations',
  'transactionId',
]);
const oneOf =
  <const T extends string>(...values: readonly T[]) =>
  (value: unknown, name: string): T => {
    const found = values.find((one) => one === value);
    if (found === undefined) throw badProperty(`The value of ${name} is not known.`);
    return found;
  };
const importance = oneOf('low', 'normal', 'high');
const sensitivity = oneOf('normal', 'personal', 'private', 'confidential');
const showAs = oneOf('free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown');
const attendeeType = oneOf('required', 'optional', 'resource');

function flag(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw badProperty(`${name} must be true or false.`);
  return value;
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string') throw badProperty(`${name} must be a text.`);
  return value;
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function attendees(value: unknown, before: readonly Attendee[]): Attendee[] {
  if (!Array.isArray(value)) throw badProperty('attendees must be a collection.');
  return value.map((one) => {
    const given = record(record(one).emailAddress);
    const address = text(given.address, 'emailAddress/address');
    const known = before.find(
      (other) => other.emailAddress?.address?.toLowerCase() === address.toLowerCase(),
    );
    return {
      type: attendeeType(record(one).type ?? 'required', 'attendees/type'),
      status: known?.status ?? { response: 'none', time: '0001-01-01T00:00:00Z' },
      emailAddress: { name: typeof given.name === 'string' ? given.name : address, address },
    };
  });
}

/** Reads a body for POST (`before` null) or PATCH. Properties that are unknown or not ours to write are a 400. */
export function readChange(
  world: World,
  account: Account,
  body: Readonly<Record<string, unknown>>,
  before: Content | null,
): Change {
  const content: Partial<Content> = {};
  let recurrence: PatternedRecurrence | null | undefined;
  let online: boolean | null = null;
  const named = Object.keys(body).filter((name) => !name.startsWith('@') && name !== 'extensions');
  for (const name of named) {
    const value = body[name];
    if (!EVENT.has(name))
      throw badRequest(`The property '${name}' does not exist on type 'microsoft.graph.event'.`);
    if (DERIVED.has(name)) continue;
    switch (name) {
      case 'subject':
        content.subject = value === null ? '' : text(value, name).slice(0, 255);
        break;
      case 'body': {
        const contentType = /^text$/i.test(String(record(value).contentType)) ? 'text' : 'html';
        const written = text(record(value).content ?? '', 'body/content');
        const rewrite = contentType === 'html' && world.behaviour.rewriteHtml;
        content.body = { contentType, content: rewrite ? rewriteHtml(written, world.behaviour) : written };
        break;
      }
      case 'start':
      case 'end':
        content[name] = readDateTimeTimeZone(value, name);
        break;
      case 'location':
        content.location = value === null ? '' : text(record(value).displayName ?? '', name);
        break;
      case 'attendees':
        content.attendees = attendees(value, before?.attendees ?? []);
        break;
      case 'categories':
        if (!Array.isArray(value)) throw badProperty('categories must be a collection.');
        content.categories = value.map((one) => text(one, name));
        break;
      case 'importance':
        content.importance = importance(value, name);
        break;
      case 'sensitivity':
        content.sensitivity = sensitivity(value, name);
        break;
      case 'showAs':
        content.showAs = showAs(value, name);
        break;
      case 'isAllDay':
      case 'isReminderOn':
      case 'responseRequested':
      case 'hideAttendees':
      case 'allowNewTimeProposals':
        content[name] = flag(value, name);
        break;
      case 'isOnlineMeeting':
        online = flag(value, name);
        break;
      case 'onlineMeetingProvider':
        oneOf('unknown', 'teamsForBusiness')(value, name);
        break;
      case 'reminderMinutesBeforeStart':
        if (!Number.isInteger(value)) throw badProperty(`${name} must be a whole number.`);
        content.reminderMinutesBeforeStart = Number(value);
        break;
      case 'recurrence':
        recurrence = value === null ? null : (value as PatternedRecurrence);
        break;
      default:
        throw badProperty(`The property ${name} is read-only.`);
    }
  }
  checkTimes(content, before);
  meet(world, account, content, before, online);
  return { content, named, ...(recurrence === undefined ? {} : { recurrence }) };
}

function checkTimes(content: Partial<Content>, before: Content | null): void {
  const start = content.start ?? before?.start;
  const end = content.end ?? before?.end;
  if (!start || !end) throw badProperty('An event needs start and end.');
  if (end.wall < start.wall && end.zone === start.zone)
    throw badProperty('The end of an event cannot be before its start.');
  const allDay = content.isAllDay ?? before?.isAllDay ?? false;
  if (allDay && (start.wall % 86_400_000 !== 0 || end.wall % 86_400_000 !== 0 || end.wall <= start.wall))
    throw badProperty(
      'The duration of an event marked as All day must be at least 24 hours, from midnight to midnight.',
    );
}

/** Makes an event an online meeting, or ends it when its block is lost. Once it is one, the flag is ignored. */
function meet(
  world: World,
  account: Account,
  content: Partial<Content>,
  before: Content | null,
  online: boolean | null,
): void {
  const joinUrl = before?.joinUrl ?? null;
  if (joinUrl !== null) {
    if (content.body && !keepsBlob(content.body, joinUrl)) content.joinUrl = null;
    return;
  }
  if (online !== true || account.tenant.kind === 'personal') return;
  content.joinUrl = makeJoinUrl(world.next(), account.tenant.id, account.oid);
  content.body = withBlob(
    content.body ?? before?.body ?? { contentType: 'html', content: '' },
    content.joinUrl,
    world,
  );
}

/** A body with the meeting's block at its end. */
export function withBlob(body: Content['body'], joinUrl: string, world: World): Content['body'] {
  const inner = (body.content ?? '')
    .replace(/\s*<\/body>[\s\S]*$/i, '')
    .replace(/^[\s\S]*<body[^>]*>\s*/i, '');
  const html = `<html><body>${inner}${meetingBlob(joinUrl)}</body></html>`;
  return {
    contentType: 'html',
    content: world.behaviour.rewriteHtml ? rewriteHtml(html, world.behaviour) : html,
  };
}
