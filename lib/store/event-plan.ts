import { circleFormat } from '../circle/circle.ts';
import { presentMembers } from '../circle/member.ts';
import { rolesToCome } from '../circle/roles-to-come.ts';
import { MEETING_ROLES, type MeetingRole } from '../meeting/facts.ts';
import type { Format } from '../meeting/format.ts';
import { isoDay } from '../platform/iso-day.ts';
import { loadCircle } from './circles.ts';
import { comingOf } from './coming.ts';
import type { Database } from './database.ts';

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
  /** With roles; null where there is nobody to have one, or no date is known. */
  next: { originalStart: number; start: number; plan: EventPlan } | null;
}

/** What is to stand in a circle's event as of `now` (UTC ms); null where there is no such circle in use. */
export async function eventPlans(db: Database, circleId: string, now: number): Promise<EventPlans | null> {
  const loaded = await loadCircle(db, circleId);
  if (!loaded || loaded.circle.archived) return null;
  const { circle, members } = loaded;
  const { ahead, held, count } = await comingOf(db, circleId, now);
  const at = ahead.findIndex(({ one }) => one.start >= now);
  const next = ahead[at]?.one;
  const link = circle.links.find((one) => one.kind === 'call');
  const series: EventPlan = {
    format: circleFormat(circle, count + 1),
    lengthMin: circle.lengthMin,
    present: presentMembers(members).map((member) => member.id),
    joinUrl: next?.call?.url ?? (link?.kind === 'call' ? link.url : null),
    roles: [],
  };
  // As the circle's page and the sidebar have them: by turns, unless the circle chose or swapped.
  const rota = rolesToCome(
    members,
    held,
    ahead.map(({ one, row }, i) => ({ row, number: count + 1 + i, on: isoDay(one.start) })),
  )[at]?.roles;
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const roles = MEETING_ROLES.flatMap((role) => {
    const name = names.get(rota?.[role] ?? '');
    return name === undefined ? [] : [{ role, name }];
  });
  return {
    series,
    next:
      next && roles.length > 0
        ? { originalStart: next.originalStart, start: next.start, plan: { ...series, roles } }
        : null,
  };
}
