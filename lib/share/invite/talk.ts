import type { NewKeys } from '../keys.ts';
import { CONTENT, openPacket, sealPacket } from '../seal/packet.ts';
import type { Transport } from '../transport/transport.ts';
import type { InviteKeys } from './invite-keys.ts';
import { readSaid, type Said, writeSaid } from './said.ts';

export interface Talk<Event> {
  /** Takes an event, after those before it. Resolves when all that follows from it was done. Never rejects. */
  tell(event: Event): Promise<void>;
  /** Ends the listening; the transport is left open. */
  stop(): void;
}

interface Side<State, Event, Effect> {
  keys: InviteKeys;
  device: Pick<NewKeys, 'sign'>;
  transport: Pick<Transport, 'publish' | 'subscribe'>;
  /** Whether time is looked at again and again, and the same said again; by hand it is once, at the start. */
  ticks: boolean;
  /** The topic one speaks in; the other is listened to. */
  speaks: 'newcomer' | 'steward';
  /** What the other side may say. */
  hears: ReadonlySet<Said['say']>;
  state: State;
  step(state: State, event: Event): { state: State; effects: readonly Effect[] };
  heard(said: Said): Event;
  tick(): Event;
  /** What an effect says; null when it is something else, which `act` does. */
  saidBy(effect: Effect): Said | null;
  act(effect: Effect): Promise<Event | null>;
  /** Awaited before anything is sent: what a browser that is closed now must know later. */
  save(state: State): Promise<void>;
  /** After each change. */
  changed(state: State): void;
}

/** How often time is looked at, in ms. */
const TICK_MS = 1_000;
/** Packets that wait at most: whoever has the link can send more than a device can check. */
const MAX_WAITING = 32;

/**
 * Runs one side of an invitation over a transport: packets in, pure steps, what follows from them out, one after the
 * other. What cannot be sent now is said again by the next step of time.
 */
export async function talk<State, Event, Effect>(side: Side<State, Event, Effect>): Promise<Talk<Event>> {
  const { keys, device, transport, speaks } = side;
  const other = speaks === 'steward' ? keys.newcomer : keys.steward;
  let state = side.state;
  let waiting = 0;
  let isStopped = false;
  let last: Promise<void> = Promise.resolve();

  const inTurn = (work: () => Promise<void>): Promise<void> => {
    last = last
      .then(() => (isStopped ? undefined : work()))
      .catch((error: unknown) => {
        console.error('An invitation could not go on', error);
      });
    return last;
  };
  const take = async (event: Event): Promise<void> => {
    const { state: next, effects } = side.step(state, event);
    if (next !== state) {
      await side.save(next);
      state = next;
      side.changed(state);
    }
    for (const effect of effects) {
      const said = side.saidBy(effect);
      if (said) await send(said);
      else {
        const then = await side.act(effect);
        if (then) await take(then);
      }
    }
  };
  const send = async (said: Said): Promise<void> => {
    const bytes = await writeSaid(keys.id, device, said);
    const topic = keys[speaks];
    const packet = await sealPacket(keys, topic, { kind: CONTENT.frame, bytes });
    try {
      await transport.publish(topic, packet, { retain: false });
    } catch {
      // Not now: the other side asks again.
    }
  };

  const unsubscribe = await transport.subscribe(keys.prefix, (topic, packet) => {
    if (topic !== other || waiting >= MAX_WAITING) return;
    waiting += 1;
    void inTurn(async () => {
      waiting -= 1;
      const content = await openPacket(keys, topic, packet);
      const said = content?.kind === CONTENT.frame ? await readSaid(keys.id, content.bytes) : null;
      if (said && side.hears.has(said.say)) await take(side.heard(said));
    });
  });
  const tick = () => void inTurn(() => take(side.tick()));
  const timer = side.ticks ? setInterval(tick, TICK_MS) : undefined;
  if (!side.ticks) tick();
  return {
    tell: (event) => inTurn(() => take(event)),
    stop() {
      isStopped = true;
      clearInterval(timer);
      unsubscribe();
    },
  };
}
