import type { Fact } from '../fact/fact.ts';
import { latest, readFacts } from '../fact/fold.ts';
import { isSpaceId } from '../fact/space.ts';
import { type MeetingRole, meetingKinds, type Presence, type Unrecorded } from './facts.ts';
import type { ORDERS } from './format.ts';
import { type MeetingFact, type Run, runMeeting } from './run.ts';
import { type Steering, steeringOf } from './steering.ts';

/** A meeting as screens show it; folded from its own facts alone. Instants are UTC ms. */
export interface MeetingRow {
  id: string;
  circleId: string;
  originalStart: number;
  /** When it is planned, or was held. */
  start: number;
  lengthMin: number;
  adhoc: boolean;
  /** As recorded; a running meeting that nobody ended is told by `viewMeeting`. */
  phase: 'before' | 'running' | 'ended';
  /** Minutes asked for, by member. */
  asked: Readonly<Record<string, number>>;
  /** Who gave a turn of work away, and to whom; '': to all. */
  gave: Readonly<Record<string, string>>;
  /** Places in the order of speaking that were swapped, one after the other. */
  swaps: readonly (readonly [string, string])[];
  /** The order of speaking chosen for this meeting; null: as the format has it. */
  order: { order: (typeof ORDERS)[number]; seed: string } | null;
  /** The answer to step 0; null while nobody answered. */
  unrecorded: Unrecorded | null;
  /** Roles of a meeting to come that were swapped, before the meeting has roles of its own. */
  duties: Readonly<Partial<Record<MeetingRole, string>>>;
  /** The circle skips this date (true), or has said that it meets; absent: nothing was said. */
  calledOff?: boolean;
  /** Who is not asked for which role this time. */
  skipped: readonly { role: MeetingRole; member: string }[];
  /** Whoever is not in it is here. */
  presence: Readonly<Record<string, { presence: Presence; at: number }>>;
  roles: Readonly<Record<MeetingRole, string | null>>;
  run: Run | null;
  /** Those who make no contract this time. */
  passed: readonly string[];
  /** Those who have said their stroke. */
  stroked: readonly string[];
  endedAt: number | null;
  /** A past meeting added or corrected by hand: who was there. */
  recorded: readonly string[] | null;
  /** The last sign of life. */
  lastAliveAt: number;
  /** Facts that set these things now, to be named by an edit. */
  setBy: Readonly<Record<string, readonly string[]>>;
  /** In a shared circle alone: who may move the meeting. */
  steering?: Steering;
  newer: number;
}

const NO_ROLES = { facilitator: null, timekeeper: null, host: null } as const;

