import { type AuthorId, type Draft, type Fact, seal } from '../fact/fact.ts';
import { HLC_START, tick } from '../fact/hlc.ts';
import { isSpaceId, type SpaceId } from '../fact/space.ts';
import { newId } from '../platform/id.ts';
import { completed } from './completed.ts';
import type { Database, Head } from './database.ts';
import { NotInCircleError, ready } from './device-keys.ts';
import { needRoom } from './disk-room.ts';
import { goneCircles, readAhead, record } from './record.ts';
import { tellWritten } from './written.ts';

/**
 * Records drafts as facts of this profile: all of them or none, with the author's sequence, the clock and the
 * projections in the same transaction. Resolves once they are on disk. Nothing is recorded in the log of a circle that
 * was erased. Rejects with a QuotaExceededError while the disk is full, and with a {@link NotInCircleError}. In a shared circle's log the author is this device's key, which is made before the transaction.
 */
export async function append(db: Database, drafts: readonly Draft[]): Promise<Fact[]> {
  if (drafts.length === 0) return [];
  const spaces = [...new Set(drafts.map((draft) => draft.log).filter(isSpaceId))];
  await needRoom();
  // The browser closes a database when the disk is full, and Dexie opens it again once; from then on one has to ask.
  if (db.hasFailed()) await db.open();
  for (;;) {
    const written = await db.transaction('rw', db.factTables(), () => write(db, drafts));
    if (written) {
      tellWritten(db, written.fresh);
      return written.facts;
    }
    for (const space of spaces) await readyUnlessGone(db, space);
  }
}

/** Records drafts by an author this profile was before, in the open transaction. */
export async function appendAs(db: Database, author: AuthorId, drafts: readonly Draft[]): Promise<void> {
  await write(db, drafts, author);
}

async function readyUnlessGone(db: Database, space: SpaceId): Promise<void> {
  if (!(await goneCircles(db)).has(space)) await ready(db, space);
}

/** Null when this device has no key in a space, or its key was retired: nothing was written then. */
async function write(
  db: Database,
  drafts: readonly Draft[],
  as?: AuthorId,
): Promise<{ facts: Fact[]; fresh: readonly Fact[] } | null> {
  const now = db.now();
  const logs = [...new Set(drafts.map(({ log }) => log))];
  const hasSpace = logs.some(isSpaceId);
  const [meta, gone, whole] = await Promise.all([
    db.meta.bulkGet(['hlc', ...logs.map((log) => `author:${log}`)]),
    goneCircles(db),
    hasSpace ? completed(db, drafts) : drafts,
  ]);
  const authors = new Map<string, AuthorId>();
  for (const [i, log] of logs.entries()) {
    if (gone.has(log)) continue;
    const author = as ?? meta[i + 1]?.value ?? (await newAuthor(db, log));
    if (author === null) return null;
    authors.set(log, String(author));
  }
  const [heads, ahead] = await Promise.all([
    db.heads.bulkGet([...authors].map(([log, author]): [string, string] => [log, author])),
    readAhead(db, whole),
  ]);
  for (const [log, author] of as === undefined ? authors : []) {
    const device = ahead.rights.get(log)?.devices.find((one) => one.device === author);
    if (device && device.last !== null) throw new NotInCircleError(log);
  }
  const ends = new Map(heads.flatMap((head): [string, Head][] => (head ? [[head.log, head]] : [])));
  const facts: Fact[] = [];
  let at = String(meta[0]?.value ?? HLC_START);
  for (const draft of whole) {
    // Another tab erased the circle while this one still showed it.
    const author = authors.get(draft.log);
    if (author === undefined) continue;
    const head = ends.get(draft.log);
    at = tick(at, now);
    const fact = seal(draft, {
      author,
      seq: (head?.seq ?? 0) + 1,
      at,
      prev: head?.hash ?? '',
      salt: newId(),
    });
    ends.set(fact.log, { log: fact.log, author, seq: fact.seq, hash: fact.hash });
    facts.push(fact);
  }
  const moved = [...ends.values()].filter(({ log }) => authors.has(log));
  const [, , { fresh }] = await Promise.all([
    db.heads.bulkPut(moved),
    db.meta.put({ key: 'hlc', value: at }),
    record(db, facts, ahead),
  ]);
  return { facts, fresh };
}

/**
 * A new author of this profile in a log, at the first fact and after {@link retireAuthor}. Null in a space: a random
 * author could never sign.
 */
async function newAuthor(db: Database, log: string): Promise<AuthorId | null> {
  if (isSpaceId(log)) return null;
  const author = newId();
  await db.meta.put({ key: `author:${log}`, value: author });
  return author;
}

/**
 * Ends this profile's author in a log (its log was met elsewhere with another head): the next fact starts a new one. In a
 * shared circle that is a new device, which the old one adds (`succeed.ts`) where it still belongs, otherwise a steward.
 */
export async function retireAuthor(db: Database, log: string): Promise<void> {
  await db.meta.delete(`author:${log}`);
}
