import { probing, withPeers } from './circle-time.ts';
import type { Effect } from './exchange-event.ts';
import {
  beat,
  bridging,
  type Exchange,
  hello,
  keepingNow,
  LEAST_HELLO_MS,
  nowBridged,
  type Step,
  sayState,
  told,
} from './exchange-state.ts';
import { keptDue, keptTick } from './kept.ts';
import type { Soon } from './limits.ts';
import { nextGone, stillHere, timedPeers } from './presence.ts';
import { goneDevice, repairDue, repairTick } from './repair.ts';

/** A whole greeting about so often, ms: what is new in it is said at once, and who lacks one gets one. */
export const HELLO_MS = 15 * 60_000;
/** Each device is heard about so often, ms. */
export const BEAT_MS = 45_000;
/** And of all devices one, with a hash that says whether anybody lacks anything: from the first to the second, ms. */
export const QUIET_MS: readonly [number, number] = [9_000, 13_000];

/** Whatever is due at `now`. */
export function onTime(before: Exchange, now: number, soon: Soon): Step {
  const effects: Effect[] = [];
  const peers = stillHere(before.peers, now);
  let state = before;
  if (peers !== before.peers) {
    let { repair } = before;
    for (const device of before.peers.keys()) if (!peers.has(device)) repair = goneDevice(repair, device);
    state = { ...before, peers, repair };
    state = { ...state, kept: keepingNow(state, now, soon) };
  }
  if (state.onlineAt === null || state.epoch === null) return [state, effects];
  if (now >= state.helloAt) {
    effects.push(hello(state, now));
    state = { ...beaten(state, now, soon), helloAt: now + HELLO_MS * soon(0.85, 1.15) };
  } else if (now >= beatDue(state)) {
    effects.push(beat(state, now));
    state = beaten(state, now, soon);
  }
  if (now >= state.calmAt) {
    const first = state.calmAt > Number.NEGATIVE_INFINITY;
    if (first) {
      const bridges = bridging(state, now, soon);
      state = { ...state, calmAt: Number.NEGATIVE_INFINITY, kept: keepingNow(state, now, soon), bridges };
    }
    const [repair, wanted] = repairTick(state.repair, now);
    const [kept, authors] = keptTick(state.kept, repair.held, now);
    state = { ...state, repair, kept };
    for (const effect of wanted) effects.push(...(effect.do === 'state' ? [sayState(state)] : told(effect)));
    for (const author of authors) effects.push({ do: 'keep', author });
  }
  const [, leading] = dueOf(state.bridges, now);
  const [cleared, clearing] = dueOf(state.clears, now);
  state = { ...state, clears: cleared };
  for (const epoch of leading) {
    effects.push({ do: 'bridge', epoch });
    state = nowBridged(state, epoch, now, soon);
  }
  for (const epoch of clearing) {
    // Nothing is taken away that is not there in the new epoch.
    if (state.kept.due.size === 0 && now >= state.calmAt) effects.push({ do: 'clear', epoch });
    else state = { ...state, clears: new Map(state.clears).set(epoch, now + 1_000) };
  }
  return timed(state, effects, now);
}

const beaten = (state: Exchange, now: number, soon: Soon): Exchange => ({
  ...state,
  saidAt: now,
  beatAt: now + BEAT_MS * soon(0.85, 1.15),
  quietAt: now + soon(...QUIET_MS),
});

/** Who is alone has nobody to agree with. */
const beatDue = ({ beatAt, quietAt, peers }: Exchange): number =>
  [...peers.values()].some(({ live }) => live) ? Math.min(beatAt, quietAt) : beatAt;

function dueOf(plans: ReadonlyMap<string, number>, now: number): [ReadonlyMap<string, number>, string[]] {
  const due = [...plans].filter(([, at]) => now >= at).map(([name]) => name);
  return due.length === 0 ? [plans, due] : [new Map([...plans].filter(([, at]) => now < at)), due];
}

function timed(state: Exchange, effects: Effect[], now: number): Step {
  const { time, probe } = probing(withPeers(state.time, timedPeers(state.peers, now), now), now);
  if (probe) effects.push({ do: 'say', message: { kind: 'probe', body: { to: probe.to, id: probe.id } } });
  // A line that was just begun or changed is news for the others.
  const helloAt =
    time.line !== state.time.line
      ? Math.min(state.helloAt, Math.max(now, state.saidAt + LEAST_HELLO_MS))
      : state.helloAt;
  return [{ ...state, time, helloAt }, effects];
}

/** When {@link step} wants to be called again, at the latest. */
export function dueAt(state: Exchange): number {
  const gone = nextGone(state.peers);
  if (state.onlineAt === null || state.epoch === null) return gone;
  const waits = [...state.bridges.values(), ...state.clears.values(), state.helloAt, beatDue(state), gone];
  const calm = Math.min(repairDue(state.repair), keptDue(state.kept));
  const from = state.calmAt > Number.NEGATIVE_INFINITY ? state.calmAt : calm;
  return Math.min(from, state.time.asked ? state.time.nextAt : Number.POSITIVE_INFINITY, ...waits);
}
