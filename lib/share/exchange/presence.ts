import type { AuthorId } from '../../fact/fact.ts';
import type { TransportKind } from '../transport/transport.ts';
import type { TimedPeer } from './circle-time.ts';
import type { Body } from './message.ts';

/** A device that was heard. Instants are local, ms. */
export interface Peer {
  readonly device: AuthorId;
  /** Of this start of it. */
  readonly run: string;
  readonly way: TransportKind;
  readonly since: number;
  readonly heardAt: number;
  /** It has heard this run of ours, so it speaks now: a frame from yesterday cannot name what was random today. */
  readonly live: boolean;
  /** All it holds, in short. */
  readonly hash: string;
  /** That was all there is, when it was said or since; a fact that is on its way to it changes nothing of it. */
  readonly isUpToDate: boolean;
  readonly line: string | null;
  /** When it began to look, by our clock. */
  readonly upAt: number;
}
export type Peers = ReadonlyMap<AuthorId, Peer>;

/** Two signs of life were missed, and a little. */
export const GONE_MS = 110_000;
/** Devices that are heard at once; the space's own come first. */
export const MOST_PEERS = 64;

/** How `heard` names a run. */
export const runName = (device: AuthorId, run: string): string => `${shortName(device)}:${run}`;

/** How a device is named where who is meant is not in doubt, and bytes are. */
export const shortName = (device: AuthorId): string => device.slice(0, 10);

/** Whether a greeting says that this run was heard. */
export const hearsRun = (hello: Body<'hello'>, device: AuthorId, run: string): boolean =>
  hello.heard.includes(runName(device, run));

/** Somebody said hello (or good-bye). */
export function greeted(
  peers: Peers,
  from: { device: AuthorId; run: string; way: TransportKind },
  hello: Body<'hello'>,
  me: { device: AuthorId; run: string; isSame: boolean },
  now: number,
): Peers {
  const known = peers.get(from.device);
  const hearsUs = hearsRun(hello, me.device, me.run);
  const same = known?.run === from.run;
  // An older run that is played again does not take the place of one that is known to speak now.
  if (known?.live && !same && !hearsUs) return peers;
  const next = new Map(peers);
  if (hello.bye) {
    next.delete(from.device);
    return next;
  }
  const live = hearsUs || (same && known.live);
  if (!known && next.size >= MOST_PEERS) return peers;
  return next.set(from.device, {
    ...from,
    since: known && (same || live) && known.live ? known.since : now,
    heardAt: now,
    live,
    hash: hello.hash,
    isUpToDate: me.isSame,
    line: hello.line,
    upAt: now - hello.upMs,
  });
}

/** What is held here has changed: who was waited for may have had it before. */
export function nowUpToDate(peers: Peers, hash: string): Peers {
  if (![...peers.values()].some((peer) => !peer.isUpToDate && peer.hash === hash)) return peers;
  return new Map(
    [...peers].map(([device, peer]) => [device, peer.hash === hash ? { ...peer, isUpToDate: true } : peer]),
  );
}

/** Without those who have not been heard for a while. The same map when nobody is gone. */
export function stillHere(peers: Peers, now: number): Peers {
  const here = [...peers].filter(([, peer]) => now - peer.heardAt < GONE_MS);
  return here.length === peers.size ? peers : new Map(here);
}

/** When the next of them would be taken for gone. */
export const nextGone = (peers: Peers): number =>
  [...peers.values()].reduce(
    (first, peer) => Math.min(first, peer.heardAt + GONE_MS),
    Number.POSITIVE_INFINITY,
  );

/** Those who certainly speak now, with what they say of their time. */
export const timedPeers = (peers: Peers, now: number): TimedPeer[] =>
  [...peers.values()]
    .filter(({ live }) => live)
    .map(({ device, line, upAt }) => ({ device, line, upMs: now - upAt }));

/** Whom this device has heard, for its own hello. */
export const heardRuns = (peers: Peers): string[] =>
  [...peers.values()].map(({ device, run }) => runName(device, run)).sort();
