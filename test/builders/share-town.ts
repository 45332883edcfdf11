import { isEpochDue, isReadByGone, mayBeginEpoch, readersOf } from '../../lib/circle/epoch-readers.ts';
import { currentEpochOf } from '../../lib/circle/rights-commands.ts';
import type { Draft, Fact } from '../../lib/fact/fact.ts';
import { type Clock, createClock } from '../../lib/platform/clock.ts';
import type { Warning } from '../../lib/share/exchange/exchange-event.ts';
import { startExchange } from '../../lib/share/exchange/exchange-runner.ts';
import { fromWire } from '../../lib/share/exchange/wire-fact.ts';
import { type MemoryNet, memoryNet } from '../../lib/share/transport/memory.ts';
import { copyDisk, type Disk, newDisk } from './disk.ts';
import { MemoryShareStore } from './memory-share-store.ts';
import { newEpoch } from './new-epoch.ts';
import type { ShareCrypto } from './share-crypto.ts';
import { Killed, type Process } from './town-process.ts';

export const TOWN_START = Date.UTC(2026, 10, 5, 17);

/** The town's clock goes in steps of so many ms, or more. */
const STEP_MS = 20;

/** A browser profile: a disk, a clock that may be wrong, and the extension, which may be running. */
export class TownDevice {
  readonly town: ShareTown;
  readonly name: string;
  readonly member: string;
  skewMs = 0;
  disk: Disk = newDisk();
  isOffline = false;
  process: Process | null = null;
  readonly warnings: Warning[] = [];

  constructor(town: ShareTown, name: string, member: string) {
    this.town = town;
    this.name = name;
    this.member = member;
  }

  /** As the product tells it: a wall clock that is set back does not take a running page back with it. */
  now(): number {
    return (this.process?.clock ?? this.#newClock()).now();
  }

  #newClock(): Clock {
    const monotonic = () => this.town.net.now();
    return createClock({ wall: () => TOWN_START + monotonic() + this.skewMs, monotonic });
  }

  /** What is on the disk, to look at; while the extension runs, its own. */
  get store(): MemoryShareStore {
    return (
      this.process?.store ??
      new MemoryShareStore(this.town.space, this.disk, this.town.crypto, () => this.now())
    );
  }

  async start(): Promise<void> {
    if (this.process) return;
    const { town } = this;
    const store = this.store;
    store.saw = (what) => town.saw(what);
    const transport = town.net.transport(this.name);
    const process: Process = {
      clock: this.#newClock(),
      store,
      transport,
      exchange: null,
      isDead: false,
      isRenewing: false,
      fuse: Number.POSITIVE_INFINITY,
      callOff: () => {},
      waitsFor: null,
      callOffLeftOut: () => {},
    };
    this.process = process;
    store.onRights = () => this.#renewSoon(process);
    this.#renewSoon(process);
    store.onChange = () => {
      if (process.isDead) throw new Killed();
      process.fuse -= 1;
      if (process.fuse > 0) return;
      town.saw('crash in a change of the disk');
      this.kill();
      throw new Killed();
    };
    await transport.connect(new AbortController().signal);
    if (this.isOffline) town.net.cut(this.name);
    try {
      process.exchange = await startExchange({
        space: town.space,
        store,
        transport,
        world: {
          now: () => this.now(),
          after: (ms, run) => town.after(ms, () => process.isDead || run()),
          newRun: () => town.crypto.newName(),
          newSeed: () => Math.floor(town.random() * 2 ** 32),
          openChannel: town.crypto.openChannel,
          readFacts: town.readFacts,
        },
        onWarning: (warning) => this.warnings.push(warning),
        onError: (error) => {
          if (!(error instanceof Killed)) town.errors.push(error);
        },
      });
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }

  /** As `keepEpoch`: a new epoch where somebody who left could read the present one, or one who belongs was left out. */
  #renewSoon(process: Process): void {
    process.callOff();
    const { rights } = process.store;
    const epoch = rights && (currentEpochOf(rights)?.fact ?? '');
    process.callOff = this.town.after(
      1_000 + this.town.random() * 4_000,
      () => void this.#renew(process, false),
    );
    if (epoch === null || process.waitsFor === epoch) return;
    process.waitsFor = epoch;
    process.callOffLeftOut();
    process.callOffLeftOut = this.town.after(20_000 + this.town.random() * 20_000, () => {
      process.waitsFor = null;
      void this.#renew(process, true);
    });
  }

