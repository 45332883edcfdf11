/** What the benchmark of sharing calls in an extension page: one member, with a database of its own. */

import { liveQuery } from 'dexie';
import mqtt from 'mqtt';
import { createCircle } from '../../lib/circle/commands.ts';
import { makeContract } from '../../lib/contract/commands.ts';
import { startMeeting } from '../../lib/meeting/commands.ts';
import { moveTo } from '../../lib/meeting/course.ts';
import { PMC } from '../../lib/meeting/format.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import { type RunningExchange, startExchange } from '../../lib/share/exchange/exchange-runner.ts';
import { makeKeys, type NewKeys } from '../../lib/share/keys.ts';
import { openRelays } from '../../lib/share/transport/relay.ts';
import type { Transport } from '../../lib/share/transport/transport.ts';
import { append } from '../../lib/store/append.ts';
import { COPY_ALL } from '../../lib/store/copy-source.ts';
import { Database } from '../../lib/store/database.ts';
import { arrive, letIn } from '../../lib/store/let-in.ts';
import { openDatabase } from '../../lib/store/open.ts';
import { shareCircle } from '../../lib/store/share-circle.ts';
import { shareStore } from '../../lib/store/share-store.ts';
import { setRelays } from '../../lib/store/space-settings.ts';
import { grantOf, type SentGrant, sentGrant } from '../rig/sent-grant.ts';

export interface Lap {
  id: string;
  /** By a clock that all pages of this machine share, ms. */
  at: number;
}

const now = (): number => performance.timeOrigin + performance.now();
const MEMBERS = 8;
const memberOf = (n: number): string => `m-${n}`;

let db: Database;
let me = '';
let space = '';
let device: NewKeys;
let transport: Transport;
let exchange: RunningExchange;
const seen: Lap[] = [];
let bare: ReturnType<typeof mqtt.connect>;
const heard: Lap[] = [];
const kept: Lap[] = [];
let bareRows: Promise<IDBDatabase> | undefined;

async function putBare(row: { id: string; payload: Uint8Array }, durability: IDBTransactionDurability) {
  bareRows ??= new Promise((done, fail) => {
    const opening = indexedDB.open(`share-bench-bare-${crypto.randomUUID()}`, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    opening.onsuccess = () => done(opening.result);
    opening.onerror = () => fail(opening.error);
  });
  const transaction = (await bareRows).transaction('rows', 'readwrite', { durability });
  transaction.objectStore('rows').put(row);
  await new Promise<void>((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error);
  });
}

async function open(n: number): Promise<void> {
  me = memberOf(n);
  db = new Database(`share-bench-${crypto.randomUUID()}`);
  const failure = await openDatabase(db);
  if (failure) throw new Error(failure);
}

