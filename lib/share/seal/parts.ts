import { type Bytes, joined } from '../bytes.ts';
import { MAX_MESSAGE } from './frame.ts';
import { deflate, inflate } from './inflate.ts';
import { MAX_CONTENT } from './packet.ts';

/** Set (16) ‖ index (2) ‖ count (2) ‖ length unpacked (4). */
const HEADER = 24;
const CHUNK = MAX_CONTENT - HEADER;
/** The most parts of one message, about 2.3 MB packed. */
export const MAX_PARTS = 600;

/** One part of a message that was packed and cut. */
interface Part {
  /** The beginning of the SHA-256 of all that was packed: which parts belong together, and whether they do. */
  set: string;
  index: number;
  count: number;
  /** Bytes of the message once unpacked. */
  length: number;
  chunk: Bytes;
}

/** Packs a message and cuts it into contents for packets. Rejects with a RangeError when it is too long. */
export async function cut(message: Bytes): Promise<Bytes[]> {
  if (message.length > MAX_MESSAGE) throw new RangeError('too long for a message');
  const packed = await deflate(message);
  const count = Math.max(1, Math.ceil(packed.length / CHUNK));
  if (count > MAX_PARTS) throw new RangeError('too long for a message');
  const set = await setOf(packed);
  return Array.from({ length: count }, (_, index) => {
    const numbers = new DataView(new ArrayBuffer(8));
    numbers.setUint16(0, index);
    numbers.setUint16(2, count);
    numbers.setUint32(4, message.length);
    const chunk = packed.subarray(index * CHUNK, (index + 1) * CHUNK);
    return joined(Uint8Array.fromHex(set), new Uint8Array(numbers.buffer), chunk);
  });
}

const setOf = async (packed: Bytes): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', packed)).subarray(0, 16).toHex();

/** A part out of a packet; null when it cannot be one. */
export function readPart(bytes: Bytes): Part | null {
  if (bytes.length <= HEADER) return null;
  const numbers = new DataView(bytes.buffer, bytes.byteOffset + 16, 8);
  const [index, count, length] = [numbers.getUint16(0), numbers.getUint16(2), numbers.getUint32(4)];
  const chunk = bytes.slice(HEADER);
  if (count < 1 || count > MAX_PARTS || index >= count || length < 1 || length > MAX_MESSAGE) return null;
  // All but the last are full, so that what was cut was cut in one way.
  if (index < count - 1 ? chunk.length !== CHUNK : chunk.length > CHUNK) return null;
  return { set: bytes.subarray(0, 16).toHex(), index, count, length, chunk };
}

/** What is kept at most of messages that are not whole yet. */
export interface Room {
  /** How many such messages; beyond it the one that got a part longest ago goes. */
  messages: number;
  /** Bytes of all their parts. */
  bytes: number;
}
export const ROOM: Room = { messages: 64, bytes: 4 * 1024 * 1024 };

export interface Collector {
  /** The message, unpacked, when this was the part that was missing; otherwise null. Never rejects. */
  take(bytes: Bytes): Promise<Bytes | null>;
  /** Bytes kept now. */
  held(): number;
}

/** Puts parts together again, in whatever order they come and however often. */
export function collector(room: Room = ROOM): Collector {
  interface Open {
    first: Part;
    chunks: Map<number, Bytes>;
  }
  /** In the order in which they last got a part. */
  const open = new Map<string, Open>();
  let held = 0;
  const drop = (key: string) => {
    for (const chunk of open.get(key)?.chunks.values() ?? []) held -= chunk.length;
    open.delete(key);
  };
  return {
    held: () => held,
    async take(bytes) {
      const part = readPart(bytes);
      if (!part) return null;
      const { set, index, count, length } = part;
      // What claims another count or length is another message, however it is named: nobody can spoil somebody's parts.
      const key = `${set} ${count} ${length}`;
      const entry = open.get(key) ?? { first: part, chunks: new Map<number, Bytes>() };
      if (entry.chunks.has(index)) return null;
      entry.chunks.set(index, part.chunk);
      held += part.chunk.length;
      open.delete(key);
      open.set(key, entry);
      if (entry.chunks.size === count) {
        drop(key);
        return whole(entry.first, entry.chunks);
      }
      for (const oldest of [...open.keys()]) {
        if (held <= room.bytes && open.size <= room.messages) break;
        drop(oldest);
      }
      return null;
    },
  };
}

async function whole(
  { set, count, length }: Part,
  chunks: ReadonlyMap<number, Bytes>,
): Promise<Bytes | null> {
  const packed = joined(...Array.from({ length: count }, (_, i) => chunks.get(i) ?? new Uint8Array()));
  return (await setOf(packed)) === set ? inflate(packed, length) : null;
}
