import { type CallBook, onAbout } from '../call/call-book.ts';
import { type CircleRow, callCode } from '../circle/circle.ts';
import { goesOnIn } from './circles.ts';
import type { Database } from './database.ts';
import { isShut } from './open.ts';
import { rowsOf } from './rows-of.ts';
import { upcoming, upcomingForMe } from './schedule.ts';

const HOUR_MS = 60 * 60 * 1000;
/** The rarest circles meet once in so long. */
const QUARTER_MS = 100 * 24 * HOUR_MS;

/** Hosts trim titles and join their spaces. */
const plain = (title: string): string => title.trim().replace(/\s+/g, ' ').toLowerCase();

/** What the call page asks about circles, answered from the database; while that is locked, no circle is found. */
export function callBook(db: Database): CallBook {
  return {
    async circleByCode(host, code, now) {
      if (await isShut(db)) return null;
      const [one, ...others] = await circlesAt(db, callCode(host, code));
      if (one === undefined || others.length === 0) return one === undefined ? null : { circleId: one };
      const on = onAbout(now, await upcoming(db, now - 2 * HOUR_MS, now + HOUR_MS));
      const circleId = on.find((meeting) => [one, ...others].includes(meeting.circleId))?.circleId;
      return circleId === undefined ? null : { circleId };
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
    async circleNow(circleId) {
      if (await isShut(db)) return circleId;
      return (await db.circles.get(circleId)) ? goesOnIn(db, circleId) : null;
    },
    async scheduledAround(now) {
      if (await isShut(db)) return [];
      const [from, to] = [now - 2 * HOUR_MS, now + HOUR_MS];
      const mine = new Set((await upcomingForMe(db, from, to)).map(({ meetingId }) => meetingId));
      const all = await upcoming(db, from, to);
      return all.map((one) => ({ ...one, declined: !mine.has(one.meetingId) }));
    },
  };
}

/** The circles in use that meet at a call: by their own link, or else by the one their series has by now. */
async function circlesAt(db: Database, code: string): Promise<string[]> {
  const inUse = (all: readonly CircleRow[]) => all.filter((circle) => !circle.archived).map(({ id }) => id);
  const own = inUse(await db.circles.where('codes').equals(code).toArray());
  if (own.length > 0) return own;
  // The calendar may have given the series a new link since the circle was made.
  const rows = await db.series.where('code').equals(code).toArray();
  return [
    ...new Set(
      inUse(
        await rowsOf(
          db.circles,
          'seriesKeys',
          rows.map(({ key }) => key),
        ),
      ),
    ),
  ];
}
