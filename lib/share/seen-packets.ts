import { clock } from '../platform/clock.ts';
import type { Transport } from './transport/transport.ts';

/** All that a relay can tell of one packet. */
export interface SeenPacket {
  /** 1, 2, 3 … */
  n: number;
  /** UTC ms. */
  at: number;
  topic: string;
  bytes: number;
  way: 'out' | 'in';
  /** It lies at the relay for those who come later. */
  kept: boolean;
}

/** How many are remembered. */
const MOST = 60;

/**
 * A transport whose last packets are remembered as its relay sees them, for a member who wants to look.
 * @returns it, and those packets, the newest first.
 */
export function watched(transport: Transport): { transport: Transport; seen: () => readonly SeenPacket[] } {
  const packets: SeenPacket[] = [];
  let count = 0;
  const note = (topic: string, bytes: number, way: SeenPacket['way'], kept: boolean) => {
    count += 1;
    packets.unshift({ n: count, at: clock.own(), topic, bytes, way, kept });
    packets.length = Math.min(packets.length, MOST);
  };
  return {
    seen: () => [...packets],
    transport: {
      ...transport,
      kind: transport.kind,
      connect: (signal) => transport.connect(signal),
      onState: (listener) => transport.onState(listener),
      close: () => transport.close(),
      publish(topic, bytes, options) {
        note(topic, bytes.length, 'out', options.retain);
        return transport.publish(topic, bytes, options);
      },
      subscribe: (prefix, onPacket) =>
        transport.subscribe(prefix, (topic, bytes, retained) => {
          note(topic, bytes.length, 'in', retained);
          onPacket(topic, bytes, retained);
        }),
    },
  };
}
