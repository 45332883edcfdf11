import { type Entry, list, num, perMember, saidLast, str, things } from './read-export.ts';

interface PlanStep {
  id: string;
  kind: string;
  member: string | null;
  groups?: { client: string; others: string[] }[];
}

interface Course {
  plan: PlanStep[];
  endsAt: number;
  startedAt: number;
  lastLife: number;
  here: { step: string; since: number; paused: number; pausedSince: number | null };
  /** Turns of any kind that are over. */
  had: { member: string | null; kind: string; ms: number }[];
  endedAt: number | null;
}

const TWO_HOURS = 2 * 3_600_000;

/** One meeting, as far as numbers need it. */
export interface MeetingInExport {
  ids: string[];
  start: number;
  adhoc: boolean;
  /** When it was over at the latest, as far as anybody knows. */
  until: number;
  /** Who was there as written down by hand; null: as it ran. */
  recorded: string[] | null;
  where: Map<string, string>;
  /** Whom its plan and its course name. */
  named: Set<string>;
  ran: boolean;
  /** Minutes of work by member; null: nobody had a turn of their own. */
  work: {
    had: Map<string, number>;
    members: Set<string>;
    asked: Map<string, number>;
    gave: Set<string>;
  } | null;
}

/** The meetings of a circle that were held by `now`, each once, the earliest first. */
export function meetingsInExport(entries: readonly Entry[], circle: string, now: number): MeetingInExport[] {
  const held = [...things(entries, circle, 'meeting.')].flatMap(
    ([id, own]) => readMeeting(id, own, now) ?? [],
  );
  held.sort((a, b) => a.start - b.start || ((a.ids[0] ?? '') < (b.ids[0] ?? '') ? -1 : 1));
  // Two devices may have begun one meeting each: where they ran at the same time they were one.
  const joined: MeetingInExport[][] = [];
  for (const one of held) {
    const same = joined.find((group) => one.start < Math.max(...group.map(({ until }) => until)));
    if (same) same.push(one);
    else joined.push([one]);
  }
  return joined.flatMap((group) => {
    const [first] = group.toSorted((a, b) => Number(a.adhoc) - Number(b.adhoc) || a.start - b.start);
    return first ? [{ ...first, ids: group.flatMap(({ ids }) => ids) }] : [];
  });
}

function readMeeting(id: string, own: readonly Entry[], now: number): MeetingInExport | null {
  const of = (kind: string) => own.filter((one) => one.kind === kind);
  const plan = saidLast(of('meeting.planned'));
  if (!plan) return null;
  const record = saidLast(of('meeting.recorded'));
  const course = follow(own);
  const isOver =
    record !== undefined ||
    (course !== null &&
      (course.endedAt !== null || now > Math.max(course.endsAt, course.lastLife) + TWO_HOURS));
  if (!isOver) return null;
  const start = num(record?.body.start ?? course?.startedAt ?? plan.body.start);
  const where = new Map(
    [...perMember(of('meeting.presence'))].map(([who, one]) => [who, str(one.body.presence)]),
  );
  const named = new Set<string>();
  for (const step of [...(course?.plan ?? []), ...(course?.had ?? [])])
    if (step.member) named.add(step.member);
  for (const { client, others } of course?.plan.flatMap((step) => step.groups ?? []) ?? [])
    for (const who of [client, ...others]) named.add(who);
  return {
    ids: [id],
    start,
    adhoc: plan.body.adhoc === true,
    until: num(record?.body.end ?? course?.endedAt ?? Math.max(course?.lastLife ?? 0, start)),
    recorded: record ? list(record.body.present) : null,
    where,
    named,
    ran: course !== null,
    work: course && workOf(course, of, where),
  };
}

function workOf(
  course: Course,
  of: (kind: string) => Entry[],
  where: ReadonlyMap<string, string>,
): MeetingInExport['work'] {
  const had = new Map<string, number>();
  const last = course.plan.find((step) => step.id === course.here.step);
  const turns = [...course.had];
  if (course.endedAt === null && last)
    turns.push({ member: last.member, kind: last.kind, ms: ranFor(course, course.lastLife) });
  for (const { member, kind, ms } of turns)
    if (member && kind === 'work') had.set(member, (had.get(member) ?? 0) + ms);
  const planned = course.plan.flatMap((step) => (step.kind === 'work' && step.member ? [step.member] : []));
  if (planned.length === 0 || had.size === 0) return null;
  const gave = new Set(
    [...perMember(of('meeting.gave'))].flatMap(([who, one]) =>
      one.body.to === null || ['away', 'left'].includes(where.get(who) ?? '') ? [] : [who],
    ),
  );
  const asked = new Map(
    [...perMember(of('meeting.asked'))].flatMap(([who, one]) =>
      one.body.minutes === null ? [] : [[who, num(one.body.minutes) * 60_000] as const],
    ),
  );
  return { had, members: new Set([...planned, ...had.keys(), ...gave]), asked, gave };
}

const ranFor = ({ here }: Course, until: number): number =>
  Math.max(0, (here.pausedSince ?? until) - here.since - here.paused);

/** The course of a meeting from its start; one that begins again after its end, or after a long silence, counts anew. */
function follow(own: readonly Entry[]): Course | null {
  let course: Course | null = null;
  for (const { kind, body } of own) {
    const at = typeof body.at === 'number' ? body.at : null;
    const isOver: boolean =
      course === null ||
      course.endedAt !== null ||
      (at !== null && at > Math.max(course.endsAt, course.lastLife) + TWO_HOURS);
    if (isOver || course === null) {
      if (kind === 'meeting.started') course = begin(body) ?? course;
      continue;
    }
    take(course, kind, body);
    if (at !== null) course.lastLife = Math.max(course.lastLife, at);
  }
  return course;
}

function begin(body: Entry['body']): Course | null {
  const plan = body.plan as PlanStep[];
  const at = num(body.at);
  if (!plan[0]) return null;
  return {
    plan,
    endsAt: num(body.endsAt),
    startedAt: at,
    lastLife: at,
    here: { step: plan[0].id, since: at, paused: 0, pausedSince: null },
    had: [],
    endedAt: null,
  };
}

function take(course: Course, kind: string, body: Entry['body']): void {
  const { here } = course;
  const plan = body.plan as PlanStep[] | undefined;
  const leave = (at: number): void => {
    const step = course.plan.find((one) => one.id === here.step);
    course.had.push({ member: step?.member ?? null, kind: step?.kind ?? '', ms: ranFor(course, at) });
  };
  const change = (): void => {
    if (plan?.some((step) => step.id === here.step)) course.plan = plan;
    if (typeof body.endsAt === 'number') course.endsAt = body.endsAt;
  };
  if (kind === 'meeting.moved') {
    const next = plan ?? course.plan;
    if (body.from !== here.step || !next.some((step) => step.id === body.to)) return;
    leave(num(body.at));
    course.plan = next;
    course.here = { step: str(body.to), since: num(body.at), paused: 0, pausedSince: null };
  } else if (kind === 'meeting.paused') here.pausedSince ??= num(body.at);
  else if (kind === 'meeting.resumed') {
    if (here.pausedSince === null) return;
    here.paused += Math.max(0, num(body.at) - here.pausedSince);
    here.pausedSince = null;
    change();
  } else if (kind === 'meeting.replanned') {
    if (body.reason !== 'extended' || (body.step ?? here.step) === here.step) change();
  } else if (kind === 'meeting.ended') {
    leave(num(body.at));
    course.endedAt = num(body.at);
  }
}
