import { counts } from '../circle/rights.ts';
import { draft } from '../fact/draft.ts';
import { ERASED } from '../fact/erased.ts';
import { type Draft, type Fact, type FactHash, isErased, type LogId, ME } from '../fact/fact.ts';
import { isSpaceId, type SpaceId } from '../fact/space.ts';
import {
  carriedEntity,
  carriedFact,
  carriedHash,
  carryFact,
  OWN_CARRIED,
  OWN_MEMBER,
} from '../me/own-devices.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';
import { ingest } from './ingest.ts';
import { ownSaid } from './own-space.ts';
import { goneCircles } from './record.ts';
import { isByFile, ownSpaces, sharedHere } from './space-settings.ts';

/** What is written in one transaction: a log of years is carried in steps. */
const AT_ONCE = 500;
/** A body may be a million letters (`lib/fact`); what is larger with its wrapping stays where it is. */
const MAX_LETTERS = 900_000;

/**
 * Which logs one's devices carry to each other: one's own, circles that are not shared and were ticked, and shared ones
 * that travel by files. Those that travel by a relay each device gets there.
 */
export async function carriedLogs(db: Database, space: SpaceId): Promise<readonly LogId[]> {
  const [rights, shared, gone] = await Promise.all([db.rights.get(space), sharedHere(db), goneCircles(db)]);
  const said = await ownSaid(db, space, rights);
  const ticked = [...said.carries].flatMap(([circle, { on }]) => (on && !isSpaceId(circle) ? [circle] : []));
  const byFile: LogId[] = [];
  for (const one of shared) if (await isByFile(db, one)) byFile.push(one);
  return [ME, ...ticked, ...byFile].filter((log) => !gone.has(log));
}

/**
 * Brings the logs of this device and what its other devices carry to the same: what they lack is put into the space, what
 * they put there is taken here. A function of what stands in both, so it does not matter what was missed before. Doing it
 * again adds nothing. @returns how many facts came in, and how many went out.
 */
export async function carry(db: Database, space: SpaceId): Promise<{ taken: number; given: number }> {
  const carriers = await keysBetween(db, space, ...OWN_CARRIED);
  const held = new Set<FactHash>();
  for (const log of await carriedLogs(db, space)) {
    await signPending(db, log);
    for (const hash of await hashesOf(db, log)) held.add(hash);
  }
  const lacking = [...carriers].map(carriedHash).filter((hash) => !held.has(hash));
  const taken = lacking.length === 0 ? 0 : await takeIn(db, space, lacking);
  const open = [...held].filter((hash) => !carriers.has(carriedEntity(hash)));
  let given = 0;
  let erases = false;
  for (let from = 0; from < open.length; from += AT_ONCE) {
    const facts = await db.facts.bulkGet(open.slice(from, from + AT_ONCE));
    const able = facts.filter((fact) => fact !== undefined).filter(canBeCarried);
    erases ||= able.some((fact) => fact.kind === ERASED || fact.kind === 'erasure.circle');
    await append(
      db,
      able.map((fact) => carryFact(space, fact)),
    );
    given += able.length;
  }
  if (erases) await sweepCarried(db, space);
  return { taken, given };
}

const canBeCarried = (fact: Fact): boolean =>
  !isErased(fact) &&
  // Nobody would take it.
  (!isSpaceId(fact.log) || fact.sig !== undefined) &&
  JSON.stringify(fact).length < MAX_LETTERS;

/** Takes what other devices carry and this one lacks; only from devices that belong, and belonged when they wrote it. */
async function takeIn(db: Database, space: SpaceId, open: readonly FactHash[]): Promise<number> {
  // Of a circle that is carried no more it may be here all the same.
  const here = new Set(await db.facts.where('hash').anyOf(open).primaryKeys());
  const lacking = open.filter((hash) => !here.has(hash));
  if (lacking.length === 0) return 0;
  const rights = await db.rights.get(space);
  if (!rights) return 0;
  const own = new Set(await ownSpaces(db));
  const facts: Fact[] = [];
  for (let from = 0; from < lacking.length; from += AT_ONCE) {
    const keys = lacking
      .slice(from, from + AT_ONCE)
      .map((hash): [string, string] => [space, carriedEntity(hash)]);
    const some = await db.facts.where('[log+entity]').anyOf(keys).toArray();
    for (const carrier of some) {
      const fact = isErased(carrier) || !counts(rights, carrier) ? null : carriedFact(carrier);
      if (fact && !own.has(fact.log)) facts.push(fact);
    }
  }
  // A shared circle is shown once this device is in it: what was written before, by keys nobody knows, would count never.
  const wanted: Fact[] = [];
  for (const [log, some] of Map.groupBy(facts, (fact) => fact.log))
    if (!isSpaceId(log) || (await currentKeys(db, log))) wanted.push(...some);
  return wanted.length === 0 ? 0 : (await ingest(db, wanted)).added;
}

/** Takes the words from what is carried where they were erased since, here or with their circle. */
export async function sweepCarried(db: Database, space: SpaceId): Promise<number> {
  const gone = await goneCircles(db);
  const [from, to] = OWN_CARRIED;
  const keys = await db.facts.where('[log+entity]').between([space, from], [space, to]).primaryKeys();
  const drafts: Draft[] = [];
  // In steps: a log of years is looked through whenever a page opens.
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = (await db.facts.bulkGet(keys.slice(at, at + AT_ONCE))).flatMap((carrier) => {
      const fact = !carrier || isErased(carrier) ? null : carriedFact(carrier);
      return carrier && fact ? [{ carrier, fact }] : [];
    });
    const held = await db.facts.bulkGet(some.map(({ fact }) => fact.hash));
    for (const [i, { carrier, fact }] of some.entries()) {
      const known = held[i];
      if (gone.has(fact.log) || (known && isErased(known)))
        drafts.push(
          draft(space, OWN_MEMBER, carrier.entity, ERASED, { facts: [carrier.hash], whole: false }),
        );
    }
  }
  await append(db, drafts);
  return drafts.length;
}

async function keysBetween(db: Database, log: LogId, from: string, to: string): Promise<Set<string>> {
  const keys = await db.facts.where('[log+entity]').between([log, from], [log, to]).uniqueKeys();
  return new Set(keys.map((key) => String((key as unknown as readonly unknown[])[1])));
}

const hashesOf = (db: Database, log: LogId): Promise<FactHash[]> =>
  db.facts.where('[log+entity]').between([log, ''], [log, '\uffff']).primaryKeys();
