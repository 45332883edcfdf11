import { MINUTE_MS } from './plan.ts';

/** `early`: well before, the day before at first. `soon`: when it is time to go there. */
export const REMINDER_KINDS = ['early', 'soon'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** Minutes before the start, for each kind; 0: never. */
export type ReminderLeads = Readonly<Record<ReminderKind, number>>;

/** A meeting one may be reminded of. Instants are UTC ms. */
export interface RemindedMeeting {
  circleId: string;
  meetingId: string;
  start: number;
  lengthMs: number;
  /** It was begun, whatever the calendar says. */
  hasBegun: boolean;
  /** The member is where the circle meets: its call is open in a tab, or a meeting without a date is being held. */
  isThere: boolean;
}

/** A notification to show, or not to. */
export interface Reminder {
  circleId: string;
  meetingId: string;
  kind: ReminderKind;
  /** When the meeting begins. */
  start: number;
  /** When the reminder was to come. */
  at: number;
}

/** What is remembered of a reminder, so that it never comes twice. */
export interface Told {
  circleId: string;
  meetingId: string;
  kind: ReminderKind;
  start: number;
  /** When it was told. */
  at: number;
  /** How often it was tried; without `done` somebody stopped us in the middle. */
  tries: number;
  /** Shown, or left out on purpose. */
  done: boolean;
}

export interface ReminderRound {
  /** To be shown now. */
  due: readonly Reminder[];
  /** To be taken as told without a word: the member knows, or a nearer one says the same. */
  needless: readonly Reminder[];
  /** When to look again; null when there is nothing to wait for. */
  nextAt: number | null;
}

/** Alarms and clocks are a little off; nobody minds a reminder these few ms early. */
const JITTER_MS = 5_000;
/** A computer that slept is told of a meeting tomorrow as long as it is more than this away … */
const STILL_EARLY_MS = 60 * MINUTE_MS;
/** … or, where somebody wants to be told just then, as long as it is not later than this. */
const LATE_MS = 15 * MINUTE_MS;
/** A meeting that was put off by more than half the lead is news; by less, what was said is near enough. */
const STILL_TRUE = 1.5;
/** A worker that is stopped twice while it shows the same notification will not do better a third time. */
const TRIES = 2;
const RETRY_MS = 30_000;
/** No hour is told of whole days (23 h where clocks change), so there is no "soon" either. */
const WHOLE_DAY_MS = 23 * 60 * MINUTE_MS;

/** Whether a meeting is a whole day, or several, of a calendar. */
export const isWholeDay = ({ lengthMs }: { readonly lengthMs: number }): boolean => lengthMs >= WHOLE_DAY_MS;

/**
 * Which reminders are due at `now`, and when to look again.
 * @param meetings those of circles in use, the muted ones left out; a meeting that was ended or cancelled is none.
 * @param told what was told before; its order does not matter.
 */
export function remindersAt(
  meetings: readonly RemindedMeeting[],
  leads: ReminderLeads,
  told: readonly Told[],
  now: number,
): ReminderRound {
  const due: Reminder[] = [];
  const needless: Reminder[] = [];
  let nextAt = Number.POSITIVE_INFINITY;
  for (const meeting of once(meetings)) {
    const open = remindersOf(meeting, leads).filter((one) => !isTold(one, told));
    const ripe = open.filter((one) => one.at <= now + JITTER_MS && now < latest(one));
    for (const one of open) if (one.at > now + JITTER_MS) nextAt = Math.min(nextAt, one.at);
    // The nearest says it all: after a long sleep, or where both are wanted at the same time.
    const [said, ...older] = ripe.toSorted((a, b) => nearness(b) - nearness(a));
    if (!said) continue;
    needless.push(...older);
    if (meeting.hasBegun || (meeting.isThere && said.kind === 'soon')) needless.push(said);
    else {
      due.push(said);
      nextAt = Math.min(nextAt, now + RETRY_MS);
    }
  }
  const byTime = (a: Reminder, b: Reminder) => a.start - b.start || (a.meetingId < b.meetingId ? -1 : 1);
  return {
    due: due.sort(byTime),
    needless: needless.sort(byTime),
    nextAt: Number.isFinite(nextAt) ? nextAt : null,
  };
}

const nearness = ({ kind }: Reminder): number => REMINDER_KINDS.indexOf(kind);

/** A circle that two calendars have at the same time, under two ids, meets once. */
function once(meetings: readonly RemindedMeeting[]): RemindedMeeting[] {
  const same = Map.groupBy(meetings, ({ circleId, start }) => `${circleId}\n${start}`);
  return [...same.values()].flatMap((copies) => {
    const [first] = copies.toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1));
    if (!first) return [];
    const hasBegun = copies.some((copy) => copy.hasBegun);
    return [{ ...first, hasBegun }];
  });
}

/** The lead of a kind in ms; 0 also for what a broken setting may hold. */
const leadMs = (leads: ReminderLeads, kind: ReminderKind): number =>
  Number.isFinite(leads[kind]) && leads[kind] > 0 ? leads[kind] * MINUTE_MS : 0;

function remindersOf(meeting: RemindedMeeting, leads: ReminderLeads): Reminder[] {
  const { circleId, meetingId, start } = meeting;
  const kinds = isWholeDay(meeting) ? (['early'] as const) : REMINDER_KINDS;
  return kinds.flatMap((kind) => {
    const lead = leadMs(leads, kind);
    return lead > 0 ? [{ circleId, meetingId, kind, start, at: start - lead }] : [];
  });
}

/** From when on (UTC ms) a reminder comes too late. */
function latest({ kind, start, at }: Reminder): number {
  switch (kind) {
    case 'early':
      return Math.max(start - STILL_EARLY_MS, Math.min(at + LATE_MS, start));
    case 'soon':
      return start;
    default:
      return kind satisfies never;
  }
}

/** Whether this was told: of this start, or of one so near before it that it need not be told again. */
function isTold(one: Reminder, told: readonly Told[]): boolean {
  return told.some((row) => {
    if (row.kind !== one.kind || !isSettled(row)) return false;
    if (row.start === one.start) return row.circleId === one.circleId;
    return row.meetingId === one.meetingId && one.start - row.at <= STILL_TRUE * (one.start - one.at);
  });
}

const isSettled = ({ done, tries }: Told): boolean => done || tries >= TRIES;

/** Long enough that a clock that was wrong for a while brings nothing back. */
const REMEMBER_MS = 35 * 24 * 60 * MINUTE_MS;

/**
 * Notes that `reminders` are told at `now` (`done`: they were shown, or are left out; otherwise they are about to be),
 * and forgets what lies five weeks back. @returns the new list; the old one stays as it is.
 */
export function noteTold(
  told: readonly Told[],
  reminders: readonly Reminder[],
  done: boolean,
  now: number,
): Told[] {
  const rows = new Map(told.map((row) => [keyOf(row), row]));
  for (const one of reminders) {
    const before = rows.get(keyOf(one));
    const { circleId, meetingId, kind, start } = one;
    const tries = (before?.tries ?? 0) + (done ? 0 : 1);
    rows.set(keyOf(one), { circleId, meetingId, kind, start, at: now, tries, done });
  }
  return [...rows.values()].filter((row) => Math.max(row.start, row.at) > now - REMEMBER_MS);
}

const keyOf = ({ meetingId, kind, start }: Reminder | Told): string => `${meetingId}\n${kind}\n${start}`;
