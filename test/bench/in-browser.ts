/**
 * What benchmarks call in an extension page: the product's own modules, and the bare ical.js beside them. Bundled by
 * `bundle.ts`; put under `globalThis.bench`.
 */
import ICAL from 'ical.js';
import type { Fact } from '../../lib/fact/fact.ts';
import { Database, database } from '../../lib/store/database.ts';
import { ingest } from '../../lib/store/ingest.ts';
import { openDatabase } from '../../lib/store/open.ts';
import { importFile } from '../../lib/store/sources.ts';
import { EVENTS, WORKER } from './calendar-bench.ts';
import { type CalendarRun, calendar, NOW, runs, timed, window } from './in-calendar.ts';

/** The first time in this page. */
const parse = (events: number) => runs.parse(events, 1).then(({ ms }) => ms[0] ?? 0);
const spotAll = (events: number) => runs.spotAll(events, 1);

/**
 * The same in a worker of its own, from a script that lies beside the extension's: so imports run. Each time the task
 * is done `times` times over; the first is what people wait for.
 */
function inWorker<W extends CalendarRun['what']>(
  run: CalendarRun & { what: W },
): Promise<Awaited<ReturnType<(typeof runs)[W]>>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(`/${WORKER}`);
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    worker.addEventListener('message', ({ data }) => {
      worker.terminate();
      resolve(data);
    });
    worker.postMessage(run);
  });
}
const parseInWorker = (times: number) => inWorker({ what: 'parse', events: EVENTS, times });
const spotInWorker = (times: number) => inWorker({ what: 'spotAll', events: EVENTS, times });

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

const bench = { parse, parseAndExpand, spotAll, parseInWorker, spotInWorker, importAll, seed };
export type BenchPage = typeof bench;
Object.assign(globalThis, { bench });
