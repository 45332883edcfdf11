/**
 * As much of MQTT 3.1.1 as a circle needs: connecting, subscribing, and packets at QoS 0 with or without the mark to be
 * kept. http://docs.oasis-open.org/mqtt/mqtt/v3.1.1/mqtt-v3.1.1.html; numbers in comments are its sections.
 */

export interface Hello {
  clientId: string;
  username?: string;
  password?: string;
  keepaliveS: number;
  will: { topic: string; bytes: Uint8Array } | null;
}

/** What a relay says. Acknowledgements that nobody waits for are left out. */
export type Heard =
  | { kind: 'connack'; code: number }
  | { kind: 'suback'; id: number; code: number }
  | { kind: 'publish'; topic: string; bytes: Uint8Array; retained: boolean }
  | { kind: 'other' };

const KIND = { connect: 1, connack: 2, publish: 3, subscribe: 8, suback: 9, unsubscribe: 10 } as const;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** 3.12: are you there? */
export const PING = new Uint8Array([0xc0, 0]);
/** 3.14: goodbye, the will need not be sent. */
export const GOODBYE = new Uint8Array([0xe0, 0]);

/** 3.1: always a clean session, a will at QoS 0 that is not kept. */
export function connectPacket({
  clientId,
  username,
  password,
  keepaliveS,
  will,
}: Hello): Uint8Array<ArrayBuffer> {
  const flags =
    0x02 | (will ? 0x04 : 0) | (username === undefined ? 0 : 0x80) | (password === undefined ? 0 : 0x40);
  return packet(KIND.connect << 4, [
    text('MQTT'),
    [4, flags],
    short(keepaliveS),
    text(clientId),
    ...(will ? [text(will.topic), withLength(will.bytes)] : []),
    ...(username === undefined ? [] : [text(username)]),
    ...(password === undefined ? [] : [text(password)]),
  ]);
}

/** 3.3 */
export const publishPacket = (topic: string, bytes: Uint8Array, retain: boolean): Uint8Array<ArrayBuffer> =>
  packet((KIND.publish << 4) | (retain ? 1 : 0), [text(topic), bytes]);

/** 3.8; `id` is 1 to 65,535. */
export const subscribePacket = (id: number, filter: string): Uint8Array<ArrayBuffer> =>
  packet((KIND.subscribe << 4) | 2, [short(id), text(filter), [0]]);

/** 3.10 */
export const unsubscribePacket = (id: number, filter: string): Uint8Array<ArrayBuffer> =>
  packet((KIND.unsubscribe << 4) | 2, [short(id), text(filter)]);

const short = (value: number): number[] => [value >> 8, value & 0xff];
const text = (value: string): Uint8Array => withLength(encoder.encode(value));
const withLength = (bytes: Uint8Array): Uint8Array => joined([short(bytes.length), bytes]);

function packet(first: number, parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const content = joined(parts);
  const header = [first];
  // 2.2.3: seven bits a byte, the lowest first.
  for (let left = content.length; ; left >>= 7) {
    header.push(left > 127 ? (left & 127) | 128 : left);
    if (left <= 127) break;
  }
  return joined([header, content]);
}

function joined(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * Reads what a relay sends, however it is cut. A relay is a stranger: from the first packet on that is longer than
 * `limit` (its header says so, before its content came) or makes no sense, everything is refused.
 * @returns what to feed the bytes to, in order. It answers the packets that are whole, or null once it is broken.
 */
export function packetReader(limit: number): (chunk: Uint8Array) => Heard[] | null {
  /** The beginning of a packet that is not whole yet: at most `limit` bytes and a header. */
  let waiting: Uint8Array<ArrayBufferLike> = new Uint8Array();
  let isBroken = false;
  return (chunk) => {
    let bytes = waiting.length > 0 ? joined([waiting, chunk]) : chunk;
    const heard: Heard[] = [];
    while (!isBroken) {
      const size = sizeOf(bytes);
      if (size === 'later') break;
      isBroken = size === 'never' || size.length > limit;
      if (isBroken || size === 'never' || bytes.length < size.header + size.length) break;
      const one = heardIn(bytes[0] ?? 0, bytes.subarray(size.header, size.header + size.length));
      if (one) heard.push(one);
      else isBroken = true;
      bytes = bytes.subarray(size.header + size.length);
    }
    waiting = isBroken ? new Uint8Array() : bytes.slice();
    return isBroken ? null : heard;
  };
}

/** 2.2.3: at most four bytes of length. */
function sizeOf(bytes: Uint8Array): { header: number; length: number } | 'later' | 'never' {
  let length = 0;
  for (let at = 1; at <= 4; at++) {
    const byte = bytes[at];
    if (byte === undefined) return 'later';
    length += (byte & 127) * 128 ** (at - 1);
    if (byte < 128) return { header: at + 1, length };
  }
  return 'never';
}

/** One whole packet; null when it makes no sense. */
function heardIn(first: number, content: Uint8Array): Heard | null {
  const [one = 0, two = 0, three = 0] = content;
  switch (first >> 4) {
    case KIND.connack:
      return content.length === 2 ? { kind: 'connack', code: two } : null;
    case KIND.suback:
      return content.length === 3 ? { kind: 'suback', id: (one << 8) | two, code: three } : null;
    case KIND.publish: {
      // We subscribe at QoS 0, so a number of the packet can only come from a relay that is wrong about that.
      const after = 2 + ((one << 8) | two) + ((first & 6) > 0 ? 2 : 0);
      if (content.length < after) return null;
      try {
        const topic = decoder.decode(content.subarray(2, 2 + ((one << 8) | two)));
        return { kind: 'publish', topic, bytes: content.slice(after), retained: (first & 1) === 1 };
      } catch {
        return null;
      }
    }
    default:
      return { kind: 'other' };
  }
}
