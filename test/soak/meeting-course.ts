import fc from 'fast-check';
import { undoDraft } from '../../lib/fact/draft.ts';
import { type Draft, type Fact, seal } from '../../lib/fact/fact.ts';
import { HLC_START, tick, witness } from '../../lib/fact/hlc.ts';
import { type Acting, askForTime, type Slot, setPresence, startMeeting } from '../../lib/meeting/commands.ts';
import {
  addTime,
  arriveLate,
  endMeeting,
  leaveEarly,
  moveTo,
  pass,
  pause,
  resume,
  stillAlive,
} from '../../lib/meeting/course.ts';
import { PMC } from '../../lib/meeting/format.ts';
import { foldMeeting } from '../../lib/meeting/meeting.ts';
import { meetingIdFor } from '../../lib/meeting/meeting-id.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import { viewMeeting } from '../../lib/meeting/view.ts';

const START = Date.UTC(2026, 10, 5, 17);
const MEMBERS = ['ada', 'bo', 'chen', 'dana', 'eve'];
const slot: Slot = {
  circleId: 'c1',
  meetingId: meetingIdFor('c1', START),
  originalStart: START,
  start: START,
  lengthMin: 90,
  adhoc: false,
};

const WHAT = [
  ...[
    'start',
    'next',
    'next',
    'next',
    'back',
    'jump',
    'add',
    'pause',
    'resume',
    'late',
    'left',
    'pass',
    'ask',
  ],
  ...['here', 'alive', 'end', 'undo', 'sync', 'sync', 'sync'],
] as const;

const stepOf = fc.record({
  device: fc.nat(2),
  what: fc.constantFrom(...WHAT),
  pick: fc.nat(30),
  waitMs: fc.oneof(fc.nat(4 * MINUTE_MS), fc.nat(200 * MINUTE_MS)),
});

/** One computer in a meeting: what it has heard of, and a wall clock that is wrong by `skewMs`. */
interface Device {
  name: string;
  skewMs: number;
  at: string;
  facts: Map<string, Fact>;
  seq: number;
}

/** What a member does at `now` (UTC ms) by their own device's clock, knowing what the device knows. */
function draftsFor(
  what: (typeof WHAT)[number],
  acting: Acting,
  pick: number,
  now: number,
  own: Device,
): Draft[] {
  const { row } = acting;
  const plan = row?.run?.plan ?? [];
  const index = plan.findIndex((one) => one.id === row?.run?.current.step);
  const go = (to: number) => {
    const step = plan[to];
    return step ? moveTo(acting, step.id, now) : [];
  };
  const member = MEMBERS[pick % MEMBERS.length] ?? 'ada';
  switch (what) {
    case 'start': {
      const { steps } = planMeeting({
        format: PMC,
        lengthMs: 90 * MINUTE_MS,
        present: MEMBERS,
        asked: new Map(),
      });
      return startMeeting(acting, { at: now, endsAt: now + 90 * MINUTE_MS, format: PMC, plan: steps });
    }
    case 'next':
      return go(index + 1);
    case 'back':
      return go(index - 1);
    case 'jump':
      return go(pick % Math.max(1, plan.length));
    case 'add':
      return addTime(acting, now);
    case 'pause':
      return pause(acting, now);
    case 'resume':
      return resume(acting, now);
    case 'late':
      return arriveLate(acting, member, MEMBERS, now);
    case 'left':
      return leaveEarly(acting, member, now);
    case 'pass':
      return pass(acting, plan[pick % Math.max(1, plan.length)]?.id ?? '', now);
    case 'ask':
      return askForTime(acting, member, pick);
    case 'here':
      return setPresence(acting, member, pick % 2 ? 'here' : 'away', now);
    case 'alive':
      return stillAlive(acting, now);
    case 'end':
      return endMeeting(acting, now);
    case 'undo': {
      const known = [...own.facts.keys()];
      const hash = known[known.length - 1 - (pick % Math.max(1, known.length))];
      return hash ? [undoDraft('c1', 'ada', slot.meetingId, [hash])] : [];
    }
    case 'sync':
      return [];
    default:
      return what satisfies never;
  }
}

