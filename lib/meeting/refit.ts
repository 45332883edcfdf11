import { divideTurn, leastOfPart } from './divide-turn.ts';
import { type Claims, fairShares } from './fair-shares.ts';
import type { Format, Part, Phase } from './format.ts';
import { FLOOR_MS, MINUTE_MS, type Step, turnFloor, usualMs } from './plan.ts';
import { turnId, turnLengths } from './turns.ts';

/** How far a step other than work may shrink when the meeting runs late. */
const LEAST_MS: Partial<Record<Step['kind'], number>> = {
  contracts: 45_000,
  reports: MINUTE_MS,
  close: 2 * MINUTE_MS,
};
/** The order in which they give way once the turns of work are at the floor, or over. */
const GIVE_WAY: readonly Step['kind'][] = ['reports', 'contracts', 'close'];

export interface Refit {
  steps: readonly Step[];
  /** How far the meeting will run over all the same, in ms. */
  overMs: number;
}

/** What a running meeting has seen of time so far; left out before it began. */
export interface SoFar {
  /** ms already had of steps that come again (after Back); a step needs only what is left of it, and no turn becomes shorter than that. */
  used: ReadonlyMap<string, number>;
  /** ms that steps before `from` have had or will have: a turn one is in the midst of has so much less to come. */
  gone: ReadonlyMap<string, number>;
  /** What makes shares unequal by consent. */
  claims: Claims;
}

const NOTHING_YET: SoFar = { used: new Map(), gone: new Map(), claims: {} };

/**
 * Fits the steps from index `from` into `availableMs`. Turns of work take what the other steps leave, fairly and
 * never under the floor; other steps keep their usual time as long as that is possible, then reports, contracts and close
 * get shorter; what still does not fit runs over. Steps before `from` stay as they are.
 */
export function refit(
  steps: readonly Step[],
  from: number,
  availableMs: number,
  format: Format,
  asked: ReadonlyMap<string, number>,
  { used, gone, claims }: SoFar = NOTHING_YET,
): Refit {
  const phases = new Map(format.phases.map((phase) => [phase.id, phase]));
  const usual = usualLengths(steps, phases);
  const ahead = steps.slice(from).map((step) => ({ ...step, ms: usual.get(step.id) ?? step.ms }));
  const had = (step: Step) => used.get(step.id) ?? 0;
  /** What a step takes of the time left, with what was had of it, which is added to that time. */
  const need = (step: Step) => Math.max(step.ms, had(step));
  const budgetMs = availableMs + ahead.reduce((all, step) => all + had(step), 0);
  const flexible = ahead.filter((step) => phases.get(step.phase)?.minutes === 'rest');
  const fixedMs = ahead.reduce((all, step) => all + (flexible.includes(step) ? 0 : need(step)), 0);
  const goneMs = (turn: string) =>
    steps
      .slice(0, from)
      .reduce((all, step) => (turnId(step) === turn ? all + (gone.get(step.id) ?? 0) : all), 0);
  const turns = [...Map.groupBy(flexible, turnId)].map(
    ([id, parts]): FlexibleTurn => ({
      key: parts[0]?.member ?? id,
      steps: parts,
      parts: parts.flatMap((step) => partOf(phases.get(step.phase), step) ?? []),
      goneMs: goneMs(id),
    }),
  );
  const first = turns[0]?.steps[0];
  const phase = first && phases.get(first.phase);
  const sharedMs = Math.max(0, Math.floor(budgetMs - fixedMs));
  shareOut(turns, sharedMs, asked, phase ? turnFloor(phase, FLOOR_MS) : FLOOR_MS, had, claims);
  let overMs = Math.max(0, Math.round(ahead.reduce((all, step) => all + need(step), 0) - budgetMs));
  for (const kind of GIVE_WAY) {
    const least = LEAST_MS[kind] ?? 0;
    const giving = ahead.filter(
      (step) => step.kind === kind && had(step) === 0 && step.ms > least && !flexible.includes(step),
    );
    const spareMs = giving.reduce((all, step) => all + step.ms - least, 0);
    const takeMs = Math.min(overMs, spareMs);
    if (takeMs > 0) take(giving, takeMs, least);
    overMs -= takeMs;
  }
  return { steps: [...steps.slice(0, from), ...ahead], overMs };
}

const partOf = (phase: Phase | undefined, step: Step): Part | undefined =>
  phase?.parts?.find((part) => part.id === step.part);

