import { applyChanges, applyReading, rollWindow } from './apply-page.ts';
import { type CalendarRow, eventsIn } from './calendar-row.ts';
import type { CalendarStore, CalendarTx } from './calendar-store.ts';
import type { CalendarClient, Cursor, PageResult, Problem } from './provider.ts';
import { Reading } from './reading.ts';
import { readingWindow } from './reading-window.ts';

const DAY_MS = 86_400_000;
/** Dates are made anew when the end of what is known has come this much nearer. */
const ROLL_MS = 30 * DAY_MS;
/** A service that lists dates for a fixed window is read anew when that ends in less than this. */
const LISTED_MS = 200 * DAY_MS;
/** How long to leave a service alone that is busy and does not say for how long. */
const BUSY_MS = 2 * 60_000;
/** State that is lost again and again within one run is a fault of the service. */
const RESTARTS = 2;

export interface SyncWorld {
  /** UTC ms. */
  now(): number;
  signal?: AbortSignal | undefined;
}

export type SyncResult =
  /** The reading is through. `events`: how many events were read. */
  | { ok: true; events: number }
  /** The calendar was left out or its account is gone, or somebody else is reading it. */
  | { ok: false; reason: 'removed' | 'superseded' }
  /** What was read so far is kept; the next run goes on from there. */
  | Problem;

type Page = Extract<PageResult, { ok: true }>;

/**
 * Brings one calendar up to date, or as near to it as goes: page after page, each stored together with the cursor
 * behind it, the next one on its way meanwhile. May be broken off between any two steps, and called again at any time.
 * A full reading shows nothing until its last page, which replaces all at once; changes are seen page by page.
 */
export async function syncCalendar(
  store: CalendarStore,
  client: CalendarClient,
  calendarId: string,
  world: SyncWorld,
): Promise<SyncResult> {
  let row = await store.read(calendarId);
  if (!row?.ticked) return { ok: false, reason: 'removed' };
  const { remoteId, retryAt } = row;
  if (retryAt !== null && retryAt > world.now()) return { ok: false, reason: 'busy', retryAt };

  const stop = new AbortController();
  const signal = world.signal ? AbortSignal.any([world.signal, stop.signal]) : stop.signal;
  const ask = (at: Cursor) => {
    const asked = client.page(remoteId, at, signal);
    // It may fail while the page before it is still being stored; it is looked at after that.
    asked.catch(() => undefined);
    return asked;
  };
  try {
    let restarts = 0;
    let events = 0;
    row = await begin(store, client, row, world);
    let cursor = row?.cursor;
    if (!cursor) return { ok: false, reason: 'removed' };
    let asked = ask(cursor);
    // The pages that this run has read, so that they need not be loaded again. One that goes on with a reading does.
    let reading = begun(calendarId, client, cursor);
    for (;;) {
      const page = await asked;
      if (!page.ok && page.reason === 'gone' && restarts < RESTARTS && !isFirst(cursor)) {
        restarts++;
        const fresh: Cursor = fullFrom(world);
        if (!(await replaceCursor(store, calendarId, cursor, fresh)))
          return { ok: false, reason: 'superseded' };
        cursor = fresh;
        asked = ask(cursor);
        reading = begun(calendarId, client, cursor);
        continue;
      }
      if (!page.ok) return await fail(store, calendarId, toProblem(page), world);
      const next = cursorAfter(cursor, page.next);
      const isLast = next.page === null;
      if (!isLast) asked = ask(next);
      const at = cursor;
      const kept = await store.change(calendarId, (tx) => keep(tx, client, at, page, next, world, reading));
      if (kept !== 'kept') return { ok: false, reason: kept };
      events += page.events.length;
      if (isLast) return { ok: true, events };
      // Meanwhile the next page is on its way.
      reading?.add(page);
      if (reading) await store.foresee?.(reading.prepare());
      cursor = next;
    }
  } finally {
    // What is still on its way nobody waits for any more.
    stop.abort();
  }
}

const isFirst = (cursor: Cursor): boolean => cursor.kind === 'full' && cursor.page === null;
const fullFrom = ({ now }: SyncWorld): Cursor & { kind: 'full' } => ({
  kind: 'full',
  ...readingWindow(now()),
  page: null,
});

function begun(sourceId: string, { dates }: CalendarClient, cursor: Cursor): Reading | null {
  if (cursor.kind !== 'full' || cursor.page !== null) return null;
  return new Reading({ sourceId, window: { from: cursor.from, to: cursor.to }, dates });
}

function cursorAfter(cursor: Cursor, next: Page['next']): Cursor {
  if ('page' in next) return { ...cursor, page: next.page };
  return { kind: 'changes', token: next.token, page: null };
}

