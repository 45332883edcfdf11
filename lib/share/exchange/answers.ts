import type { AuthorId } from '../../fact/fact.ts';
import { type Bucket, type Rate, type Soon, take } from './limits.ts';
import type { Body } from './message.ts';
import { MOST_DEVICES, RETRY_MS, type Repair, type Step, without } from './repair-state.ts';

const MOST_WAITING = 64;
/** Askings that one device may have answered: all of a circle at once, and then one in three seconds. */
const ASKINGS: Rate = { most: 80, perSecond: 0.33 };

/**
 * Somebody asks. Who is asked, and the author itself, answers at once; the others only when nobody did.
 * @param asking its name, of the frame it came in.
 */
export function heardWant(
  repair: Repair,
  me: AuthorId,
  from: AuthorId,
  asking: string,
  want: Body<'want'>,
  now: number,
  soon: Soon,
): Step {
  const { author, lack, to } = want;
  // Another asked what we were about to ask: its answer is for all.
  const isOurs = repair.claims.has(author);
  const pauses = isOurs ? new Map(repair.pauses).set(author, now + RETRY_MS) : repair.pauses;
  if (!repair.held.has(author)) return [{ ...repair, pauses }, []];
  const budget = take(ASKINGS, repair.budgets.get(from), 1, now);
  if (!budget || repair.waiting.has(asking)) return [{ ...repair, pauses }, []];
  const next = { ...repair, pauses, budgets: remembered(repair.budgets, from, budget) };
  if (to === me || author === me) return [next, [{ do: 'answer', author, lack, re: asking }]];
  if (next.waiting.size >= MOST_WAITING) return [next, []];
  const at = now + soon(600, 2_000);
  return [{ ...next, waiting: new Map(next.waiting).set(asking, { at, author, lack }) }, []];
}

/** Bounded: whoever asked longest ago is forgotten first, and has a full budget again. */
function remembered(budgets: Repair['budgets'], from: AuthorId, budget: Bucket): Repair['budgets'] {
  const next = new Map(without(budgets, from)).set(from, budget);
  const [oldest] = next.size > MOST_DEVICES ? next.keys() : [];
  if (oldest !== undefined) next.delete(oldest);
  return next;
}

/** Somebody answers an asking: nobody else needs to. */
export const answered = (repair: Repair, asking: string): Repair =>
  repair.waiting.has(asking) ? { ...repair, waiting: without(repair.waiting, asking) } : repair;
