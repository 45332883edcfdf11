import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { assertSound, type CourseStore } from '@/test/builders/memory-calendar-store';
import { checkCalendars, freshRow } from '@/test/soak/calendar-course';
import { SOAK_MS, soakRuns } from '@/test/soak/runs';
import { seriesOfCalendars } from './account-series.ts';
import { calendarStore } from './calendar-store.ts';
import type { Database } from './database.ts';

/** Series that the member decided on. */
const DECIDED = [0, 1, 2, 3, 4].map((n) => `e${n}@google.com`);

/** The database as a store that tests can look into and kill. */
function watched(db: Database): CourseStore {
  const store = calendarStore(db);
  const watch: CourseStore = {
    read: store.read,
    onChange: () => undefined,
    async change(id, work) {
      watch.onChange('before');
      const result = await store.change(id, async (tx) => {
        const done = await work(tx);
        watch.onChange('inside');
        return done;
      });
      watch.onChange('after');
      return result;
    },
    async assertSound() {
      const [row, pages, buckets] = await Promise.all([
        db.calendars.get('cal'),
        db.pages.toArray(),
        db.events.toArray(),
      ]);
      assertSound({ row, pages, buckets });
    },
    async series() {
      const [rows, made] = await Promise.all([db.series.toArray(), seriesOfCalendars(db)]);
      const byKey = new Map(made.map((one) => [one.key, one]));
      if (byKey.size !== made.length) throw new Error('a series is there twice');
      // What is worth a row of its own stands there as its events make it.
      for (const { verdict: _, score: __, code: ___, ...row } of rows)
        if (JSON.stringify(row) !== JSON.stringify(byKey.get(row.key)))
          throw new Error(`the row of ${row.key} is out of date`);
      const stored = new Set(rows.map((row) => row.key));
      for (const key of DECIDED)
        if (byKey.has(key) !== stored.has(key)) throw new Error(`${key} was decided on and has no row`);
      return byKey;
    },
  };
  return watch;
}

describe('a calendar of an account in the database', () => {
  it(
    'is what the service has, whatever was edited, failed, expired or was killed on the way',
    async () => {
      const { db } = await freshDatabase();
      const makeStore = async () => {
        await Promise.all(
          [db.calendars, db.events, db.pages, db.series, db.chunks].map((table) => table.clear()),
        );
        await db.calendars.put(freshRow);
        await db.decisions.bulkPut(
          DECIDED.map((id) => ({ id, circleId: null, title: '', people: [], code: null, setBy: [] })),
        );
        return watched(db);
      };
      const { numRuns, seed } = soakRuns(15);
      await expect(
        checkCalendars({ runs: numRuns, makeStore, ...(seed === undefined ? {} : { seed }) }),
      ).resolves.toBeUndefined();
    },
    SOAK_MS,
  );
});
