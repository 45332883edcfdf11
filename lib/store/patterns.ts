import { joinSame } from '../contract/log.ts';
import { myPatterns, type Patterns } from '../contract/patterns.ts';
import { continuedCircles } from './circles.ts';
import type { Database } from './database.ts';

/** My patterns over all circles, from what is stored now. Nothing of it is kept. */
export async function readPatterns(db: Database): Promise<Patterns> {
  const [selves, hidden] = [await db.selves.toArray(), await continuedCircles(db)];
  const me = new Map(selves.map((self) => [self.id, self.memberId]));
  const mine = await db.contracts
    .filter((row) => me.get(row.circleId) === row.memberId && !hidden.has(row.circleId))
    .toArray();
  const asides = new Map((await db.asides.toArray()).map((row) => [row.id, row]));
  return myPatterns(joinSame(mine), (id) => asides.get(id));
}
