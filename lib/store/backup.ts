import * as v from 'valibot';
import { type Fact, factSchema } from '../fact/fact.ts';
import type { Database } from './database.ts';
import { signAll } from './device-keys.ts';
import { type Ingested, ingest } from './ingest.ts';
import { isSealed, openSealed } from './sealed.ts';
import { ownSpaces } from './space-settings.ts';

/** The file of "Export everything": documented in docs/export-format.md. */
const backupSchema = v.object({
  format: v.literal('circlekeeper'),
  version: v.number(),
  facts: v.array(v.unknown()),
});
export const BACKUP_VERSION = 1;
/** A sealed file that a later version made in another way. */
const laterSealSchema = v.object({
  format: v.literal('circlekeeper-sealed'),
  version: v.pipe(v.number(), v.minValue(2)),
});
/** A file larger than this is no backup of ours: ten years of eight members are about 15 MB. */
export const MAX_BACKUP_BYTES = 400 * 1024 * 1024;

export type ImportFailure =
  | 'too-big'
  | 'not-json'
  | 'foreign'
  | 'newer-version'
  | 'damaged'
  | 'needs-passphrase'
  | 'wrong-passphrase';

export type ImportResult =
  | { ok: true; result: Ingested & { unreadable: number } }
  | { ok: false; reason: ImportFailure };

/**
 * All facts of all logs as one JSON text, in an order that depends on nothing but the facts. Facts of shared circles are
 * signed before, or nobody would take them back; keys and the circles' secrets are never in it, so whoever reads it in
 * elsewhere has the history, and is a device that has to be added again.
 */
export async function exportEverything(db: Database): Promise<string> {
  await signAll(db);
  // What one's own devices carry to each other stands in its own log already.
  const own = new Set<string>(await ownSpaces(db));
  const facts = (await db.facts.toArray()).filter((fact) => !own.has(fact.log));
  facts.sort(
    (a, b) =>
      compare(a.log, b.log) || compare(a.author, b.author) || a.seq - b.seq || compare(a.hash, b.hash),
  );
  const lines = facts.map((fact) => JSON.stringify(inOrder(fact))).join(',\n');
  return `{"format":"circlekeeper","version":${BACKUP_VERSION},"facts":[\n${lines}\n]}\n`;
}

/** One order of keys, so that the same facts make the same file wherever they came from. */
const inOrder = (fact: Fact): Fact => ({
  log: fact.log,
  author: fact.author,
  seq: fact.seq,
  at: fact.at,
  by: fact.by,
  kind: fact.kind,
  v: fact.v,
  entity: fact.entity,
  prev: fact.prev,
  bodyHash: fact.bodyHash,
  hash: fact.hash,
  // Facts of one's own log and of circles that are not shared have none, and their files no such field.
  ...(fact.sig === undefined ? {} : { sig: fact.sig }),
  salt: fact.salt,
  body: fact.body,
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Merges a file of "Export everything" into this profile. A file that is not ours, is broken or is sealed with
 * another passphrase changes nothing and says why.
 */
export async function importEverything(
  db: Database,
  text: string,
  passphrase?: string,
): Promise<ImportResult> {
  if (text.length > MAX_BACKUP_BYTES) return { ok: false, reason: 'too-big' };
  const parsed = parse(text);
  if (parsed === undefined) return { ok: false, reason: looksCut(text) ? 'damaged' : 'not-json' };
  if (isSealed(parsed)) {
    if (!passphrase) return { ok: false, reason: 'needs-passphrase' };
    const opened = await openSealed(parsed, passphrase);
    return opened === null ? { ok: false, reason: 'wrong-passphrase' } : importEverything(db, opened);
  }
  if (v.is(laterSealSchema, parsed)) return { ok: false, reason: 'newer-version' };
  const file = v.safeParse(backupSchema, parsed);
  if (!file.success) return { ok: false, reason: 'foreign' };
  if (file.output.version > BACKUP_VERSION) return { ok: false, reason: 'newer-version' };
  const facts: Fact[] = [];
  for (const one of file.output.facts) {
    const fact = v.safeParse(factSchema, one);
    if (fact.success) facts.push(fact.output);
  }
  const unreadable = file.output.facts.length - facts.length;
  if (facts.length === 0 && unreadable > 0) return { ok: false, reason: 'damaged' };
  return { ok: true, result: { ...(await ingest(db, facts)), unreadable } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Our own file, but not all of it. */
const looksCut = (text: string): boolean => /^\ufeff?\{"format":"circlekeeper/.test(text.slice(0, 40));
