import type { MeetingRole } from './facts.ts';
import { isNewTo } from './history.ts';
import type { MeetingRow } from './meeting.ts';
import { MINUTE_MS, type Step } from './plan.ts';
import type { PromptLevel } from './prompt-level.ts';
import type { Run } from './run.ts';
import { turnId } from './turns.ts';
import type { RunningView } from './view.ts';

/** What a role may want to say or do now. Members by id; words are `help_<kind>` in the catalogue. */
export type Prompt =
  | { kind: 'notHad'; members: readonly string[] }
  | { kind: 'goOnOver'; over: number }
  | { kind: 'minuteLeft' | 'timeIsUp' | 'cameLate' | 'welcomeNew'; member: string }
  | { kind: 'partLeft' | 'partUp' | 'rules' | 'askNeeds' | 'whatHelp' | 'questionsFirst' | 'anyReport' }
  | { kind: 'introduce' }
  | { kind: 'smallStep' | 'startStrokes' | 'signs' | 'letIn' | 'nextDate' }
  | { kind: 'behind'; minutes: number };

/** Which prompts a level has: 1 always, 2 what is happening, 3 what one learns. */
const WEIGHT: Readonly<Record<Prompt['kind'], 1 | 2 | 3>> = {
  notHad: 1,
  goOnOver: 1,
  timeIsUp: 1,
  partUp: 1,
  minuteLeft: 2,
  partLeft: 2,
  behind: 2,
  cameLate: 2,
  welcomeNew: 1,
  rules: 3,
  askNeeds: 3,
  whatHelp: 2,
  questionsFirst: 3,
  anyReport: 3,
  introduce: 3,
  smallStep: 3,
  startStrokes: 3,
  signs: 3,
  letIn: 3,
  nextDate: 3,
};
const LEVEL_WEIGHT: Readonly<Record<PromptLevel, number>> = { few: 1, some: 2, all: 3 };

export interface PromptInput {
  row: MeetingRow;
  run: Run;
  running: RunningView;
  /** Meetings held before, the earliest first. */
  held: readonly MeetingRow[];
  level: PromptLevel;
  /** There is nothing to report yet: the round is for getting to know each other. */
  introduces?: boolean;
  /** UTC ms. */
  now: number;
}

/** At most two quiet prompts for a role at this moment, the most pressing first. */
export function promptsFor(role: MeetingRole, input: PromptInput): Prompt[] {
  return all(role, input)
    .filter((prompt) => WEIGHT[prompt.kind] <= LEVEL_WEIGHT[input.level])
    .slice(0, 2);
}

function all(role: MeetingRole, input: PromptInput): Prompt[] {
  switch (role) {
    case 'facilitator':
      return facilitator(input);
    case 'timekeeper':
      return timekeeper(input);
    case 'host':
      return host(input);
    default:
      return role satisfies never;
  }
}

/** From here on a turn is no longer just beginning. */
const BEGUN_MS = MINUTE_MS;

function facilitator({ row, run, running, held, introduces = false }: PromptInput): Prompt[] {
  const { step, elapsedMs, over, overMs } = running;
  const isFresh = elapsedMs < BEGUN_MS;
  const prompts: Prompt[] = [];
  const waiting = notHad(row, run, running);
  // Once half of those who work have had their turn, or when the meeting is about to leave the work.
  const isLate = waiting.length > 0 && waiting.length <= turnsOfWork(run).length / 2;
  if (over && overMs >= MINUTE_MS) prompts.push({ kind: 'goOnOver', over: Math.ceil(overMs / MINUTE_MS) });
  switch (step.kind) {
    case 'arrive': {
      const [fresh] = isNewTo(run, held);
      if (fresh !== undefined) prompts.push({ kind: 'welcomeNew', member: fresh });
      prompts.push({ kind: 'rules' });
      break;
    }
    case 'roles':
      prompts.push({ kind: 'askNeeds' });
      break;
    case 'reports':
      prompts.push({ kind: introduces ? 'introduce' : 'anyReport' });
      break;
    case 'work':
      prompts.push({ kind: isFresh ? 'whatHelp' : 'questionsFirst' });
      if (isLate) prompts.unshift({ kind: 'notHad', members: waiting });
      break;
    case 'contracts':
      prompts.push({ kind: 'smallStep' });
      break;
    case 'close':
      prompts.push({ kind: 'startStrokes' });
      break;
    default:
      break;
  }
  if (step.kind !== 'work' && waiting.length > 0 && isPastWork(run, running.index))
    prompts.unshift({ kind: 'notHad', members: waiting });
  return prompts;
}

function timekeeper({ running }: PromptInput): Prompt[] {
  const { step, over, soon, lateness } = running;
  const prompts: Prompt[] = [];
  const { member } = step;
  if (over) prompts.push(member ? { kind: 'timeIsUp', member } : { kind: 'partUp' });
  else if (soon) prompts.push(member ? { kind: 'minuteLeft', member } : { kind: 'partLeft' });
  if (lateness.kind === 'behind' && lateness.minutes >= 3)
    prompts.push({ kind: 'behind', minutes: lateness.minutes });
  if (step.kind === 'arrive' || step.kind === 'roles') prompts.push({ kind: 'signs' });
  return prompts;
}

const LATE_MS = 3 * MINUTE_MS;

function host({ row, running, now }: PromptInput): Prompt[] {
  const prompts: Prompt[] = Object.entries(row.presence)
    .filter(([, { presence, at }]) => presence === 'late' && now - at < LATE_MS && now >= at)
    .map(([member]) => ({ kind: 'cameLate', member }));
  if (running.step.kind === 'arrive') prompts.push({ kind: 'letIn' });
  if (running.step.kind === 'close') prompts.push({ kind: 'nextDate' });
  return prompts;
}

const turnsOfWork = (run: Run): string[] => [
  ...new Set(run.plan.flatMap((step) => (isWork(step) ? [turnId(step)] : []))),
];
const isWork = (step: Step): boolean => step.kind === 'work' && step.member !== null;

/** Whoever has a turn of work coming and has not begun it. */
function notHad(row: MeetingRow, run: Run, { step: now, done }: RunningView): string[] {
  const had = new Set(run.plan.flatMap((step) => (done.has(step.id) ? [turnId(step)] : [])));
  const waiting = run.plan.filter(
    (step) => isWork(step) && !had.has(turnId(step)) && turnId(step) !== turnId(now),
  );
  const here = (member: string) => !['away', 'left'].includes(row.presence[member]?.presence ?? 'here');
  return [...new Set(waiting.flatMap((step) => step.member ?? []))].filter(here);
}

/** Whether the step at `index` stands behind all work. */
const isPastWork = (run: Run, index: number): boolean => index > run.plan.findLastIndex(isWork);
