import type { Journal } from './journal.ts';
import type { Ledger } from './promises.ts';
import type { Words } from './words.ts';

/** What everything in the story stands on. */
export interface Stage {
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly circleId: string;
  readonly me: string;
  /** Ids by the story's keys. */
  readonly ids: ReadonlyMap<string, string>;
  /** Starts of the meetings, UTC ms, the oldest first. */
  readonly starts: readonly number[];
  readonly meetingIds: readonly string[];
  /** Of the goals, in the story's order. */
  readonly goalIds: readonly string[];
  readonly newId: () => string;
  readonly words: Words;
  /** The day of a moment (UTC ms), ISO. */
  readonly day: (at: number) => string;
}

/** @throws when the story names somebody it does not know: a slip of whoever wrote it. */
export const idOf = (ids: ReadonlyMap<string, string>, key: string): string => {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the story knows nobody called ${key}`);
  return id;
};
