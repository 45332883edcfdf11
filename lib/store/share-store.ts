import { isRightsFact } from '../circle/rights-facts.ts';
import { ERASED } from '../fact/erased.ts';
import { type Fact, isErased } from '../fact/fact.ts';
import { isSpaceId, type SpaceId } from '../fact/space.ts';
import type { DeviceKeys } from '../share/keys.ts';
import type { EpochSecret } from '../share/seal/epoch.ts';
import type { ShareStore, SpaceDevice } from '../share/share-store.ts';
import { authorStates, ofAuthor } from './author-states.ts';
import type { Database } from './database.ts';
import { ready, signPending } from './device-keys.ts';
import { handOver, openSecrets, takeSecret } from './epochs.ts';
import { ingest } from './ingest.ts';
import { onOwnFacts } from './on-own-facts.ts';
import { succeed } from './succeed.ts';

/** What the exchange between members needs of the database. See {@link ShareStore} for each of its parts. */
export function shareStore(db: Database): ShareStore {
  const sums = authorStates(db);
  /** This device's keys, as they were read last: a live fact is signed before anything is read. */
  const current = new Map<SpaceId, DeviceKeys>();
  const keysOf = async (space: SpaceId): Promise<DeviceKeys> => {
    const keys = await ready(db, space);
    current.set(space, keys);
    return keys;
  };
  const looked = new WeakMap<Fact, Promise<boolean>>();
  return {
    expect(_, facts) {
      const verdicts = import('../share/keys.ts')
        .then(({ areSigned }) => areSigned(facts))
        .catch((): boolean[] => []);
      for (const [i, fact] of facts.entries())
        looked.set(
          fact,
          verdicts.then((all) => all[i] === true),
        );
    },
    states: (space) => sums.read(space),
    facts: async (space, author, fromSeq, toSeq) => {
      const facts = await ofAuthor(db, space, author, fromSeq, toSeq).toArray();
      return facts.filter((fact) => isSent(fact)).sort(inOrder);
    },
    hashes: async (space, author) => {
      const facts = await ofAuthor(db, space, author, 1, Number.MAX_SAFE_INTEGER).toArray();
      return facts
        .filter((fact) => isSent(fact))
        .sort(inOrder)
        .map((fact) => ({ seq: fact.seq, hash: fact.hash, erased: isErased(fact) }));
    },
    take: async (space, facts) => {
      const ours = facts.filter((fact) => fact.log === space);
      const isPlain = arePlain(ours, current.get(space)?.author);
      const tables = isPlain ? db.takingTables() : db.factTables();
      const { added, fresh, unsound, erasedCircles } = await ingest(db, ours, tables, (fact) =>
        looked.get(fact),
      );
      sums.came(space, fresh);
      const gone = erasedCircles.length > 0 ? ours.length - unsound : 0;
      return { added, refused: facts.length - ours.length + unsound + gone };
    },
    signPending: async (space) => {
      await succeed(db, space);
      return signPending(db, space);
    },
    changed: (space, listener) =>
      onOwnFacts(
        db,
        space,
        async (author) => {
          const keys = current.get(space);
          return keys?.author === author ? keys : keysOf(space);
        },
        listener,
      ),
    keys: keysOf,
    secrets: async (space) => {
      await openSecrets(db, space);
      return secretsOf(db, space);
    },
    currentEpoch: (space) => currentEpoch(db, space),
    devices: (space) => devices(db, space),
    epochFacts: async (space) => {
      const rights = await db.rights.get(space);
      const facts = rights ? await db.facts.bulkGet([...rights.accepted]) : [];
      return facts.filter((fact) => fact !== undefined && isSent(fact)) as Fact[];
    },
    handOver: (space) => handOver(db, space),
    takeSecret: (space, epoch, handed) => takeSecret(db, space, epoch, handed),
  };
}

/** What is not signed yet is nobody else's business. */
const isSent = (fact: Fact): boolean => fact.sig !== undefined;

const inOrder = (a: Fact, b: Fact): number => a.seq - b.seq || (a.hash < b.hash ? -1 : 1);

/**
 * Whether these are plain facts of others: what a power cut takes back of them comes again from whoever has it. Not so
 * what this device must not forget once it has heard of it: its own log met elsewhere, rights that changed, words that
 * are to be gone.
 */
const arePlain = (facts: readonly Fact[], me: string | undefined): boolean =>
  me !== undefined &&
  facts.every(
    (fact) =>
      isSpaceId(fact.log) &&
      fact.author !== me &&
      fact.kind !== ERASED &&
      !isErased(fact) &&
      !isRightsFact(fact),
  );

async function secretsOf(db: Database, space: SpaceId): Promise<EpochSecret[]> {
  const rows = await db.secrets.where('space').equals(space).toArray();
  return rows.map(({ epoch, id, secret }) => ({ epoch, id, secret }));
}

/** Keeps the secret of an epoch that this device was given, or began. */
export async function keepSecret(db: Database, space: SpaceId, secret: EpochSecret): Promise<void> {
  await db.secrets.put({ ...secret, space });
}

async function currentEpoch(db: Database, space: SpaceId): Promise<EpochSecret | null> {
  const [secrets, rights] = [await secretsOf(db, space), await db.rights.get(space)];
  // A secret whose epoch nobody had the right to begin is not written in. Before the rights arrive there is one, from
  // whoever let this device in. Which epoch it is of the log tells, not whoever gave the secret.
  const known = new Map(rights?.epochs.map((epoch) => [epoch.id, epoch.epoch]));
  const usable = secrets.flatMap((one) => {
    const epoch = known.size > 0 ? known.get(one.id) : one.epoch;
    return epoch === undefined ? [] : [{ ...one, epoch }];
  });
  return usable.sort((a, b) => b.epoch - a.epoch || (a.id < b.id ? -1 : 1))[0] ?? null;
}

async function devices(db: Database, space: SpaceId): Promise<SpaceDevice[]> {
  const rights = await db.rights.get(space);
  return (rights?.devices ?? []).map(({ device, member, box, last }) => ({
    author: device,
    member,
    box,
    until: last,
  }));
}
