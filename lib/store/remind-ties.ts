import { liveQuery } from 'dexie';
import { dayIn, tieReminder } from '../network/due.ts';
import type { Database } from './database.ts';

/** What the browser does for it, given by `lib/platform`. */
export interface TieReminderWorld {
  /** Whether the member switched it on. */
  isWanted(): Promise<boolean>;
  maySpeak(): Promise<boolean>;
  /** Shows a notification that names nobody. */
  show(): Promise<void>;
}

/** The last day (ISO) up to which one was reminded. This device's own, as what was told of meetings. */
const KEY = 'ties.told';

/**
 * Reminds of words that became due, at most once a day, where the member wants it. What was due before it was switched
 * on is not told: it stands in the list. Noted before it is shown, so that a stopped worker never says it twice.
 * @returns when to look again, UTC ms; null when a change has to come first.
 */
export async function remindOfTies(
  db: Database,
  world: TieReminderWorld,
  timeZone: string = Temporal.Now.timeZoneId(),
): Promise<number | null> {
  if (!(await world.isWanted())) {
    await db.meta.delete(KEY);
    return null;
  }
  const now = db.now();
  const today = dayIn(now, timeZone);
  const [ties, row] = await Promise.all([db.ties.toArray(), db.meta.get(KEY)]);
  const told = row ? String(row.value) : today;
  if (!row) await db.meta.put({ key: KEY, value: today });
  const { speak, nextAt } = tieReminder(ties, told, now, timeZone);
  if (speak && (await world.maySpeak())) {
    await db.meta.put({ key: KEY, value: today });
    try {
      await world.show();
    } catch {
      // The browser refused it; the list on the page says the same.
    }
  }
  return nextAt;
}

/** Calls `changed` once at first and whenever ties may be due at another time. It does not wake a sleeping worker. */
export function followTies(db: Database, changed: () => void): () => void {
  let last = '';
  const subscription = liveQuery(() => db.ties.toArray()).subscribe({
    next: (ties) => {
      const now = JSON.stringify(
        ties.map(({ id, contacts, rhythm, putOff }) => [id, contacts[0]?.on, rhythm, putOff]),
      );
      if (now !== last) changed();
      last = now;
    },
    // A database that cannot be read is said by the screens.
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}