function write(own: Device, drafts: readonly Draft[], now: number): void {
  for (const draft of drafts) {
    own.at = tick(own.at, now);
    own.seq += 1;
    const place = {
      author: own.name,
      seq: own.seq,
      at: own.at,
      prev: '' as const,
      salt: `${own.name}${own.seq}`,
    };
    const fact = seal(draft, place);
    own.facts.set(fact.hash, fact);
  }
}

function hear(own: Device, other: Device, now: number): void {
  for (const [hash, fact] of other.facts) {
    if (own.facts.has(hash)) continue;
    own.facts.set(hash, fact);
    own.at = witness(own.at, fact.at, now);
  }
}

const same = (a: unknown, b: unknown, what: string): void => {
  if (JSON.stringify(a) !== JSON.stringify(b)) throw new Error(what);
};

/**
 * Three devices run one meeting, with clocks that are wrong and only now and then hearing of each other. Throws (with
 * the seed and the shortest example) when the fold depends on order or repetition, or shows what cannot be.
 */
export function checkMeetings(options: { runs: number; seed?: number }): void {
  fc.assert(
    fc.property(
      fc.array(stepOf, { minLength: 5, maxLength: 60 }),
      fc.array(fc.integer({ min: -20 * MINUTE_MS, max: 20 * MINUTE_MS }), { minLength: 3, maxLength: 3 }),
      fc.infiniteStream(fc.nat()),
      (steps, skews, stream) => {
        const devices = skews.map((skewMs, i): Device => {
          return { name: `d${i}`, skewMs, at: HLC_START, facts: new Map(), seq: 0 };
        });
        let time = START;
        const first: (typeof steps)[number] = { device: 0, what: 'start', pick: 0, waitMs: 0 };
        for (const { device, what, pick, waitMs } of [first, ...steps]) {
          time += waitMs;
          const own = devices[device];
          const other = devices[(device + 1 + (pick % 2)) % 3];
          if (!own || !other) continue;
          const now = time + own.skewMs;
          if (what === 'sync') hear(own, other, now);
          const row = foldMeeting(slot.meetingId, [...own.facts.values()]);
          write(own, draftsFor(what, { slot, row, by: 'ada' }, pick, now, own), now);
        }
        const all = new Map(devices.flatMap((one) => [...one.facts]));
        const wanted = foldMeeting(slot.meetingId, [...all.values()]);
        const random = () => stream.next().value ?? 0;
        const shuffled = [...all.values(), ...[...all.values()].filter(() => random() % 3 === 0)]
          .map((fact) => ({ fact, key: random() }))
          .sort((a, b) => a.key - b.key)
          .map(({ fact }) => fact);
        same(foldMeeting(slot.meetingId, shuffled), wanted, 'the fold depends on the order of arrival');
        same(
          foldMeeting(slot.meetingId, JSON.parse(JSON.stringify(shuffled)) as Fact[]),
          wanted,
          'a copy folds otherwise',
        );
        const run = wanted?.run;
        if (!wanted || !run) return;
        if (!run.plan.some((step) => step.id === run.current.step))
          throw new Error('the step is not in the plan');
        for (const past of run.history) if (past.usedMs < 0) throw new Error('time that ran backwards');
        for (const now of [START - 1, time, time + 10 * 86_400_000]) {
          const view = viewMeeting(wanted, now);
          if (view.phase !== 'running') continue;
          const { elapsedMs, leftInAllMs, overMs } = view.running;
          if (![elapsedMs, leftInAllMs, overMs].every((ms) => ms >= 0)) throw new Error('a negative time');
        }
        if (viewMeeting(wanted, time + 10 * 86_400_000).phase === 'running')
          throw new Error('a meeting nobody ended goes on for ever');
      },
    ),
    { numRuns: options.runs, ...(options.seed === undefined ? {} : { seed: options.seed }) },
  );
}
