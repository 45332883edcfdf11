import { makeContract, reportContract } from '../contract/commands.ts';
import type { ContractRow } from '../contract/contract.ts';
import { isSpaceId } from '../fact/space.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';
import { contractErasure } from './erasures.ts';

/** Who would see something that is shared in a circle; for the switch to say. */
export interface Audience {
  circleName: string;
  /** The other members who are in it now. */
  names: readonly string[];
  /** False: the circle is only on this device, so nobody else sees it yet. */
  isShared: boolean;
}

export async function audienceOf(db: Database, circleId: string): Promise<Audience | null> {
  const loaded = await loadCircle(db, circleId);
  if (!loaded) return null;
  const { circle, members, me } = loaded;
  const others = members.filter((member) => member.leftOn === null && member.id !== me?.id);
  return {
    circleName: circle.name,
    names: others.map((member) => member.name),
    isShared: isSpaceId(circleId),
  };
}

/** The copies of a private contract that its circle has; usually none or one. */
export async function sharedCopies(
  db: Database,
  contract: Pick<ContractRow, 'id' | 'circleId'>,
): Promise<ContractRow[]> {
  const rows = await db.contracts
    .where('[log+id]')
    .between([contract.circleId, ''], [contract.circleId, '\uffff'])
    .toArray();
  return rows.filter((row) => row.source === contract.id && !row.isPrivate);
}

/**
 * Shares a private contract: a copy of its words and reports is written into the circle's log. The private one stays as it
 * is, with what is noted on it afterwards. Sharing again adds nothing while a copy is there.
 * @returns the copy's id; null where it is not private, or nobody has said which member I am.
 */
export async function shareContract(
  db: Database,
  contract: ContractRow,
  now: number = db.now(),
): Promise<string | null> {
  if (!contract.isPrivate) return null;
  const loaded = await loadCircle(db, contract.circleId);
  const me = loaded?.me?.id;
  if (me === undefined) return null;
  const [there] = await sharedCopies(db, contract);
  if (there) return there.id;
  // A new id each time: a copy that was withdrawn is erased for good.
  const copy = { ...contract, id: newId(), isPrivate: false, follows: null, source: contract.id };
  await append(db, [
    makeContract(copy, me, now),
    ...contract.reports.map((report) => reportContract({ ...copy, reports: [] }, report, me, report.at)),
  ]);
  return copy.id;
}

/**
 * Withdraws what was shared of a private contract: its copies are erased in the circle, for all who get the erasure. The
 * private one stays. Whoever saw it may have kept it: whoever calls this says so.
 * @returns how many copies were withdrawn.
 */
export async function unshareContract(
  db: Database,
  contract: Pick<ContractRow, 'id' | 'circleId'>,
): Promise<number> {
  const [loaded, copies] = [await loadCircle(db, contract.circleId), await sharedCopies(db, contract)];
  const drafts = await Promise.all(copies.map((row) => contractErasure(db, row, loaded?.me?.id ?? null)));
  await append(db, drafts.flat());
  return copies.length;
}
