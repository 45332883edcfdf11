/**
 * What the benchmark of accounts calls in an extension page: the product's engine, store and clients, and a bare loop
 * that fetches and parses the same pages. Bundled by `bundle.ts`; put under `globalThis.bench`.
 */
import { googleClient } from '../../lib/calendar/google/google-client.ts';
import { EVENT_FIELDS } from '../../lib/calendar/google/read-event.ts';
import { microsoftClient } from '../../lib/calendar/microsoft/client.ts';
import type { CalendarClient, Cursor, Provider } from '../../lib/calendar/sync/provider.ts';
import { readingWindow } from '../../lib/calendar/sync/reading-window.ts';
import { syncCalendar } from '../../lib/calendar/sync/sync-calendar.ts';
import { calendarStore } from '../../lib/store/calendar-store.ts';
import { Database } from '../../lib/store/database.ts';
import { openDatabase } from '../../lib/store/open.ts';
import { freshRow } from '../soak/calendar-course.ts';
import { timed } from './in-calendar.ts';

export interface AccountRun {
  provider: Provider;
  token: string;
  remoteId: string;
  /** UTC ms. */
  now: number;
}

function clientOf({ provider, token, now }: AccountRun): CalendarClient {
  const world = {
    fetch: globalThis.fetch.bind(globalThis),
    now: () => now,
    tokens: { token: () => Promise.resolve(token) },
  };
  return provider === 'google' ? googleClient(world) : microsoftClient(world);
}

/** ms, and how many events came. */
interface Result {
  ms: number;
  events: number;
}

/** Every page one after the other, fetched and parsed, and nothing else. */
async function bareLoop(run: AccountRun): Promise<Result> {
  let events = 0;
  const ms = await timed(async () => {
    let next: string | null = firstAddress(run);
    while (next !== null) {
      const answer: Response = await fetch(next, {
        headers: {
          authorization: `Bearer ${run.token}`,
          ...(run.provider === 'google'
            ? {}
            : { prefer: 'odata.maxpagesize=200, outlook.timezone="UTC", outlook.body-content-type="text"' }),
        },
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      const page: Record<string, unknown> = await answer.json();
      const items = page.items ?? page.value;
      events += Array.isArray(items) ? items.length : 0;
      next = nextAddress(run, page);
    }
  });
  return { ms, events };
}

function firstAddress({ provider, remoteId, now }: AccountRun): string {
  const { from, to } = readingWindow(now);
  const [first, last] = [from, to].map((at) => new Date(at).toISOString());
  if (provider === 'microsoft') {
    return `https://graph.microsoft.com/v1.0/me/calendars/${remoteId}/calendarView/delta?startDateTime=${first}&endDateTime=${last}`;
  }
  const url = new URL(
    `https://www.googleapis.com/calendar/v3/calendars/${encodeURIComponent(remoteId)}/events`,
  );
  url.search = new URLSearchParams([
    ['maxResults', '2500'],
    ['singleEvents', 'false'],
    ['prettyPrint', 'false'],
    ['eventTypes', 'default'],
    ['eventTypes', 'fromGmail'],
    ['fields', `nextPageToken,nextSyncToken,accessRole,items(${EVENT_FIELDS})`],
    ['timeMin', first ?? ''],
  ]).toString();
  return url.href;
}

function nextAddress(run: AccountRun, page: Record<string, unknown>): string | null {
  if (run.provider === 'microsoft')
    return typeof page['@odata.nextLink'] === 'string' ? page['@odata.nextLink'] : null;
  if (typeof page.nextPageToken !== 'string') return null;
  return `${firstAddress(run)}&pageToken=${encodeURIComponent(page.nextPageToken)}`;
}

/** The same pages through the product's client, in our shape, not kept. */
async function clientLoop(run: AccountRun): Promise<Result> {
  const client = clientOf(run);
  let events = 0;
  const ms = await timed(async () => {
    let cursor: Cursor = { kind: 'full', ...readingWindow(run.now), page: null };
    for (;;) {
      const page = await client.page(run.remoteId, cursor);
      if (!page.ok) throw new Error(page.reason);
      events += page.events.length;
      if ('token' in page.next) return;
      cursor = { ...cursor, page: page.next.page };
    }
  });
  return { ms, events };
}

let database: Database | undefined;

/** The first reading, from the first request to the last row on disk, in a database of its own. */
async function firstSync(run: AccountRun): Promise<Result> {
  await database?.delete();
  const db = new Database(`bench-${crypto.randomUUID()}`, () => run.now);
  database = db;
  await openDatabase(db);
  await db.calendars.put({ ...freshRow, remoteId: run.remoteId });
  return dueSync(run);
}

/** The next reading of the same. */
async function dueSync(run: AccountRun): Promise<Result> {
  const db = database;
  if (!db) throw new Error('no reading before this one');
  let events = 0;
  const ms = await timed(async () => {
    const result = await syncCalendar(calendarStore(db), clientOf(run), 'cal', { now: () => run.now });
    if (!result.ok) throw new Error(result.reason);
    events = result.events;
  });
  return { ms, events };
}

const bench = { bareLoop, clientLoop, firstSync, dueSync };
export type AccountBench = typeof bench;
Object.assign(globalThis, { bench });
