import type { Series } from '../event.ts';
import { LIMITS } from './limits.ts';
import type { ReadFailure, ReadOptions, ReadResult, ReadSummary } from './read-result.ts';
import { Reading } from './reading.ts';
import { Slice } from './slice.ts';
import { readBytes } from './source.ts';

export type {
  ReadFailure,
  ReadOptions,
  ReadProgress,
  ReadResult,
  ReadSummary,
  Skipped,
  SkipReason,
} from './read-result.ts';

/**
 * Reads a calendar file or feed (RFC 5545). Gives everything in it that touches the window, as series with one key
 * each; a failure is a value. Whole days are midnights of UTC, so that members in every zone mean the same
 * occurrence. Works in slices, so the page or worker it runs in stays awake to other things. All series are held at
 * once; an import that stores them had better take {@link readCalendarInBatches}.
 */
export async function readCalendar(
  source: ReadableStream<Uint8Array> | string,
  options: ReadOptions,
): Promise<ReadResult> {
  const byKey = new Map<string, Series>();
  const summary = await readCalendarInBatches(source, options, (batch) => {
    for (const one of batch) byKey.set(one.key, one);
  });
  if (!summary.ok) return summary;
  return { ...summary, found: byKey.size, series: [...byKey.values()] };
}

/**
 * Like {@link readCalendar}, but hands finished series over while it reads: single events at once, everything that
 * repeats or belongs together after the end of the file, since its other parts may stand anywhere in it. Until then
 * only what can still matter is held. A key that comes twice (an event written twice) replaces the first.
 * `onBatch` may return a promise, which is awaited before the next batch; when it rejects, so does the reading.
 */
export async function readCalendarInBatches(
  source: ReadableStream<Uint8Array> | string,
  options: ReadOptions,
  onBatch: (batch: readonly Series[]) => void | Promise<void>,
): Promise<ReadSummary | ReadFailure> {
  const { signal, totalBytes } = options;
  if (signal?.aborted) return { ok: false, reason: 'cancelled' };
  if ((totalBytes ?? 0) > LIMITS.fileBytes) return { ok: false, reason: 'too-big' };
  const reading = new Reading(options);
  const slice = new Slice(options.yieldEvery ?? 12, () => options.onProgress?.(reading.progress(totalBytes)));
  let streamBroken = false;
  const chunks = readBytes(source, signal, () => {
    streamBroken = true;
  });
  for await (const chunk of chunks) {
    reading.push(chunk);
    if (reading.bytes > LIMITS.fileBytes) return { ok: false, reason: 'too-big' };
    if (reading.isForeign) return { ok: false, reason: reading.isBlank ? 'empty' : 'not-a-calendar' };
    await slice.rest();
    const batch = reading.takeBatch();
    if (batch) await onBatch(batch);
    if (signal?.aborted) return { ok: false, reason: 'cancelled' };
  }
  if (signal?.aborted) return { ok: false, reason: 'cancelled' };
  reading.end();
  if (!reading.isCalendar) return { ok: false, reason: reading.isBlank ? 'empty' : 'not-a-calendar' };
  for (const _ of reading.finish()) {
    await slice.rest();
    const batch = reading.takeBatch();
    if (batch) await onBatch(batch);
    if (signal?.aborted) return { ok: false, reason: 'cancelled' };
  }
  const last = reading.takeBatch(true);
  if (last) await onBatch(last);
  options.onProgress?.(reading.progress(totalBytes ?? reading.bytes));
  return reading.summary(streamBroken);
}
