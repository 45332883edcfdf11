/** Bytes handed on at one time; small enough that the time between two looks at the clock stays short. */
const PIECE = 64 * 1024;

/**
 * The bytes of a source in pieces of at most 64 KiB, always UTF-8 or whatever 8-bit text it is (UTF-16 with a byte
 * order mark is turned into UTF-8). Ends early, without an error, when `signal` aborts or the stream breaks off;
 * `onBroken` tells of the latter.
 */
export async function* readBytes(
  source: ReadableStream<Uint8Array> | string,
  signal: AbortSignal | undefined,
  onBroken: () => void,
): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') {
    yield* encodeText(source);
    return;
  }
  const reader = source.getReader();
  const stop = () => {
    reader.cancel().catch(() => {});
  };
  signal?.addEventListener('abort', stop);
  let toUtf8: ((chunk: Uint8Array) => Uint8Array) | null = null;
  let first = true;
  try {
    while (!signal?.aborted) {
      const { done, value } = await reader.read();
      if (done) break;
      if (first && value.length > 1) {
        toUtf8 = utf16Reader(value);
        first = false;
      }
      const bytes: Uint8Array = toUtf8 ? toUtf8(value) : value;
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    }
  } catch {
    onBroken();
  } finally {
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

function* encodeText(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + PIECE / 2);
    // Both halves of a character outside the basic plane have to be encoded together.
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last < 0xdc00) end++;
    yield encoder.encode(text.slice(at, end));
    at = end;
  }
}

function utf16Reader(start: Uint8Array): ((chunk: Uint8Array) => Uint8Array) | null {
  const little = start[0] === 0xff && start[1] === 0xfe;
  if (!little && !(start[0] === 0xfe && start[1] === 0xff)) return null;
  const decoder = new TextDecoder(little ? 'utf-16le' : 'utf-16be');
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}
