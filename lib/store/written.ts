import type { Fact } from '../fact/fact.ts';
import { isSpaceId, type SpaceId } from '../fact/space.ts';
import type { Database } from './database.ts';

type Listener = (facts: readonly Fact[]) => void;

/** The database by its name → those of this page who listen, and the way to other pages. */
const rooms = new Map<string, { listeners: Set<Listener>; wire: BroadcastChannel }>();

function roomOf(name: string) {
  const known = rooms.get(name);
  if (known) return known;
  const listeners = new Set<Listener>();
  const wire = new BroadcastChannel(`circlekeeper.written.${name}`);
  wire.onmessage = ({ data }: MessageEvent<readonly Fact[]>) => {
    for (const listener of [...listeners]) listener(data);
  };
  const room = { listeners, wire };
  rooms.set(name, room);
  return room;
}

/**
 * Tells whoever exchanges a shared circle, in this page or another, which facts of this device are on disk now: they can
 * go out before anything is read. Only a hint, and only of facts that are committed: who misses it finds them by their head.
 */
export function tellWritten(db: Database, facts: readonly Fact[]): void {
  const shared = facts.filter((fact) => isSpaceId(fact.log));
  if (shared.length === 0) return;
  const { listeners, wire } = roomOf(db.name);
  for (const listener of [...listeners]) listener(shared);
  wire.postMessage(shared);
}

/** Hears of own facts of a space as they come to be on disk. @returns the function that ends it. */
export function onWritten(db: Database, space: SpaceId, listener: Listener): () => void {
  const { listeners } = roomOf(db.name);
  const mine: Listener = (facts) => {
    const some = facts.filter((fact) => fact.log === space);
    if (some.length > 0) listener(some);
  };
  listeners.add(mine);
  return () => listeners.delete(mine);
}
