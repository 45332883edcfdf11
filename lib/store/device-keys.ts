import { isSpaceId, type SpaceId } from '../fact/space.ts';
import type { DeviceKeys, NewKeys } from '../share/keys.ts';
import type { Database } from './database.ts';

/** Which of the stored keys are this device's now: in the log of a space the author is the key. */
const pointer = (space: SpaceId): string => `author:${space}`;

/** This device is not in the circle, or not any more: what it wrote there would count for nobody. */
export class NotInCircleError extends Error {
  override readonly name = 'NotInCircleError';
}

/**
 * This device's keys in a space, made at the first need and after its author was retired. To be awaited before facts are
 * written in a shared circle's log: making keys takes longer than a transaction of the database may. Rejects with a
 * {@link NotInCircleError} where there is only a copy of the circle.
 */
export async function ready(db: Database, space: SpaceId): Promise<DeviceKeys> {
  const known = await currentKeys(db, space);
  if (known) return known;
  // A copy of a circle brings no keys: whatever was written with new ones would count for nobody.
  if ((await db.rights.get(space)) && (await db.keys.where('space').equals(space).count()) === 0)
    throw new NotInCircleError(space);
  // Most people share nothing: what makes keys is loaded when somebody does.
  const { makeKeys } = await import('../share/keys.ts');
  return keepKeys(db, space, await makeKeys());
}

/** This device's keys in a space; null while it has none. */
export function currentKeys(db: Database, space: SpaceId): Promise<DeviceKeys | null> {
  return db.transaction('r', db.meta, db.keys, async () => {
    const author = (await db.meta.get(pointer(space)))?.value;
    return author === undefined ? null : ((await db.keys.get([space, String(author)])) ?? null);
  });
}

/**
 * Keeps new keys as this device's, unless another tab was quicker. @returns those that hold.
 * @param instead the device was let in anew with these, so those it had before count no more.
 */
export function keepKeys(
  db: Database,
  space: SpaceId,
  made: NewKeys,
  { instead = false }: { instead?: boolean } = {},
): Promise<DeviceKeys> {
  return db.transaction('rw', db.meta, db.keys, async () => {
    const key = pointer(space);
    const author = (await db.meta.get(key))?.value;
    const known = author === undefined ? undefined : await db.keys.get([space, String(author)]);
    if (known && !instead) return known;
    const keys: DeviceKeys = { ...made, space };
    await db.keys.put(keys);
    await db.meta.put({ key, value: keys.author });
    return keys;
  });
}

/** New keys for a device whose old ones were removed from a circle that takes it back: an author never returns. */
export async function renewKeys(db: Database, space: SpaceId): Promise<DeviceKeys> {
  await db.meta.delete(pointer(space));
  return ready(db, space);
}

/** How far the facts of an author of ours are signed: the highest number up to which all are. */
const signedKey = (space: SpaceId, author: string): string => `signed:${space}:${author}`;

/**
 * Signs the facts of this device (also of authors it had before) that have no signature yet. Writing and signing are two
 * steps, because a transaction of the database does not wait for a signature.
 * @returns how many were signed.
 */
export async function signPending(db: Database, space: SpaceId): Promise<number> {
  if (!isSpaceId(space)) return 0;
  let signed = 0;
  for (const keys of await db.keys.where('space').equals(space).toArray()) {
    const from = Number((await db.meta.get(signedKey(space, keys.author)))?.value ?? 0);
    const facts = await db.facts
      .where('[log+author+seq]')
      .between([space, keys.author, from + 1], [space, keys.author, Number.POSITIVE_INFINITY])
      .toArray();
    if (facts.length === 0) continue;
    const { signFacts } = await import('../share/keys.ts');
    const done = await signFacts(keys, facts);
    await db.transaction('rw', db.facts, db.meta, async () => {
      // As they are by now: an erasure may have taken the words meanwhile, or all of the circle.
      const now = await db.facts.bulkGet(done.map((fact) => fact.hash));
      const signatures = new Map(done.map((fact) => [fact.hash, fact.sig]));
      await db.facts.bulkPut(
        now.flatMap((fact) => {
          const sig = fact && (fact.sig ?? signatures.get(fact.hash));
          return fact && sig !== undefined ? [{ ...fact, sig }] : [];
        }),
      );
      const last = done.reduce((highest, fact) => Math.max(highest, fact.seq), from);
      await db.meta.put({ key: signedKey(space, keys.author), value: last });
    });
    signed += facts.filter((fact) => fact.sig === undefined).length;
  }
  return signed;
}

/** Signs what is not signed yet in every space of this device. */
export async function signAll(db: Database): Promise<void> {
  const spaces = await db.keys.orderBy('space').uniqueKeys();
  for (const space of spaces) await signPending(db, String(space));
}
