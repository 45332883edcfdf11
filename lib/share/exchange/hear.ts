import type { AuthorId } from '../../fact/fact.ts';
import { answered, heardWant } from './answers.ts';
import { circleNow, doubted, echoed } from './circle-time.ts';
import type { ExchangeEvent } from './exchange-event.ts';
import { type Exchange, greetingSoon, keepingNow, nowBridged, type Step, told } from './exchange-state.ts';
import { newKept, sawChunk } from './kept.ts';
import type { Soon } from './limits.ts';
import { type Body, fromTuple, MOST_AUTHORS } from './message.ts';
import { QUIET_MS } from './on-time.ts';
import { greeted, hearsRun, shortName } from './presence.ts';
import { goneDevice, heardHash, heardState, isHeldHere } from './repair.ts';

type Heard = Extract<ExchangeEvent, { kind: 'message' }>;

/** Devices that are heard before the log says who they are. */
const MOST_STRANGERS = 16;
/** Who speaks in an epoch that is over is answered once in, ms. */
const LEAST_BRIDGE_MS = 8_000;
/** Why one stays in an epoch that others have left is said once in, ms. */
const LEAST_CONTRADICTION_MS = 30_000;
/** A log that is said to be shorter for so long is shorter, ms. */
const SHORTER_MS = 6_000;
/** However much a relay keeps (or says it does), it is waited for no longer, ms. */
const MOST_CALM_MS = 10_000;

/** A message came in. */
export function heard(state: Exchange, event: Heard, now: number, soon: Soon): Step {
  const { message, from, epoch } = event;
  if (from === state.me && event.run === state.run) return [state, []];
  if (epoch !== state.epoch) return [heardElsewhere(state, event, now, soon), []];
  switch (message.kind) {
    case 'facts':
      return [
        message.body.re === null ? state : { ...state, repair: answered(state.repair, message.body.re) },
        [],
      ];
    case 'kept': {
      const kept =
        event.chunk && isBounded(state, message.body.author)
          ? sawChunk(state.kept, message.body.author, message.body.chunk, event.chunk)
          : state.kept;
      return [{ ...state, kept, calmAt: event.retained ? stillComing(state, now) : state.calmAt }, []];
    }
    case 'bridge':
      return [ledAway(state, message.body.to, now, soon), []];
    case 'hello':
      return isWelcome(state, from) ? greetedBy(state, event, message.body, now, soon) : [state, []];
    case 'beat':
      return isWelcome(state, from) ? beatOf(state, event, message.body, now, soon) : [state, []];
    case 'state': {
      if (!isWelcome(state, from)) return [state, []];
      const states = message.body.states.map(fromTuple);
      return [{ ...state, repair: heardState(state.repair, from, message.body.hash, states, now, soon) }, []];
    }
    case 'want': {
      if (!isWelcome(state, from)) return [state, []];
      const asking = `${event.run}:${event.seq}`;
      const [repair, effects] = heardWant(state.repair, state.me, from, asking, message.body, now, soon);
      return [{ ...state, repair }, effects.flatMap(told)];
    }
    case 'probe': {
      if (message.body.to !== state.me || state.time.line === null || !isWelcome(state, from))
        return [state, []];
      const { line } = state.time;
      const [cameAt, wentAt] = [circleNow(state.time, event.at), circleNow(state.time, now)];
      const body: Body<'echo'> = [shortName(from), message.body.id, line, cameAt, wentAt - cameAt];
      return [state, [{ do: 'say', message: { kind: 'echo', body } }]];
    }
    case 'echo': {
      const [to, id, line, cameAt, keptMs] = message.body;
      if (to !== shortName(state.me)) return [state, []];
      const echo = { from, id, line, cameAt, wentAt: cameAt + keptMs };
      const { time, stepped } = echoed(state.time, echo, event.at);
      return [{ ...state, time }, stepped ? [{ do: 'stepped' }] : []];
    }
    default:
      return message satisfies never;
  }
}

/** Runs of somebody the log does not know yet are noted, but not of any number of them. */
const isBounded = ({ devices, kept }: Exchange, author: AuthorId): boolean =>
  devices.has(author) || kept.chunks.has(author) || kept.chunks.size < MOST_AUTHORS;

/** What the relay keeps is still coming in. */
function stillComing({ calmAt, onlineAt }: Exchange, now: number): number {
  if (!Number.isFinite(calmAt)) return calmAt;
  return Math.min(Math.max(calmAt, now + 150), (onlineAt ?? now) + MOST_CALM_MS);
}

/** Devices of present members; and a few that the log does not know yet, for who comes new knows nobody. */
function isWelcome({ devices, peers }: Exchange, from: AuthorId): boolean {
  const device = devices.get(from);
  if (device) return device.until === null;
  if (peers.has(from)) return true;
  return [...peers.keys()].filter((one) => !devices.has(one)).length < MOST_STRANGERS;
}

/**
 * Somebody leads out of the epoch that is the present one here. Who is still here a moment later does not believe it, and
 * says why: two stewards took each other out, and only those who know of both can tell whose act counts.
 */
