import type { Transaction } from 'dexie';
import type { Database } from './database.ts';

/**
 * Tables tied to a transaction. Dexie otherwise finds its transaction by following promises, and loses sight of it
 * behind several `async` functions that ask the database nothing: the next request then waits for the end of the very
 * transaction it belongs to (`PrematureCommitError`, seen with 4.4.7).
 */
export function inTransaction<Name extends keyof Database & string>(
  transaction: Transaction,
  names: readonly Name[],
): Pick<Database, Name> {
  // Dexie does not know the types of its tables by name.
  return Object.fromEntries(names.map((name) => [name, transaction.table(name)])) as Pick<Database, Name>;
}
