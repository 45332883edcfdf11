import type { MemoryCounts, MemoryFaults, MemoryNet, MemoryNetOptions } from './memory-net.ts';
import { type OnPacket, type OnState, roomFor, TransportProblem, type TransportState } from './transport.ts';

export type { MemoryCounts, MemoryFaults, MemoryNet, MemoryNetOptions };

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

/** Makes a net. */
export function memoryNet(options: MemoryNetOptions): MemoryNet {
  const random = seeded(options.seed);
  let faults: MemoryFaults = { ...NO_FAULTS, ...options.faults };
  let time = 0;
  let order = 0;
  let letters: Letter[] = [];
  let whole: Relay = new Map();
  let groups: { names: ReadonlySet<string>; relay: Relay }[] | null = null;
  const members = new Set<Member>();
  const counts: MemoryCounts = { sent: 0, dropped: 0, doubled: 0, overtaken: 0, unheard: 0 };

  const happens = (chance: number) => chance > 0 && random() < chance;
  const relayOf = (name: string): Relay | null =>
    groups ? (groups.find(({ names }) => names.has(name))?.relay ?? null) : whole;

  function set(member: Member, state: TransportState) {
    if (member.state === state) return;
    member.state = state;
    for (const listener of [...member.listeners]) listener(state, null);
  }

  function post(to: Member, topic: string, bytes: Uint8Array, retained: boolean, only: Subscription | null) {
    counts.sent += 1;
    if (happens(faults.drop)) {
      counts.dropped += 1;
      return;
    }
    const [least, most] = faults.delayMs;
    const arrives = time + least + Math.floor((most - least) * random());
    const isOvertaken = happens(faults.reorder);
    if (isOvertaken) counts.overtaken += 1;
    const due = isOvertaken
      ? arrives + 1 + Math.floor(OVERTAKEN_MS * random())
      : Math.max(arrives, to.lastDue);
    if (!isOvertaken) to.lastDue = due;
    const letter = { to, line: to.line, due, order: order++, topic, bytes, retained, only };
    queue(letter);
    if (happens(faults.duplicate)) {
      counts.doubled += 1;
      queue({ ...letter, order: order++ });
    }
    if (options.auto) queueMicrotask(settle);
  }

  /** Letters lie in the order in which they arrive. */
  function queue(letter: Letter) {
    const after = letters.findLastIndex(({ due }) => due <= letter.due);
    letters.splice(after + 1, 0, letter);
  }

  function deliver(until: number): number {
    let count = 0;
    for (;;) {
      const [next] = letters;
      if (!next || next.due > until) return count;
      letters.shift();
      const { to, topic, bytes, retained, only, due, line } = next;
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
    counts: () => counts,
    underWay: () => letters.length,
    nextDue: () => letters[0]?.due ?? Number.POSITIVE_INFINITY,
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
          const sent = bytes.slice();
          for (const to of members) {
            if (to.state !== 'online') continue;
            if (relayOf(to.name) === relay) post(to, topic, sent, false, null);
            else counts.unheard += 1;
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
