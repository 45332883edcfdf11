import type { ContractRow } from '../contract/contract.ts';
import { sharePrivate, takeBack } from '../contract/private-copy.ts';
import { type Draft, ME } from '../fact/fact.ts';
import { isSpaceId } from '../fact/space.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import { loadCircle } from './circles.ts';
import type { Database } from './database.ts';
import { erasureOf } from './erasures.ts';

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
 * Shares a private contract: a copy of its words and reports is written into the circle's log. The private one is marked
 * and shown in no list beside it. Sharing again adds nothing while a copy is there.
 * @returns the copy's id; null where it is not private, or nobody has said which member I am.
 */
export async function shareContract(
  db: Database,
  contract: ContractRow,
  now: number = db.now(),
): Promise<string | null> {
  const [own, loaded] = [await db.contracts.get([ME, contract.id]), await loadCircle(db, contract.circleId)];
  const me = loaded?.me?.id;
  if (!contract.isPrivate || !own || me === undefined) return null;
  const [there] = await sharedCopies(db, own);
  if (there) return there.id;
  // A new id each time: a copy that was withdrawn is erased for good.
  const id = newId();
  const aside = (await db.asides.get(own.id)) ?? null;
  await append(db, sharePrivate(withoutMark(own), id, me, now, aside));
  return id;
}

/** The circle lost the copy some other way: it may be shared again. */
const withoutMark = ({ sharedAs: _, ...row }: ContractRow): ContractRow => row;

/**
 * Withdraws what was shared of a private contract: its copies are erased in the circle, for all who get the erasure. The
 * private one stands in the lists again, with what was written on the copy meanwhile. Whoever saw it may have kept it:
 * whoever calls this says so.
 * @returns how many copies were withdrawn.
 */
export async function unshareContract(
  db: Database,
  contract: Pick<ContractRow, 'id' | 'circleId'>,
): Promise<number> {
  const copies = await sharedCopies(db, contract);
  await append(db, await withdrawal(db, contract));
  return (await db.contracts.get([ME, contract.id])) ? copies.length : 0;
}

/** The drafts of {@link unshareContract}; none where the private one is not mine. */
export async function withdrawal(
  db: Database,
  contract: Pick<ContractRow, 'id' | 'circleId'>,
): Promise<Draft[]> {
  const [own, loaded] = [await db.contracts.get([ME, contract.id]), await loadCircle(db, contract.circleId)];
  if (!own) return [];
  const [copies, me] = [await sharedCopies(db, own), loaded?.me?.id ?? null];
  const shown = copies.find((row) => row.id === own.sharedAs) ?? own;
  const erasures = await Promise.all(copies.map((row) => erasureOf(db, row.circleId, row.id, me)));
  const [mine, copys] = await db.asides.bulkGet([own.id, shown.id]);
  const asides = { own: mine ?? null, copys: shown === own ? null : (copys ?? null) };
  return [...takeBack(own, shown, db.now(), asides), ...erasures.flat()];
}
