import { liveQuery } from 'dexie';
import { type AuthorId, type Fact, isErased, ME } from '../fact/fact.ts';
import type { SpaceId } from '../fact/space.ts';
import type { EpochSecret } from '../share/seal/epoch.ts';
import { type AuthorState, NO_SUM, type ShareStore, type SpaceDevice } from '../share/share-store.ts';
import type { Database } from './database.ts';
import { currentKeys, ready, signPending } from './device-keys.ts';
import { openSecrets } from './epochs.ts';
import { ingest } from './ingest.ts';

/** What the exchange between members needs of the database. See {@link ShareStore} for each of its parts. */
export function shareStore(db: Database): ShareStore {
  const summed: Summed = new Map();
  return {
    states: (space) => states(db, space, summed),
    facts: async (space, author, fromSeq, toSeq) => {
      const facts = await ofAuthor(db, space, author, fromSeq, toSeq).toArray();
      return facts.filter((fact) => isSent(space, fact)).sort(inOrder);
    },
    hashes: async (space, author) => {
      const facts = await ofAuthor(db, space, author, 1, Number.MAX_SAFE_INTEGER).toArray();
      return facts
        .filter((fact) => isSent(space, fact))
        .sort(inOrder)
        .map((fact) => ({ seq: fact.seq, hash: fact.hash, erased: isErased(fact) }));
    },
    take: async (space, facts) => {
      const ours = facts.filter((fact) => fact.log === space);
      const { added, unsound, erasedCircles } = await ingest(db, ours);
      const gone = erasedCircles.length > 0 ? ours.length - unsound : 0;
      return { added, refused: facts.length - ours.length + unsound + gone };
    },
    signPending: (space) => signPending(db, space),
    changed: (space, listener) => changed(db, space, listener),
    keys: (space) => ready(db, space),
    secrets: async (space) => {
      await openSecrets(db, space);
      return secretsOf(db, space);
    },
    currentEpoch: (space) => currentEpoch(db, space),
    devices: (space) => devices(db, space),
    epochFacts: async (space) => {
      const rights = await db.rights.get(space);
      const facts = rights ? await db.facts.bulkGet([...rights.accepted]) : [];
      return facts.filter((fact) => fact !== undefined && isSent(space, fact)) as Fact[];
    },
  };
}

/** In one's own log nothing is signed; in a circle's, what is not signed yet is nobody else's business. */
const isSent = (space: SpaceId, fact: Fact): boolean => space === ME || fact.sig !== undefined;

const inOrder = (a: Fact, b: Fact): number => a.seq - b.seq || (a.hash < b.hash ? -1 : 1);

const ofAuthor = (db: Database, space: SpaceId, author: AuthorId, from: number, to: number) =>
  db.facts.where('[log+author+seq]').between([space, author, from], [space, author, to], true, true);

/**
 * Whose facts are exchanged: of every device anybody ever named as somebody's. Also what came after its removal: what one
 * member got before they heard of it has to reach all, or an erasure in it would show some less than others.
 */
async function authorsOf(db: Database, space: SpaceId): Promise<string[]> {
  if (space === ME)
    return (await db.heads.where('[log+author]').between([ME, ''], [ME, '\uffff']).toArray()).map(
      (head) => head.author,
    );
  const claims = (await db.rights.get(space))?.claims ?? [];
  return [...new Set(claims.flatMap((pair) => pair.split('\n', 1)))];
}

/** What was summed up of each author (`space\nauthor`), with how many facts there were: none of them ever goes alone. */
type Summed = Map<string, { state: AuthorState; facts: number }>;

const states = async (db: Database, space: SpaceId, summed: Summed): Promise<AuthorState[]> =>
  Promise.all((await authorsOf(db, space)).map((author) => knownState(db, space, author, summed)));

