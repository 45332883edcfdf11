import { type Bytes, joined } from '../bytes.ts';

/** Packs bytes (raw DEFLATE, by the browser's own). */
export const deflate = async (bytes: Bytes): Promise<Bytes> =>
  (await through(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY)) ?? new Uint8Array();

/**
 * Unpacks bytes that should give exactly `length`; null when they give another number or are none of ours. It stops
 * where they give more, so that a small packet that would fill the memory does not get to.
 */
export async function inflate(bytes: Bytes, length: number): Promise<Bytes | null> {
  try {
    const out = await through(bytes, new DecompressionStream('deflate-raw'), length);
    return out?.length === length ? out : null;
  } catch {
    return null;
  }
}

async function through(
  bytes: Bytes,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Bytes | null> {
  const writer = stream.writable.getWriter();
  // The reading end says what is wrong; without these the browser would report it a second time, as unhandled.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  await written;
  return joined(...chunks);
}
