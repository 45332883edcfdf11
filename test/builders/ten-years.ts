import { createCircle } from '../../lib/circle/commands.ts';
import { makeContract, reportContract } from '../../lib/contract/commands.ts';
import { foldContract } from '../../lib/contract/contract.ts';
import { OUTCOMES } from '../../lib/contract/facts.ts';
import { type Draft, type Fact, seal } from '../../lib/fact/fact.ts';
import { HLC_START, tick } from '../../lib/fact/hlc.ts';
import { writeNote } from '../../lib/me/write-note.ts';
import {
  type Acting,
  askForTime,
  type Slot,
  setPresence,
  setRoles,
  startMeeting,
} from '../../lib/meeting/commands.ts';
import { addTime, endMeeting, moveTo, stillAlive } from '../../lib/meeting/course.ts';
import { PMC } from '../../lib/meeting/format.ts';
import { foldMeeting } from '../../lib/meeting/meeting.ts';
import { meetingIdFor } from '../../lib/meeting/meeting-id.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import { seeded } from './ics.ts';

const NAMES = [
  'Asha Sen',
  'Bea Ortiz',
  'Chen Wu',
  'Dana Levi',
  'Emeka Kalu',
  'Fatima Noor',
  'Grace Adeyemi',
  'Hana Sato',
];
const VERBS = ['Send', 'Finish', 'Read', 'Ask about', 'Say no to', 'Plan', 'Submit', 'Rewrite'];
const THINGS = [
  'the grant’s aims',
  'chapter three',
  'the committee',
  'the talk in May',
  'two reviews',
  'a day off',
  'the lab budget',
  'the letter',
];
const FORTNIGHT_MS = 14 * 24 * 60 * MINUTE_MS;

export interface LongCircle {
  id: string;
  name: string;
  /** Code of its Google Meet call. */
  code: string;
  /** The member who uses this profile. */
  me: string;
  facts: readonly Fact[];
}

/**
 * A circle of eight that has met every two weeks, written by the product's own commands: plans, presence, turns, the
 * beat of "still there", contracts with their reports, private notes. 260 meetings (ten years) are about 25,000 facts.
 * The last meeting is a fortnight before `now` (UTC ms). The same for the same seed.
 */
export function longCircle(options: {
  meetings: number;
  seed: number;
  now: number;
  name?: string;
  code?: string;
}): LongCircle {
  const { meetings, seed, now, name = 'Thursday circle', code = 'ten-year-abc' } = options;
  const random = seeded(seed);
  const chance = (share: number) => random() < share;
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const newId = (): string =>
    Array.from({ length: 22 }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[Math.floor(random() * 36)]).join(
      '',
    );
  const id = newId();
  const members = NAMES.map((one, seat) => ({
    id: newId(),
    name: one,
    email: `${one.toLowerCase().replace(' ', '.')}@example.edu`,
    guide: null,
    isMe: seat === 0,
  }));
  const all = members.map((member) => member.id);
  const me = all[0] ?? '';

  const facts: Fact[] = [];
  const heads = new Map<string, Fact>();
  const byEntity = new Map<string, Fact[]>();
  const device = newId();
  let at = HLC_START;
  /** Puts drafts into the logs of this one device, as `append` does. */
  const write = (drafts: readonly Draft[], when: number): void => {
    for (const draft of drafts) {
      at = tick(at, when);
      const author = `${device}-${draft.log === 'me' ? 'me' : 'circle'}`;
      const head = heads.get(author);
      const fact = seal(draft, {
        author,
        seq: (head?.seq ?? 0) + 1,
        at,
        prev: head?.hash ?? '',
        salt: newId(),
      });
      heads.set(author, fact);
      facts.push(fact);
      const same = byEntity.get(fact.entity);
      if (same) same.push(fact);
      else byEntity.set(fact.entity, [fact]);
    }
  };

  const first = now - meetings * FORTNIGHT_MS;
  const link = { kind: 'call' as const, host: 'meet', value: code, url: `https://meet.google.com/${code}` };
  write(
    createCircle(
      {
        id,
        name,
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: ['confidentiality'],
        links: [link],
        members,
      },
      first,
      '2016-01-07',
    ),
    first,
  );

  let open: string[] = [];
  for (let meeting = 0; meeting < meetings; meeting++) {
    const start = first + meeting * FORTNIGHT_MS;
    const slot: Slot = {
      circleId: id,
      meetingId: meetingIdFor(id, start),
      originalStart: start,
      start,
      lengthMin: 90,
      adhoc: false,
    };
    const acting = (): Acting => ({
      slot,
      row: foldMeeting(slot.meetingId, byEntity.get(slot.meetingId) ?? []),
      by: me,
    });
    const absent = all.filter((member) => member !== me && chance(0.1));
    const present = all.filter((member) => !absent.includes(member));
    for (const member of absent) write(setPresence(acting(), member, 'away', start), start);
    for (const member of present) if (chance(0.3)) write(askForTime(acting(), member, 8), start);
    const role = (n: number) => present[(meeting + n) % present.length] ?? null;
    write(setRoles(acting(), { facilitator: role(0), timekeeper: role(1), host: role(2) }), start);
    const asked = new Map(
      Object.entries(acting().row?.asked ?? {}).map(([who, minutes]) => [who, minutes * MINUTE_MS]),
    );
    const { steps } = planMeeting({ format: PMC, lengthMs: 90 * MINUTE_MS, present, asked });
    write(
      startMeeting(acting(), { at: start, endsAt: start + 90 * MINUTE_MS, format: PMC, plan: steps }),
      start,
    );
    let time = start;
    for (const [index, step] of steps.entries()) {
      const next = steps[index + 1];
      time += Math.round(step.ms * (0.85 + random() * 0.3));
      if (chance(0.15)) write(addTime(acting(), time - 1000), time - 1000);
      for (let beat = 1; beat <= step.ms / MINUTE_MS; beat++) {
        const alive = time - step.ms + beat * MINUTE_MS;
        if (alive < time && chance(0.75)) write(stillAlive(acting(), alive), alive);
      }
      if (next) write(moveTo(acting(), next.id, time), time);
    }
    const reporting = open;
    open = [];
    for (const contract of reporting) {
      const row = foldContract(contract, byEntity.get(contract) ?? []);
      if (!row || !present.includes(row.memberId)) {
        // Whoever was away is asked next time.
        if (row) open.push(contract);
        continue;
      }
      const outcome = chance(0.6) ? 'kept' : (OUTCOMES[Math.floor(random() * 4)] ?? 'kept');
      const text = chance(0.4) ? `${pick(VERBS)} ${pick(THINGS)}: went as I hoped.` : '';
      write([reportContract(row, { meetingId: slot.meetingId, outcome, text }, me, time)], time);
      // Asked about again until it is kept, released or renegotiated.
      if (['partly', 'notYet'].includes(outcome)) open.push(contract);
    }
    for (const member of present) {
      const contract = newId();
      const text = `${pick(VERBS)} ${pick(THINGS)} before we meet again`;
      const isPrivate = member === me && chance(0.2);
      write(
        [
          makeContract(
            { id: contract, circleId: id, memberId: member, meetingId: slot.meetingId, text, isPrivate },
            me,
            time,
          ),
        ],
        time,
      );
      open.push(contract);
    }
    write(
      [writeNote({ id: slot.meetingId, circleId: id }, `What I take with me: ${pick(THINGS)}.`, null, time)],
      time,
    );
    write(endMeeting(acting(), time), time);
  }
  return { id, name, code, me, facts };
}
