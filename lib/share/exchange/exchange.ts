import type { AuthorId } from '../../fact/fact.ts';
import type { SpaceDevice } from '../share-store.ts';
import type { Effect, ExchangeEvent } from './exchange-event.ts';
import { bridging, type Exchange, hello, keepingNow, present, type Step, told } from './exchange-state.ts';
import { heard } from './hear.ts';
import { keeping, newKept, sawChunk } from './kept.ts';
import { roll, type Soon } from './limits.ts';
import { onTime } from './on-time.ts';
import { nowUpToDate } from './presence.ts';
import { compared, goneDevice, nowHeld, uncompared } from './repair.ts';
import type { Repair } from './repair-state.ts';

type Event<K extends ExchangeEvent['kind']> = Extract<ExchangeEvent, { kind: K }>;

/** So long after connecting the relay has sent what it keeps, if that is little, ms. */
const CALM_MS = 600;
/** More own facts than these are not pushed: who lacks them asks. */
const MOST_PUSHED = 500;
/** Greetings of who catches up: not more often, ms. */
const LEAST_NEWS_MS = 2_500;
/** Heartbeats after own facts: not more often, ms. */
const LEAST_WROTE_MS = 5_000;
const NEVER = Number.POSITIVE_INFINITY;

/** The exchange after something happened at `now`, and what is to be done about it. */
export function step(
  before: Exchange,
  event: ExchangeEvent,
  now: number,
): { state: Exchange; effects: Effect[] } {
  let seed = before.seed;
  const soon: Soon = (least, most) => {
    const [part, next] = roll(seed);
    seed = next;
    return least + part * (most - least);
  };
  const [after, effects] = take(before, event, now, soon);
  const [done, due] = onTime(after, now, soon);
  return { state: { ...done, seed }, effects: [...effects, ...due] };
}

function take(state: Exchange, event: ExchangeEvent, now: number, soon: Soon): Step {
  switch (event.kind) {
    case 'tick':
      return [state, []];
    case 'online':
      // What the relay keeps comes again: it may have lost it meanwhile.
      return pushed({
        ...state,
        onlineAt: now,
        calmAt: now + CALM_MS,
        helloAt: now,
        // Words that were erased meanwhile have still to go from there.
        kept: { ...newKept(), due: new Map([...state.kept.due].filter(([, due]) => due.thorough)) },
        bridged: new Map(),
      });
    case 'offline':
      return [{ ...state, onlineAt: null, peers: new Map(), helloAt: NEVER, repair: alone(state) }, []];
    case 'held':
      return held(state, event, now, soon);
    case 'wrote':
      // What follows what was sent goes out at once. Anything else waits for what is held to be read.
      return state.ready && event.from === state.sentTo + 1 && state.own <= event.to
        ? pushed({ ...state, own: event.to })
        : [state, []];
    case 'compared': {
      const [repair, effects] = compared(state.repair, event.author, event.device, event.lack, now);
      return [{ ...state, repair }, effects.flatMap(told)];
    }
    case 'uncompared':
      return [{ ...state, repair: uncompared(state.repair, event.author, event.device, now) }, []];
    case 'message':
      return heard(state, event, now, soon);
    case 'epoch':
      return [inEpoch(state, event, now, soon), []];
    case 'stale': {
      if (event.epoch === state.epoch || state.clears.has(event.epoch)) return [state, []];
      const clears = new Map(state.clears).set(event.epoch, now + soon(8_000, 20_000));
      return [{ ...state, clears }, []];
    }
    case 'kept':
      return [{ ...state, kept: sawChunk(state.kept, event.author, event.index, event.chunk) }, []];
    case 'tidy': {
      const all = state.repair.held.values();
      return [{ ...state, kept: keeping(state.kept, all, state.me, present(state), now, soon, true) }, []];
    }
    case 'leaving':
      return [
        { ...state, helloAt: NEVER, beatAt: NEVER, quietAt: NEVER },
        state.onlineAt === null ? [] : [hello(state, now, true)],
      ];
    case 'me':
      return [{ ...state, me: event.me, sentTo: 0, time: { ...state.time, me: event.me }, helloAt: now }, []];
    default:
      return event satisfies never;
  }
}

