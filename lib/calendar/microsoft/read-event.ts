import { readCallLink } from '../call-link.ts';
import type { CallLink } from '../event.ts';
import { LIMITS } from '../ics/limits.ts';
import { decodeEntities, htmlToText, looksLikeHtml, tidy } from '../ics/plain-text.ts';
import { UTC } from '../ics/zone.ts';
import type { RemoteEvent } from '../sync/provider.ts';
import { type Json, listOf, objectOf, textOf } from './json.ts';
import { oneLine } from './one-line.ts';
import { readGuests, readPerson, readResponse } from './read-people.ts';
import { readRuleLines } from './read-rule.ts';
import { readInstant, readTimes, zoneNamed } from './read-times.ts';

/**
 * An event as Graph gives it, in our shape; null when it has no id or no start. `master`: of a date of a series, what
 * the series says. Graph's delta names of a plain date only id, master, start and end, and of a changed one what was
 * changed: all else is the master's. `circleMark` is always null: the delta cannot be asked for extensions.
 */
export function readEvent(value: unknown, master: RemoteEvent | null): RemoteEvent | null {
  const event = objectOf(value);
  const id = textOf(event.id);
  const times = readTimes(event, master?.allDay ?? false);
  if (id === '' || !times) return null;
  const kind = kindOf(event);
  const has = (name: string) => event[name] !== undefined;
  const body = textOf(objectOf(event.body).content);
  const zone = zoneOf(event);
  const cancelled = event.isCancelled === true;
  const response = readResponse(objectOf(event.responseStatus).response);
  const isOrganizer = event.isOrganizer === true;
  return {
    id,
    kind,
    masterId: textOf(event.seriesMasterId) || null,
    uid: (kind === 'instance' && master?.uid) || textOf(event.iCalUId) || textOf(event.uid) || `graph:${id}`,
    originalStart: kind === 'instance' ? (readInstant(event.originalStart) ?? times.start) : null,
    etag: textOf(event['@odata.etag']) || textOf(event.changeKey),
    cancelled,
    title: has('subject') ? oneLine(textOf(event.subject), LIMITS.title) : (master?.title ?? ''),
    description: has('body') ? tidy(plain(event.body), LIMITS.description) : (master?.description ?? ''),
    location: has('location') ? readLocation(event.location) : (master?.location ?? ''),
    zone: zone?.id ?? master?.zone ?? UTC.id,
    ...times,
    status: cancelled ? 'cancelled' : 'confirmed',
    myResponse: response ?? (has('isOrganizer') && isOrganizer ? 'accepted' : (master?.myResponse ?? null)),
    ...(isFree(event, master) ? { free: true } : {}),
    rule: kind === 'master' ? readRuleLines(event.recurrence, zone ?? UTC, times.allDay) : [],
    organizer: has('organizer') ? readPerson(event.organizer) : (master?.organizer ?? null),
    mayWrite: has('isOrganizer') ? isOrganizer : (master?.mayWrite ?? false),
    guests: has('attendees') ? readGuests(event.attendees) : (master?.guests ?? []),
    call: readCall(event, body) ?? (has('body') && has('onlineMeeting') ? null : (master?.call ?? null)),
    circleMark: null,
  };
}

/** Whoever works elsewhere is there for meetings as ever; only `free` takes no time. */
const isFree = (event: Json, master: RemoteEvent | null): boolean =>
  event.showAs === undefined ? (master?.free ?? false) : event.showAs === 'free';

/** What belongs to a series says to which; without that it stands for itself, whatever it calls itself. */
function kindOf(event: Json): RemoteEvent['kind'] {
  if (textOf(event.seriesMasterId) !== '') return 'instance';
  const type = textOf(event.type);
  return type === 'seriesMaster' || (type === '' && event.recurrence) ? 'master' : 'single';
}

/** The zone the event was planned in; its times come in UTC. */
function zoneOf(event: Json) {
  const range = objectOf(objectOf(event.recurrence).range);
  return zoneNamed(textOf(event.originalStartTimeZone)) ?? zoneNamed(textOf(range.recurrenceTimeZone));
}

/** The words of an item body; text is asked for, HTML is understood. */
function plain(value: unknown): string {
  const body = objectOf(value);
  const content = textOf(body.content).slice(0, LIMITS.propertyBytes);
  const type = textOf(body.contentType).toLowerCase();
  return type === 'html' || (type !== 'text' && looksLikeHtml(content)) ? htmlToText(content) : content;
}

function readLocation(value: unknown): string {
  return oneLine(textOf(objectOf(value).displayName), LIMITS.title);
}

/** The service's own link first, then what people wrote. */
function readCall(event: Json, body: string): CallLink | null {
  const own = [textOf(objectOf(event.onlineMeeting).joinUrl), textOf(event.onlineMeetingUrl)];
  const places = [event.location, ...listOf(event.locations).slice(0, 20)].flatMap((place) => {
    const said = objectOf(place);
    return [textOf(said.displayName), textOf(said.locationUri)];
  });
  const link =
    readCallLink([...own, ...places]) ?? readCallLink([decodeEntities(body.slice(0, LIMITS.propertyBytes))]);
  if (link) return link;
  // An unknown host is believed only where the calendar itself says that the address is the call.
  const url = own.find((one) => /^https:\/\/\S+$/i.test(one) && URL.canParse(one));
  return url ? { host: 'other', code: url, url } : null;
}
