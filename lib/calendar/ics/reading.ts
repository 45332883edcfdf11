import type { Series } from '../event.ts';
import { type BuildOptions, type Built, buildSeries } from './build-series.ts';
import { type Draft, readDraft, roughTitle } from './draft.ts';
import { LIMITS } from './limits.ts';
import {
  type ReadOptions,
  type ReadProgress,
  type ReadSummary,
  SKIP_REASONS,
  type Skipped,
  type SkipReason,
} from './read-result.ts';
import { ZoneResolver } from './resolve-zone.ts';
import { ComponentSplitter, type Piece } from './split-components.ts';
import { DAY_MS } from './wall-time.ts';
import { ianaZone, UTC } from './zone.ts';

/** Series handed over at a time, or fewer when they have this many occurrences. */
const BATCH_SERIES = 250;
const BATCH_OCCURRENCES = 10_000;

/** What is known of one file while it is read. */
export class Reading {
  bytes = 0;
  isBlank = true;
  readonly #splitter: ComponentSplitter;
  readonly #build: BuildOptions;
  readonly #zones: ZoneResolver;
  /** Events that wait for the end of the file, by key. */
  readonly #held = new Map<string, Draft[]>();
  #heldCount = 0;
  #heldText = 0;
  #batch: Series[] = [];
  #batchOccurrences = 0;
  #totalOccurrences = 0;
  #found = 0;
  #events = 0;
  readonly #skipped = new Map<SkipReason, Skipped>();
  #name: string | undefined;
  #allCancelled = false;

