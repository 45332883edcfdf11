import type { CallBook } from '../call/call-book.ts';
import { callCode } from '../circle/circle.ts';
import type { Database } from './database.ts';
import { upcoming } from './schedule.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What the call page asks about circles, answered from the database. */
export function callBook(db: Database): CallBook {
  return {
    async circleByCode(host, code) {
      const wanted = callCode(host, code);
      const circle = await db.circles.where('codes').equals(wanted).first();
      if (circle && !circle.archived) return { circleId: circle.id };
      // The calendar may have given the series a new link since the circle was made.
      const rows = await db.series.where('code').equals(wanted).toArray();
      for (const row of rows) {
        const linked = await db.circles.where('seriesKeys').equals(row.key).first();
        if (linked && !linked.archived) return { circleId: linked.id };
      }
      return null;
    },
    async scheduledAround(now) {
      return upcoming(db, now - 2 * HOUR_MS, now + HOUR_MS);
    },
  };
}
