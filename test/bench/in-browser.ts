/**
 * What benchmarks call in an extension page: the product's own modules, and the bare ical.js beside them. Bundled by
 * `bundle.ts`; put under `globalThis.bench`.
 */
import ICAL from 'ical.js';
import type { Series } from '../../lib/calendar/event.ts';
import { readCalendar } from '../../lib/calendar/ics/read-calendar.ts';
import { spot } from '../../lib/calendar/spot/spot.ts';
import { readingWindow } from '../../lib/calendar/sync/reading-window.ts';
import type { Fact } from '../../lib/fact/fact.ts';
import { Database, database } from '../../lib/store/database.ts';
import { ingest } from '../../lib/store/ingest.ts';
import { openDatabase } from '../../lib/store/open.ts';
import { importFile } from '../../lib/store/sources.ts';
import { bigCalendar } from '../builders/ics.ts';

/** In the spring of the calendar's year, so that the window that is read covers all of it. */
const NOW = Date.UTC(2026, 1, 20);
const window = readingWindow(NOW);

const texts = new Map<number, string>();
/** The same 10,000 events in every run. */
function calendar(events: number): string {
  const text = texts.get(events) ?? bigCalendar({ events, seed: 2026, year: 2026 });
  texts.set(events, text);
  return text;
}

async function timed(task: () => unknown): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

/** ms that ical.js takes to parse; nothing is made of it. */
const parse = (events: number): Promise<number> => {
  const text = calendar(events);
  return timed(() => ICAL.parse(text));
};

/** ms that ical.js takes to parse and to expand every rule within the window that is read. */
async function parseAndExpand(events: number): Promise<{ ms: number; occurrences: number }> {
  const text = calendar(events);
  const from = ICAL.Time.fromJSDate(new Date(window.from), true);
  const to = ICAL.Time.fromJSDate(new Date(window.to), true);
  let occurrences = 0;
  const ms = await timed(() => {
    const all = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const moved = Map.groupBy(
      all.filter((one) => one.hasProperty('recurrence-id')),
      (one) => String(one.getFirstPropertyValue('uid')),
    );
    for (const component of all) {
      if (component.hasProperty('recurrence-id')) continue;
      const exceptions = moved.get(String(component.getFirstPropertyValue('uid'))) ?? [];
      const event = new ICAL.Event(component, { exceptions });
      if (!event.isRecurring()) {
        occurrences += 1;
        continue;
      }
      const iterator = event.iterator();
      for (let next = iterator.next(); next && next.compare(to) < 0; next = iterator.next()) {
        if (next.compare(from) < 0) continue;
        event.getOccurrenceDetails(next);
        occurrences += 1;
      }
    }
  });
  return { ms, occurrences };
}

const readSeries = new Map<number, readonly Series[]>();
async function series(events: number): Promise<readonly Series[]> {
  const known = readSeries.get(events);
  if (known) return known;
  const read = await readCalendar(calendar(events), {
    sourceId: 'bench',
    window,
    localZone: 'Europe/Berlin',
  });
  if (!read.ok) throw new Error(read.reason);
  readSeries.set(events, read.series);
  return read.series;
}

/** ms to spot circles among all series of the calendar. */
async function spotAll(events: number): Promise<{ ms: number; circles: number; series: number }> {
  const all = await series(events);
  let circles = 0;
  const ms = await timed(() => {
    for (const one of all) if (spot(one, []).verdict === 'circle') circles += 1;
  });
  return { ms, circles, series: all.length };
}

/** ms from the file to the last row on disk, as "Calendar file (.ics)" does it, into a database of its own. */
async function importAll(events: number): Promise<{ ms: number; found: number }> {
  const content = new Blob([calendar(events)], { type: 'text/calendar' });
  const db = new Database(`bench-${crypto.randomUUID()}`, () => NOW);
  await openDatabase(db);
  let found = 0;
  const ms = await timed(async () => {
    const result = await importFile(db, { name: 'busy.ics', content }, { now: NOW });
    if (!result.ok) throw new Error(result.reason);
    found = result.found;
  });
  await db.delete();
  return { ms, found };
}

/** Merges facts into this profile's own database, as an import does. */
async function seed(facts: readonly Fact[]): Promise<number> {
  const db = database();
  const failure = await openDatabase(db);
  if (failure) throw new Error(failure);
  return (await ingest(db, facts)).added;
}

const bench = { parse, parseAndExpand, spotAll, importAll, seed };
export type BenchPage = typeof bench;
Object.assign(globalThis, { bench });
