import { liveQuery } from 'dexie';
import type { Fact } from '../fact/fact.ts';
import type { SpaceId } from '../fact/space.ts';
import type { DeviceKeys } from '../share/keys.ts';
import type { Database } from './database.ts';
import { onWritten } from './written.ts';

/**
 * Calls back after own facts of a space were recorded, by whichever page: with the facts themselves, signed, as soon as
 * they are on disk, and once more without any when their author's head is seen to have moved. The first is for speed and
 * may stay out; the second never does. (The signatures are stored by `signPending`. Ed25519 signs the same text alike each
 * time, so a power cut in between makes no second version of a fact.)
 * @param keysOf the keys of this author, or those of whoever this device is by now.
 */
export function onOwnFacts(
  db: Database,
  space: SpaceId,
  keysOf: (author: string) => Promise<DeviceKeys>,
  listener: (signed: readonly Fact[]) => void,
): () => void {
  let isOver = false;
  /** One after the other, so that they go out in the order of their numbers. */
  let last = Promise.resolve();
  const sign = async (facts: readonly Fact[]): Promise<void> => {
    const [first] = facts;
    const keys = first && (await keysOf(first.author));
    if (!keys || facts.some(({ author }) => author !== keys.author)) return;
    const { signFacts } = await import('../share/keys.ts');
    const signed = await signFacts(keys, facts);
    if (!isOver) listener(signed);
  };
  const endWritten = onWritten(db, space, (facts) => {
    // Where it fails, the head tells all the same.
    last = last.then(() => sign(facts)).catch(() => undefined);
  });
  let before: string | undefined;
  // Own facts move this device's head, and nothing else does.
  const heads = liveQuery(async () => {
    const author = (await db.meta.get(`author:${space}`))?.value;
    const head = author === undefined ? undefined : await db.heads.get([space, String(author)]);
    return `${author}\n${head?.seq ?? 0}`;
  });
  const subscription = heads.subscribe((now) => {
    if (before !== undefined && before !== now) listener([]);
    before = now;
  });
  return () => {
    isOver = true;
    endWritten();
    subscription.unsubscribe();
  };
}
