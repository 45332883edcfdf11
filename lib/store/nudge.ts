import { liveQuery } from 'dexie';
import type { ContractRow } from '../contract/contract.ts';
import { NUDGE_LATE_MS, type Nudge, type Nudged, noteNudged, nudgeKey, nudgesAt } from '../contract/nudge.ts';
import { joinSome, myAskedContracts } from './contracts.ts';
import type { Database } from './database.ts';
import { upcomingForMe } from './schedule.ts';

/** When I want a word before a circle's next meeting: so many days before it, at this minute of the day. */
export interface CircleNudge {
  circleId: string;
  days: number;
  /** Minutes since midnight, local. */
  minute: number;
}

/** What a nudge may say; neutral words need no more than `open`. */
export interface SpokenNudge {
  nudge: Nudge;
  /** The contracts it is about that are still open. */
  contracts: readonly ContractRow[];
  circleName: string;
}

/** The browser's side, given by `lib/platform`. */
export interface NudgeWorld {
  circles(): Promise<readonly CircleNudge[]>;
  maySpeak(): Promise<boolean>;
  show(spoken: SpokenNudge): Promise<void>;
}

const DAY_MS = 24 * 60 * 60_000;
/** A day more than the longest lead, and room for a circle that meets once a month. */
const AHEAD_MS = 40 * DAY_MS;
const KEY = 'nudges.told';

/**
 * Shows the nudges that are due: of contracts of mine that are open still, and of circles where any is. Each is noted before
 * it is shown, so that it comes once; one the browser refuses is tried at the next look.
 * To be called by one context only, and not twice at once.
 * @returns when to call again, UTC ms; null when a change has to come first.
 */
export async function nudge(
  db: Database,
  world: NudgeWorld,
  timeZone: string = Temporal.Now.timeZoneId(),
): Promise<number | null> {
  const now = db.now();
  const [asides, wanted] = [await db.asides.where('nudge').above('').toArray(), await world.circles()];
  // Nothing more is asked where nobody wants any: this runs at every look.
  if (asides.length === 0 && wanted.length === 0) return null;
  const open = await joinSome(db, await myAskedContracts(db));
  const byId = new Map(open.map((row) => [row.id, row]));
  const nudges: Nudge[] = asides.flatMap(({ id, nudge: local }) => {
    const row = byId.get(id);
    const at = local === null ? null : instantOf(Temporal.PlainDateTime.from(local), timeZone);
    return row && at !== null
      ? [{ kind: 'contract' as const, circleId: row.circleId, id, at, until: at + NUDGE_LATE_MS }]
      : [];
  });
  for (const one of wanted) nudges.push(...(await beforeMeetings(db, one, open, now, timeZone)));

  const { due, nextAt } = nudgesAt(nudges, await readTold(db), now);
  if (due.length === 0 || !(await world.maySpeak())) return nextAt;
  for (const one of due) {
    await changeTold(db, (told) => noteNudged(told, one, now));
    const contracts = open.filter((row) =>
      one.kind === 'contract' ? row.id === one.id : row.circleId === one.circleId,
    );
    const circleName = (await db.circles.get(one.circleId))?.name ?? '';
    try {
      await world.show({ nudge: one, contracts, circleName });
    } catch {
      await changeTold(db, (told) => told.filter(({ key }) => key !== nudgeKey(one)));
    }
  }
  return nextAt;
}

const instantOf = (local: Temporal.PlainDateTime, timeZone: string): number =>
  local.toZonedDateTime(timeZone).epochMilliseconds;

async function beforeMeetings(
  db: Database,
  { circleId, days, minute }: CircleNudge,
  open: readonly ContractRow[],
  now: number,
  timeZone: string,
): Promise<Nudge[]> {
  if (days <= 0 || !open.some((row) => row.circleId === circleId)) return [];
  return (await upcomingForMe(db, now, now + AHEAD_MS, circleId)).flatMap(({ meetingId, start }) => {
    const day = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone).toPlainDate();
    const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
    const at = instantOf(day.subtract({ days }).toPlainDateTime(time), timeZone);
    return start <= now
      ? []
      : [
          {
            kind: 'circle' as const,
            circleId,
            id: meetingId,
            at,
            until: Math.min(at + NUDGE_LATE_MS, start),
          },
        ];
  });
}

/**
 * Calls `changed` whenever another nudge is wanted, or not any more. Returns how to stop.
 * @param isNew whether what is wanted already is news, too.
 */
export function followNudges(db: Database, changed: () => void, isNew = true): () => void {
  let last: string | null = isNew ? '' : null;
  const subscription = liveQuery(() => db.asides.where('nudge').above('').toArray()).subscribe({
    next: (rows) => {
      const now = rows.map(({ id, nudge: at }) => `${id} ${at}`).join('\n');
      if (last !== null && now !== last) changed();
      last = now;
    },
    // A database that cannot be read is said by the screens.
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}

const readTold = async (db: Database): Promise<readonly Nudged[]> => parse((await db.meta.get(KEY))?.value);

const changeTold = (db: Database, change: (told: readonly Nudged[]) => readonly Nudged[]): Promise<void> =>
  db.transaction('rw', db.meta, async () => {
    const told = change(parse((await db.meta.get(KEY))?.value));
    await db.meta.put({ key: KEY, value: JSON.stringify(told) });
  });

/** Written by {@link changeTold} alone. */
const parse = (value: string | number | undefined): readonly Nudged[] =>
  typeof value === 'string' ? (JSON.parse(value) as readonly Nudged[]) : [];
