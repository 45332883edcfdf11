/** What the fault runs call in a page of the extension: the product's own store, put there as `faultRig`. */
import { makeContract, reportContract } from '../../lib/contract/commands.ts';
import { draft } from '../../lib/fact/draft.ts';
import { append } from '../../lib/store/append.ts';
import { exportEverything, importEverything } from '../../lib/store/backup.ts';
import { database } from '../../lib/store/database.ts';
import { openDatabase } from '../../lib/store/open.ts';
import { rebuild } from '../../lib/store/projections.ts';
import { projections } from '../builders/database.ts';
import { device } from '../builders/logs.ts';
import { THURSDAY } from '../builders/thursday.ts';

/** What a writer tells: that it begins a batch, and that the database has acknowledged it. */
export type Word =
  | { kind: 'begun'; batch: string; size: number }
  | { kind: 'acknowledged'; batch: string; hashes: readonly string[] };

export interface Expected {
  /** Batches of contracts that were begun, and how many are in each. */
  begun: readonly [batch: string, size: number][];
  /** Those that were acknowledged. */
  acknowledged: readonly string[];
  hashes: readonly string[];
}

const tell = (word: Word): void => {
  void (globalThis as unknown as { told(word: string): Promise<void> }).told(JSON.stringify(word));
};

const contract = (id: string, isPrivate = false) =>
  makeContract(
    { id, circleId: THURSDAY, memberId: 'm-chen', meetingId: null, text: `words of ${id}`, isPrivate },
    'm-chen',
    Date.UTC(2026, 10, 5, 17),
  );

/** A copy from another computer, of `size` contracts. */
const copyOf = (batch: string, size: number): string => {
  const facts = device(`elsewhere-${batch}`).write(
    Array.from({ length: size }, (_, i) => contract(`${batch}/${i}`, i % 2 === 0)),
    Date.UTC(2026, 10, 5, 17),
  );
  return JSON.stringify({ format: 'circlekeeper', version: 1, facts });
};

