import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noteTold,
  type RemindedMeeting,
  type Reminder,
  type ReminderLeads,
  remindersAt,
  type Told,
} from './reminders';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 26, 14);
const USUAL: ReminderLeads = { early: 24 * 60, soon: 10 };

const meeting = (more: Partial<RemindedMeeting> = {}): RemindedMeeting => ({
  circleId: 'thursday',
  meetingId: 'm-1',
  start: START,
  lengthMs: 90 * MINUTE,
  hasBegun: false,
  isThere: false,
  ...more,
});

/** What is due at `now`, as `kind meeting`. */
const due = (
  now: number,
  meetings: readonly RemindedMeeting[] = [meeting()],
  leads: ReminderLeads = USUAL,
  told: readonly Told[] = [],
) => remindersAt(meetings, leads, told, now).due.map((one) => `${one.kind} ${one.meetingId}`);

/** What was told when all that is due at `now` was shown. */
function tell(
  now: number,
  meetings: readonly RemindedMeeting[] = [meeting()],
  leads: ReminderLeads = USUAL,
  told: readonly Told[] = [],
): Told[] {
  const round = remindersAt(meetings, leads, told, now);
  return noteTold(told, [...round.due, ...round.needless], true, now);
}

describe('the early reminder', () => {
  it('comes 24 hours before, and not a minute earlier', () => {
    expect(due(START - DAY - MINUTE)).toEqual([]);
    expect(due(START - DAY)).toEqual(['early m-1']);
  });

  it.each([60, 120, 12 * 60, 2 * 24 * 60])('comes %i minutes before where that was chosen', (early) => {
    const at = START - early * MINUTE;
    expect(due(at - MINUTE, [meeting()], { early, soon: 10 })).toEqual([]);
    expect(due(at, [meeting()], { early, soon: 10 })).toEqual(['early m-1']);
  });

  it('is told to a computer that slept, as long as the meeting is more than an hour away', () => {
    expect(due(START - HOUR - MINUTE)).toEqual(['early m-1']);
    expect(due(START - HOUR)).toEqual([]);
  });

  it('of an hour before still comes when its alarm is a little late', () => {
    const leads = { early: 60, soon: 10 };
    expect(due(START - 58 * MINUTE, [meeting()], leads)).toEqual(['early m-1']);
    expect(due(START - 44 * MINUTE, [meeting()], leads)).toEqual([]);
  });

  it('gives way to the other where both are wanted at the same time', () => {
    const leads = { early: 60, soon: 60 };
    expect(due(START - HOUR, [meeting()], leads)).toEqual(['soon m-1']);
    const told = tell(START - HOUR, [meeting()], leads);
    expect(due(START - 30 * MINUTE, [meeting()], leads, told)).toEqual([]);
  });

  it('does not follow the other, where a long sleep made both late', () => {
    const leads = { early: 24 * 60, soon: 120 };
    const told = tell(START - 90 * MINUTE, [meeting()], leads);
    expect(told.map(({ kind }) => kind).sort()).toEqual(['early', 'soon']);
    expect(due(START - 80 * MINUTE, [meeting()], leads, told)).toEqual([]);
  });

  it('never comes after the start, however short the time before it is', () => {
    const leads = { early: 10, soon: 0 };
    expect(due(START - MINUTE, [meeting()], leads)).toEqual(['early m-1']);
    expect(due(START, [meeting()], leads)).toEqual([]);
  });
});

