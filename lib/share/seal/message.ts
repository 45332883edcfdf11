import type { Bytes } from '../bytes.ts';
import { type EpochKeys, topicOf } from './epoch.ts';
import { type Frame, readFrame, writeFrame } from './frame.ts';
import { CONTENT, MAX_CONTENT, openPacket, sealPacket } from './packet.ts';
import { type Collector, collector, cut } from './parts.ts';

/** What is handed to a transport. */
export interface Packet {
  topic: string;
  bytes: Bytes;
}

/**
 * A frame in as many packets as it takes: one, as it is, when it fits; otherwise packed and cut.
 * @param labelOf the label of the topic of each part: one for all of what is sent live, one each for what is retained.
 */
export async function sealFrame(
  keys: EpochKeys,
  frame: Frame,
  labelOf: (part: number) => string,
): Promise<Packet[]> {
  const bytes = writeFrame(frame);
  const kind = bytes.length <= MAX_CONTENT ? CONTENT.frame : CONTENT.part;
  const contents = kind === CONTENT.frame ? [bytes] : await cut(bytes);
  return Promise.all(
    contents.map(async (content, part) => {
      const topic = await topicOf(keys, labelOf(part));
      return { topic, bytes: await sealPacket(keys, topic, { kind, bytes: content }) };
    }),
  );
}

export interface Opener {
  /**
   * The frame that a packet brought or completed. Null: it is no packet of this epoch and topic, or a part of what
   * is not whole yet. The frame's signature and body are still to be looked at. Never rejects.
   */
  open(topic: string, packet: Uint8Array): Promise<Frame | null>;
}

/** Opens the packets of one epoch, with bounded memory whatever comes. */
export function opener(keys: EpochKeys, parts: Collector = collector()): Opener {
  return {
    async open(topic, packet) {
      if (!topic.startsWith(`${keys.prefix}/`)) return null;
      const content = await openPacket(keys, topic, packet);
      if (!content) return null;
      if (content.kind === CONTENT.frame) return readFrame(content.bytes);
      const bytes = await parts.take(content.bytes);
      return bytes && readFrame(bytes);
    },
  };
}
