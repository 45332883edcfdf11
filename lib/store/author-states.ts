import { type AuthorId, type Fact, ME } from '../fact/fact.ts';
import type { SpaceId } from '../fact/space.ts';
import { type AuthorState, NO_SUM } from '../share/share-store.ts';
import type { Database } from './database.ts';

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

/** An author's facts in a space, by number. */
export const ofAuthor = (db: Database, space: SpaceId, author: AuthorId, from: number, to: number) =>
  db.facts.where('[log+author+seq]').between([space, author, from], [space, author, to], true, true);

/** What is held of each author of a space. */
export interface AuthorStates {
  read(space: SpaceId): Promise<AuthorState[]>;
  /** Facts of others that were just stored, and were not there before. */
  came(space: SpaceId, facts: readonly Fact[]): void;
}

/**
 * Sums up what is held of each author, once: one new fact of one member would otherwise have the keys of everybody's read
 * again. What is remembered is believed only while there are as many facts as were summed up: none of them ever goes
 * alone, so what another page stored meanwhile shows in their number.
 */
export function authorStates(db: Database): AuthorStates {
  /** By `space\nauthor`. */
  const summed = new Map<string, AuthorState>();

  async function known(space: SpaceId, author: AuthorId): Promise<AuthorState> {
    const key = `${space}\n${author}`;
    const facts = await ofAuthor(db, space, author, 1, Number.MAX_SAFE_INTEGER).count();
    const state = summed.get(key);
    if (state?.count === facts) return state;
    const read = await stateOf(db, space, author);
    // Where a signature is still missing, as many facts may say something else in a moment.
    if (read.count === facts) summed.set(key, read);
    return read;
  }

  return {
    read: (space) =>
      db.transaction('r', [db.facts, db.rights, db.heads, db.keys, db.meta], async () =>
        Promise.all((await authorsOf(db, space)).map((author) => known(space, author))),
      ),
    came(space, facts) {
      for (const [author, some] of Map.groupBy(facts, (fact) => fact.author)) {
        const key = `${space}\n${author}`;
        const state = summed.get(key);
        if (!state || some.some((fact) => fact.log !== space || fact.sig === undefined)) continue;
        summed.set(key, {
          author,
          count: state.count + some.length,
          last: some.reduce((last, { seq }) => Math.max(last, seq), state.last),
          sum: sumOf([state.sum, ...some.map(({ hash }) => hash)]),
        });
      }
    },
  };
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
