import type { Series } from '../event.ts';

export interface ReadProgress {
  /** Bytes read so far, and in all where that is known. */
  bytes: number;
  totalBytes?: number;
  /** Events read so far. */
  events: number;
}

export interface ReadOptions {
  sourceId: string;
  /** The member's own addresses, lower case. */
  me?: readonly string[];
  /** UTC ms; `to` is exclusive. Only what touches it is kept. */
  window: { from: number; to: number };
  signal?: AbortSignal;
  /** The size of the file, for the progress bar and to refuse a file that is too big before it is read. */
  totalBytes?: number;
  onProgress?: (progress: ReadProgress) => void;
  /** Longest time without letting others run, in ms; 12 when not given. */
  yieldEvery?: number;
  /** The zone of this computer; the platform's when not given. */
  localZone?: string;
}

export const SKIP_REASONS = ['broken', 'too-big', 'no-start', 'endless-rule', 'unsupported'] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

/** What could not be taken, wholly or in part, and the title of the first of its kind (it may be empty). */
export interface Skipped {
  reason: SkipReason;
  count: number;
  example: string;
}

export interface ReadSummary {
  ok: true;
  /** Events in the file that could be read, in the window or not. */
  events: number;
  /** Series handed over. */
  found: number;
  skipped: Skipped[];
  /** The file ends before the calendar does. */
  truncated: boolean;
  /** The calendar's own name, where it says one. */
  name?: string;
}

export type ReadFailure = { ok: false; reason: 'not-a-calendar' | 'too-big' | 'empty' | 'cancelled' };
export type ReadResult = (ReadSummary & { series: Series[] }) | ReadFailure;
