import { removeBlock } from '../enrich/block.ts';
import type { CalendarClient, Problem, WritableEvent } from '../sync/provider.ts';
import { type Answer, calendarPath, type Graph } from './graph.ts';
import { type Json, listOf, objectOf, textOf } from './json.ts';
import { meetingBlob } from './meeting-blob.ts';
import { readInstant, readTimes } from './read-times.ts';

/** The open extension that links an event to a circle. It lies in this member's mailbox only. */
const MARK = 'com.circlekeeper.circle';

const FIELDS = 'id,body,start,end,isAllDay,isOrganizer,isCancelled,type,originalStart';
const PREFER = ['outlook.body-content-type="html"'] as const;

/** One event with its HTML and its mark. */
export async function readWritable(
  graph: Graph,
  calendarId: string,
  eventId: string,
): Promise<{ ok: true; event: WritableEvent } | { ok: false; reason: 'missing' } | Problem> {
  const answer = await graph(calendarPath(calendarId, eventId), {
    query: { $select: FIELDS, $expand: `extensions($filter=id eq '${MARK}')` },
    prefer: PREFER,
  });
  if (!answer.ok) return answer.status === 404 ? { ok: false, reason: 'missing' } : answer.problem;
  const event = writableOf(answer.body);
  return event ? { ok: true, event } : { ok: false, reason: 'server', code: 'unreadable' };
}

function writableOf(event: Json): WritableEvent | null {
  const times = readTimes(event, false);
  const id = textOf(event.id);
  if (!times || id === '') return null;
  const isDate = ['occurrence', 'exception'].includes(textOf(event.type));
  const body = objectOf(event.body);
  return {
    id,
    etag: textOf(event['@odata.etag']),
    body: {
      type: textOf(body.contentType).toLowerCase() === 'text' ? 'text' : 'html',
      content: textOf(body.content),
    },
    mark: markOf(event),
    mayWrite: event.isOrganizer === true,
    originalStart: isDate ? (readInstant(event.originalStart) ?? times.start) : null,
    start: times.start,
  };
}

function markOf(event: Json): string | null {
  for (const extension of listOf(event.extensions).map(objectOf)) {
    const name =
      textOf(extension.extensionName) || textOf(extension.id).replace(/^.*OpenTypeExtension\./i, '');
    if (name === MARK) return textOf(extension.circle) || null;
  }
  return null;
}

/**
 * Writes body and mark. The event is read first: for whether it is still the one that `etag` says, for the meeting's own
 * part, and so that nothing is sent where nothing changes (Graph cannot be told to send guests no mail). The body
 * goes first, under If-Match: the mark changes the event's etag too.
 */
export function writer(graph: Graph): CalendarClient['write'] {
  return async (calendarId, eventId, change, etag) => {
    const read = await readWritable(graph, calendarId, eventId);
    if (!read.ok) return read;
    const current = read.event;
    if (current.etag !== etag) return { ok: false, reason: 'conflict' };
    // A link in our own agenda, which may go, is none of its signs.
    const blob = meetingBlob(removeBlock(current.body).content);
    if (blob !== null && !change.body.content.includes(blob)) {
      throw new Error("writing would take out the meeting's own part of the event");
    }
    const path = calendarPath(calendarId, eventId);
    let latest = etag;
    if (change.body.content !== current.body.content || change.body.type !== current.body.type) {
      const body = { contentType: change.body.type, content: change.body.content };
      const answer = await graph(path, { method: 'PATCH', body: { body }, ifMatch: etag, prefer: PREFER });
      if (!answer.ok) return refused(answer);
      latest = textOf(answer.body['@odata.etag']) || latest;
    }
    if (change.mark === current.mark) return { ok: true, etag: latest };
    const marked = await writeMark(graph, path, current.mark, change.mark);
    if (!marked.ok) return refused(marked);
    const after = await graph(path, { query: { $select: 'id' } });
    return after.ok ? { ok: true, etag: textOf(after.body['@odata.etag']) || latest } : refused(after);
  };
}

async function writeMark(
  graph: Graph,
  path: string,
  before: string | null,
  mark: string | null,
): Promise<Answer> {
  const one = `${path}/extensions/${MARK}`;
  if (mark === null) {
    const answer = await graph(one, { method: 'DELETE' });
    return answer.ok || answer.status !== 404 ? answer : { ok: true, body: {} };
  }
  const body = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: MARK, circle: mark };
  if (before !== null) return graph(one, { method: 'PATCH', body });
  const answer = await graph(`${path}/extensions`, { method: 'POST', body });
  // An answer that got lost on the way may have left the mark there.
  return answer.ok || answer.status !== 409 ? answer : graph(one, { method: 'PATCH', body });
}

function refused(
  answer: Exclude<Answer, { ok: true }>,
): { ok: false; reason: 'conflict' | 'missing' | 'read-only' } | Problem {
  switch (answer.status) {
    case 412:
      return { ok: false, reason: 'conflict' };
    case 404:
      return { ok: false, reason: 'missing' };
    case 403:
      return { ok: false, reason: 'read-only' };
    default:
      return answer.problem;
  }
}
