import {
  type Annotations,
  fullEvent,
  type Preferences,
  type SentEvent,
  thinOccurrence,
} from './event-view.ts';
import { eventId } from './ids.ts';
import { datesIn, isInWindow, startOf } from './mailbox.ts';
import { badRequest, GraphProblem } from './problem.ts';
import { type Item, type Mailbox, opaque, type World } from './state.ts';

/** What a mailbox's calendar showed at the end of a round. Items are never changed, so this stays what it was. */
type Seen = ReadonlyMap<string, { item: Item; dates: ReadonlySet<number> }>;

type Entry = { item: Item; original: number | null; removed: boolean };

interface Window {
  calendarId: string;
  /** UTC ms. */
  from: number;
  to: number;
}

/** What a link of a sync round stands for. */
export type SyncState = Window &
  (
    | { kind: 'skip'; entries: readonly Entry[]; offset: number; seen: Seen; version: number }
    | { kind: 'delta'; seen: Seen; version: number }
  );

export interface DeltaPage {
  value: SentEvent[];
  link: { name: '@odata.nextLink' | '@odata.deltaLink'; query: string };
}

const REFUSED = ['$select', '$filter', '$orderby', '$search', '$expand', '$top', '$skip', '$count'];

/** What changed in a calendar's window, page by page (event: delta; delta-query-events). */
export function deltaPage(
  world: World,
  mailbox: Mailbox,
  calendarId: string,
  query: ReadonlyMap<string, string>,
  window: () => { from: number; to: number },
  prefer: Preferences,
): DeltaPage {
  for (const name of REFUSED)
    if (query.has(name))
      throw badRequest(
        `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${name}'.`,
      );
  const token = query.get('$skiptoken') ?? query.get('$deltatoken');
  const state = token === undefined ? null : recall(mailbox, calendarId, token);
  if (token !== undefined && query.size > 1) throw badRequest('A link of change tracking is used as it is.');
  const page =
    state?.kind === 'skip'
      ? state
      : begin(
          world,
          mailbox,
          state ?? { calendarId, ...window() },
          state?.seen ?? new Map(),
          state?.version ?? null,
        );
  const end = page.offset + (prefer.pageSize ?? 10);
  const value = page.entries.slice(page.offset, end).map((entry) => show(entry, prefer));
  const place = { calendarId: page.calendarId, from: page.from, to: page.to };
  const { seen, version } = page;
  if (end < page.entries.length) {
    const next = keep(world, mailbox, {
      ...place,
      kind: 'skip',
      entries: page.entries,
      offset: end,
      seen,
      version,
    });
    return { value, link: { name: '@odata.nextLink', query: `$skiptoken=${next}` } };
  }
  const delta = keep(world, mailbox, { ...place, kind: 'delta', seen, version });
  return { value, link: { name: '@odata.deltaLink', query: `$deltatoken=${delta}` } };
}

function show({ item, original, removed }: Entry, prefer: Preferences): SentEvent {
  if (removed) {
    const gone: SentEvent & Annotations = {
      '@odata.type': '#microsoft.graph.event',
      id: eventId(item, original, prefer.immutable),
      '@removed': { reason: 'deleted' },
    };
    return gone;
  }
  if (original !== null && !item.exceptions.has(original)) return thinOccurrence(item, original, prefer);
  return { '@odata.type': '#microsoft.graph.event', ...fullEvent(item, original, prefer) };
}

/** A round: all that changed after `since`, or everything when that is null. */
function begin(
  world: World,
  mailbox: Mailbox,
  window: Window,
  before: Seen,
  since: number | null,
): SyncState & { kind: 'skip' } {
  const { calendarId, from, to } = window;
  const version = mailbox.version;
  const round = (entries: readonly Entry[], seen: Seen) => ({
    calendarId,
    from,
    to,
    kind: 'skip' as const,
    entries,
    offset: 0,
    seen,
    version,
  });
  if (since !== null && (mailbox.calendars.get(calendarId)?.version ?? 0) <= since) return round([], before);
  const told = world.behaviour.deletedDates === 'told';
  const seen = new Map(before);
  const entries: Entry[] = [];
  const remove = (item: Item, dates: Iterable<number>) => {
    if (told) for (const original of dates) entries.push({ item, original, removed: true });
    entries.push({ item, original: null, removed: true });
  };
  for (const [core, was] of before) {
    const item = mailbox.items.get(core);
    if (
      item &&
      item.calendarId === calendarId &&
      (item.version <= (since ?? 0) || isInWindow(item, from, to))
    )
      continue;
    seen.delete(core);
    remove(was.item, was.dates);
  }
  for (const item of mailbox.items.values()) {
    if (item.calendarId !== calendarId || (since !== null && item.version <= since)) continue;
    const was = before.get(item.core);
    if (!isInWindow(item, from, to)) {
      // Also what lies outside the window is told as removed once it changes (event: delta, "Response").
      if (since !== null && !was) entries.push({ item, original: null, removed: true });
      continue;
    }
    const dates = item.recurrence ? datesIn(item, from, to) : [];
    const begun = startOf(item.content) >= from;
    if (!item.recurrence || begun || world.behaviour.masters === 'always')
      entries.push({ item, original: null, removed: false });
    for (const original of dates) entries.push({ item, original, removed: false });
    if (told)
      for (const original of was?.dates ?? [])
        if (!dates.includes(original)) entries.push({ item, original, removed: true });
    seen.set(item.core, { item, dates: new Set(dates) });
  }
  if (since !== null)
    for (const item of mailbox.gone)
      if (item.calendarId === calendarId && item.version > since && !before.has(item.core))
        entries.push({ item, original: null, removed: true });
  return round(entries, seen);
}

/** Keeps what a link stands for; the oldest ones are forgotten. */
function keep(world: World, mailbox: Mailbox, state: SyncState): string {
  const window = `${Math.round(state.from).toString(36)}.${Math.round(state.to).toString(36)}`;
  const token = `${opaque(`${mailbox.email} ${world.next()}`, 86)}.${window}`;
  mailbox.states.set(token, state);
  while (mailbox.states.size > world.limits.syncStates) {
    const oldest = mailbox.states.keys().next().value;
    if (oldest === undefined) break;
    mailbox.states.delete(oldest);
  }
  return token;
}

/** Finds what a link stands for. One that is forgotten, or of another mailbox or calendar, is a 410. */
function recall(mailbox: Mailbox, calendarId: string, token: string): SyncState {
  const state = mailbox.states.get(token);
  if (state && state.calendarId === calendarId) return state;
  const found = /^\w{86}\.(-?[0-9a-z]+)\.(-?[0-9a-z]+)$/.exec(token);
  if (!found) throw badRequest('Badly formed token.');
  const stamp = (part: string | undefined) => new Date(Number.parseInt(part ?? '', 36)).toISOString();
  const again = `startDateTime=${stamp(found[1])}&endDateTime=${stamp(found[2])}`;
  if (state)
    throw new GraphProblem(410, 'syncStateInvalid', 'The sync state is of another calendar.', {
      location: again,
    });
  throw new GraphProblem(
    410,
    'SyncStateNotFound',
    'The sync state generation is not found; generation=149;[highest=157][157][155][156].',
    { location: again },
  );
}
