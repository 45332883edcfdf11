import { LIMITS } from '../ics/limits.ts';
import type { CalendarClient, RemoteCalendar } from '../sync/provider.ts';
import type { Graph } from './graph.ts';
import { isGraphLink } from './graph-link.ts';
import { type Json, listOf, objectOf, textOf } from './json.ts';
import { oneLine } from './one-line.ts';

/** Far more than anybody has; an answer that leads on for ever ends here. */
const PAGES = 20;

/** The calendars of the mailbox, the member's main one first. */
export function calendarList(graph: Graph): CalendarClient['calendars'] {
  return async (signal) => {
    const calendars: RemoteCalendar[] = [];
    let link = '/me/calendars';
    let query: Record<string, string> | undefined = {
      $select: 'id,name,isDefaultCalendar,canEdit,hexColor',
      $top: '100',
    };
    for (let page = 0; page < PAGES; page++) {
      const answer = await graph(link, { signal, ...(query ? { query } : {}) });
      if (!answer.ok) return answer.problem;
      // A proxy on the way may answer with a page of its own and 200: that is no mailbox without calendars.
      if (!Array.isArray(answer.body.value)) return { ok: false, reason: 'server', code: 'unreadable' };
      calendars.push(...listOf(answer.body.value).flatMap((one) => readCalendar(objectOf(one)) ?? []));
      link = textOf(answer.body['@odata.nextLink']);
      if (link === '') break;
      if (!isGraphLink(link)) return { ok: false, reason: 'server', code: 'link' };
      query = undefined;
    }
    calendars.sort((a, b) => Number(b.primary) - Number(a.primary));
    return { ok: true, calendars };
  };
}

function readCalendar(said: Json): RemoteCalendar | null {
  const id = textOf(said.id);
  if (id === '') return null;
  const color = textOf(said.hexColor).toLowerCase();
  return {
    id,
    name: oneLine(textOf(said.name), LIMITS.title),
    primary: said.isDefaultCalendar === true,
    writable: said.canEdit === true,
    color: /^#[\da-f]{6}$/.test(color) ? color : null,
  };
}