/** Folds the facts of one meeting. Null while its plan has not arrived, or when it was erased. */
export function foldMeeting(id: string, facts: readonly Fact[]): MeetingRow | null {
  const { facts: known, newer } = readFacts(meetingKinds, facts);
  const of = <K extends MeetingFact['kind']>(kind: K) =>
    known.filter((fact): fact is Extract<MeetingFact, { kind: K }> => fact.kind === kind);
  const planned = of('meeting.planned');
  const recordings = of('meeting.recorded');
  const plan = latest(planned)?.body;
  if (!plan) return null;
  const record = latest(recordings)?.body;
  const run = runMeeting(known);
  const asked = perMember(of('meeting.asked'));
  const presence = perMember(of('meeting.presence'));
  const gave = perMember(of('meeting.gave'));
  const duties = Map.groupBy(of('meeting.duty'), (fact) => fact.body.role);
  const roles = of('meeting.roles');
  const order = of('meeting.order');
  const unrecorded = of('meeting.unrecorded');
  const calledOff = of('meeting.calledOff');
  const off = latest(calledOff)?.body.off;
  const ordered = latest(order)?.body;
  const endedAt = record?.end ?? run?.endedAt ?? null;
  return {
    id,
    circleId: plan.circle,
    originalStart: plan.originalStart,
    start: record?.start ?? run?.startedAt ?? plan.start,
    lengthMin: plan.lengthMin,
    adhoc: plan.adhoc,
    phase: endedAt !== null ? 'ended' : run ? 'running' : 'before',
    asked: collect(asked, ({ minutes }) => minutes ?? undefined),
    gave: collect(gave, ({ to }) => to ?? undefined),
    swaps: of('meeting.swapped').map(({ body }) => [body.a, body.b] as const),
    order: ordered ? { order: ordered.order, seed: ordered.seed } : null,
    unrecorded: latest(unrecorded)?.body.answer ?? null,
    duties: Object.fromEntries(
      [...duties].flatMap(([role, facts]) => {
        const member = latest(facts)?.body.member;
        return member ? [[role, member]] : [];
      }),
    ),
    ...(typeof off === 'boolean' ? { calledOff: off } : {}),
    skipped: of('meeting.skipped').map(({ body }) => ({ role: body.role, member: body.member })),
    presence: collect(presence, ({ presence: where, at }) => ({ presence: where, at })),
    roles: rolesOf(roles),
    run,
    passed: [...new Set(of('meeting.passed').map((fact) => fact.body.member))],
    stroked: [...new Set(of('meeting.stroked').map((fact) => fact.body.member))],
    endedAt,
    recorded: record?.present ?? null,
    lastAliveAt: run?.aliveAt ?? known.reduce((last, fact) => Math.max(last, lifeOf(fact)), 0),
    setBy: setBy(
      { planned, recorded: recordings, roles, order, unrecorded, calledOff, ...dutiesBy(duties) },
      { asked, presence, gave },
    ),
    ...(isSpaceId(plan.circle) ? { steering: steeringOf(facts) } : {}),
    newer,
  };
}

/** When a fact shows that somebody was there; plans are made long before. */
const lifeOf = (fact: MeetingFact): number =>
  'at' in fact.body && typeof fact.body.at === 'number' ? fact.body.at : 0;

function rolesOf(facts: readonly Extract<MeetingFact, { kind: 'meeting.roles' }>[]): MeetingRow['roles'] {
  const body = latest(facts)?.body;
  if (!body) return NO_ROLES;
  return { facilitator: body.facilitator, timekeeper: body.timekeeper, host: body.host };
}

/** `duty:ROLE` → what set it. */
const dutiesBy = <F>(duties: ReadonlyMap<MeetingRole, readonly F[]>): Record<string, readonly F[]> =>
  Object.fromEntries([...duties].map(([role, facts]) => [`duty:${role}`, facts]));

interface OfMember {
  hash: string;
  body: { member: string; replaces: readonly string[] };
}

const perMember = <F extends OfMember>(facts: readonly F[]): ReadonlyMap<string, readonly F[]> =>
  Map.groupBy(facts, (fact) => fact.body.member);

function collect<F extends OfMember, T>(
  groups: ReadonlyMap<string, readonly F[]>,
  read: (body: F['body']) => T | undefined,
): Record<string, T> {
  const entries: [string, T][] = [];
  for (const [member, facts] of groups) {
    const fact = latest(facts);
    const value = fact && read(fact.body);
    if (value !== undefined) entries.push([member, value]);
  }
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `planned`, `recorded`, `roles`, `order`, `unrecorded`, `calledOff`, `duty:ROLE`, `asked:MEMBER`, `gave:MEMBER`, `presence:MEMBER` → the facts an edit of it names. */
function setBy(
  whole: Readonly<Record<string, readonly { hash: string }[]>>,
  members: Readonly<Record<string, ReadonlyMap<string, readonly OfMember[]>>>,
): Record<string, string[]> {
  const out: Record<string, string[]> = {};
  for (const [key, facts] of Object.entries(whole)) out[key] = facts.map((fact) => fact.hash);
  for (const [key, groups] of Object.entries(members))
    for (const [member, facts] of groups) out[`${key}:${member}`] = facts.map((fact) => fact.hash);
  return out;
}
