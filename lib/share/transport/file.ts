import type { SealedPacket } from './sealed-file.ts';
import { type OnPacket, roomFor, type Transport, TransportProblem } from './transport.ts';

export interface FileTransport extends Transport {
  /** What was published to be kept, the last of each topic: what belongs into a file. */
  kept(): readonly SealedPacket[];
}

/**
 * No relay at all: what a file holds comes as if it had been retained, and what is published to be kept is collected for
 * a file to be written. Live packets go nowhere. Merging is what exchange does with any packet.
 */
export function fileTransport(packets: readonly SealedPacket[] = []): FileTransport {
  const collected = new Map<string, Uint8Array>();
  const isClosed = { is: false };
  const check = () => {
    if (isClosed.is) throw new TransportProblem('closed');
  };
  return {
    kind: 'file',
    async connect() {
      check();
    },
    async publish(topic, bytes, { retain }) {
      check();
      if (bytes.length > roomFor(topic)) throw new TransportProblem('tooLarge');
      if (!retain) return;
      if (bytes.length > 0) collected.set(topic, bytes.slice());
      else collected.delete(topic);
    },
    async subscribe(prefix, onPacket: OnPacket) {
      check();
      for (const { topic, bytes } of packets) {
        if (topic.startsWith(`${prefix}/`)) onPacket(topic, bytes, true);
      }
      return () => undefined;
    },
    onState(listener) {
      listener('online', null);
      return () => undefined;
    },
    async close() {
      isClosed.is = true;
    },
    kept: () => [...collected].map(([topic, bytes]) => ({ topic, bytes })),
  };
}
