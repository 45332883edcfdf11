import { liveQuery } from 'dexie';
import { isEpochDue } from '../circle/epoch-readers.ts';
import { currentEpochOf, removeDevice } from '../circle/rights-commands.ts';
import type { Fact } from '../fact/fact.ts';
import type { SpaceId } from '../fact/space.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys } from './device-keys.ts';
import { startEpoch } from './epochs.ts';
import { onWritten } from './written.ts';

/**
 * Nothing new reaches a member's devices any more: they are taken out, and an epoch begins that they have no key of. The
 * member stays one. Nothing happens where this device's member is no steward.
 */
export async function stopSharingWith(db: Database, space: SpaceId, member: string): Promise<void> {
  const [rights, self] = await Promise.all([db.rights.get(space), db.selves.get(space)]);
  if (!rights || !self) return;
  const theirs = rights.devices.filter((one) => one.member === member && one.last === null);
  const heads = await db.heads.bulkGet(theirs.map(({ device }): [string, string] => [space, device]));
  await append(
    db,
    theirs.map(({ device }, i) => removeDevice(rights, self.memberId, device, heads[i]?.seq ?? 0, db.now())),
  );
  await renewEpoch(db, space);
}

/**
 * Begins a new epoch where somebody who left could still read the present one, if this device's member may. Of the pages
 * of this browser one at a time.
 * @param forWhom `left-out`: also where a device that belongs was left out of it, or there is none that counts.
 */
export function renewEpoch(
  db: Database,
  space: SpaceId,
  forWhom: 'gone' | 'left-out' = 'gone',
): Promise<boolean> {
  return navigator.locks.request(`circlekeeper.epoch.${space}`, async () => {
    const rights = await db.rights.get(space);
    if (!rights) return false;
    const begun = await db.facts.bulkGet(rights.epochs.map(({ fact }) => fact));
    const facts = begun.filter((fact) => fact !== undefined);
    const me = (await currentKeys(db, space))?.author ?? '';
    const isDue = isEpochDue(rights, facts, currentEpochOf(rights)?.fact, me, forWhom);
    return isDue && startEpoch(db, space);
  });
}

/** Whoever takes somebody out ends the epoch at once; */
const isRemoval = ({ kind }: Fact): boolean => kind === 'member.left' || kind === 'device.removed';
/** another steward's device, should that one not, at a moment of its own in between, so that not all do it at once, ms; */
const GONE_MS: readonly [number, number] = [1_000, 5_000];
/** and for a device that was left out when all has had time to arrive: it may have been taken out meanwhile. */
const LEFT_OUT_MS: readonly [number, number] = [20_000, 40_000];

/**
 * Renews the epoch whenever somebody has left who could read on, or a device that belongs was left out of it.
 * @returns the function that ends it.
 */
export function keepEpoch(db: Database, space: SpaceId): () => void {
  let gone: ReturnType<typeof setTimeout> | undefined;
  let leftOut: { of: string; wait: ReturnType<typeof setTimeout> } | null = null;
  const renew = (forWhom: 'gone' | 'left-out') => void renewEpoch(db, space, forWhom).catch(() => undefined);
  const within = ([least, most]: readonly [number, number]) => least + Math.random() * (most - least);
  const endWritten = onWritten(db, space, (facts) => {
    if (facts.some(isRemoval)) renew('gone');
  });
  const rights = liveQuery(() => db.rights.get(space)).subscribe((row) => {
    clearTimeout(gone);
    gone = setTimeout(() => renew('gone'), within(GONE_MS));
    // Counted from the epoch's beginning: rights come again and again, and would put it off for ever.
    const of = row && (currentEpochOf(row)?.fact ?? '');
    if (of === undefined || leftOut?.of === of) return;
    clearTimeout(leftOut?.wait);
    const wait = setTimeout(() => {
      leftOut = null;
      renew('left-out');
    }, within(LEFT_OUT_MS));
    leftOut = { of, wait };
  });
  return () => {
    clearTimeout(gone);
    clearTimeout(leftOut?.wait);
    endWritten();
    rights.unsubscribe();
  };
}
