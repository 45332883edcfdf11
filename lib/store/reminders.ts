import { liveQuery } from 'dexie';
import type { CallLink } from '../calendar/event.ts';
import type { Told } from '../meeting/reminders.ts';
import { viewMeeting } from '../meeting/view.ts';
import { openContracts } from './contracts.ts';
import type { Database } from './database.ts';
import { type Upcoming, upcoming, upcomingForMe } from './schedule.ts';

/** A meeting to come, with what a reminder has to know. Instants are UTC ms. */
export interface Coming {
  circleId: string;
  meetingId: string;
  start: number;
  lengthMs: number;
  call: CallLink | null;
  circleName: string;
  /** It was begun. */
  hasBegun: boolean;
  /** A meeting of the circle is being held just now, this one or one without a date. */
  isMeeting: boolean;
}

/** A day more than the longest lead that can be chosen. */
const AHEAD_MS = 3 * 24 * 60 * 60 * 1000;

/** What one may be reminded of: meetings of circles in use that the member did not leave, and did not decline. */
export async function comingMeetings(db: Database, now: number): Promise<Coming[]> {
  const coming = await upcomingForMe(db, now, now + AHEAD_MS);
  if (coming.length === 0) return [];
  const ids = [...new Set(coming.map((one) => one.circleId))];
  const circles = await db.circles.bulkGet(ids);
  const known = await Promise.all(
    ids.map(async (id, index) => {
      const running = await db.meetings.where('[circleId+phase]').equals([id, 'running']).toArray();
      const on = running.filter((row) => viewMeeting(row, now).phase === 'running');
      return { id, name: circles[index]?.name, on };
    }),
  );
  const byId = new Map(known.map((one) => [one.id, one]));
  return coming.flatMap(({ circleId, meetingId, start, lengthMs, call }) => {
    const circle = byId.get(circleId);
    if (circle?.name === undefined) return [];
    const hasBegun = circle.on.some((row) => row.id === meetingId);
    const isMeeting = circle.on.length > 0;
    return [{ circleId, meetingId, start, lengthMs, call, circleName: circle.name, hasBegun, isMeeting }];
  });
}

/** One meeting to come as it is now; null when it was cancelled, is over, or is not known any more. */
export async function comingMeeting(
  db: Database,
  circleId: string,
  meetingId: string,
  now: number,
): Promise<Upcoming | null> {
  const coming = await upcoming(db, now, now + AHEAD_MS, circleId);
  return coming.find((one) => one.meetingId === meetingId) ?? null;
}

/** How many of my contracts are open in a circle, private ones too; all of the circle's while I did not say who I am. */
export async function countOpen(db: Database, circleId: string): Promise<number> {
  const [open, self] = await Promise.all([openContracts(db, circleId), db.selves.get(circleId)]);
  return self ? open.filter((one) => one.memberId === self.memberId).length : open.length;
}

/**
 * Calls `changed` once at first and whenever what is to come may be another: after a calendar was read, a circle made,
 * linked, archived, a meeting moved or ended, in any page. It does not wake a sleeping worker.
 */
export function followComing(db: Database, changed: () => void): () => void {
  // A calendar being read changes much that has nothing to do with a circle.
  let last = '';
  const subscription = liveQuery(() => comingMeetings(db, db.now())).subscribe({
    next: (coming) => {
      const now = JSON.stringify(coming);
      if (now !== last) changed();
      last = now;
    },
    // A database that cannot be read is said by the screens.
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}

/** Beside the settings that content scripts may read it would tell them when a circle meets. */
const KEY = 'reminders.told';

/** What was told, as {@link changeTold} keeps it. */
export async function readTold(db: Database): Promise<readonly Told[]> {
  return parse((await db.meta.get(KEY))?.value);
}

/** Changes what was told, in one transaction. Resolves to the new list once it is on disk. */
export function changeTold(
  db: Database,
  change: (told: readonly Told[]) => readonly Told[],
): Promise<readonly Told[]> {
  return db.transaction('rw', db.meta, async () => {
    const told = change(parse((await db.meta.get(KEY))?.value));
    await db.meta.put({ key: KEY, value: JSON.stringify(told) });
    return told;
  });
}

/** Written by {@link changeTold} alone. */
const parse = (value: string | number | undefined): readonly Told[] =>
  typeof value === 'string' ? (JSON.parse(value) as readonly Told[]) : [];
