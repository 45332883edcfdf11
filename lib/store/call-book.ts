import type { CallBook } from '../call/call-book.ts';
import { callCode } from '../circle/circle.ts';
import type { Database } from './database.ts';
import { isShut } from './open.ts';
import { rowsOf } from './rows-of.ts';
import { upcoming } from './schedule.ts';

const HOUR_MS = 60 * 60 * 1000;
/** The rarest circles meet once in so long. */
const QUARTER_MS = 100 * 24 * HOUR_MS;

/** Hosts trim titles and join their spaces. */
const plain = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase();

/** What the call page asks about circles, answered from the database; while that is locked, no circle is found. */
export function callBook(db: Database): CallBook {
  return {
    async circleByCode(host, code) {
      if (await isShut(db)) return null;
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
    async circleByTitle(title, now) {
      if (await isShut(db)) return null;
      const wanted = plain(title);
      const found: string[] = [];
      for (const circle of await db.circles.toArray()) {
        if (circle.archived) continue;
        const series = await rowsOf(db.series, 'key', circle.seriesKeys);
        const titles = [circle.name, ...series.map((row) => row.title)];
        if (titles.some((one) => plain(one) === wanted)) found.push(circle.id);
      }
      const [circleId] = found;
      if (circleId === undefined || found.length > 1) return null;
      const [next] = await upcoming(db, now, now + QUARTER_MS, circleId);
      return { circleId, next: next?.start ?? null };
    },
    async scheduledAround(now) {
      if (await isShut(db)) return [];
      return upcoming(db, now - 2 * HOUR_MS, now + HOUR_MS);
    },
  };
}
