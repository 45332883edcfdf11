import { describe, expect, it } from 'vitest';
import { freshDatabase } from '@/test/builders/database';
import { assertSound, type CourseStore } from '@/test/builders/memory-calendar-store';
import { checkCalendars, freshRow } from '@/test/soak/calendar-course';
import { SOAK_MS, soakRuns } from '@/test/soak/runs';
import type { Series } from '../calendar/event.ts';
import { calendarStore } from './calendar-store.ts';
import type { Database } from './database.ts';

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
      const [rows, chunks] = await Promise.all([db.series.toArray(), db.chunks.toArray()]);
      const all: Series[] = [...rows, ...chunks.flatMap((chunk) => chunk.series)];
      const byKey = new Map(all.map((one) => [one.key, one]));
      if (byKey.size !== all.length) throw new Error('a series is there twice');
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