describe('the reminder right before', () => {
  it('comes ten minutes before', () => {
    expect(due(START - 11 * MINUTE)).toEqual([]);
    expect(due(START - 10 * MINUTE)).toEqual(['soon m-1']);
  });

  it('still comes a minute before to a computer that slept, and never from the start on', () => {
    expect(due(START - MINUTE)).toEqual(['soon m-1']);
    expect(due(START)).toEqual([]);
    expect(due(START + MINUTE)).toEqual([]);
  });

  it('is left out, and not made up for, while the member is in the call already', () => {
    const there = [meeting({ isThere: true })];
    const now = START - 9 * MINUTE;
    expect(due(now, there)).toEqual([]);
    expect(due(START - 5 * MINUTE, [meeting()], USUAL, tell(now, there))).toEqual([]);
  });

  it('is left out when the meeting was begun before its time', () => {
    expect(due(START - 9 * MINUTE, [meeting({ hasBegun: true })])).toEqual([]);
    const copies = [meeting(), meeting({ meetingId: 'm-2', hasBegun: true })];
    expect(due(START - 9 * MINUTE, copies)).toEqual([]);
  });

  it('does not speak of a whole day, which has no hour', () => {
    const day = [meeting({ lengthMs: DAY })];
    expect(due(START - 5 * MINUTE, day)).toEqual([]);
    expect(due(START - DAY, day)).toEqual(['early m-1']);
    // Where clocks go forward.
    expect(due(START - 5 * MINUTE, [meeting({ lengthMs: 23 * HOUR })])).toEqual([]);
  });
});

describe('a meeting that is on', () => {
  it('does not keep the reminder of the next day’s back, since they are two', () => {
    const today = meeting({ meetingId: 'm-0', start: START - DAY, hasBegun: true, isThere: true });
    const tomorrow = meeting({ isThere: true });
    expect(due(START - DAY, [today, tomorrow])).toEqual(['early m-1']);
  });
});

describe('switched off', () => {
  it('each by itself: nothing comes, and nothing is waited for', () => {
    const none = { early: 0, soon: 0 };
    expect(due(START - DAY, [meeting()], { early: 0, soon: 10 })).toEqual([]);
    expect(due(START - 10 * MINUTE, [meeting()], { early: 24 * 60, soon: 0 }, tell(START - DAY))).toEqual([]);
    expect(remindersAt([meeting()], none, [], START - 2 * DAY)).toEqual({
      due: [],
      needless: [],
      nextAt: null,
    });
  });

  it.each([-5, Number.NaN, Number.POSITIVE_INFINITY])(
    'is also what a setting of %d means, and the other still comes',
    (broken) => {
      expect(due(START - DAY, [meeting()], { early: 24 * 60, soon: broken })).toEqual(['early m-1']);
      expect(due(START - MINUTE, [meeting()], { early: broken, soon: 10 })).toEqual(['soon m-1']);
    },
  );
});

describe('never twice', () => {
  it('however often one looks', () => {
    const told = tell(START - DAY);
    expect(due(START - DAY + MINUTE, [meeting()], USUAL, told)).toEqual([]);
    expect(due(START - 2 * HOUR, [meeting()], USUAL, told)).toEqual([]);
    expect(due(START - 10 * MINUTE, [meeting()], USUAL, told)).toEqual(['soon m-1']);
  });

  it('when the clock was set back, or another time before was chosen since', () => {
    const told = tell(START - DAY);
    expect(due(START - DAY - HOUR, [meeting()], { early: 2 * 24 * 60, soon: 10 }, told)).toEqual([]);
    expect(due(START - 2 * HOUR, [meeting()], { early: 120, soon: 10 }, told)).toEqual([]);
  });

  it('when two calendars have the meeting under two ids', () => {
    const two = [meeting(), meeting({ meetingId: 'm-2' })];
    expect(due(START - DAY, two)).toEqual(['early m-1']);
    const told = tell(START - DAY, two);
    expect(due(START - DAY + HOUR, two, USUAL, told)).toEqual([]);
    // The calendar whose id it was told by was taken away.
    expect(due(START - DAY + HOUR, [meeting({ meetingId: 'm-2' })], USUAL, told)).toEqual([]);
  });

  it('but each circle and each meeting for itself', () => {
    const other = meeting({ circleId: 'monday', meetingId: 'm-9' });
    const evening = meeting({ meetingId: 'm-3', start: START + 2 * HOUR });
    expect(due(START - 22 * HOUR, [meeting(), other, evening])).toEqual([
      'early m-1',
      'early m-9',
      'early m-3',
    ]);
  });
});