function ledAway(state: Exchange, to: string, now: number, soon: Soon): Exchange {
  const { epoch } = state;
  if (epoch === null || to === epoch || state.bridges.has(epoch)) return state;
  if (now - (state.bridged.get(epoch)?.at ?? Number.NEGATIVE_INFINITY) < LEAST_CONTRADICTION_MS) return state;
  return { ...state, bridges: new Map(state.bridges).set(epoch, now + soon(3_000, 6_000)) };
}

/** Somebody speaks in an epoch that is over for us: a member who missed the change is led out of it. */
function heardElsewhere(state: Exchange, { message, from, epoch }: Heard, now: number, soon: Soon): Exchange {
  if (message.kind === 'bridge' && message.body.to === state.epoch)
    return nowBridged(state, epoch, now, soon);
  const speaks = message.kind === 'beat' || (message.kind === 'hello' && !message.body.bye);
  if (!speaks || state.epoch === null) return state;
  // Who does not know how the circle began cannot tell which epoch counts: they ask where somebody speaks.
  if (state.devices.size === 0 && state.old.includes(epoch)) {
    const old = [...state.old.filter((one) => one !== epoch), state.epoch];
    return { ...state, epoch, old, kept: newKept(), helloAt: now + soon(50, 300) };
  }
  // Also former members: they may know that they are.
  if (!state.devices.has(from) || !state.old.includes(epoch)) return state;
  if (now - (state.bridged.get(epoch)?.at ?? Number.NEGATIVE_INFINITY) < LEAST_BRIDGE_MS) return state;
  const at = Math.min(state.bridges.get(epoch) ?? Number.POSITIVE_INFINITY, now + soon(200, 1_500));
  return { ...state, bridges: new Map(state.bridges).set(epoch, at) };
}

function greetedBy(
  state: Exchange,
  { from, run, way }: Heard,
  body: Body<'hello'>,
  now: number,
  soon: Soon,
): Step {
  const me = { device: state.me, run: state.run, isSame: isHeldHere(state.repair, body.hash, now) };
  const peers = greeted(state.peers, { device: from, run, way }, body, me, now);
  const known = state.peers.get(from);
  const peer = peers.get(from);
  // Whoever is new learns at once who is here, and that they are heard; also who was known and has not heard of us.
  const isNews =
    peer !== undefined && (known?.run !== peer.run || !peer.live || !hearsRun(body, state.me, state.run));
  const helloAt = isNews ? greetingSoon(state, now, soon) : state.helloAt;
  const repair = body.bye ? goneDevice(state.repair, from) : heardHash(state.repair, body.hash, now, soon);
  const quietAt = peer?.live && me.isSame ? now + soon(...QUIET_MS) : state.quietAt;
  const next = { ...state, peers, helloAt, repair, quietAt };
  // What the relay keeps of those who go is put in order by those who stay.
  if (body.bye) return [{ ...next, kept: keepingNow(next, now, soon) }, []];
  return peer?.live ? checkHead(next, from, body.head, now) : [next, []];
}

/** A device that is known to speak now still does. Of one whose greeting was missed, this brings it. */
function beatOf(
  state: Exchange,
  { from, run, at: cameAt }: Heard,
  [hash, count, last, at, line]: Body<'beat'>,
  now: number,
  soon: Soon,
): Step {
  const known = state.peers.get(from);
  if (!known?.live || known.run !== run) return [{ ...state, helloAt: greetingSoon(state, now, soon) }, []];
  const isUpToDate = isHeldHere(state.repair, hash, now);
  const peers = new Map(state.peers).set(from, { ...known, heardAt: now, hash, isUpToDate, line });
  const next = {
    ...state,
    peers,
    repair: heardHash(state.repair, hash, now, soon),
    // Who hears that another holds the same need not say it as well.
    quietAt: isUpToDate ? now + soon(...QUIET_MS) : state.quietAt,
    time: line === state.time.line ? doubted(state.time, from, at, cameAt) : state.time,
  };
  return checkHead(next, from, [count, last], now);
}

/** A log only grows. One that stays shorter than what is held of it here was put back, by whomever. */
function checkHead(
  state: Exchange,
  from: AuthorId,
  [count, last]: readonly [number, number, ...unknown[]],
  now: number,
): Step {
  const mine = state.repair.held.get(from);
  const before = state.shorter.get(from);
  if (!mine || (last >= mine.last && count >= mine.count)) {
    if (!before) return [state, []];
    const shorter = new Map(state.shorter);
    shorter.delete(from);
    return [{ ...state, shorter }, []];
  }
  if (!before) {
    const shorter = new Map(state.shorter).set(from, { last: mine.last, count: mine.count, at: now });
    return [{ ...state, shorter }, []];
  }
  // The greeting may have been overtaken by what was written after it: what counts is what was here then.
  const isShorter = (last < before.last || count < before.count) && now - before.at >= SHORTER_MS;
  if (!isShorter) return [state, []];
  // Told once, until it is as long again.
  const shorter = new Map(state.shorter).set(from, { ...before, at: Number.POSITIVE_INFINITY });
  return [{ ...state, shorter }, [{ do: 'warn', warning: { kind: 'rollback', device: from } }]];
}
