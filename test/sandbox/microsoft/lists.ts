import { extensionsOf, fullEvent, type Preferences } from './event-view.ts';
import { sendEvent } from './events.ts';
import { type GraphRequest, ROOT } from './graph-request.ts';
import { badRequest, GraphProblem } from './problem.ts';
import { checkQuery, readFilter, readOrder, select } from './query.ts';
import { EVENT } from './shapes.ts';
import type { Item } from './state.ts';
import { readInstant } from './zones.ts';

/** `startDateTime` and `endDateTime`, whatever their case. */
export function readWindow(query: ReadonlyMap<string, string>): { from: number; to: number } {
  const find = (name: string) =>
    [...query].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
  const from = readInstant(find('startDateTime'), 'StartDateTime');
  const to = readInstant(find('endDateTime'), 'EndDateTime');
  if (to < from)
    throw new GraphProblem(400, 'ErrorInvalidParameter', 'The end of the window is before its start.');
  if (to - from > 1825 * 86_400_000)
    throw new GraphProblem(
      400,
      'ErrorCalendarViewRangeTooBig',
      'The specified date range is greater than 1825 days.',
    );
  return { from, to };
}

/** A list of events, filtered, ordered and paged. */
export function list(
  request: GraphRequest,
  found: readonly (readonly [Item, number | null])[],
  prefer: Preferences,
): object {
  const { query } = request;
  checkQuery(query, 'list');
  const passes = readFilter(query.get('$filter'));
  const order = readOrder(query.get('$orderby'));
  let chosen = found;
  if (query.has('$filter') || order) {
    const shown = found
      .map(([item, date]) => ({ item, date, event: fullEvent(item, date, prefer) }))
      .filter(({ item, date, event }) => passes(event, new Set(extensionsOf(item, date).keys())));
    if (order) shown.sort((a, b) => order(a.event, b.event));
    chosen = shown.map(({ item, date }) => [item, date] as const);
  }
  select({}, query, EVENT, 'event');
  return paged(request, chosen, prefer.pageSize ?? 10, ([item, date]) =>
    sendEvent(item, date, query, prefer),
  );
}

/** One page of a list by `$top` and `$skip`, the link to the next one with the same question. */
export function paged<T>(
  { query, path }: GraphRequest,
  all: readonly T[],
  size: number,
  show: (one: T) => unknown = (one) => one,
): object {
  const number = (name: string, otherwise: number) => {
    const text = query.get(name);
    if (text === undefined) return otherwise;
    if (!/^\d+$/.test(text) || (name === '$top' && (Number(text) < 1 || Number(text) > 1000)))
      throw badRequest(`The value of '${name}' is not valid.`);
    return Number(text);
  };
  const top = number('$top', size);
  const skip = number('$skip', 0);
  const next = new URLSearchParams([...query]);
  next.set('$skip', String(skip + top));
  return {
    '@odata.context': `${ROOT}/$metadata#${path.slice(1)}`,
    value: all.slice(skip, skip + top).map(show),
    ...(skip + top < all.length ? { '@odata.nextLink': `${ROOT}${path}?${next}` } : {}),
  };
}
