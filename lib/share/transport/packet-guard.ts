/**
 * A relay is a stranger. MQTT.js collects a packet of any length before it hands it on, so a relay could fill the memory
 * with one; this looks at the lengths as the bytes arrive. See MQTT 3.1.1, 2.2.3 "Remaining Length".
 */

/** @returns what to feed the bytes to, in order; it answers false from the first packet on that is longer than `limit`. */
export function packetGuard(limit: number): (chunk: Uint8Array) => boolean {
  let left = 0;
  let isFine = true;
  /** Bytes of the header read so far: 0 before its first, then those of the length. */
  let header = 0;
  let length = 0;
  return (chunk) => {
    let at = 0;
    while (isFine && at < chunk.length) {
      if (left > 0) {
        const taken = Math.min(left, chunk.length - at);
        left -= taken;
        at += taken;
        continue;
      }
      const byte = chunk[at++] ?? 0;
      if (header === 0) {
        header = 1;
        length = 0;
        continue;
      }
      length += (byte & 0x7f) * 128 ** (header - 1);
      header += 1;
      if (byte < 0x80) {
        left = length;
        header = 0;
      }
      isFine = length <= limit && header <= 4;
    }
    return isFine;
  };
}
