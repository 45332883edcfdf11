import type { AuthorId } from '../../fact/fact.ts';
import type { AuthorState } from '../share-store.ts';
import { type Lack, stateHash } from './author-sums.ts';
import type { Bucket } from './limits.ts';
import type { Body } from './message.ts';

/** What a device says it holds of an author. */
export interface Claim {
  readonly theirs: AuthorState;
  /** When to look at it next; never: nothing of it is lacking here. */
  readonly at: number;
  /** How often it was asked for in vain. */
  readonly tries: number;
}

/** An asking of somebody, while it waits whether another answers it. */
export interface Waiting {
  readonly at: number;
  readonly author: AuthorId;
  readonly lack: Lack;
}

/**
 * How what was lost comes back: whoever hears that another holds something else says what it holds itself; whoever
 * then lacks something asks; one of those who have it answers, for all. Instants are local, ms.
 */
export interface Repair {
  readonly held: ReadonlyMap<AuthorId, AuthorState>;
  readonly hash: string;
  /** What `hash` was a moment ago: who says it is about to hear what we just heard. */
  readonly lately: readonly { hash: string; until: number }[];
  /** By author, then by device. */
  readonly claims: ReadonlyMap<AuthorId, ReadonlyMap<AuthorId, Claim>>;
  /** Until when an author is not asked for (again), so that seven who have it are not all asked. */
  readonly pauses: ReadonlyMap<AuthorId, number>;
  /** By the name of the asking. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  readonly sayAt: number;
  readonly said: { hash: string; at: number };
  readonly budgets: ReadonlyMap<AuthorId, Bucket>;
}

export type RepairEffect =
  | { do: 'state' }
  | { do: 'compare'; author: AuthorId; device: AuthorId; theirs: AuthorState; thorough: boolean }
  | { do: 'want'; want: Body<'want'> }
  | { do: 'answer'; author: AuthorId; lack: Lack; re: string }
  | { do: 'differs'; author: AuthorId };

export type Step = [Repair, RepairEffect[]];

/** Nothing of it is due. */
export const NEVER = Number.POSITIVE_INFINITY;
/** Waited for an answer at first; twice as long after each that did not come. */
export const RETRY_MS = 1_500;
export const MOST_DEVICES = 80;

export const newRepair = (): Repair => ({
  held: new Map(),
  hash: stateHash([]),
  lately: [],
  claims: new Map(),
  pauses: new Map(),
  waiting: new Map(),
  sayAt: NEVER,
  said: { hash: '', at: Number.NEGATIVE_INFINITY },
  budgets: new Map(),
});

/** A map without one of its keys; the same map where it has none such. */
export function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const next = new Map(map);
  next.delete(key);
  return next;
}
