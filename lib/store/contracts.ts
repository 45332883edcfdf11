import { pauseOn } from '../circle/pause.ts';
import { chainOf } from '../contract/chain.ts';
import type { ContractRow } from '../contract/contract.ts';
import { joinSame } from '../contract/log.ts';
import { ME } from '../fact/fact.ts';
import { isoDay } from '../platform/iso-day.ts';
import { continuedCircles } from './circles.ts';
import type { Database } from './database.ts';

/** The open contracts of a circle (or of all), the oldest first: what somebody still owes themselves. */
export async function openContracts(db: Database, circleId?: string): Promise<ContractRow[]> {
  const rows = circleId
    ? await db.contracts.where('[circleId+open]').equals([circleId, 1]).toArray()
    : await shownContracts(db, await db.contracts.where('open').equals(1).toArray());
  return (await joinSome(db, rows)).sort((a, b) => a.madeAt - b.madeAt || (a.id < b.id ? -1 : 1));
}

/**
 * One row for each of these contracts, as {@link joinSame} does it for all there are: where another stands for one of them
 * (it may be closed, or of another meeting), that one is left out.
 */
export async function joinSome(db: Database, rows: readonly ContractRow[]): Promise<ContractRow[]> {
  const here = new Set(rows.map((row) => row.id));
  const others = rows.flatMap(({ circleId, sameAs }) =>
    sameAs.filter((id) => !here.has(id)).map((id): [string, string] => [circleId, id]),
  );
  if (others.length === 0) return joinSame(rows);
  const twins = (await db.contracts.bulkGet(others)).filter((row) => row !== undefined);
  const all = new Map([...rows, ...twins].map((row) => [row.id, row]));
  return joinSame([...all.values()]).filter((row) => here.has(row.id));
}

/**
 * Of contracts of all circles, those that are not shown a second time as a copy: of a circle that goes on in another, and
 * private ones that followed it there (the circle itself may be on another of my devices).
 */
export async function shownContracts(db: Database, rows: readonly ContractRow[]): Promise<ContractRow[]> {
  const hidden = await continuedCircles(db);
  const mine = await db.contracts.where('[log+id]').between([ME, ''], [ME, '\uffff']).toArray();
  const followed = new Set(mine.flatMap((row) => row.source ?? []));
  return rows.filter((row) => !hidden.has(row.circleId) && !(row.isPrivate && followed.has(row.id)));
}

/** My own open contracts in every circle, private ones too. */
export async function myOpenContracts(db: Database): Promise<ContractRow[]> {
  const selves = new Set((await db.selves.toArray()).map((self) => self.memberId));
  return (await openContracts(db)).filter((contract) => selves.has(contract.memberId));
}

/** Circles nobody is to be asked about today: they pause, or are in the archive. */
export async function restingCircles(db: Database): Promise<ReadonlySet<string>> {
  const today = isoDay(db.now());
  const resting = await db.circles
    .filter((circle) => circle.archived || pauseOn(circle.pauses, today) !== null)
    .toArray();
  return new Set(resting.map((circle) => circle.id));
}

/** My open contracts that ask for a word: not those of circles that rest. The badge counts them. */
export async function myAskedContracts(db: Database): Promise<ContractRow[]> {
  const [open, resting] = await Promise.all([myOpenContracts(db), restingCircles(db)]);
  return open.filter((contract) => !resting.has(contract.circleId));
}

/** A page of a circle's contracts (or of all circles'), the latest first, older than `before` (ms since 1970). */
export async function contractPage(
  db: Database,
  options: { circleId?: string; before?: number; limit: number },
): Promise<ContractRow[]> {
  const before = options.before ?? Number.POSITIVE_INFINITY;
  if (options.circleId !== undefined) {
    const { circleId } = options;
    return db.contracts
      .where('[circleId+madeAt]')
      .between([circleId, Number.NEGATIVE_INFINITY], [circleId, before], true, false)
      .reverse()
      .limit(options.limit)
      .toArray();
  }
  const all = await db.contracts.filter((contract) => contract.madeAt < before).toArray();
  const rows = await shownContracts(db, all);
  return rows.sort((a, b) => b.madeAt - a.madeAt).slice(0, options.limit);
}

/** Contracts made at a meeting, or reported there. */
export async function contractsOfMeeting(
  db: Database,
  meetingId: string,
): Promise<{ made: ContractRow[]; reported: ContractRow[] }> {
  const made = await db.contracts.where('meetingId').equals(meetingId).toArray();
  const all = await db.contracts.where('reportedIn').equals(meetingId).toArray();
  const byAge = (a: ContractRow, b: ContractRow): number => a.madeAt - b.madeAt;
  return { made: joinSame(made).sort(byAge), reported: joinSame(all).sort(byAge) };
}

/** A contract with what it was renegotiated from and into, in its own log, the oldest first; empty when it is not there. */
export async function contractChain(
  db: Database,
  { id, circleId, isPrivate }: Pick<ContractRow, 'id' | 'circleId' | 'isPrivate'>,
): Promise<ContractRow[]> {
  const log = isPrivate ? ME : circleId;
  const all = await db.contracts.where('[log+id]').between([log, ''], [log, '\uffff']).toArray();
  const byId = new Map<string, ContractRow>(all.map((row) => [row.id, row]));
  const after = Map.groupBy(all, (row) => row.follows ?? '');
  const start = byId.get(id);
  return start
    ? chainOf(
        start,
        (one) => byId.get(one),
        (one) => after.get(one) ?? [],
      )
    : [];
}
