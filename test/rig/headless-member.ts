import type { RightsRow } from '../../lib/circle/rights.ts';
import type { ContractRow } from '../../lib/contract/contract.ts';
import type { Draft } from '../../lib/fact/fact.ts';
import type { SpaceId } from '../../lib/fact/space.ts';
import type { Acting, Slot } from '../../lib/meeting/commands.ts';
import type { MeetingRow } from '../../lib/meeting/meeting.ts';
import { createClock } from '../../lib/platform/clock.ts';
import { type RunningExchange, startExchange } from '../../lib/share/exchange/exchange-runner.ts';
import type { Party } from '../../lib/share/invite/code.ts';
import type { Grant } from '../../lib/share/invite/grant.ts';
import { openRelays } from '../../lib/share/transport/relay.ts';
import type { Transport } from '../../lib/share/transport/transport.ts';
import { newDisk } from '../builders/disk.ts';
import { MemoryShareStore } from '../builders/memory-share-store.ts';
import { realShareCrypto } from '../builders/real-share-crypto.ts';
import { rigSocket } from './sockets.ts';

/**
 * A member without a browser: the product's exchange, seals, rights, folds and transport over real sockets, with real
 * keys; in memory is only what IndexedDB would hold.
 */
export class HeadlessMember {
  readonly member: string;
  readonly store: MemoryShareStore;
  readonly grant: Grant;
  readonly errors: unknown[] = [];
  readonly #own: () => number;
  #transport: Transport | null = null;
  exchange: RunningExchange | null = null;

  private constructor(member: string, store: MemoryShareStore, grant: Grant, own: () => number) {
    this.member = member;
    this.store = store;
    this.grant = grant;
    this.#own = own;
  }

  /** Is let in. @param skewMs by how much its clock is wrong. */
  static async join(
    space: SpaceId,
    member: string,
    letIn: (member: string, party: Party) => Promise<Grant>,
    skewMs = 0,
  ): Promise<HeadlessMember> {
    const clock = createClock({
      wall: () => Date.now() + skewMs,
      monotonic: () => performance.now(),
    });
    const crypto = await realShareCrypto(Math.random, 1);
    const store = new MemoryShareStore(space, newDisk(), crypto, () => clock.now());
    const { author, boxPublic } = store.ready();
    const grant = await letIn(member, { author, box: boxPublic, nonce: '' });
    for (const secret of grant.secrets) store.disk.secrets.set(secret.id, secret);
    return new HeadlessMember(member, store, grant, () => clock.now());
  }

  /** Opens the circle. */
  async start(relays = this.grant.relays): Promise<void> {
    const transport = openRelays(relays, { secretOf: async () => null, openSocket: rigSocket });
    this.#transport = transport;
    await transport.connect(new AbortController().signal);
    this.exchange = await startExchange({
      space: this.store.space,
      store: this.store,
      transport,
      world: {
        now: this.#own,
        after(ms, task) {
          const timer = setTimeout(task, ms);
          return () => clearTimeout(timer);
        },
        newRun: () => crypto.randomUUID().slice(0, 13),
        newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
      },
      onError: (error) => this.errors.push(error),
    });
  }

  async stop(): Promise<void> {
    await this.exchange?.stop();
    await this.#transport?.close();
    this.exchange = null;
  }

  /** The circle's time. */
  now(): number {
    return this.exchange?.circleNow() ?? this.#own();
  }

  /** Rows of a table, as a screen would read them. */
  async #table<Row>(name: string): Promise<readonly Row[]> {
    const tables = JSON.parse(await this.store.rows()) as [string, Row[]][];
    return tables.find(([one]) => one === name)?.[1] ?? [];
  }
  /** All of them, by table and id. */
  async rows(): Promise<[string, { id: string }[]][]> {
    return JSON.parse(await this.store.rows());
  }
  contracts = (): Promise<readonly ContractRow[]> => this.#table('contracts');
  /** The meeting that began last, or is being prepared. */
  async meeting(): Promise<MeetingRow | null> {
    const all = await this.#table<MeetingRow>('meetings');
    return all.toSorted((a, b) => b.start - a.start)[0] ?? null;
  }
  get rights(): RightsRow | null {
    return this.store.rights;
  }

  /** What this member acts with in a meeting; `slot`: one that nobody has begun. */
  async acting(slot?: Slot): Promise<Acting> {
    const row = slot ? null : await this.meeting();
    const { member: by } = this;
    if (slot) return { slot, row, by };
    if (!row) throw new Error('there is no meeting');
    const { circleId, id: meetingId, originalStart, start, lengthMin, adhoc } = row;
    return { slot: { circleId, meetingId, originalStart, start, lengthMin, adhoc }, row, by };
  }
  write(drafts: readonly Draft[]): void {
    this.store.append(drafts);
  }
}