  /** As `renewEpoch`. */
  async #renew(process: Process, forLeftOut: boolean): Promise<void> {
    const { rights, disk } = process.store;
    const mine = disk.retired ? undefined : disk.keys.at(-1)?.author;
    if (process.isDead || process.isRenewing || !rights || mine === undefined) return;
    if (!mayBeginEpoch(rights, mine, this.member)) return;
    const begun = rights.epochs.flatMap(({ fact }) => disk.facts.get(fact) ?? []);
    const epoch = currentEpochOf(rights)?.fact;
    if (!isEpochDue(rights, begun, epoch, mine, forLeftOut ? 'left-out' : 'gone')) return;
    const isRead = isReadByGone(rights, readersOf(disk.facts.get(epoch ?? '')?.body));
    process.isRenewing = true;
    const draft = await newEpoch(this, rights, new Set());
    process.isRenewing = false;
    if (process.isDead) return;
    this.append([draft]);
    this.town.saw(isRead ? 'epoch renewed after somebody left' : 'epoch renewed for one who was left out');
  }

  /** As a power cut: nothing is said, and what was under way is gone. */
  kill(): void {
    const { process } = this;
    if (!process) return;
    process.isDead = true;
    process.callOff();
    process.callOffLeftOut();
    this.process = null;
    void process.transport.close();
  }

  /** Says good-bye. */
  async stop(): Promise<void> {
    const { process } = this;
    await process?.exchange?.stop();
    this.kill();
  }

  setOffline(isOffline: boolean): void {
    this.isOffline = isOffline;
    if (isOffline) this.town.net.cut(this.name);
    else this.town.net.mend(this.name);
  }

  /** Records drafts; a kill may come in between. */
  append(drafts: readonly Draft[]): void {
    try {
      this.store.append(drafts);
      // Whoever takes somebody out ends the epoch at once.
      if (this.process && drafts.some(({ kind }) => kind === 'member.left' || kind === 'device.removed'))
        void this.#renew(this.process, false);
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
    }
  }

  backup(): Disk {
    return copyDisk(this.disk);
  }

  restore(disk: Disk): void {
    this.kill();
    if (disk.written.size < this.disk.written.size) this.town.saw('copy brought back, with an older head');
    this.disk = copyDisk(disk);
  }
}

interface Timer {
  due: number;
  run: () => void;
}

/** Devices on one net, with one clock that moves only when `pass` says so. */
export class ShareTown {
  readonly space: string;
  readonly crypto: ShareCrypto;
  readonly random: () => number;
  readonly net: MemoryNet;
  readonly devices: TownDevice[] = [];
  readonly errors: unknown[] = [];
  /** What happened, how often. */
  readonly seen: Record<string, number> = {};
  /** Real keys work on threads of their own, so that a turn of the loop is not the end of what was begun. */
  readonly isReal: boolean;
  #timers: Timer[] = [];
  readonly #read = new Map<string, Fact[]>();

  constructor(options: {
    space: string;
    crypto: ShareCrypto;
    random: () => number;
    seed: number;
    isReal?: boolean;
  }) {
    this.space = options.space;
    this.crypto = options.crypto;
    this.random = options.random;
    this.isReal = options.isReal ?? false;
    this.net = memoryNet({ seed: options.seed, faults: { delayMs: [5, 60] } });
  }

  saw(what: string, times = 1): void {
    this.seen[what] = (this.seen[what] ?? 0) + times;
  }

  /** The same facts come to every device, and again and again: they are read by the first, with what ships. */
  readFacts: typeof fromWire = (space, author, wire) => {
    const key = `${author} ${JSON.stringify(wire)}`;
    const facts = this.#read.get(key) ?? fromWire(space, author, wire);
    this.#read.set(key, facts);
    return facts;
  };

  device(name: string, member: string): TownDevice {
    const device = new TownDevice(this, name, member);
    this.devices.push(device);
    return device;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { due: this.net.now() + Math.max(1, Math.ceil(ms)), run };
    const after = this.#timers.findLastIndex((one) => one.due <= timer.due);
    this.#timers.splice(after + 1, 0, timer);
    return () => {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) this.#timers.splice(at, 1);
    };
  }

  /** Lets everything that was begun come to rest. */
  async rest(): Promise<void> {
    if (this.isReal) for (const { process } of this.devices) await process?.exchange?.idle();
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Time passes; packets arrive and timers ring in order. `until`: stops when it says so, asked at every event. */
  async pass(ms: number): Promise<void> {
    const until = this.net.now() + ms;
    await this.rest();
    for (;;) {
      const [timer] = this.#timers;
      const due = Math.min(timer?.due ?? Number.POSITIVE_INFINITY, this.net.nextDue());
      if (due > until) break;
      // In steps, so that what arrives at almost the same time is one turn.
      const now = Math.min(until, Math.ceil(due / STEP_MS) * STEP_MS);
      this.net.advance(Math.max(0, now - this.net.now()));
      for (let next = this.#timers[0]; next && next.due <= now; next = this.#timers[0]) {
        this.#timers.shift();
        next.run();
      }
      await this.rest();
    }
    this.net.advance(until - this.net.now());
    await this.rest();
    const [error] = this.errors;
    if (error !== undefined) throw error;
  }
}
