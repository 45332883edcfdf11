import type { CalendarClient, Cursor, PageResult, RemoteEvent } from '../sync/provider.ts';
import { calendarPath, type Graph } from './graph.ts';
import { isGraphLink } from './graph-link.ts';
import { textOf } from './json.ts';
import { fetchMasters } from './masters.ts';
import { readDates, sortPage } from './read-page.ts';

/** Large pages keep a first reading short; Graph may give fewer. */
const PREFER = ['odata.maxpagesize=200', 'outlook.body-content-type="text"'] as const;
/** The same for single events within a batch, where headers stand beside each. */
const PREFER_ONE = 'outlook.timezone="UTC", IdType="ImmutableId", outlook.body-content-type="text"';

/**
 * Reads a calendar page by page through `calendarView/delta` over a fixed window.
 *
 * Of a series Graph gives the master in full and its dates within the window, plain ones with times only. When a
 * series changes, it gives master and remaining dates anew and says nothing of dates that are gone (Graph's docs
 * leave this out; microsoft-graph-docs pull 4501 and issue 7632 tell it). So a series in a page of changes replaces the
 * one that was known, once in a round: which ones were replaced travels along in the page's name, since the worker
 * may be killed between two pages. Where changed dates of a series came on a page before the rest of it, what it lost
 * cannot be told from what is new any more, and the calendar is read anew.
 */
export function deltaReader(graph: Graph, now: () => number): CalendarClient['page'] {
  /** Masters seen in the round under way, by calendar; a memory only, what is missing is fetched. */
  const seen = new Map<string, Map<string, RemoteEvent>>();

  return async (calendarId, cursor, signal): Promise<PageResult> => {
    const place = placeOf(calendarId, cursor);
    if (!place) return { ok: false, reason: 'gone' };
    if (cursor.page === null) seen.delete(calendarId);
    const answer = await graph(place.link, {
      prefer: PREFER,
      signal,
      ...(place.query ? { query: place.query } : {}),
    });
    if (!answer.ok) {
      const code = answer.problem.code ?? '';
      const isLost = answer.status === 410 || (answer.status >= 400 && /sync_?state|resync/i.test(code));
      return isLost ? { ok: false, reason: 'gone' } : answer.problem;
    }
    const next = textOf(answer.body['@odata.nextLink']);
    const token = textOf(answer.body['@odata.deltaLink']);
    if (!isGraphLink(next || token) || next === place.link)
      return { ok: false, reason: 'server', code: 'link' };

    const page = sortPage(answer.body.value);
    const masters = seen.get(calendarId) ?? new Map<string, RemoteEvent>();
    seen.set(calendarId, masters);
    for (const master of page.masters) masters.set(master.id, master);
    const missing = new Set(page.dates.map((date) => date.masterId).filter((id) => !masters.has(id)));
    const fetched = await fetchMasters(graph, calendarId, [...missing], PREFER_ONE, now(), signal);
    if (!fetched.ok) return fetched;
    for (const [id, master] of fetched.masters) masters.set(id, master);

    const dates = readDates(page.dates, (id) => masters.get(id));
    const found = [...missing].flatMap((id) => masters.get(id) ?? []);
    const touched = new Set([
      ...page.masters.map((master) => master.id),
      ...dates.flatMap((d) => d.masterId ?? []),
    ]);
    const whole = new Set([
      ...page.masters.map((master) => master.id),
      ...page.dates.flatMap((date) => (date.plain ? (masters.get(date.masterId)?.id ?? []) : [])),
    ]);
    const isChange = cursor.kind === 'changes';
    const replaced = isChange ? [...whole].filter((id) => !place.done.has(id)) : [];
    if (replaced.some((id) => place.begun.has(id))) return { ok: false, reason: 'gone' };
    const done = new Set(isChange ? [...place.done, ...replaced] : []);
    const begun = new Set(isChange ? [...place.begun, ...touched].filter((id) => !done.has(id)) : []);
    return {
      ok: true,
      events: [...page.singles, ...page.masters, ...found, ...dates],
      removed: [...page.removed, ...replaced],
      next: next ? { page: [next, ...done, ...[...begun].map((id) => BEGUN + id)].join('\n') } : { token },
    };
  };
}

/** Stands in a page's name before the id of a series that is `begun`; no id has it. */
const BEGUN = '?';

interface Place {
  link: string;
  query?: Readonly<Record<string, string>>;
  /** Series that this round has replaced already. */
  done: ReadonlySet<string>;
  /** Series of which this round has brought changed dates alone so far. */
  begun: ReadonlySet<string>;
}

/** Where to ask; null when a stored link is not Graph's, and the calendar has to be read anew. */
function placeOf(calendarId: string, cursor: Cursor): Place | null {
  if (cursor.page !== null) {
    const [link = '', ...ids] = cursor.page.split('\n');
    const done = new Set(ids.filter((id) => !id.startsWith(BEGUN)));
    const begun = new Set(ids.filter((id) => id.startsWith(BEGUN)).map((id) => id.slice(BEGUN.length)));
    return isGraphLink(link) ? { link, done, begun } : null;
  }
  switch (cursor.kind) {
    case 'changes':
      return isGraphLink(cursor.token) ? { link: cursor.token, done: new Set(), begun: new Set() } : null;
    case 'full':
      return {
        link: `${calendarPath(calendarId)}/calendarView/delta`,
        query: {
          startDateTime: new Date(cursor.from).toISOString(),
          endDateTime: new Date(cursor.to).toISOString(),
        },
        done: new Set(),
        begun: new Set(),
      };
    default:
      return cursor satisfies never;
  }
}