/** Nobody is heard, so nobody is asked. */
function alone({ repair, peers }: Exchange): Repair {
  let next = repair;
  for (const device of peers.keys()) next = goneDevice(next, device);
  return next;
}

/** Own facts that were not sent yet go out. */
function pushed(state: Exchange): Step {
  const { sentTo, own } = state;
  if (state.onlineAt === null || !state.ready || own <= sentTo) return [state, []];
  const effects: Effect[] = own - sentTo > MOST_PUSHED ? [] : [{ do: 'push', from: sentTo + 1, to: own }];
  return [{ ...state, sentTo: own }, effects];
}

function held(state: Exchange, event: Event<'held'>, now: number, soon: Soon): Step {
  const devices = new Map<AuthorId, SpaceDevice>();
  // Of a device that was named twice, what lets it belong counts.
  for (const device of event.devices)
    if (devices.get(device.author)?.until !== null) devices.set(device.author, device);
  // Who was removed is not here any more, whatever was heard of them.
  const left = [...state.peers.keys()].filter((one) => (devices.get(one)?.until ?? null) !== null);
  const stay = new Map([...state.peers].filter(([one]) => !left.includes(one)));
  const repair = left.reduce((rest, one) => goneDevice(rest, one), nowHeld(state.repair, event.states, now));
  // What was there before the start is in the state that everybody is told.
  const sentTo = state.ready ? state.sentTo : event.own;
  const peers = nowUpToDate(left.length > 0 ? stay : state.peers, repair.hash);
  // Who catches up says so before the next greeting is due.
  const isNews = repair.hash !== state.repair.hash && [...peers.values()].some((peer) => !peer.isUpToDate);
  const newsAt = isNews ? Math.max(now + soon(400, 1_200), state.saidAt + LEAST_NEWS_MS) : NEVER;
  // Whoever wrote says soon what there is now: who did not get it learns so from that, and not a heartbeat later.
  const isOwn = state.ready && repair.held.get(state.me)?.last !== state.repair.held.get(state.me)?.last;
  const wroteAt = isOwn ? Math.max(now + soon(1_500, 2_500), state.saidAt + LEAST_WROTE_MS) : NEVER;
  const beatAt = Math.min(state.beatAt, newsAt, wroteAt);
  const next = { ...state, ready: true, devices, repair, own: event.own, sentTo, peers, beatAt };
  return pushed(now < state.calmAt ? next : { ...next, kept: keepingNow(next, now, soon) });
}

/** Another epoch is written in from now on: all is kept under new topics, and who missed the change is led over. */
function inEpoch(state: Exchange, { id, old, mine }: Event<'epoch'>, now: number, soon: Soon): Exchange {
  const next = { ...state, old: old.filter((epoch) => epoch !== id) };
  if (state.epoch === id) return now < state.calmAt ? next : { ...next, bridges: bridging(next, now, soon) };
  const isChange = state.epoch !== null;
  const changed = { ...next, epoch: id, bridged: new Map(), bridges: new Map() };
  const bridges = isChange ? bridging(changed, now, soon, mine ? 0 : 300) : changed.bridges;
  const clears = isChange && mine ? new Map(next.old.map((epoch) => [epoch, now + 1_000])) : state.clears;
  const here = mine ? new Set<AuthorId>() : present(state);
  const all = state.repair.held.values();
  const kept = keeping(newKept(), all, state.me, here, now, mine ? () => 0 : soon);
  const helloAt = state.onlineAt === null ? state.helloAt : now;
  return { ...changed, bridges, clears, kept, helloAt, calmAt: now + CALM_MS };
}
