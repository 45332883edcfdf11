import { type MeetingInExport, meetingsInExport } from './meetings-in-export.ts';
import { milestonesOf } from './milestones-in-export.ts';
import { type Entry, num, order, readExport, saidLast, str, things } from './read-export.ts';

/** A row of a table on the Insights page: what it is about (ISO date, `2026-03`, `2026-Q1`, `2026` …), and its numbers. */
export type Row = [about: string, ...numbers: (number | null)[]];

/** The tables behind the charts of one circle, by chart. */
export interface Tables {
  attendance: Row[];
  gaps: Row[];
  time: Row[];
  contracts: Row[];
  states: Row[];
  milestones: Row[];
  mine: Row[];
  pulse: Row[];
}

export interface Asked {
  /** The circle's id. */
  circle: string;
  span: 'year' | 'last12' | 'all';
  /** UTC ms. */
  now: number;
  /** IANA time zone of whoever looks. */
  zone: string;
}

const OUTCOMES = ['kept', 'partly', 'notYet', 'released', 'renegotiated', null] as const;
const DAY = 86_400_000;
const MOST = 40;

/** Works the numbers of every chart out from the file of "Export everything" alone. */
export function tablesFromExport(text: string, { circle, span, now, zone }: Asked): Tables {
  const entries = readExport(text);
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  const today = Temporal.PlainDate.from(dayOf(now));
  const from = {
    year: `${today.year}-01-01`,
    last12: today.subtract({ years: 1 }).add({ days: 1 }).toString(),
    all: '',
  }[span];
  const isIn = (day: string) => from <= day && day <= today.toString();

  const members = membersOf(entries, circle);
  const all = meetingsInExport(entries, circle, now).map((one) => ({ ...one, day: dayOf(one.start) }));
  const shown = all.filter((one) => isIn(one.day));
  const quarter = (day: string) => `${day.slice(0, 4)}-Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}`;
  const half = (day: string) => `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;
  const fewest = (days: string[], parts: ((day: string) => string)[]) =>
    parts.find((part) => new Set(days.map(part)).size <= MOST) ?? ((day: string) => day.slice(0, 4));
  const days = shown.map(({ day }) => day);
  const part = shown.length <= MOST ? null : fewest(days, [quarter, half]);
  const groups = part
    ? [...new Set(days.map(part))].map((about) => ({
        about,
        own: shown.filter(({ day }) => part(day) === about),
      }))
    : shown.map((one) => ({ about: one.day, own: [one] }));

  const contracts = contractsOf(entries, circle);
  const ours = once(contracts.filter((one) => !one.isPrivate));
  const told = ours.flatMap((one) => one.told);
  const meetingWith = (id: string | null) => all.find(({ ids }) => id !== null && ids.includes(id));
  const numbers = (ids: readonly string[] | null): [number, number, number] => {
    const here = (meeting: string | null, at: number) =>
      ids ? meeting !== null && ids.includes(meeting) : !meetingWith(meeting) && isIn(dayOf(at));
    const at = told.filter((one) => here(one.meeting, one.at));
    return [
      ours.filter((one) => here(one.meeting, one.madeAt)).length,
      at.length,
      at.filter(({ outcome }) => outcome === 'kept').length,
    ];
  };

  const made = ours.filter(({ madeAt }) => isIn(dayOf(madeAt)));
  const byMade = fewest(
    made.map(({ madeAt }) => dayOf(madeAt)),
    [(day) => day.slice(0, 7), quarter, half],
  );
  const counts = (some: readonly Contract[]) =>
    OUTCOMES.map((outcome) => some.filter((one) => one.outcome === outcome).length);
  const me = saidLast(entries.filter((one) => one.kind === 'me.member' && one.body.circle === circle))?.body
    .member;
  const mine = once(contracts).filter((one) => one.member === me && isIn(dayOf(one.madeAt)));
  const pauses = pausesOf(entries, circle);
  const milestones = milestonesOf(entries, circle).filter(({ on }) => isIn(on));

  return {
    attendance: groups.map(({ about, own }) => {
      const seats = own.map((one) => seatsAt(one, one.day, members));
      const [there, of] = [total(seats.map((one) => one.there)), total(seats.map((one) => one.of))];
      return [about, there, of, of === 0 ? null : Math.round((100 * there) / of)];
    }),
    gaps: groups.flatMap(({ about, own }): Row[] => {
      const gaps = own.flatMap((one) => {
        const before = all[all.indexOf(one) - 1];
        if (!before || one === shown[0]) return [];
        const first = Date.parse(before.day);
        const last = Date.parse(one.day);
        let paused = 0;
        for (let at = first + DAY; at < last; at += DAY) {
          const day = new Date(at).toISOString().slice(0, 10);
          if (pauses.some((pause) => pause.from <= day && day <= pause.to)) paused += 1;
        }
        return [{ days: (last - first) / DAY, paused }];
      });
      const longest = gaps.toSorted((a, b) => b.days - a.days)[0];
      return longest ? [[about, longest.days, longest.paused]] : [];
    }),
    time: groups.flatMap(({ about, own }): Row[] => {
      const times = own.flatMap((one) => shortfall(one) ?? []);
      const all = total(times.map((one) => one.all));
      return all === 0 ? [] : [[about, Math.round(100 * (1 - total(times.map((one) => one.short)) / all))]];
    }),
    contracts: [
      ...groups.map(({ about, own }): Row => {
        const each = own.map(({ ids }) => numbers(ids));
        return [
          about,
          total(each.map((one) => one[0])),
          total(each.map((one) => one[1])),
          total(each.map((one) => one[2])),
        ];
      }),
      ['between', ...numbers(null)],
    ],
    states: [...new Set(made.map(({ madeAt }) => byMade(dayOf(madeAt))))]
      .sort(order)
      .map((about) => [about, ...counts(made.filter(({ madeAt }) => byMade(dayOf(madeAt)) === about))]),
    milestones: [...new Set(milestones.map(({ on, kind }) => `${on.slice(0, 4)} ${kind}`))]
      .sort(order)
      .map((about) => [
        about,
        milestones.filter(({ on, kind }) => `${on.slice(0, 4)} ${kind}` === about).length,
      ]),
    pulse: pulseOf(entries, circle)
      .map(({ at, score }): Row => [dayOf(at), Math.round(10 * score) / 10])
      .filter(([day]) => isIn(day)),
    mine: [
      ['shared', ...counts(mine.filter((one) => !one.isPrivate))],
      ['private', ...counts(mine.filter((one) => one.isPrivate))],
    ],
  };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

interface Stay {
  id: string;
  from: string;
  to: string | null;
}

function membersOf(entries: readonly Entry[], circle: string): Stay[] {
  return [...things(entries, circle, 'member.')].flatMap(([id, own]) => {
    const added = own.find((one) => one.kind === 'member.added');
    if (!added) return [];
    const stay = saidLast(own.filter(({ kind }) => kind === 'member.left' || kind === 'member.returned'));
    return [{ id, from: str(added.body.on), to: stay?.kind === 'member.left' ? str(stay.body.on) : null }];
  });
}

/** How many of those who were members on the day of a meeting were there. Nobody is counted of whom it knows nothing. */
function seatsAt(one: MeetingInExport, day: string, members: readonly Stay[]): { there: number; of: number } {
  const then = new Set(
    members.filter(({ from, to }) => from <= day && (to === null || to >= day)).map(({ id }) => id),
  );
  if (one.recorded) {
    const there = new Set(one.recorded);
    return { there: there.size, of: then.union(there).size };
  }
  const away = [...then].filter((who) => one.where.get(who) === 'away').length;
  const there = [...then].filter((who) => {
    const where = one.where.get(who);
    if (where === 'away') return false;
    return !one.ran || one.named.size === 0 || one.named.has(who) || where === 'late' || where === 'left';
  }).length;
  return { there, of: there + away };
}

/** The time of turns in all, and by how much those fell short who had less than their even part, or than they asked for. */
function shortfall({ work }: MeetingInExport): { short: number; all: number } | null {
  if (!work) return null;
  const all = total([...work.had.values()]);
  const even = all / work.members.size;
  const short = [...work.members].map((who) =>
    work.gave.has(who)
      ? 0
      : Math.max(0, Math.min(even, work.asked.get(who) ?? even) - (work.had.get(who) ?? 0)),
  );
  return { short: total(short), all };
}

interface Contract {
  id: string;
  isPrivate: boolean;
  member: string;
  meeting: string | null;
  madeAt: number;
  outcome: string | null;
  told: { meeting: string | null; outcome: string; at: number }[];
  same: string[];
  byScribe: boolean;
}

function contractsOf(entries: readonly Entry[], circle: string): Contract[] {
  return [circle, 'me'].flatMap((log) =>
    [...things(entries, log, 'contract.')].flatMap(([id, own]) => {
      const made = own.find((one) => one.kind === 'contract.made');
      if (!made || made.body.circle !== circle) return [];
      const shared = saidLast(own.filter(({ kind }) => log === 'me' && kind === 'contract.sharedAs'));
      // Its copy stands for it.
      if (typeof shared?.body.copy === 'string') return [];
      const owns = (one: Entry) => (log === 'me' || one.by === made.body.member ? 1 : 0);
      const reported = own.filter((one) => one.kind === 'contract.reported');
      const reports = [...new Set(reported.map((one) => one.body.meeting as string | null))].flatMap(
        (meeting) => {
          const there = reported.filter((one) => one.body.meeting === meeting);
          const last = saidLast(there, owns);
          if (!last || typeof last.body.outcome !== 'string') return [];
          // At a meeting it was told when it was first told; between meetings each telling is a new one.
          const at = meeting === null ? num(last.body.at) : Math.min(...there.map((one) => num(one.body.at)));
          return [{ meeting, outcome: last.body.outcome, at, hash: last.hash }];
        },
      );
      reports.sort((a, b) => a.at - b.at || order(a.hash, b.hash));
      return [
        {
          id,
          isPrivate: log === 'me',
          member: str(made.body.member),
          meeting: made.body.meeting as string | null,
          madeAt: num(made.body.at),
          outcome: reports.at(-1)?.outcome ?? null,
          told: reports,
          same: own.flatMap((one) => (one.kind === 'contract.same' ? [str(one.body.other)] : [])),
          byScribe: !own.some((one) => owns(one) === 1),
        },
      ];
    }),
  );
}

/** Each contract once, where several wrote it down: as its member did, or whoever was first. */
function once(contracts: readonly Contract[]): Contract[] {
  const left = [...contracts];
  const result: Contract[] = [];
  for (let one = left.shift(); one; one = left.shift()) {
    const group = [one];
    for (const known of group)
      for (const other of [...left])
        if (known.same.includes(other.id) || other.same.includes(known.id))
          group.push(...left.splice(left.indexOf(other), 1));
    group.sort((a, b) => Number(a.byScribe) - Number(b.byScribe) || a.madeAt - b.madeAt || order(a.id, b.id));
    result.push(...group.slice(0, 1));
  }
  return result;
}

function pausesOf(entries: readonly Entry[], circle: string): { from: string; to: string }[] {
  const said = entries.filter((one) => one.log === circle && one.kind === 'circle.pause');
  return [...new Set(said.map((one) => one.body.pause))].flatMap((pause) => {
    const now = saidLast(said.filter((one) => one.body.pause === pause))?.body;
    return now && now.off === false ? [{ from: str(now.from), to: str(now.to) }] : [];
  });
}

/** Seven answers from 1 to 7; the first, third and fifth ask for the opposite. */
function pulseOf(entries: readonly Entry[], circle: string): { at: number; score: number }[] {
  return [...things(entries, 'me', 'pulse.answered')]
    .flatMap(([, own]) => {
      const last = saidLast(own.filter(({ body }) => body.circle === circle));
      if (!last) return [];
      const answers = (last.body.items as unknown[]).map(num);
      const points = answers.map((answer, i) => (i < 5 && i % 2 === 0 ? 8 - answer : answer));
      return [{ at: num(last.body.at), score: total(points) / 7 }];
    })
    .toSorted((a, b) => a.at - b.at);
}