/** What each step of a phase that does not take the rest has by the format, by step id. */
function usualLengths(steps: readonly Step[], phases: ReadonlyMap<string, Phase>): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const [id, of] of Map.groupBy(steps, (step) => step.phase)) {
    const phase = phases.get(id);
    if (!phase) continue;
    const turns = [...Map.groupBy(of, turnId).values()];
    for (const [i, turn] of turns.entries()) {
      const ms = usualMs(phase, turns.length, i);
      if (ms === null) continue;
      const parts = phase.parts ? divideTurn(phase.parts, ms) : [];
      for (const step of turn) {
        const at = phase.parts?.findIndex((part) => part.id === step.part) ?? -1;
        lengths.set(step.id, parts[at] ?? ms);
      }
    }
  }
  return lengths;
}

/** What is to come of a turn that takes of the rest. */
interface FlexibleTurn {
  key: string;
  steps: readonly Step[];
  /** The parts that are to come, or none for a turn of one step. */
  parts: readonly Part[];
  /** Had of it in parts that are over. */
  goneMs: number;
}

/** Divides `ms` among turns; one that already had more than its share keeps what it had, the others share the rest. */
function shareOut(
  turns: readonly FlexibleTurn[],
  ms: number,
  asked: ReadonlyMap<string, number>,
  floorMs: number,
  had: (step: Step) => number,
  claims: Claims,
): void {
  const keys = turns.map((turn) => turn.key);
  const goneMs = turns.reduce((all, turn) => all + turn.goneMs, 0);
  const shares = fairShares(ms + goneMs, keys, asked, floorMs, claims);
  const shareOf = (turn: FlexibleTurn) => (shares.ms.get(turn.key) ?? 0) - turn.goneMs;
  const full = turns.filter((turn) => leastOf(turn, had) > shareOf(turn));
  for (const turn of turns) divide(turn, full.includes(turn) ? leastOf(turn, had) : shareOf(turn), had);
  if (full.length === 0) return;
  const others = turns.filter((turn) => !full.includes(turn));
  const takenMs = full.reduce((all, turn) => all + sum(turn.steps), 0);
  shareOut(others, Math.max(0, ms - takenMs), asked, floorMs, had, claims);
}

/** What is to come of a turn cannot be shorter than this, ms. */
function leastOf({ steps, parts }: FlexibleTurn, had: (step: Step) => number): number {
  return steps.reduce((all, step, i) => {
    const part = parts[i];
    return all + Math.max(part ? leastOfPart(part) : 0, had(step));
  }, 0);
}

function divide({ steps, parts }: FlexibleTurn, ms: number, had: (step: Step) => number): void {
  const hadOf = (part: Part) =>
    steps.filter((_, i) => parts[i] === part).reduce((all, step) => all + had(step), 0);
  const lengths = parts.length === steps.length ? divideTurn(parts, ms, hadOf) : [ms];
  for (const [i, step] of steps.entries()) step.ms = lengths[i] ?? step.ms;
}

/** Shortens steps by `ms` in all, evenly, none under `least`. */
function take(steps: Step[], ms: number, least: number): void {
  const targetMs = sum(steps) - ms;
  const shares = fairShares(
    targetMs,
    steps.map((_, i) => String(i)),
    new Map(steps.map((step, i) => [String(i), step.ms])),
    least,
  );
  for (const [i, step] of steps.entries()) step.ms = shares.ms.get(String(i)) ?? step.ms;
}

const sum = (steps: readonly Step[]): number => steps.reduce((all, step) => all + step.ms, 0);

/** What a re-fit did to the turns of work still to come, for one sentence; null when nothing worth saying changed. */
export interface RefitChange {
  /** Length of the shortest turn to come, before and after, ms. */
  fromMs: number;
  toMs: number;
}

export function changeOf(before: readonly Step[], after: readonly Step[], from: number): RefitChange | null {
  // One that is in the midst of its parts had some of its time already: its length says nothing any more.
  const begun = new Set(after.slice(0, from).map(turnId));
  const shortest = (steps: readonly Step[]) =>
    Math.min(
      ...turnLengths(steps.slice(from).filter((step) => step.kind === 'work' && !begun.has(turnId(step)))),
    );
  const [fromMs, toMs] = [shortest(before), shortest(after)];
  if (!Number.isFinite(fromMs) || !Number.isFinite(toMs) || Math.abs(fromMs - toMs) < 5_000) return null;
  return { fromMs, toMs };
}
