import { MEETING_ROLES, type MeetingRole } from './facts.ts';

export type Roles = Readonly<Record<MeetingRole, string | null>>;

/** A meeting that was held: who was there, and who had which role. */
export interface RotaPast {
  present: readonly string[];
  roles: Roles;
}

/** What is known of a meeting to come. */
export interface RotaAhead {
  /** Those who said that they will not be there. */
  away: readonly string[];
  /** Roles that were swapped with somebody. */
  duties: Readonly<Partial<Record<MeetingRole, string>>>;
  skipped: readonly { role: MeetingRole; member: string }[];
  /** Those who guide the circle then: they begin it and are not in the rota. */
  guides: readonly string[];
  /** Roles the circle has chosen for this meeting; null: nobody did. */
  chosen: Roles | null;
}

/** Why somebody has a role: it is their turn, they swapped or were chosen, somebody was skipped, they guide. */
export type RotaWhy = 'turn' | 'swapped' | 'chosen' | 'guide';

export interface RotaMeeting {
  roles: Roles;
  why: Readonly<Record<MeetingRole, RotaWhy>>;
}

/**
 * Who has which role at the meetings to come. A role goes to whoever had it longest ago, or never: on from the last
 * holder round the circle where several never had it. Nobody has two roles while somebody has none; nobody who is
 * known to be away has one while somebody is there; whoever is skipped is first in line the time after; nobody is
 * asked at their first meeting, unless it is everybody's. What the circle chose, then what was swapped, comes first.
 * @param members in the order of their seats. @param past,ahead the earliest first.
 */
export function rota(
  members: readonly string[],
  past: readonly RotaPast[],
  ahead: readonly RotaAhead[],
): RotaMeeting[] {
  const held = [...past];
  return ahead.map((one, i) => {
    // Whoever took a later date in exchange is not asked in between.
    const later = (role: MeetingRole) => ahead.slice(i + 1).flatMap(({ duties }) => duties[role] ?? []);
    const meeting = assign(members, held, one, later);
    held.push({ present: members.filter((member) => !one.away.includes(member)), roles: meeting.roles });
    return meeting;
  });
}

function assign(
  members: readonly string[],
  held: readonly RotaPast[],
  ahead: RotaAhead,
  later: (role: MeetingRole) => readonly string[],
): RotaMeeting {
  const there = members.filter((member) => !ahead.away.includes(member));
  const met = (member: string) => held.some(({ present }) => present.includes(member));
  const known = there.filter(met);
  const seasoned = known.length > 0 ? known : there;
  const asked = seasoned.filter((member) => !ahead.guides.includes(member));
  const pool = asked.length > 0 ? asked : seasoned;
  const roles: Record<MeetingRole, string | null> = { facilitator: null, timekeeper: null, host: null };
  const why: Record<MeetingRole, RotaWhy> = { facilitator: 'turn', timekeeper: 'turn', host: 'turn' };
  const fixed = new Set<MeetingRole>();
  const fix = (role: MeetingRole, member: string | null, reason: RotaWhy) => {
    roles[role] = member;
    why[role] = reason;
    fixed.add(role);
  };
  for (const role of MEETING_ROLES) {
    const chosen = ahead.chosen?.[role];
    const swapped = ahead.duties[role];
    if (ahead.chosen && (chosen === null || chosen === undefined || there.includes(chosen)))
      fix(role, chosen ?? null, 'chosen');
    else if (swapped !== undefined && there.includes(swapped)) fix(role, swapped, 'swapped');
  }
  const isPassedOver = (role: MeetingRole, member: string) =>
    ahead.skipped.some((one) => one.role === role && one.member === member);
  const guide = there.find((member) => ahead.guides.includes(member) && !isPassedOver('facilitator', member));
  // A guide launches the circle, then the circle does it.
  if (held.length === 0 && guide && !fixed.has('facilitator')) fix('facilitator', guide, 'guide');
  for (const role of MEETING_ROLES) {
    if (fixed.has(role)) continue;
    const willing = pool.filter((member) => !isPassedOver(role, member));
    const busy = (member: string) => MEETING_ROLES.some((other) => roles[other] === member);
    const line = inLine(role, members, held);
    const free = line.filter((member) => willing.includes(member) && !busy(member));
    const swapped = later(role);
    roles[role] = free.find((member) => !swapped.includes(member)) ?? free[0] ?? null;
    if (roles[role] !== null || role !== 'facilitator') continue;
    // Somebody has to: then somebody new, with a role already, or skipped.
    roles[role] = line.find((member) => there.includes(member) && !busy(member)) ?? there[0] ?? null;
  }
  return { roles, why };
}

/**
 * All members, whoever had the role longest ago first. Those who never had it stand before, round the circle from where
 * the role began; somebody new stands behind all who were there before their first meeting.
 */
function inLine(role: MeetingRole, members: readonly string[], held: readonly RotaPast[]): string[] {
  const n = members.length;
  const first = held.findIndex(({ roles }) => roles[role] !== null);
  // The roles begin one seat apart, and one on for each meeting of which nobody knows who had them.
  const from = (first < 0 ? held.length : first) + MEETING_ROLES.indexOf(role);
  const place = (member: string) => (members.indexOf(member) - (from % n) + n) % n;
  const rank = (member: string) => {
    const last = held.findLastIndex(({ roles }) => roles[role] === member);
    if (last >= 0) return last;
    const came = held.findIndex(({ present }) => present.includes(member));
    return came < 0 ? held.length : came - 0.5;
  };
  return members.toSorted((a, b) => rank(a) - rank(b) || place(a) - place(b));
}
