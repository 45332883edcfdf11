import {
  noteTold,
  type RemindedMeeting,
  type Reminder,
  type ReminderLeads,
  remindersAt,
  type Told,
} from '../meeting/reminders.ts';
import type { Database } from './database.ts';
import { changeTold, comingMeetings, countOpen, readTold } from './reminders.ts';

/** What a notification says: numbers and, where the member wants it, the circle's name. Nothing anybody wrote. */
export interface Spoken {
  reminder: Reminder;
  lengthMs: number;
  circleName: string;
  openContracts: number;
}

/** The browser's side of reminding, given by `lib/platform`. */
export interface ReminderWorld {
  settings(): Promise<ReminderLeads & { muted: readonly string[] }>;
  /** Whether notifications are let through, as far as the browser tells. */
  maySpeak(): Promise<boolean>;
  /** Circles in whose call the member is. */
  inCall(): Promise<ReadonlySet<string>>;
  /** The reminders that stand on the screen, or in the computer's list of notifications. */
  shown(): Promise<readonly Omit<Reminder, 'at'>[]>;
  show(spoken: Spoken): Promise<void>;
  hide(reminder: Omit<Reminder, 'at'>): Promise<void>;
}

type Named = Pick<Reminder, 'meetingId' | 'kind' | 'start'>;
const isSame = (a: Named, b: Named): boolean =>
  a.meetingId === b.meetingId && a.kind === b.kind && a.start === b.start;

/**
 * Shows the reminders that are due and takes away those that hold no more. Each is noted before it is shown, and again
 * afterwards: stopped between the two, it is tried once more unless it stands there already.
 * To be called by one context only, and not twice at once.
 * @returns when to call again, UTC ms; null when a change has to come first.
 */
export async function remind(db: Database, world: ReminderWorld): Promise<number | null> {
  const now = db.now();
  const [coming, settings, inCall, shown] = await Promise.all([
    comingMeetings(db, now),
    world.settings(),
    world.inCall(),
    world.shown(),
  ]);
  const meetings: RemindedMeeting[] = coming
    .filter((one) => !settings.muted.includes(one.circleId))
    .map(({ circleId, meetingId, start, lengthMs, hasBegun, isMeeting }) => {
      const isThere = isMeeting || inCall.has(circleId);
      return { circleId, meetingId, start, lengthMs, hasBegun, isThere };
    });

  let told = await settle(db, shown, now);
  const round = remindersAt(meetings, settings, told, now);
  if (round.needless.length > 0)
    told = await changeTold(db, (rows) => noteTold(rows, round.needless, true, now));
  const due = round.due.length > 0 && (await world.maySpeak()) ? round.due : [];
  // Those that the browser keeps back come later, or not at all; nobody waits for them.
  const silenced = round.due.filter((one) => !due.includes(one));

  for (const reminder of due) {
    const meeting = coming.find((one) => one.meetingId === reminder.meetingId);
    if (!meeting) continue;
    const { lengthMs, circleName, circleId } = meeting;
    const openContracts = await countOpen(db, circleId);
    told = await changeTold(db, (rows) => noteTold(rows, [reminder], false, now));
    try {
      await world.show({ reminder, lengthMs, circleName, openContracts });
    } catch {
      // The browser refused it; the next look tries once more.
      continue;
    }
    told = await changeTold(db, (rows) => noteTold(rows, [reminder], true, now));
  }

  const stays = (one: Omit<Reminder, 'at'>): boolean => {
    const meeting = coming.find(({ meetingId }) => meetingId === one.meetingId);
    const isReplaced = one.kind === 'early' && due.some((soon) => isSame(soon, { ...one, kind: 'soon' }));
    return meeting !== undefined && meeting.start === one.start && !meeting.hasBegun && !isReplaced;
  };
  await Promise.all(shown.filter((one) => !stays(one)).map((one) => world.hide(one)));
  return remindersAt(meetings, settings, noteTold(told, silenced, true, now), now).nextAt;
}

/** Those that were shown although nobody came to note it are noted now. */
async function settle(
  db: Database,
  shown: readonly Omit<Reminder, 'at'>[],
  now: number,
): Promise<readonly Told[]> {
  const told = await readTold(db);
  const open = told.filter((row) => !row.done && shown.some((one) => isSame(one, row)));
  if (open.length === 0) return told;
  return changeTold(db, (rows) => noteTold(rows, open, true, now));
}