const faultRig = {
  async open(_: null): Promise<string | null> {
    return openDatabase(database());
  },
  /** Writes batch after batch until it is killed, or `batches` are done. Each draws its kind and size from the list. */
  async write({ name, draws, batches }: { name: string; draws: readonly number[]; batches: number }) {
    const db = database();
    for (let i = 0; i < batches; i += 1) {
      const draw = draws[i % draws.length] ?? 0;
      const batch = `${name}.${i}`;
      const size = draw > 0.93 ? 200 : 1 + Math.floor(draw * 6);
      tell({ kind: 'begun', batch, size });
      if (size === 200) {
        const done = await importEverything(db, copyOf(batch, size));
        if (!done.ok || done.result.added !== size) throw new Error(JSON.stringify(done));
        tell({ kind: 'acknowledged', batch, hashes: [] });
        continue;
      }
      const drafts = Array.from({ length: size }, (_, one) => contract(`${batch}/${one}`, one % 3 === 2));
      const told = reportContract(
        { id: `${batch}/0`, isPrivate: false, circleId: THURSDAY, reports: [] },
        { meetingId: null, outcome: 'kept', text: `told of ${batch}` },
        'm-chen',
        Date.UTC(2026, 10, 5, 18),
      );
      const facts = await append(db, draw > 0.4 ? [...drafts, told] : drafts);
      tell({ kind: 'acknowledged', batch, hashes: facts.map((fact) => fact.hash) });
    }
    return true;
  },
  /** Everything that is not as it must be; as sentences. */
  async problems({ begun, acknowledged, hashes }: Expected): Promise<string[]> {
    const db = database();
    const found: string[] = [];
    const failure = await openDatabase(db);
    if (failure) return [`the database does not open: ${failure}`];
    const held = await db.facts.bulkGet([...hashes]);
    for (const [i, fact] of held.entries()) if (!fact?.salt) found.push(`fact ${hashes[i]} is gone`);
    const rows = await db.contracts.toArray();
    const counts = new Map<string, number>();
    for (const { id } of rows) {
      const batch = id.split('/')[0] ?? '';
      counts.set(batch, (counts.get(batch) ?? 0) + 1);
    }
    const all = new Set(acknowledged);
    for (const [batch, size] of begun) {
      const here = counts.get(batch) ?? 0;
      if (here !== size && (here !== 0 || all.has(batch)))
        found.push(
          `of ${size} in ${batch} ${here} are there, ${all.has(batch) ? 'acknowledged' : 'not acknowledged'}`,
        );
    }
    return [...found, ...(await unwhole())];
  },
  exported: (_: null): Promise<string> => exportEverything(database()),
  async taken(text: string): Promise<number> {
    const done = await importEverything(database(), text);
    if (!done.ok) throw new Error(done.reason);
    return done.result.added;
  },
  contractIds: async (_: null): Promise<string[]> =>
    (await database().contracts.toArray()).map(({ id }) => id),
  contractTexts: async (_: null): Promise<string[]> =>
    (await database().contracts.toArray()).map(({ text }) => text),
  /** Words of contracts in the order their facts have by the hybrid clock. */
  async writtenOrder(_: null): Promise<string[]> {
    const made = (await database().facts.toArray()).filter(({ kind }) => kind === 'contract.made');
    made.sort((a, b) => (a.at < b.at ? -1 : 1));
    return made.map(({ body }) => String((body as { text?: unknown } | null)?.text));
  },
  /** How many reports there are on contracts with these words. */
  async reportsOf(texts: readonly string[]): Promise<number> {
    const rows = await database()
      .contracts.filter(({ text }) => texts.includes(text))
      .toArray();
    return rows.reduce((sum, { reports }) => sum + reports.length, 0);
  },
  /** What a later version would write into a circle's log: a kind nobody knows here, and a known one of a later version. */
  async writeLater(log: string): Promise<null> {
    const later = draft(log, null, `later-${log}`, 'later.thing', { word: 'of a later version' });
    const known = contract('later-contract');
    await append(database(), [later, { ...known, log, v: 99 }]);
    return null;
  },
  async rows(_: null): Promise<string> {
    return JSON.stringify(await projections(database()));
  },
  /** One contract. @returns null, or the name of what was thrown. */
  async writeOne(id: string): Promise<string | null> {
    try {
      await append(database(), [contract(id)]);
      return null;
    } catch (error) {
      return error instanceof Error
        ? `${error.name} ${String((error as { inner?: unknown }).inner ?? '')}`
        : String(error);
    }
  },
};

/** Numbers without a gap, each naming the one before; heads; and rows that are what the facts give. */
async function unwhole(): Promise<string[]> {
  const db = database();
  const found: string[] = [];
  const own = new Set(
    (await db.meta.toArray()).flatMap(({ key, value }) => (key.startsWith('author:') ? [String(value)] : [])),
  );
  const facts = await db.facts.toArray();
  for (const group of Map.groupBy(facts, ({ log, author }) => `${log}\n${author}`).values()) {
    group.sort((a, b) => a.seq - b.seq);
    for (const [i, fact] of group.entries())
      if (fact.seq !== i + 1 || fact.prev !== (group[i - 1]?.hash ?? ''))
        found.push(`${fact.author}: number ${fact.seq} stands at ${i + 1}`);
    const last = group.at(-1);
    if (!last || !own.has(last.author)) continue;
    const head = await db.heads.get([last.log, last.author]);
    if (head?.seq !== last.seq || head.hash !== last.hash)
      found.push(`${last.author}: the head is ${head?.seq}`);
  }
  const before = JSON.stringify(await projections(db));
  await rebuild(db);
  if (JSON.stringify(await projections(db)) !== before) found.push('rows are not what the facts give');
  return found;
}

export type FaultRig = typeof faultRig;
Object.assign(globalThis, { faultRig });
