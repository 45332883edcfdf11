import type { AuthorId } from '../../fact/fact.ts';
import type { SpaceDevice } from '../share-store.ts';
import { type CircleTime, circleNow, type HeldTime, newCircleTime, timeClaim } from './circle-time.ts';
import type { Effect } from './exchange-event.ts';
import { type Kept, keeping, newKept } from './kept.ts';
import type { Soon } from './limits.ts';
import { type Body, MOST_AUTHORS, toTuple } from './message.ts';
import { heardRuns, type Peers } from './presence.ts';
import { newRepair, type Repair, type RepairEffect } from './repair-state.ts';

/**
 * The exchange of one space on one device, as a value: what is known of the others, and what is due. It does nothing
 * itself; {@link step} says what is to be done. Instants are this device's own, ms.
 */
export interface Exchange {
  readonly me: AuthorId;
  /** Random, of this start. */
  readonly run: string;
  readonly seed: number;
  /** What is held has been read. */
  readonly ready: boolean;
  /** Since when; null: not connected. */
  readonly onlineAt: number | null;
  /** While what the relay keeps is still coming in, nothing is asked for. */
  readonly calmAt: number;
  readonly devices: ReadonlyMap<AuthorId, SpaceDevice>;
  readonly peers: Peers;
  readonly repair: Repair;
  readonly kept: Kept;
  readonly time: CircleTime;
  readonly helloAt: number;
  readonly saidAt: number;
  /** When the others have to hear that this device is here. */
  readonly beatAt: number;
  /** When somebody has to say what they hold, if nobody does before: all that was heard of is the same. */
  readonly quietAt: number;
  /** Own facts up to this number may be sent. */
  readonly own: number;
  /** Own facts up to this number were sent. */
  readonly sentTo: number;
  /** The epoch written in; null before this device was let in. */
  readonly epoch: string | null;
  /** The others that are listened to, for those who missed a change. */
  readonly old: readonly string[];
  /** In which of them what leads to the present one was seen or said: when last, and how often. */
  readonly bridged: ReadonlyMap<string, { at: number; times: number }>;
  /** Epochs that somebody is to be led out of, and when. */
  readonly bridges: ReadonlyMap<string, number>;
  /** Epochs whose kept packets are to go, and when. */
  readonly clears: ReadonlyMap<string, number>;
  /** Devices whose own log was longer here than they say. */
  readonly shorter: ReadonlyMap<AuthorId, { last: number; count: number; at: number }>;
}

export const newExchange = (
  { time, ...from }: { me: AuthorId; run: string; seed: number; epoch: string | null; time?: HeldTime },
  now: number,
): Exchange => ({
  ...from,
  ready: false,
  onlineAt: null,
  calmAt: Number.POSITIVE_INFINITY,
  devices: new Map(),
  peers: new Map(),
  repair: newRepair(),
  kept: newKept(),
  time: newCircleTime(from.me, now, time),
  helloAt: Number.POSITIVE_INFINITY,
  saidAt: Number.NEGATIVE_INFINITY,
  beatAt: Number.POSITIVE_INFINITY,
  quietAt: Number.POSITIVE_INFINITY,
  own: 0,
  sentTo: 0,
  old: [],
  bridged: new Map(),
  bridges: new Map(),
  clears: new Map(),
  shorter: new Map(),
});

/** An exchange and what is to be done. */
export type Step = [Exchange, Effect[]];

/** Who certainly is here. */
export const present = ({ peers }: Exchange): ReadonlySet<AuthorId> =>
  new Set([...peers.values()].filter(({ live }) => live).map(({ device }) => device));

/** What leads on from an epoch is said again, in case it was lost: first after this, then later and later, ms. */
const BRIDGE_AGAIN_MS = 30_000;
const MOST_BRIDGE_AGAIN_MS = 5 * 60_000;

/** Plans to say in every other epoch what leads to the present one. */
export function bridging(state: Exchange, now: number, soon: Soon, least = 200): Exchange['bridges'] {
  const bridges = new Map(state.bridges);
  for (const epoch of state.old) {
    if (bridges.has(epoch)) continue;
    const said = state.bridged.get(epoch);
    const again = said
      ? said.at + Math.min(MOST_BRIDGE_AGAIN_MS, BRIDGE_AGAIN_MS * 2 ** (said.times - 1))
      : now;
    bridges.set(epoch, Math.max(now, again) + soon(least, least * 15));
  }
  return bridges;
}

/** What leads on from an epoch was said there, by whomever. */
export function nowBridged(state: Exchange, epoch: string, now: number, soon: Soon): Exchange {
  const times = (state.bridged.get(epoch)?.times ?? 0) + 1;
  const bridges = new Map(state.bridges);
  bridges.delete(epoch);
  const next = { ...state, bridges, bridged: new Map(state.bridged).set(epoch, { at: now, times }) };
  return { ...next, bridges: bridging(next, now, soon) };
}

/** Plans to put in order what the relay lacks. */
export const keepingNow = (state: Exchange, now: number, soon: Soon): Kept =>
  keeping(state.kept, state.repair.held.values(), state.me, present(state), now, soon);

/** What a step of repairing wants done. */
export function told(effect: RepairEffect): Effect[] {
  switch (effect.do) {
    case 'answer':
    case 'compare':
      return [effect];
    case 'want':
      return [{ do: 'say', message: { kind: 'want', body: effect.want } }];
    case 'differs':
      return [{ do: 'warn', warning: { kind: 'differs', author: effect.author } }];
    case 'state':
      return [];
    default:
      return effect satisfies never;
  }
}

/**
 * Everything that is held here. Where that is of more authors than a message takes, the first devices of each member come
 * before the second ones: nobody crowds the others out with devices of their own.
 */
export function sayState({ repair, devices }: Exchange): Effect {
  const counts = new Map<string, number>();
  const ranked = [...repair.held.values()].map((state) => {
    const member = devices.get(state.author)?.member ?? '';
    const rank = counts.get(member) ?? 0;
    counts.set(member, rank + 1);
    return { state, rank };
  });
  const first = ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_AUTHORS);
  const states = first.map(({ state }) => toTuple(state));
  return { do: 'say', message: { kind: 'state', body: { hash: repair.hash, states } } };
}

/** That this device is here. */
export function hello(state: Exchange, now: number, bye = false): Extract<Effect, { do: 'say' }> {
  const { repair, peers, time, me } = state;
  const mine = repair.held.get(me);
  const body: Body<'hello'> = {
    hash: repair.hash,
    head: mine ? [mine.count, mine.last, mine.sum] : [0, 0, NOTHING],
    heard: heardRuns(peers),
    ...timeClaim(time, now),
    ...(bye ? { bye } : {}),
  };
  return { do: 'say', message: { kind: 'hello', body } };
}

/** That it still is, and what it holds, in the smallest packet there is. */
export function beat({ repair, time, me }: Exchange, now: number): Effect {
  const mine = repair.held.get(me);
  const body: Body<'beat'> = [
    repair.hash,
    mine?.count ?? 0,
    mine?.last ?? 0,
    circleNow(time, now),
    time.line,
  ];
  return { do: 'say', message: { kind: 'beat', body } };
}

/** A greeting is due, but not too soon after the last one. */
export const greetingSoon = (state: Exchange, now: number, soon: Soon): number =>
  Math.min(state.helloAt, Math.max(now + soon(50, 300), state.saidAt + LEAST_HELLO_MS));

/** Greetings that were not planned: not more often, ms. */
export const LEAST_HELLO_MS = 800;

const NOTHING = 'A'.repeat(43);
