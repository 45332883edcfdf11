import { fairShares } from './fair-shares.ts';
import type { Format } from './format.ts';
import { FLOOR_MS, MINUTE_MS, type Step, usualMs } from './plan.ts';

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

/**
 * Fits the steps from index `from` into `availableMs`. Turns of work take what the other steps leave, fairly and
 * never under the floor; other steps keep their usual time as long as that is possible, then reports, contracts and close
 * get shorter; what still does not fit runs over. Steps before `from` stay as they are.
 * @param used ms already had of steps that come again (after Back); a step needs only what is left of it, and no turn
 * becomes shorter than what was had of it.
 */
export function refit(
  steps: readonly Step[],
  from: number,
  availableMs: number,
  format: Format,
  asked: ReadonlyMap<string, number>,
  floorMs: number = FLOOR_MS,
  used: ReadonlyMap<string, number> = new Map(),
): Refit {
  const usual = new Map(format.phases.map((phase) => [phase.id, usualMs(phase)]));
  const ahead = steps.slice(from).map((step) => ({ ...step, ms: usual.get(step.phase) ?? step.ms }));
  const had = (step: Step) => used.get(step.id) ?? 0;
  /** What a step takes of the time left, with what was had of it, which is added to that time. */
  const need = (step: Step) => Math.max(step.ms, had(step));
  const budgetMs = availableMs + ahead.reduce((all, step) => all + had(step), 0);
  const flexible = ahead.filter((step) => usual.get(step.phase) === null);
  const fixedMs = ahead.reduce((all, step) => all + (flexible.includes(step) ? 0 : need(step)), 0);
  shareOut(flexible, Math.max(0, Math.floor(budgetMs - fixedMs)), asked, floorMs, had);
  let overMs = Math.max(0, Math.round(ahead.reduce((all, step) => all + need(step), 0) - budgetMs));
  for (const kind of GIVE_WAY) {
    const giving = ahead.filter((step) => step.kind === kind && had(step) === 0);
    const spareMs = giving.reduce((all, step) => all + Math.max(0, step.ms - (LEAST_MS[kind] ?? step.ms)), 0);
    const takeMs = Math.min(overMs, spareMs);
    if (takeMs > 0) take(giving, takeMs, LEAST_MS[kind] ?? 0);
    overMs -= takeMs;
  }
  return { steps: [...steps.slice(0, from), ...ahead], overMs };
}

/** Divides `ms` among turns; one that already had more than its share keeps what it had, the others share the rest. */
function shareOut(
  turns: readonly Step[],
  ms: number,
  asked: ReadonlyMap<string, number>,
  floorMs: number,
  had: (step: Step) => number,
): void {
  const keys = turns.map((step) => step.member ?? '');
  const shares = fairShares(ms, keys, asked, floorMs);
  for (const step of turns) step.ms = shares.ms.get(step.member ?? '') ?? step.ms;
  const full = turns.filter((step) => had(step) > step.ms);
  if (full.length === 0) return;
  for (const step of full) step.ms = had(step);
  const others = turns.filter((step) => !full.includes(step));
  shareOut(others, Math.max(0, ms - sum(full)), asked, floorMs, had);
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
  const shortest = (steps: readonly Step[]) =>
    Math.min(...steps.slice(from).flatMap((step) => (step.kind === 'work' ? [step.ms] : [])));
  const [fromMs, toMs] = [shortest(before), shortest(after)];
  if (!Number.isFinite(fromMs) || !Number.isFinite(toMs) || Math.abs(fromMs - toMs) < 5_000) return null;
  return { fromMs, toMs };
}
