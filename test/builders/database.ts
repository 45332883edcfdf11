import { Database } from '../../lib/store/database.ts';
import { openDatabase } from '../../lib/store/open.ts';
import { isSealedRun, sealDatabase } from './sealed-database.ts';

let count = 0;

/** A fresh database on the real IndexedDB, as a profile of its own; `clock.now` can be moved. Sealed in a sealed run. */
export async function freshDatabase(start = Date.UTC(2026, 10, 5, 17)): Promise<{
  db: Database;
  clock: { now: number };
}> {
  const clock = { now: start };
  count += 1;
  const db = new Database(`test-${count}-${crypto.randomUUID()}`, () => clock.now);
  const failure = await openDatabase(db);
  if (failure) throw new Error(`the test database did not open: ${failure}`);
  return { db: isSealedRun() ? await sealDatabase(db) : db, clock };
}

/** Everything that screens are made of: the same in two profiles that hold the same facts. */
export async function projections(db: Database): Promise<Record<string, unknown[]>> {
  const tables = [
    db.circles,
    db.members,
    db.meetings,
    db.contracts,
    db.parked,
    db.milestones,
    db.together,
    db.notes,
    db.selves,
    db.decisions,
    db.ties,
    db.plans,
    db.erasedCircles,
  ];
  const rows = await Promise.all(tables.map((table) => table.toArray() as Promise<unknown[]>));
  return Object.fromEntries(tables.map((table, i) => [table.name, rows[i] ?? []]));
}
