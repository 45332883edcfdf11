import { fairShares } from './fair-shares.ts';
import type { MeetingRow } from './meeting.ts';
import { askedMs, MINUTE_MS } from './plan.ts';
import { workUsed } from './view.ts';

/** What of a meeting decides about time that comes back: ms by member. */
export interface HeldTime {
  /** Those who had a turn of work coming, used it or not, and those who gave theirs away. */
  members: readonly string[];
  asked: ReadonlyMap<string, number>;
  used: ReadonlyMap<string, number>;
  gave: ReadonlySet<string>;
}

/** No meeting counts for more than this, and nobody is ever further from even. */
const MEETING_CAP_MS = 6 * MINUTE_MS;
export const BALANCE_CAP_MS = 10 * MINUTE_MS;
/** What is kept from one meeting to the next: what is long ago is let go. */
const KEPT = 0.75;
/** Of a balance comes back at the next meeting, so much at the most, and less is not worth a word. */
const BACK = 0.5;
const BACK_CAP_MS = 2 * MINUTE_MS;
const BACK_LEAST_MS = MINUTE_MS;
const BACK_STEP_MS = MINUTE_MS / 2;
/** And never more than this part of an equal turn. */
const BACK_OF_TURN = 0.25;

/** The time of a meeting that was held; null when nobody had a turn of their own at work. */
export function heldTime(row: MeetingRow): HeldTime | null {
  const { run } = row;
  if (!run) return null;
  const used = workUsed(run, run.endedAt ?? run.aliveAt);
  const planned = run.plan.flatMap((step) => (step.kind === 'work' && step.member ? [step.member] : []));
  if (planned.length === 0 || used.size === 0) return null;
  const away = (member: string) => ['away', 'left'].includes(row.presence[member]?.presence ?? 'here');
  const gave = new Set(Object.keys(row.gave ?? {}).filter((member) => !away(member)));
  return {
    members: [...new Set([...planned, ...used.keys(), ...gave])].sort(),
    asked: askedMs(row.asked),
    used,
    gave,
  };
}

/**
 * How far each had less (positive) or more than an even part of one meeting, in whole ms that sum to zero. Who asked
 * for less than an even part wanted no more; what they left makes nobody a debtor.
 * @param capMs all are scaled down so that nobody's is more.
 */
export function unevenness(
  { members, asked, used, gave }: HeldTime,
  capMs: number = MEETING_CAP_MS,
): Map<string, number> {
  const had = (member: string) => used.get(member) ?? 0;
  const evenMs = members.reduce((sum, member) => sum + had(member), 0) / Math.max(1, members.length);
  const raw = members.map((member) => {
    const wished = gave.has(member) ? evenMs : Math.min(evenMs, asked.get(member) ?? evenMs);
    return wished - had(member);
  });
  const less = raw.reduce((sum, ms) => sum + Math.max(0, ms), 0);
  const more = raw.reduce((sum, ms) => sum - Math.min(0, ms), 0);
  const owed = raw.map((ms) => (ms < 0 && more > 0 ? (ms * less) / more : ms));
  const scale = Math.min(1, capMs / Math.max(1, ...owed.map(Math.abs)));
  const whole = owed.map((ms) => Math.round(ms * scale));
  const rest = whole.reduce((sum, ms) => sum + ms, 0);
  return new Map(members.map((member, i) => [member, (whole[i] ?? 0) - (i === 0 ? rest : 0)]));
}

/** How much of the time of a meeting went to others than even parts would give it to, ms, of how much in all. */
export interface MovedTime {
  movedMs: number;
  allMs: number;
}

/** What somebody gave away, or did not ask for, is meant to be uneven: it is not counted as moved. */
export function movedTime(time: HeldTime): MovedTime {
  const short = [...unevenness(time, Number.POSITIVE_INFINITY)].filter(
    ([member, ms]) => ms > 0 && !time.gave.has(member),
  );
  return {
    movedMs: short.reduce((sum, [, ms]) => sum + ms, 0),
    allMs: [...time.used.values()].reduce((sum, ms) => sum + ms, 0),
  };
}

/**
 * What is owed to each (positive) or was had beyond the even part, ms, after a row of meetings, the earliest first.
 * It fades from meeting to meeting, stays within {@link BALANCE_CAP_MS}, and sums to zero; whoever was not at a
 * meeting keeps what they had before it.
 */
export function balances(meetings: readonly HeldTime[]): Map<string, number> {
  const now = new Map<string, number>();
  for (const meeting of meetings) {
    const change = unevenness(meeting);
    const { members } = meeting;
    const before = (member: string) => now.get(member) ?? 0;
    const sum = members.reduce((all, member) => all + before(member), 0);
    const mean = sum / Math.max(1, members.length);
    const wanted = new Map(
      members.map((member) => [
        member,
        Math.round(mean + KEPT * (before(member) - mean)) + (change.get(member) ?? 0),
      ]),
    );
    for (const [member, ms] of within(members, wanted, sum)) now.set(member, ms);
  }
  return now;
}

/** The nearest to `wanted` that sums to `sum` with nobody beyond the cap. */
function within(members: readonly string[], wanted: ReadonlyMap<string, number>, sum: number) {
  const up = (ms: number) => ms + BALANCE_CAP_MS;
  const { ms } = fairShares(
    sum + members.length * BALANCE_CAP_MS,
    members,
    new Map(members.map((member) => [member, 2 * BALANCE_CAP_MS])),
    0,
    { extra: new Map([...wanted].map(([member, one]) => [member, up(one)])) },
  );
  return [...ms].map(([member, one]): [string, number] => [member, one - BALANCE_CAP_MS]);
}

/** Time that comes back to a member at the next meeting, and why. */
export interface TimeBack {
  member: string;
  ms: number;
  /** They gave a turn away last time; they had less than the others last time; or in earlier meetings. */
  why: 'gave' | 'last' | 'earlier';
}

/**
 * Who gets how much more at the next meeting: a part of what is owed, in half minutes, the same whoever is listed
 * first. Nobody has less because of it but for the part that all leave to them evenly.
 * @param meetings the earliest first. @param turnMs an equal turn of that meeting.
 */
export function timeBack(meetings: readonly HeldTime[], here: readonly string[], turnMs: number): TimeBack[] {
  const owed = balances(meetings);
  const last = meetings.at(-1);
  const change = last ? unevenness(last) : new Map<string, number>();
  const mostMs = Math.min(BACK_CAP_MS, BACK_OF_TURN * turnMs);
  return here.flatMap((member): TimeBack[] => {
    const back = Math.min(mostMs, BACK * (owed.get(member) ?? 0));
    const ms = Math.floor(back / BACK_STEP_MS) * BACK_STEP_MS;
    if (ms < BACK_LEAST_MS) return [];
    const why = last?.gave.has(member) ? 'gave' : (change.get(member) ?? 0) > 0 ? 'last' : 'earlier';
    return [{ member, ms, why }];
  });
}