describe('a meeting that is moved', () => {
  const told = tell(START - DAY);

  it('to another day is told of again, the day before that day', () => {
    const moved = [meeting({ start: START + 5 * DAY })];
    expect(due(START - DAY + HOUR, moved, USUAL, told)).toEqual([]);
    expect(due(START + 4 * DAY, moved, USUAL, told)).toEqual(['early m-1']);
  });

  it('by an hour is not: what was said is near enough, and the other reminder has the new time', () => {
    const moved = [meeting({ start: START + HOUR })];
    expect(due(START - DAY + HOUR, moved, USUAL, told)).toEqual([]);
    expect(due(START - 10 * MINUTE, moved, USUAL, told)).toEqual([]);
    expect(due(START + 50 * MINUTE, moved, USUAL, told)).toEqual(['soon m-1']);
  });

  it('after the second reminder came is reminded of anew, ten minutes before its new time', () => {
    const both = tell(START - 10 * MINUTE, [meeting()], USUAL, told);
    expect(due(START + 20 * MINUTE, [meeting({ start: START + 30 * MINUTE })], USUAL, both)).toEqual([
      'soon m-1',
    ]);
  });

  it('and moved back is not told of again', () => {
    const away = [meeting({ start: START + 5 * DAY })];
    const twice = tell(START + 4 * DAY, away, USUAL, told);
    expect(twice).toHaveLength(2);
    expect(due(START - DAY + HOUR, [meeting()], USUAL, twice)).toEqual([]);
  });

  it('nearer, past the time of its reminder, is told of at once', () => {
    const before = remindersAt([meeting({ start: START + 7 * DAY })], USUAL, [], START - 5 * HOUR);
    expect(before.due).toEqual([]);
    expect(due(START - 5 * HOUR)).toEqual(['early m-1']);
  });

  it('or cancelled leaves nothing to wait for, whatever alarm was set', () => {
    expect(remindersAt([], USUAL, [], START - DAY)).toEqual({ due: [], needless: [], nextAt: null });
  });
});

