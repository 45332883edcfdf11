import type { Event, EventType, OpenTypeExtension } from '@microsoft/microsoft-graph-types';
import { htmlAsText, textAsHtml } from './body-html.ts';
import { changeKey, etag, eventId, iCalUId } from './ids.ts';
import { contentAt } from './mailbox.ts';
import type { Content, Item, OpenExtensions } from './state.ts';
import { dateTimeTimeZone } from './zones.ts';

/** What a request's `Prefer` header asks for. */
export interface Preferences {
  timeZone: string;
  bodyType: 'html' | 'text';
  immutable: boolean;
  pageSize: number | null;
}

/** What OData lays beside the properties. */
export interface Annotations {
  '@odata.context'?: string;
  '@odata.etag'?: string;
  '@odata.type'?: string;
  '@removed'?: { reason: 'deleted' | 'changed' };
}
export type SentEvent = Event & Annotations;
export type SentExtension = OpenTypeExtension & Annotations & Record<string, unknown>;

const iso = (utc: number) => new Date(utc).toISOString().replace(/\.000Z$/, 'Z');
const fine = (utc: number) => new Date(utc).toISOString().replace('Z', '0000Z');

function body(content: Content, { bodyType }: Preferences): NonNullable<Event['body']> {
  const stored = content.body;
  if (stored.contentType === bodyType) return stored;
  const text = stored.content;
  return { contentType: bodyType, content: bodyType === 'html' ? textAsHtml(text) : htmlAsText(text) };
}

function preview(content: Content): string {
  const { contentType, content: text } = content.body;
  return (contentType === 'html' ? htmlAsText(text) : text).slice(0, 255);
}

export function typeOf(item: Item, original: number | null): EventType {
  if (original !== null) return item.exceptions.has(original) ? 'exception' : 'occurrence';
  return item.recurrence ? 'seriesMaster' : 'singleInstance';
}

/** One event with all its properties. `original`: which date of a series. */
export function fullEvent(item: Item, original: number | null, prefer: Preferences): SentEvent {
  const content = original === null ? item.content : contentAt(item, original);
  const location = {
    displayName: content.location,
    locationType: 'default' as const,
    uniqueId: content.location,
    uniqueIdType: 'private' as const,
  };
  return {
    '@odata.etag': etag(item),
    id: eventId(item, original, prefer.immutable),
    createdDateTime: fine(item.created),
    lastModifiedDateTime: fine(item.modified),
    changeKey: changeKey(item),
    categories: [...content.categories],
    transactionId: null,
    originalStartTimeZone: content.start.zone,
    originalEndTimeZone: content.end.zone,
    iCalUId: iCalUId(item, original),
    reminderMinutesBeforeStart: content.reminderMinutesBeforeStart,
    isReminderOn: content.isReminderOn,
    hasAttachments: false,
    subject: content.subject,
    bodyPreview: preview(content),
    importance: content.importance,
    sensitivity: content.sensitivity,
    isAllDay: content.isAllDay,
    isCancelled: content.isCancelled,
    isOrganizer: item.isOrganizer,
    responseRequested: content.responseRequested,
    seriesMasterId: original === null ? null : eventId(item, null, prefer.immutable),
    showAs: content.showAs,
    type: typeOf(item, original),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(eventId(item, original, false))}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: content.joinUrl !== null,
    onlineMeetingProvider: content.joinUrl === null ? 'unknown' : 'teamsForBusiness',
    allowNewTimeProposals: content.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: content.hideAttendees,
    recurrence: original === null ? item.recurrence : null,
    ...(original === null ? {} : { originalStart: iso(original) }),
    responseStatus: {
      response: item.isOrganizer ? 'organizer' : content.response,
      time: item.isOrganizer ? '0001-01-01T00:00:00Z' : iso(item.modified),
    },
    body: body(content, prefer),
    start: dateTimeTimeZone(content.start, prefer.timeZone, content.isAllDay),
    end: dateTimeTimeZone(content.end, prefer.timeZone, content.isAllDay),
    location,
    locations: content.location === '' ? [] : [location],
    attendees: content.attendees.map((one) => ({ ...one })),
    organizer: { emailAddress: item.organizer },
    onlineMeeting: content.joinUrl === null ? null : { joinUrl: content.joinUrl },
  };
}

/** What a sync round says of a date that does not differ from its series (microsoft-graph-docs-contrib 34). */
export function thinOccurrence(item: Item, original: number, prefer: Preferences): SentEvent {
  const content = contentAt(item, original);
  return {
    '@odata.type': '#microsoft.graph.event',
    '@odata.etag': etag(item),
    id: eventId(item, original, prefer.immutable),
    seriesMasterId: eventId(item, null, prefer.immutable),
    type: 'occurrence',
    start: dateTimeTimeZone(content.start, prefer.timeZone, content.isAllDay),
    end: dateTimeTimeZone(content.end, prefer.timeZone, content.isAllDay),
  };
}

export const LONG_NAME = 'Microsoft.OutlookServices.OpenTypeExtension.';

/** The name within any of the three ways an open extension is addressed. */
export function extensionName(id: string): string {
  return id.replace(
    /^(#?microsoft\.graph\.openTypeExtension\.|Microsoft\.OutlookServices\.OpenTypeExtension\.)/i,
    '',
  );
}

/** The open extensions of an event; a date without its own shows those of its series. */
export function extensionsOf(item: Item, original: number | null): OpenExtensions {
  const own = original === null ? undefined : item.exceptions.get(original)?.extensions;
  return own && own.size > 0 ? own : item.extensions;
}

export function sentExtension(name: string, data: Readonly<Record<string, unknown>>): SentExtension {
  return {
    '@odata.type': '#microsoft.graph.openTypeExtension',
    id: `${LONG_NAME}${name}`,
    extensionName: name,
    ...data,
  };
}
