import { LIMITS } from '../calendar/ics/limits.ts';
import { type ReadProgress, type ReadResult, readCalendar } from '../calendar/ics/read-calendar.ts';
import { type FetchFailure, type FetchTools, fetchFeed } from '../calendar/sync/fetch-feed.ts';
import { limitBytes } from '../calendar/sync/limit-bytes.ts';
import { readingWindow } from '../calendar/sync/reading-window.ts';
import { sourceName } from '../calendar/sync/source-name.ts';
import { newId } from '../platform/id.ts';
import { myAddresses, saveSource } from './calendar.ts';
import type { Database, Source } from './database.ts';

/** Dates of a feed are made anew at least so often, ms; see `readingWindow`. */
const REMAKE_MS = 30 * 24 * 60 * 60 * 1000;

/** Why a calendar could not be read or kept. What was read of it before is still there. */
export type SourceFailure =
  | 'not-a-calendar'
  | 'packed'
  | 'empty'
  | 'too-big'
  | 'full'
  | 'removed'
  | FetchFailure;

export type SourceResult =
  | { ok: true; source: Source; replaced: boolean; changed: boolean; found: number }
  | { ok: false; reason: SourceFailure };

export interface ReadTools {
  /** UTC ms. */
  now: number;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: ReadProgress) => void) | undefined;
}

/**
 * Reads a calendar file into the database, in the place of an earlier file of the same name (the file's or the
 * calendar's own). All of it or nothing: a failure changes nothing.
 */
export async function importFile(
  db: Database,
  file: { name: string; content: Blob },
  tools: ReadTools,
): Promise<SourceResult> {
  const { content } = file;
  if (await isZip(content)) return { ok: false, reason: 'packed' };
  const id = newId();
  const read = await readWith(db, content.stream(), { ...tools, id, totalBytes: content.size });
  if (!read.ok) return { ok: false, reason: failureOf(read.reason) };
  const name = sourceName(read.name, file.name);
  const files = (await db.sources.toArray()).filter((source) => source.kind === 'file');
  const before = files.find((source) => source.name === name);
  return save(db, read, {
    id: before?.id ?? id,
    kind: 'file',
    name,
    url: null,
    etag: null,
    addedAt: before?.addedAt ?? tools.now,
    readAt: tools.now,
    replaced: before !== undefined,
  });
}

/** Calendars are handed out in zip files too. */
async function isZip(content: Blob): Promise<boolean> {
  const [p, k, three, four] = new Uint8Array(await content.slice(0, 4).arrayBuffer());
  return p === 0x50 && k === 0x4b && three === 0x03 && four === 0x04;
}

/**
 * Reads a feed for the first time. An address that is a source already is read again instead. When it cannot be
 * read nothing is kept of it.
 */
export async function addFeed(
  db: Database,
  url: string,
  tools: ReadTools & Omit<FetchTools, 'signal'>,
): Promise<SourceResult> {
  const known = (await db.sources.toArray()).find((source) => source.url === url);
  if (known) return refreshFeed(db, known.id, tools);
  const fresh: Source = {
    id: newId(),
    kind: 'feed',
    name: new URL(url).hostname,
    url,
    etag: null,
    addedAt: tools.now,
    readAt: null,
    events: 0,
    skipped: 0,
    truncated: false,
    error: null,
  };
  return readFeed(db, fresh, tools);
}

/**
 * Reads a feed again. When it cannot be read, what it gave before stays, and the source says why and since when.
 */
export async function refreshFeed(
  db: Database,
  sourceId: string,
  tools: ReadTools & Omit<FetchTools, 'signal'>,
): Promise<SourceResult> {
  const source = await db.sources.get(sourceId);
  if (!source?.url) return { ok: false, reason: 'removed' };
  const result = await readFeed(db, source, tools);
  if (!result.ok && result.reason !== 'removed')
    await db.sources.update(sourceId, { error: result.reason, triedAt: tools.now });
  return result;
}

async function readFeed(
  db: Database,
  source: Source,
  tools: ReadTools & Omit<FetchTools, 'signal'>,
): Promise<SourceResult> {
  const url = source.url ?? '';
  // Whose text stays the same for a year runs out of dates all the same.
  const isMade = tools.now - (source.madeAt ?? source.addedAt) < REMAKE_MS;
  const fetched = await fetchFeed({ url, etag: isMade ? source.etag : null }, tools);
  const isNew = source.readAt === null;
  if (fetched.kind === 'failed') return { ok: false, reason: fetched.reason };
  if (fetched.kind === 'unchanged') {
    await db.sources.update(source.id, { readAt: tools.now, triedAt: tools.now, error: null });
    return { ok: true, source, replaced: true, changed: false, found: 0 };
  }
  let tooBig = false;
  const body = limitBytes(fetched.body, LIMITS.feedBytes, () => {
    tooBig = true;
  });
  const totalBytes = fetched.totalBytes ?? undefined;
  const read = await readWith(db, body, { ...tools, id: source.id, totalBytes });
  if (tooBig) return { ok: false, reason: 'too-big' };
  if (!read.ok) return { ok: false, reason: failureOf(read.reason) };
  // An answer that broke off would take away what is behind the break; the earlier reading is whole.
  if (read.truncated && !isNew) return { ok: false, reason: 'offline' };
  if (!isNew && !(await db.sources.get(source.id))) return { ok: false, reason: 'removed' };
  const { id, kind, addedAt } = source;
  const name = sourceName(read.name, new URL(url).hostname);
  const { etag } = fetched;
  return save(db, read, { id, kind, name, url, etag, addedAt, readAt: tools.now, replaced: !isNew });
}

function readWith(
  db: Database,
  stream: ReadableStream<Uint8Array>,
  tools: ReadTools & { id: string; totalBytes: number | undefined },
): Promise<ReadResult> {
  return myAddresses(db).then((me) =>
    readCalendar(stream, {
      sourceId: tools.id,
      me,
      window: readingWindow(tools.now),
      ...(tools.signal ? { signal: tools.signal } : {}),
      ...(tools.onProgress ? { onProgress: tools.onProgress } : {}),
      ...(tools.totalBytes === undefined ? {} : { totalBytes: tools.totalBytes }),
    }),
  );
}

type ReadReason = Extract<ReadResult, { ok: false }>['reason'];

/** `removed` for a reading that was called off: nothing is left to be said about it. */
const failureOf = (reason: ReadReason): SourceFailure => (reason === 'cancelled' ? 'removed' : reason);

async function save(
  db: Database,
  read: Extract<ReadResult, { ok: true }>,
  { replaced, ...known }: Omit<Source, 'events' | 'skipped' | 'truncated' | 'error'> & { replaced: boolean },
): Promise<SourceResult> {
  const source: Source = {
    ...known,
    events: read.events,
    skipped: read.skipped.reduce((sum, one) => sum + one.count, 0),
    why: read.skipped,
    truncated: read.truncated,
    error: null,
    madeAt: known.readAt ?? known.addedAt,
    triedAt: known.readAt ?? known.addedAt,
  };
  try {
    await saveSource(db, source, read.series);
  } catch (error) {
    if (isFull(error)) return { ok: false, reason: 'full' };
    throw error;
  }
  return { ok: true, source, replaced, changed: true, found: read.found };
}

/** Dexie hides the reason of a transaction that was broken off inside its own error. */
function isFull(error: unknown): boolean {
  const { name, inner } = error as { name?: string; inner?: { name?: string } | null };
  return name === 'QuotaExceededError' || inner?.name === 'QuotaExceededError';
}
