import type { CalendarClient } from '../sync/provider.ts';
import { calendarPath, type Graph } from './graph.ts';
import { isGraphLink } from './graph-link.ts';
import { listOf, objectOf, textOf } from './json.ts';
import { readTimes } from './read-times.ts';
import { readWritable } from './writing.ts';

const DAY_MS = 86_400_000;
/** Most series meet again within the first; a yearly one within the second. */
const AHEAD_DAYS = [100, 800] as const;
/** A series that meets daily for two years has eight pages of a hundred. */
const PAGES = 10;

/** The date of a series that starts next at or after a moment, cancelled ones passed over. */
export function nextInstance(graph: Graph): CalendarClient['nextInstance'] {
  return async (calendarId, masterId, from) => {
    for (const days of AHEAD_DAYS) {
      const found = await firstDate(graph, calendarId, masterId, { from, to: from + days * DAY_MS });
      if (!found.ok) return found;
      if (found.id === null) continue;
      const read = await readWritable(graph, calendarId, found.id);
      if (read.ok || read.reason !== 'missing') return read;
      return { ok: true, event: null };
    }
    return { ok: true, event: null };
  };
}

async function firstDate(
  graph: Graph,
  calendarId: string,
  masterId: string,
  window: { from: number; to: number },
) {
  let best: { id: string; start: number } | null = null;
  let link = `${calendarPath(calendarId, masterId)}/instances`;
  let query: Record<string, string> | undefined = {
    startDateTime: new Date(window.from).toISOString(),
    endDateTime: new Date(window.to).toISOString(),
    $select: 'id,start,end,isAllDay,isCancelled',
    $top: '100',
  };
  for (let page = 0; page < PAGES; page++) {
    const answer = await graph(link, query ? { query } : {});
    if (!answer.ok) return answer.status === 404 ? ({ ok: true, id: null } as const) : answer.problem;
    for (const event of listOf(answer.body.value).map(objectOf)) {
      const start = readTimes(event, false)?.start;
      if (start === undefined || start < window.from || event.isCancelled === true) continue;
      // Graph does not promise an order.
      if (!best || start < best.start) best = { id: textOf(event.id), start };
    }
    link = textOf(answer.body['@odata.nextLink']);
    if (!isGraphLink(link)) break;
    query = undefined;
  }
  return { ok: true, id: best?.id ?? null } as const;
}
