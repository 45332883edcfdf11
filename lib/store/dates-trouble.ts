import type { StandingProblem } from '../calendar/sync/calendar-row.ts';
import type { Provider } from '../calendar/sync/provider.ts';
import type { CircleRow } from '../circle/circle.ts';
import type { Database } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** Why a circle's dates may be missing or out of date. */
export type DatesTrouble =
  /** Its series is in no calendar here any more: the account was disconnected, say, or the file taken out. */
  | { kind: 'gone' }
  /** All that has it are files that were read long ago, and the series goes on. `last`: start of the last date known, UTC ms. */
  | { kind: 'runsOut'; last: number }
  /** Every calendar that is read by itself and has it waits for the member. `readAt`: when it was last read, UTC ms. */
  | { kind: 'stuck'; provider: Provider; problem: StandingProblem; readAt: number | null };

/** A circle that meets every two months should still see a date, ms. */
const SOON_MS = 70 * 24 * 60 * 60 * 1000;

/** What is wrong with where a circle's dates come from; null while all is well, or nothing was linked. For live queries. */
export async function datesTrouble(
  db: Database,
  { seriesKeys }: Pick<CircleRow, 'seriesKeys'>,
): Promise<DatesTrouble | null> {
  const [copies, sources, calendars, accounts] = await db.transaction(
    'r',
    [db.series, db.sources, db.calendars, db.accounts],
    () =>
      Promise.all([
        rowsOf(db.series, 'key', seriesKeys),
        db.sources.toArray(),
        db.calendars.toArray(),
        db.accounts.toArray(),
      ]),
  );
  if (seriesKeys.length === 0) return null;
  const accountOf = (sourceId: string) =>
    accounts.find(({ id }) => id === calendars.find((one) => one.id === sourceId)?.accountId);
  if (copies.length === 0) {
    // One that is being read for the first time may have it.
    const isComing = calendars.some(
      ({ id, ticked, syncedAt }) => ticked && syncedAt === null && accountOf(id)?.problem === null,
    );
    return isComing ? null : { kind: 'gone' };
  }
  const having = sources.filter(({ id }) => copies.some((copy) => copy.sourceId === id));
  const isFollowed = having.some(({ id, kind }) => kind === 'feed' || accountOf(id)?.problem === null);
  if (isFollowed) return null;
  for (const { id, readAt } of having) {
    const account = accountOf(id);
    if (account?.problem)
      return { kind: 'stuck', provider: account.provider, problem: account.problem, readAt };
  }
  const last = Math.max(...copies.flatMap((copy) => copy.occurrences.map((date) => date.start)));
  const goesOn = copies.some(({ rule }) => rule !== '' && !/\b(?:UNTIL|COUNT)=/.test(rule));
  return goesOn && Number.isFinite(last) && last < db.now() + SOON_MS ? { kind: 'runsOut', last } : null;
}