const sameCursor = (a: Cursor | null, b: Cursor): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Settles where to read from, and rolls the window on when time has passed. */
async function begin(
  store: CalendarStore,
  { dates }: CalendarClient,
  row: CalendarRow,
  world: SyncWorld,
): Promise<CalendarRow | undefined> {
  const { cursor } = row;
  const now = world.now();
  const window = readingWindow(now);
  const mustList = dates === 'listed' && endOf(row) - now < LISTED_MS;
  const mustRoll = dates === 'by-rule' && row.madeFor !== null && window.to - row.madeFor.to > ROLL_MS;
  if (cursor && !mustList && !mustRoll) return row;
  return store.change(row.id, async (tx) => {
    const before = await tx.row();
    if (!before?.ticked) return undefined;
    const after = { ...before };
    if (mustRoll && before.madeFor) {
      await rollWindow(tx, { calendarId: row.id, window, dates });
      after.madeFor = window;
    }
    if (mustList || !before.cursor) {
      await tx.clearPages();
      Object.assign(after, { cursor: fullFrom(world), staged: 0, progress: 0 });
    }
    await tx.setRow(after);
    return after;
  });
}

/** Until when dates are listed, of the reading under way or the last one. */
const endOf = ({ cursor, listed }: CalendarRow): number =>
  cursor?.kind === 'full' ? cursor.to : (listed?.to ?? Number.POSITIVE_INFINITY);

/** Stores a page and the cursor behind it, if the calendar still stands where the page was asked for. */
async function keep(
  tx: CalendarTx,
  { dates }: CalendarClient,
  cursor: Cursor,
  page: Page,
  next: Cursor,
  world: SyncWorld,
  reading: Reading | null,
): Promise<'kept' | 'removed' | 'superseded'> {
  const row = await tx.row();
  if (!row?.ticked) return 'removed';
  if (!sameCursor(row.cursor, cursor)) return 'superseded';
  const now = world.now();
  const after: CalendarRow = { ...row, cursor: next, triedAt: now, problem: null, retryAt: null };
  if (cursor.kind === 'full' && next.kind === 'full') {
    const json = reading ? reading.toText(page.events) : JSON.stringify(page.events);
    await tx.stage({ calendarId: row.id, page: row.staged, json, removed: page.removed });
    after.staged = row.staged + 1;
    after.progress = (row.progress ?? 0) + page.events.filter((event) => event.kind !== 'instance').length;
  } else if (cursor.kind === 'full') {
    const window = { from: cursor.from, to: cursor.to };
    const before = reading ?? (await resumed(tx, { sourceId: row.id, window, dates }));
    const rebuild = row.madeFor?.to !== window.to;
    after.events = await applyReading(tx, before, page, { calendarId: row.id, rebuild });
    Object.assign(after, { staged: 0, progress: null, madeFor: window });
    after.listed = dates === 'listed' ? window : null;
  } else {
    const window = row.madeFor ?? readingWindow(now);
    after.events = row.events + (await applyChanges(tx, page, { calendarId: row.id, window, dates }));
  }
  if (next.page === null) after.syncedAt = now;
  await tx.setRow(after);
  return 'kept';
}

/** What another run began to read. */
async function resumed(tx: CalendarTx, options: ConstructorParameters<typeof Reading>[0]) {
  const reading = new Reading(options);
  for (const staged of await tx.pages()) reading.add({ events: eventsIn(staged), removed: staged.removed });
  return reading;
}

/** Starts a full reading; what there is stays until that is through. False when the calendar stands elsewhere by now. */
function replaceCursor(store: CalendarStore, id: string, from: Cursor, to: Cursor): Promise<boolean> {
  return store.change(id, async (tx) => {
    const row = await tx.row();
    if (!row?.ticked || !sameCursor(row.cursor, from)) return false;
    await tx.clearPages();
    await tx.setRow({ ...row, cursor: to, staged: 0, progress: 0 });
    return true;
  });
}

const toProblem = (page: Exclude<PageResult, { ok: true }>): Problem =>
  page.reason === 'gone' ? { ok: false, reason: 'server', code: 'gone' } : page;

/** Notes why the reading stopped. The cursor stays, so the next run goes on. */
async function fail(
  store: CalendarStore,
  calendarId: string,
  problem: Problem,
  { now, signal }: SyncWorld,
): Promise<SyncResult> {
  // Called off, so it is no failure.
  if (signal?.aborted) return { ok: false, reason: 'superseded' };
  const at = now();
  const retryAt = problem.retryAt ?? (problem.reason === 'busy' ? at + BUSY_MS : null);
  await store.change(calendarId, async (tx) => {
    const row = await tx.row();
    // Nobody wants it read any more, so nobody would ever ask again.
    if (!row?.ticked) return;
    const since = row.problem?.reason === problem.reason ? row.problem.since : at;
    const noted = { reason: problem.reason, code: problem.code ?? null, since };
    await tx.setRow({ ...row, problem: noted, retryAt, triedAt: at });
  });
  return retryAt === null ? problem : { ...problem, retryAt };
}
