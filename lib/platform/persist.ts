import { browser } from 'wxt/browser';
import type { Fact } from '../fact/fact.ts';
import { clock } from './clock.ts';
import { isDemonstration } from './demonstration.ts';

/** What is worth keeping: the first circle, contract or event. A calendar can be read again. */
const WORTH: ReadonlySet<string> = new Set(['circle.created', 'contract.made', 'speed.planned']);
const ASKED = 'keep.askedAt';
/** Firefox shows a question; a no is not asked again sooner than this. */
const AGAIN_MS = 90 * 24 * 60 * 60 * 1000;

/**
 * Chromium makes room on a full disk by deleting all data of some origins, but of none that holds `unlimitedStorage`;
 * the question below it refuses to extensions all the same (156). Firefox says yes to it where that right is held.
 */
const isExempt = !import.meta.env.FIREFOX;

/**
 * Asks the browser not to clear the database when the disk gets full. To be called by pages (not workers) after
 * appending, with the facts that were stored. The moment is the first circle or contract: before it there is
 * nothing to lose and a browser that decides by use would say no; just after it a member who is asked knows what for.
 */
export async function keepWhatMatters(facts: readonly Pick<Fact, 'kind'>[]): Promise<void> {
  if (isExempt || isDemonstration() || !facts.some((fact) => WORTH.has(fact.kind))) return;
  try {
    if (await navigator.storage.persisted()) return;
    const { [ASKED]: asked } = await browser.storage.local.get<Record<string, number>>(ASKED);
    const now = clock.now();
    if (asked !== undefined && now - asked < AGAIN_MS) return;
    await browser.storage.local.set({ [ASKED]: now });
    await navigator.storage.persist();
  } catch {
    // In a frame or under strict settings the browser does not answer; Settings says how things stand.
  }
}

export interface Keeping {
  /** Whether the browser promised not to clear the data by itself. */
  promised: boolean;
  /** Bytes in use, or null when the browser does not say. */
  bytes: number | null;
}

/** How safe the data is from the browser itself. */
export async function keeping(): Promise<Keeping> {
  const [promised, estimate] = await Promise.all([
    isExempt || navigator.storage.persisted(),
    navigator.storage.estimate().catch(() => null),
  ]);
  return { promised, bytes: estimate?.usage ?? null };
}

/** Asks now, in a click. Resolves to whether the browser promised. */
export const askToKeep = (): Promise<boolean> => navigator.storage.persist();
