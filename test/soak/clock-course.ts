import fc from 'fast-check';
import { addTime, moveTo, pause, resume } from '../../lib/meeting/course.ts';
import { PMC } from '../../lib/meeting/format.ts';
import { viewMeeting } from '../../lib/meeting/view.ts';
import { createClock } from '../../lib/platform/clock.ts';
import { meetingRoom, PEOPLE, ROOM_START } from '../builders/meeting-room.ts';

const MINUTE = 60_000;

type Step =
  /** Both clocks run; nobody looks meanwhile (a hidden tab). */
  | { do: 'run'; ms: number }
  /** The computer sleeps: the monotonic clock stands still, and all that runs. */
  | { do: 'sleep'; ms: number }
  /** Somebody, or a time server, sets the wall clock back. */
  | { do: 'back'; ms: number }
  /** And right again, but for a little. */
  | { do: 'right'; offMs: number }
  /** A time server nudges the wall clock. */
  | { do: 'nudge'; ms: number }
  /** The page is loaded anew, or a window is opened that goes on in its place. */
  | { do: 'anew' }
  | { do: 'next' | 'pause' | 'resume' | 'add' };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('run' as const), ms: fc.nat(20 * MINUTE) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sleep' as const), ms: fc.nat(10 * MINUTE) }) },
  fc.record({ do: fc.constant('back' as const), ms: fc.integer({ min: 5_000, max: 120 * MINUTE }) }),
  fc.record({ do: fc.constant('right' as const), offMs: fc.integer({ min: -800, max: 800 }) }),
  fc.record({ do: fc.constant('nudge' as const), ms: fc.integer({ min: -900, max: 900 }) }),
  fc.constant({ do: 'anew' as const }),
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('next', 'pause', 'resume', 'add') }) as fc.Arbitrary<Step>,
  },
);

/**
 * Whatever happens to a computer's clocks in a meeting, in whatever order: what the ring shows is what a stopwatch in
 * the room would show, but for the nudges, which nobody can tell from time. Simulated: both clocks are set by hand.
 * Taken for granted: a page that is not asleep looks (once a second), so a clock is not set back and right, or set
 * back in a sleep, between two looks; from inside that is the same as less time having passed.
 */
export function checkClocks(options: { runs: number; seed?: number }): void {
  fc.assert(fc.property(fc.array(steps, { maxLength: 60, size: 'max' }), runCourse), {
    numRuns: options.runs,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
}

function runCourse(course: readonly Step[]): void {
  const state = { wall: ROOM_START, mono: 500 };
  const newClock = () => createClock({ wall: () => state.wall, monotonic: () => state.mono });
  let clock = newClock();
  const room = meetingRoom(PMC, 90);
  room.start(PEOPLE.slice(0, 5));
  /** What the stopwatch shows of the step, ms; what may be wrong by now; how far back the wall stands. */
  let stopwatch = 0;
  let slackMs = 2;
  let backMs = 0;
  let paused = false;
  const pass = (ms: number) => {
    if (!paused) stopwatch += ms;
  };
  const act = (what: 'next' | 'pause' | 'resume' | 'add') => {
    const acting = room.acting();
    const { next } = room.view();
    if (what === 'next' && next) {
      room.write(moveTo(acting, next.id, room.now));
      stopwatch = 0;
      paused = false;
    } else if (what === 'pause' && !paused) {
      room.write(pause(acting, room.now));
      paused = true;
    } else if (what === 'resume' && paused) {
      room.write(resume(acting, room.now));
      paused = false;
    } else if (what === 'add') room.write(addTime(acting, room.now));
  };
  for (const one of course) {
    switch (one.do) {
      case 'run':
        state.wall += one.ms;
        state.mono += one.ms;
        pass(one.ms);
        break;
      case 'sleep':
        // The wall stands back by just as much as it slept: that is a clock set right, to all who see it.
        if (Math.abs(one.ms - backMs) <= 2_000) break;
        state.wall += one.ms;
        pass(one.ms);
        break;
      case 'back':
        state.wall -= one.ms;
        backMs += one.ms;
        break;
      case 'right':
        // After nudges it is not quite what was set back.
        if (backMs === 0 || slackMs > 1_000) break;
        state.wall += backMs + one.offMs;
        slackMs += Math.abs(one.offMs) + 1;
        backMs = 0;
        break;
      case 'nudge':
        state.wall += one.ms;
        slackMs += Math.abs(one.ms);
        break;
      case 'anew': {
        const before = clock.correction();
        clock = newClock();
        clock.correct(before);
        break;
      }
      default:
        act(one.do);
    }
    room.now = clock.now();
    const row = room.row();
    const view = row && viewMeeting(row, room.now);
    // Two hours of silence after its end; the room is empty.
    if (view?.phase !== 'running') return;
    const { remainingMs, totalMs } = view.running;
    const wrong = remainingMs - (totalMs - stopwatch);
    if (Math.abs(wrong) > slackMs) throw new Error(`after ${one.do} the clock is out by ${wrong} ms`);
  }
}