describe('clocks that change', () => {
  const zone = 'Europe/Berlin';
  const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[${zone}]`).epochMilliseconds;

  it.each([
    ['forward', '2026-03-29T14:00', '2026-03-28T13:00'],
    ['back', '2026-10-25T14:00', '2026-10-24T15:00'],
  ])('going %s leave 24 hours 24 hours', (_, start, before) => {
    const one = [meeting({ start: at(start) })];
    const { nextAt } = remindersAt(one, USUAL, [], at(start) - 2 * DAY);
    expect(nextAt).toBe(at(before));
    expect(due(at(before), one)).toEqual(['early m-1']);
  });

  it('do not bring a meeting in the hour that is there twice up twice', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30);
    const told = tell(first - 10 * MINUTE, [meeting({ start: first })]);
    expect(due(first + 50 * MINUTE, [meeting({ start: first })], USUAL, told)).toEqual([]);
  });
});

describe('when to look again', () => {
  it('is at the next reminder of any circle', () => {
    const later = meeting({ circleId: 'monday', meetingId: 'm-9', start: START + 3 * HOUR });
    const next = (now: number, told: readonly Told[] = []) =>
      remindersAt([meeting(), later], USUAL, told, now).nextAt;
    expect(next(START - 2 * DAY)).toBe(START - DAY);
    expect(next(START - DAY, tell(START - DAY, [meeting(), later]))).toBe(START - DAY + 3 * HOUR);
  });

  it('is soon, where something is due and may not have come about', () => {
    expect(remindersAt([meeting()], USUAL, [], START - DAY).nextAt).toBe(START - DAY + 30_000);
  });
});

describe('stopped between noting and showing', () => {
  const now = START - DAY;
  const claimed = (told: readonly Told[]) =>
    noteTold(told, remindersAt([meeting()], USUAL, told, now).due, false, now);

  it('a reminder is tried once more, and not for ever', () => {
    const once = claimed([]);
    expect(due(now + MINUTE, [meeting()], USUAL, once)).toEqual(['early m-1']);
    expect(due(now + 2 * MINUTE, [meeting()], USUAL, claimed(once))).toEqual([]);
  });
});

describe('what was told', () => {
  it('is forgotten five weeks after the meeting', () => {
    const told = tell(START - DAY);
    expect(noteTold(told, [], true, START + 34 * DAY)).toHaveLength(1);
    expect(noteTold(told, [], true, START + 36 * DAY)).toEqual([]);
  });
});

/** A course of things that happen, as people's calendars and computers have them. */
const events = fc.array(
  fc.oneof(
    // Asleep for a moment or for days; at times the clock is set back.
    fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: -90, max: 3_000 }) }),
    fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 12 }) }),
    fc.record({
      do: fc.constant('move' as const),
      meeting: fc.nat(3),
      minutes: fc.integer({ min: -3_000, max: 6_000 }),
    }),
    fc.record({ do: fc.constant('drop' as const), meeting: fc.nat(3) }),
    fc.record({
      do: fc.constant('lead' as const),
      early: fc.constantFrom(0, 5, 60, 120, 720, 1_440, 2_880),
      soon: fc.constantFrom(0, 5, 10, 15, 30, 60),
    }),
    fc.record({ do: fc.constant('kill' as const) }),
  ),
  { minLength: 12, maxLength: 60, size: 'large' },
);

describe('whatever happens', () => {
  it('no start of a meeting is told twice by one kind, and none after it began', () => {
    let shownInAll = 0;
    fc.assert(
      fc.property(events, (course) => {
        let now = START - 4 * DAY;
        let leads = USUAL;
        let told: readonly Told[] = [];
        let killNext = false;
        const shown: Reminder[] = [];
        const meetings = new Map(
          [0, 1, 2, 3].map((i) => [
            i,
            meeting({ circleId: `c${i % 2}`, meetingId: `m${i}`, start: START + i * DAY }),
          ]),
        );
        for (const event of course) {
          if (event.do === 'pass') now += event.minutes * MINUTE;
          if (event.do === 'drop') meetings.delete(event.meeting);
          if (event.do === 'lead') leads = { early: event.early, soon: event.soon };
          if (event.do === 'kill') killNext = true;
          if (event.do === 'move') {
            const one = meetings.get(event.meeting);
            if (one) meetings.set(event.meeting, { ...one, start: one.start + event.minutes * MINUTE });
          }
          const round = remindersAt([...meetings.values()], leads, told, now);
          told = noteTold(told, round.needless, true, now);
          for (const one of round.due) {
            told = noteTold(told, [one], false, now);
            if (killNext) {
              killNext = false;
              break;
            }
            expect(now).toBeLessThan(one.start);
            shown.push(one);
            told = noteTold(told, [one], true, now);
          }
        }
        const names = shown.map(({ circleId, kind, start }) => `${circleId} ${kind} ${start}`);
        expect(names).toEqual([...new Set(names)]);
        shownInAll += shown.length;
      }),
      { numRuns: 4_000 },
    );
    // The courses are such that there is something to tell.
    expect(shownInAll).toBeGreaterThan(1_000);
  });

  it('an alarm at every time that is asked for tells all that is not switched off, each on its minute', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 3_000, max: 60_000 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(60, 120, 720, 1_440, 2_880),
        fc.constantFrom(5, 10, 15, 30),
        (starts, early, soon) => {
          const meetings = starts.map((minutes, i) =>
            meeting({ circleId: `c${i}`, meetingId: `m${i}`, start: START + minutes * MINUTE }),
          );
          let told: readonly Told[] = [];
          const late: number[] = [];
          let shown = 0;
          for (let now: number | null = START; now !== null; ) {
            const at: number = now;
            const round = remindersAt(meetings, { early, soon }, told, at);
            shown += round.due.length;
            late.push(...round.due.map((one) => at - one.at));
            told = noteTold(told, [...round.due, ...round.needless], true, at);
            now = remindersAt(meetings, { early, soon }, told, at).nextAt;
          }
          expect(shown).toBe(2 * meetings.length);
          expect(Math.max(...late)).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