  constructor(options: ReadOptions) {
    this.#zones = new ZoneResolver(ianaZone(options.localZone ?? Temporal.Now.timeZoneId()) ?? UTC);
    this.#build = {
      sourceId: options.sourceId,
      me: options.me ?? [],
      window: options.window,
      zones: this.#zones,
    };
    this.#splitter = new ComponentSplitter((piece) => this.#take(piece));
  }

  get isCalendar(): boolean {
    return this.#splitter.isCalendar;
  }

  /** So much has been read without a trace of a calendar that it is something else. */
  get isForeign(): boolean {
    return !this.isCalendar && this.bytes > LIMITS.sniffBytes;
  }

  progress(totalBytes: number | undefined): ReadProgress {
    return { bytes: this.bytes, ...(totalBytes === undefined ? {} : { totalBytes }), events: this.#events };
  }

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    this.isBlank &&= chunk.every((byte) => byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf);
    this.#splitter.push(chunk);
  }

  end(): void {
    this.#splitter.end();
  }

  /** Builds what was held, one series a step. */
  *finish(): Generator<void> {
    for (const [key, drafts] of this.#held) {
      this.#held.delete(key);
      this.#add(buildSeries(key, drafts, this.#build), drafts[0]?.title ?? '');
      yield;
    }
  }

  /** The series that are ready, when they are worth handing over, or all of them. */
  takeBatch(all = false): Series[] | null {
    const full = this.#batch.length >= BATCH_SERIES || this.#batchOccurrences >= BATCH_OCCURRENCES;
    if (this.#batch.length === 0 || !(full || all)) return null;
    const batch = this.#batch;
    this.#batch = [];
    this.#batchOccurrences = 0;
    return batch;
  }

  summary(streamBroken: boolean): ReadSummary {
    return {
      ok: true,
      events: this.#events,
      found: this.#found,
      skipped: SKIP_REASONS.flatMap((reason) => this.#skipped.get(reason) ?? []),
      truncated: streamBroken || this.#splitter.unfinished,
      ...(this.#name === undefined ? {} : { name: this.#name }),
    };
  }

  #take(piece: Piece): void {
    switch (piece.kind) {
      case 'event':
        this.#takeEvent(piece.text, piece.oversized);
        break;
      case 'zone':
        this.#zones.addVtimezone(piece.text);
        break;
      case 'skipped':
        this.#skip(piece.reason, roughTitle(piece.text));
        break;
      case 'calendar':
        this.#takeProperty(piece.name, piece.value);
        break;
      default:
        piece satisfies never;
    }
  }

  #takeProperty(name: Extract<Piece, { kind: 'calendar' }>['name'], value: string): void {
    if (name === 'X-WR-TIMEZONE') this.#zones.setCalendarZone(value);
    else if (name === 'METHOD') this.#allCancelled = value.toUpperCase() === 'CANCEL';
    else this.#name ??= value.replace(/\\([\\,;])/g, '$1').slice(0, LIMITS.title);
  }

  #takeEvent(text: string, oversized: boolean): void {
    const read = readDraft(text);
    if (!read.ok) {
      this.#skip(read.reason, read.title);
      return;
    }
    const { draft } = read;
    this.#events++;
    if (oversized) this.#skip('too-big', draft.title);
    if (read.broken) this.#skip('broken', draft.title);
    if (read.unsupported) this.#skip('unsupported', draft.title);
    if (this.#allCancelled) draft.status = 'cancelled';
    if (!mayTouch(draft, this.#build.window)) return;
    if (this.#isFinished(draft)) this.#add(buildSeries(draft.key, [draft], this.#build), draft.title);
    else this.#hold(draft);
  }

  /** A single event in a zone known by its name: nothing further down in the file can change it. */
  #isFinished(draft: Draft): boolean {
    if (draft.replaces || draft.rules.length > 0 || draft.extraDates.length > 0) return false;
    if (draft.key !== draft.uid || draft.start.date || this.#held.has(draft.key)) return false;
    const known = (tzid: string | undefined) => tzid !== undefined && this.#zones.named(tzid) !== null;
    return known(draft.start.tzid) && (!draft.end || draft.end.tzid === '' || known(draft.end.tzid));
  }

  #hold(draft: Draft): void {
    const others = this.#held.get(draft.key);
    if (this.#heldCount >= LIMITS.heldEvents || (others?.length ?? 0) >= LIMITS.seriesEvents) {
      this.#skip('too-big', draft.title);
      return;
    }
    this.#heldCount++;
    // The parts of a series mostly say the same: keep the words once.
    const twin = others?.[0];
    if (twin?.description === draft.description) draft.description = twin.description;
    else if (this.#heldText + draft.description.length > LIMITS.heldText) draft.description = '';
    else this.#heldText += draft.description.length;
    if (others) others.push(draft);
    else this.#held.set(draft.key, [draft]);
  }

  #add(built: Built, title: string): void {
    if (built.endless) this.#skip('endless-rule', title);
    if (!built.series) return;
    const count = built.series.occurrences.length;
    if (this.#totalOccurrences + count > LIMITS.totalOccurrences) {
      this.#skip('too-big', title);
      return;
    }
    this.#totalOccurrences += count;
    this.#batchOccurrences += count;
    this.#found++;
    this.#batch.push(built.series);
  }

  #skip(reason: SkipReason, title: string): void {
    const known = this.#skipped.get(reason);
    if (!known) this.#skipped.set(reason, { reason, count: 1, example: title });
    else {
      known.count++;
      known.example ||= title;
    }
  }
}

/**
 * Whether an event can have anything to do with the window, its zone not yet known. What cannot is let go at once,
 * so that a file of twenty years costs the memory of its window.
 */
function mayTouch(draft: Draft, window: { from: number; to: number }): boolean {
  const from = window.from - 2 * DAY_MS;
  const to = window.to + 2 * DAY_MS;
  const start = draft.start.wall;
  if (draft.andFollowing || draft.extraDates.length > 0) return true;
  const length = Math.max(draft.lengthMs ?? 0, (draft.end?.wall ?? start) - start, 0);
  const near = (wall: number) => wall <= to && wall + length >= from;
  if (draft.replaces) return near(start) || near(draft.replaces.wall);
  if (draft.rules.length === 0) return near(start);
  const ended = draft.rules.every((rule) => rule.until && rule.until.wall + DAY_MS + length < from);
  return start <= to && !ended;
}
