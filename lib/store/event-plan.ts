import { circleFormat } from '../circle/circle.ts';
import { presentMembers } from '../circle/member.ts';
import { MEETING_ROLES, type MeetingRole } from '../meeting/facts.ts';
import type { Format } from '../meeting/format.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';
import { upcoming } from './schedule.ts';

/** All of a circle that may stand in its event: no one's words, contracts, reports, notes or requests for time. */
export interface EventPlan {
  format: Format;
  lengthMin: number;
  /** Ids of those who are members now. */
  present: readonly string[];
  joinUrl: string | null;
  roles: readonly { role: MeetingRole; name: string }[];
}

/** What is to stand in a circle's series, and in its next date. */
export interface EventPlans {
  /** Without roles, which change from date to date. */
  series: EventPlan;
  /** With roles; null where nobody has one yet, or no date is known. */
  next: { originalStart: number; plan: EventPlan } | null;
}

/** As far ahead as circles that meet four times a year need. */
const AHEAD_MS = 120 * 24 * 60 * 60 * 1000;

/** What is to stand in a circle's event as of `now` (UTC ms); null where there is no such circle in use. */
export async function eventPlans(db: Database, circleId: string, now: number): Promise<EventPlans | null> {
  const loaded = await loadCircle(db, circleId);
  if (!loaded || loaded.circle.archived) return null;
  const { circle, members } = loaded;
  const [coming, held] = await Promise.all([
    upcoming(db, now, now + AHEAD_MS, circleId),
    db.meetings.where('[circleId+phase]').equals([circleId, 'ended']).count(),
  ]);
  const next = coming.find((one) => one.start >= now);
  const link = circle.links.find((one) => one.kind === 'call');
  const series: EventPlan = {
    format: circleFormat(circle, held + 1),
    lengthMin: circle.lengthMin,
    present: presentMembers(members).map((member) => member.id),
    joinUrl: next?.call?.url ?? (link?.kind === 'call' ? link.url : null),
    roles: [],
  };
  const stored = next && (await db.meetings.get([circleId, next.meetingId]))?.roles;
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const roles = MEETING_ROLES.flatMap((role) => {
    const name = names.get(stored?.[role] ?? '');
    return name === undefined ? [] : [{ role, name }];
  });
  return {
    series,
    next: next && roles.length > 0 ? { originalStart: next.originalStart, plan: { ...series, roles } } : null,
  };
}