const bench = {
  /** Shares a new circle of eight. @returns its id. */
  async found(address: string): Promise<string> {
    await open(0);
    const members = Array.from({ length: MEMBERS }, (_, n) => ({
      id: memberOf(n),
      name: `Member ${n}`,
      email: '',
      guide: null,
      isMe: n === 0,
    }));
    const circle = { id: 'bench', name: 'Bench', formatId: 'pmc', everyDays: 14, lengthMin: 90 };
    await append(db, createCircle({ ...circle, agreement: [], links: [], members }, db.now(), '2026-11-05'));
    const shared = await shareCircle(db, 'bench', COPY_ALL);
    if (!shared.ok) throw new Error(shared.reason);
    space = shared.circleId;
    await setRelays(db, space, [{ kind: 'mqtt', address }]);
    return space;
  },
  async party(n: number) {
    await open(n);
    device = await makeKeys();
    return { author: device.author, box: device.boxPublic, nonce: '' };
  },
  letIn: async (asked: { member: number; party: { author: string; box: string; nonce: string } }) =>
    sentGrant(await letIn(db, space, memberOf(asked.member), asked.party)),
  async arrive(sent: SentGrant): Promise<void> {
    space = sent.space;
    await arrive(db, device, grantOf(sent));
  },
  /** Opens the circle. @returns ms until `contracts` of them are in the database, from before the relay was opened. */
  async start({ address, contracts }: { address: string; contracts: number }): Promise<number> {
    const begun = performance.now();
    const complete = new Promise<void>((done) => {
      const counting = liveQuery(() => db.contracts.count()).subscribe((count) => {
        if (count < contracts) return;
        done();
        // What a screen asks the database afterwards is not part of the way there, nor of the peers'.
        queueMicrotask(() => counting.unsubscribe());
      });
    });
    const store = shareStore(db);
    const known = new Set<string>();
    transport = openRelays([{ kind: 'mqtt', address }], { secretOf: async () => null });
    await transport.connect(new AbortController().signal);
    exchange = await startExchange({
      space,
      store: {
        ...store,
        async take(of, facts) {
          const taken = await store.take(of, facts);
          // A fact may come again, kept by the relay.
          for (const { entity } of facts) if (!known.has(entity)) seen.push({ id: entity, at: now() });
          for (const { entity } of facts) known.add(entity);
          return taken;
        },
      },
      transport,
      world: {
        now: () => Date.now(),
        after: (ms, task) => {
          const timer = setTimeout(task, ms);
          return () => clearTimeout(timer);
        },
        newRun: () => crypto.randomUUID().slice(0, 13),
        newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
      },
      onError: (error) => console.error(error),
    });
    await complete;
    return performance.now() - begun;
  },
  here: async (_: null): Promise<number> => exchange.view().here.length,
  held: async (_: null): Promise<number> => db.contracts.count(),
  /** Writes a contract down. @returns when that began, and when it was on disk. */
  async act(id: string): Promise<{ begun: number; stored: number }> {
    const begun = now();
    const contract = { id, circleId: space, memberId: me, meetingId: null, text: 'Read two pages aloud' };
    await append(db, [makeContract({ ...contract, isPrivate: false }, me, Date.now())]);
    return { begun, stored: now() };
  },
  /** A part of two years. */
  async past(count: number): Promise<void> {
    const text = 'Send the aims page to two readers by Tuesday, and ask them for one hard question each';
    await append(
      db,
      Array.from({ length: count }, (_, n) =>
        makeContract(
          { id: `${me}-past-${n}`, circleId: space, memberId: me, meetingId: null, text, isPrivate: false },
          me,
          Date.now(),
        ),
      ),
    );
  },
  async tidy(_: null): Promise<void> {
    exchange.tidy();
    await exchange.idle();
  },
  /** A whole meeting of eight at the pace of the machine: every step of the agenda. @returns how many. */
  async meeting(_: null): Promise<number> {
    const at = Date.now();
    const slot = {
      circleId: space,
      meetingId: 'bench-meeting',
      originalStart: at,
      start: at,
      lengthMin: 90,
      adhoc: true,
    };
    const present = Array.from({ length: MEMBERS }, (_, n) => memberOf(n));
    const { steps } = planMeeting({ format: PMC, lengthMs: 90 * MINUTE_MS, present, asked: new Map() });
    const start = { at, endsAt: at + 90 * MINUTE_MS, format: PMC, plan: steps };
    await append(db, startMeeting({ slot, row: null, by: me }, start));
    for (const { id } of steps.slice(1)) {
      const row = (await db.meetings.get([space, slot.meetingId])) ?? null;
      await append(db, moveTo({ slot, row, by: me }, id, Date.now()));
    }
    await exchange.idle();
    return steps.length;
  },
  seen: async (_: null): Promise<Lap[]> => seen,
  /** The bare page beside it: mqtt.js, quality of service 0, nothing sealed, nothing stored. */
  bareStart: (url: string): Promise<void> =>
    new Promise((done, fail) => {
      bare = mqtt.connect(url, { protocolVersion: 4, timerVariant: 'native' });
      bare.on('error', fail);
      bare.on('message', (topic, payload) => {
        const id = new TextDecoder().decode(payload.subarray(0, 36));
        if (topic.startsWith('bare/')) heard.push({ id, at: now() });
        else
          putBare({ id, payload: new Uint8Array(payload) }, 'relaxed').then(
            () => kept.push({ id, at: now() }),
            fail,
          );
      });
      bare.on('connect', () => bare.subscribe(['bare/#', 'kept/#'], { qos: 0 }, () => done()));
    }),
  async bareAct({ id, bytes }: { id: string; bytes: number }): Promise<number> {
    const payload = new Uint8Array(bytes);
    payload.set(new TextEncoder().encode(id));
    const begun = now();
    bare.publish('bare/live', payload as never, { qos: 0 });
    return begun;
  },
  heard: async (_: null): Promise<Lap[]> => heard,
  /**
   * The bare page that also keeps what it says and hears: one row in a database of one table and no index, on the sender's
   * disk before it goes out, and seen when the receiver's database has it.
   */
  async keptAct({ id, bytes }: { id: string; bytes: number }): Promise<number> {
    const payload = new Uint8Array(bytes);
    payload.set(new TextEncoder().encode(id));
    const begun = now();
    await putBare({ id, payload }, 'strict');
    bare.publish('kept/live', payload as never, { qos: 0 });
    return begun;
  },
  kept: async (_: null): Promise<Lap[]> => kept,
};

export type ShareBench = typeof bench;
Object.assign(globalThis, { shareBench: bench });
