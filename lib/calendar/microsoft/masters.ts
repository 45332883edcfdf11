import type { Problem, RemoteEvent } from '../sync/provider.ts';
import { calendarPath, type Graph } from './graph.ts';
import { type Json, listOf, objectOf, textOf } from './json.ts';
import { readEvent } from './read-event.ts';
import { retryAt } from './retry-after.ts';

/** Graph takes no more in one batch. */
const BATCH = 20;

/**
 * Series masters by the ids that their dates name, for dates whose master is not in the answer: Graph mostly lists
 * it along with them, but does not promise to. Asked within the calendar, since events of a shared calendar are not found
 * below `/me/events`. One that is not there is left out.
 */
export async function fetchMasters(
  graph: Graph,
  calendarId: string,
  ids: readonly string[],
  prefer: string,
  now: number,
  signal?: AbortSignal,
): Promise<{ ok: true; masters: ReadonlyMap<string, RemoteEvent> } | Problem> {
  const masters = new Map<string, RemoteEvent>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH);
    const requests = some.map((id, index) => ({
      id: String(index),
      method: 'GET',
      url: calendarPath(calendarId, id),
      headers: { Prefer: prefer },
    }));
    const answer = await graph('/$batch', { method: 'POST', body: { requests }, signal });
    if (!answer.ok) return answer.problem;
    // The client's own reader of batches fails over empty answers, so the list is read here.
    for (const one of listOf(answer.body.responses).map(objectOf)) {
      const id = some[Number(one.id)];
      if (id === undefined || one.status === 404) continue;
      if (one.status !== 200) return problemOf(one, now);
      const master = readEvent(one.body, null);
      if (master) masters.set(id, master);
    }
  }
  return { ok: true, masters };
}

function problemOf(one: Json, now: number): Problem {
  const status = Number(one.status);
  const said = Object.entries(objectOf(one.headers)).find(([name]) => name.toLowerCase() === 'retry-after');
  const at = retryAt(new Headers({ 'retry-after': textOf(said?.[1]) }), now);
  const busy = status === 429 || at !== null;
  return {
    ok: false,
    reason: busy ? 'busy' : 'server',
    ...(busy ? { retryAt: at ?? now + 60_000 } : {}),
    code: `HTTP ${status}`,
  };
}
