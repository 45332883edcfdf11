import {
  type OnPacket,
  type OnState,
  roomFor,
  type Transport,
  TransportProblem,
  type TransportState,
} from './transport.ts';

/** How badly the net behaves. Chances between 0 and 1, each for one packet on its way to one receiver. */
export interface MemoryFaults {
  /** Lost; before the relay (nobody hears it and nothing is kept) with the same chance. */
  drop: number;
  duplicate: number;
  /** Overtaken by what was sent after it. */
  reorder: number;
  /** On the way, shortest and longest, ms. */
  delayMs: readonly [number, number];
}

export interface MemoryNetOptions {
  /** The same seed and the same calls give the same course. */
  seed: number;
  faults?: Partial<MemoryFaults>;
  /** Delivers by itself as soon as the caller's turn ends; otherwise only `advance` and `settle` deliver. */
  auto?: boolean;
}

/** A net in memory with a clock of its own, for tests and the simulator. Its faults come from the seed alone. */
export interface MemoryNet {
  /** A member's way in. `name` is what `partition` and `cut` know them by; a name may have several (two tabs). */
  transport(name: string): Transport;
  /** Ms since the net was made. */
  now(): number;
  /** Moves the net's clock and delivers, in order, what becomes due, also what is sent meanwhile. @returns how many. */
  advance(ms: number): number;
  /** Delivers all that is under way; the clock goes as far as it needs. @returns how many packets. */
  settle(): number;
  /** How many packets are under way. */
  underWay(): number;
  setFaults(faults: Partial<MemoryFaults>): void;
  /**
   * Each group has a relay of its own from now on, starting with all that was kept before; whoever is in no group is
   * heard by nobody. Nobody notices, as in a cluster that fell apart. Packets under way still arrive.
   */
  partition(groups: readonly (readonly string[])[]): void;
  /** One relay again; of what was kept in several groups the one written last stays. */
  heal(): void;
  /** Takes a member's connection away, who notices; packets on their way to them are lost. */
  cut(name: string): void;
  /** Gives it back: subscriptions hold, and what is kept comes again. */
  mend(name: string): void;
  /** What the relay keeps, for members in one group (any group when left out). */
  retained(name?: string): ReadonlyMap<string, Uint8Array>;
}

interface Kept {
  bytes: Uint8Array;
  /** Counts writings, so that the last one wins when groups come together. Cleared parts stay here, empty, for that. */
  stamp: number;
}
type Relay = Map<string, Kept>;

interface Letter {
  to: Member;
  /** The receiver's connection when it was sent; a later one does not get it. */
  line: number;
  due: number;
  order: number;
  topic: string;
  bytes: Uint8Array;
  retained: boolean;
  /** Only this subscription: what is kept when it begins. */
  only: Subscription | null;
}

interface Subscription {
  prefix: string;
  onPacket: OnPacket;
}

interface Member {
  name: string;
  state: TransportState;
  line: number;
  isClosed: boolean;
  lastDue: number;
  subscriptions: Set<Subscription>;
  listeners: Set<OnState>;
}

const NO_FAULTS: MemoryFaults = { drop: 0, duplicate: 0, reorder: 0, delayMs: [0, 0] };
/** How long an overtaken packet is held back at most, ms. */
const OVERTAKEN_MS = 2_000;