/** One new fact of one member would otherwise have the keys of everybody's read again. */
async function knownState(
  db: Database,
  space: SpaceId,
  author: AuthorId,
  summed: Summed,
): Promise<AuthorState> {
  const key = `${space}\n${author}`;
  const facts = await ofAuthor(db, space, author, 1, Number.MAX_SAFE_INTEGER).count();
  const known = summed.get(key);
  if (known?.facts === facts) return known.state;
  const state = await stateOf(db, space, author);
  // Where a signature is still missing, as many facts may say something else in a moment.
  if (state.count === facts) summed.set(key, { state, facts });
  return state;
}

async function stateOf(db: Database, space: SpaceId, author: AuthorId): Promise<AuthorState> {
  const last = Number.MAX_SAFE_INTEGER;
  const unsigned = space === ME ? [] : await unsignedOf(db, space, author, last);
  const [hashes, end] = await Promise.all([
    ofAuthor(db, space, author, 1, last).primaryKeys(),
    // Numbers stand in the keys of the index: the facts themselves are not read.
    ofAuthor(db, space, author, 1, last)
      .reverse()
      .limit(1 + unsigned.length)
      .keys(),
  ]);
  const pending = new Set(unsigned.map((fact) => fact.hash));
  const sent = hashes.filter((hash) => !pending.has(hash));
  const seqs = end.map((key) => Number((key as unknown as readonly unknown[])[2]));
  const open = new Set(unsigned.map((fact) => fact.seq));
  return {
    author,
    count: sent.length,
    last: sent.length === 0 ? 0 : (seqs.find((seq) => !open.has(seq)) ?? 0),
    sum: sumOf(sent),
  };
}

/** Facts of our own that wait for their signature; of others there are none. */
async function unsignedOf(db: Database, space: SpaceId, author: AuthorId, last: number): Promise<Fact[]> {
  if (!(await db.keys.get([space, author]))) return [];
  const from = Number((await db.meta.get(`signed:${space}:${author}`))?.value ?? 0) + 1;
  const facts = await ofAuthor(db, space, author, from, last).toArray();
  return facts.filter((fact) => fact.sig === undefined);
}

/** XOR of the facts' hashes. */
function sumOf(hashes: readonly string[]): string {
  if (hashes.length === 0) return NO_SUM;
  const sum = new Uint8Array(32);
  for (const hash of hashes) {
    const bytes = Uint8Array.fromBase64(hash, { alphabet: 'base64url' });
    for (let i = 0; i < 32; i += 1) sum[i] = (sum[i] ?? 0) ^ (bytes[i] ?? 0);
  }
  return sum.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** Own facts move this device's head, and nothing else does. */
function changed(db: Database, space: SpaceId, listener: () => void): () => void {
  let before: string | undefined;
  const heads = liveQuery(async () => {
    const author = (await db.meta.get(`author:${space}`))?.value;
    const head = author === undefined ? undefined : await db.heads.get([space, String(author)]);
    return `${author}\n${head?.seq ?? 0}`;
  });
  const subscription = heads.subscribe((now) => {
    if (before !== undefined && before !== now) listener();
    before = now;
  });
  return () => subscription.unsubscribe();
}

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
  // whoever let this device in.
  const known = new Set(rights?.epochs.map((epoch) => epoch.id));
  const usable = known.size > 0 ? secrets.filter((one) => known.has(one.id)) : secrets;
  return usable.sort((a, b) => b.epoch - a.epoch || (a.id < b.id ? -1 : 1))[0] ?? null;
}

async function devices(db: Database, space: SpaceId): Promise<SpaceDevice[]> {
  if (space === ME) {
    const keys = await currentKeys(db, space);
    return keys ? [{ author: keys.author, member: ME, box: keys.boxPublic, until: null }] : [];
  }
  const rights = await db.rights.get(space);
  return (rights?.devices ?? []).map(({ device, member, box, last }) => ({
    author: device,
    member,
    box,
    until: last,
  }));
}