/** Numbers in [0, 1) that depend on the seed alone(mulberry32, in the public domain). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes a net. See {@link MemoryNet}. */
export function memoryNet(options: MemoryNetOptions): MemoryNet {
  const random = seeded(options.seed);
  let faults: MemoryFaults = { ...NO_FAULTS, ...options.faults };
  let time = 0;
  let order = 0;
  let letters: Letter[] = [];
  let whole: Relay = new Map();
  let groups: { names: ReadonlySet<string>; relay: Relay }[] | null = null;
  const members = new Set<Member>();

  const happens = (chance: number) => chance > 0 && random() < chance;
  const relayOf = (name: string): Relay | null =>
    groups ? (groups.find(({ names }) => names.has(name))?.relay ?? null) : whole;

  function set(member: Member, state: TransportState) {
    if (member.state === state) return;
    member.state = state;
    for (const listener of [...member.listeners]) listener(state, null);
  }

  function post(to: Member, topic: string, bytes: Uint8Array, retained: boolean, only: Subscription | null) {
    if (happens(faults.drop)) return;
    const [least, most] = faults.delayMs;
    const arrives = time + least + Math.floor((most - least) * random());
    const isOvertaken = happens(faults.reorder);
    const due = isOvertaken
      ? arrives + 1 + Math.floor(OVERTAKEN_MS * random())
      : Math.max(arrives, to.lastDue);
    if (!isOvertaken) to.lastDue = due;
    const letter = { to, line: to.line, due, order: order++, topic, bytes, retained, only };
    letters.push(letter);
    if (happens(faults.duplicate)) letters.push({ ...letter, order: order++ });
    if (options.auto) queueMicrotask(settle);
  }

  function deliver(until: number): number {
    let count = 0;
    for (;;) {
      let next: Letter | undefined;
      for (const letter of letters) {
        if (letter.due > until) continue;
        if (!next || letter.due < next.due || (letter.due === next.due && letter.order < next.order))
          next = letter;
      }
      if (!next) return count;
      const { to, topic, bytes, retained, only, due, line } = next;
      letters = letters.filter((letter) => letter !== next);
      time = Math.max(time, due);
      if (to.state !== 'online' || to.line !== line) continue;
      count += 1;
      for (const subscription of [...to.subscriptions]) {
        if (only && only !== subscription) continue;
        if (topic.startsWith(`${subscription.prefix}/`))
          subscription.onPacket(topic, bytes.slice(), retained);
      }
    }
  }

  const settle = () => deliver(Number.POSITIVE_INFINITY);

  function sendKept(member: Member, subscription: Subscription) {
    for (const [topic, { bytes }] of relayOf(member.name) ?? []) {
      if (bytes.length > 0 && topic.startsWith(`${subscription.prefix}/`))
        post(member, topic, bytes, true, subscription);
    }
  }

  function merged(): Relay {
    const result: Relay = new Map(groups ? [] : whole);
    for (const { relay } of groups ?? []) {
      for (const [topic, kept] of relay) {
        const known = result.get(topic);
        if (!known || known.stamp < kept.stamp) result.set(topic, kept);
      }
    }
    return result;
  }

  return {
    now: () => time,
    advance(ms) {
      const until = time + ms;
      const count = deliver(until);
      time = until;
      return count;
    },
    settle,
    underWay: () => letters.length,
    setFaults(changed) {
      faults = { ...faults, ...changed };
    },
    partition(named) {
      const before = merged();
      groups = named.map((names) => ({ names: new Set(names), relay: new Map(before) }));
    },
    heal() {
      whole = merged();
      groups = null;
    },
    cut(name) {
      for (const member of members) {
        if (member.name !== name || member.isClosed) continue;
        member.line += 1;
        letters = letters.filter(({ to }) => to !== member);
        set(member, 'offline');
      }
    },
    mend(name) {
      for (const member of members) {
        if (member.name !== name || member.isClosed || member.state !== 'offline') continue;
        set(member, 'online');
        for (const subscription of member.subscriptions) sendKept(member, subscription);
      }
    },
    retained(name) {
      const relay = name === undefined ? merged() : (relayOf(name) ?? new Map<string, Kept>());
      return new Map(
        [...relay].filter(([, { bytes }]) => bytes.length > 0).map(([topic, { bytes }]) => [topic, bytes]),
      );
    },
    transport(name) {
      const member: Member = {
        name,
        state: 'offline',
        line: 0,
        isClosed: false,
        lastDue: 0,
        subscriptions: new Set(),
        listeners: new Set(),
      };
      members.add(member);
      return {
        kind: 'memory',
        async connect(signal) {
          if (signal.aborted) throw new TransportProblem('stopped');
          if (member.isClosed) throw new TransportProblem('closed');
          set(member, 'connecting');
          set(member, 'online');
        },
        async publish(topic, bytes, { retain }) {
          if (member.isClosed) throw new TransportProblem('closed');
          if (bytes.length > roomFor(topic)) throw new TransportProblem('tooLarge');
          if (member.state !== 'online') throw new TransportProblem('offline');
          const relay = relayOf(name);
          if (!relay || happens(faults.drop)) return;
          if (retain) relay.set(topic, { bytes: bytes.slice(), stamp: order++ });
          if (bytes.length === 0) return;
          for (const to of members) {
            if (to.state === 'online' && relayOf(to.name) === relay)
              post(to, topic, bytes.slice(), false, null);
          }
        },
        async subscribe(prefix, onPacket) {
          if (member.isClosed) throw new TransportProblem('closed');
          const subscription = { prefix, onPacket };
          member.subscriptions.add(subscription);
          if (member.state === 'online') sendKept(member, subscription);
          return () => member.subscriptions.delete(subscription);
        },
        onState(listener) {
          member.listeners.add(listener);
          listener(member.state, null);
          return () => member.listeners.delete(listener);
        },
        async close() {
          member.isClosed = true;
          member.subscriptions.clear();
          member.listeners.clear();
          member.state = 'offline';
          letters = letters.filter(({ to }) => to !== member);
          members.delete(member);
        },
      };
    },
  };
}
