/**
 * The same stream, broken off after `most` bytes; `onMore` is told once. What an answer says of its own length is not
 * believed, and a packed one can be a thousand times longer than what travelled.
 */
export function limitBytes(
  stream: ReadableStream<Uint8Array>,
  most: number,
  onMore: () => void,
): ReadableStream<Uint8Array> {
  let seen = 0;
  return stream.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.length;
        if (seen <= most) {
          controller.enqueue(chunk);
          return;
        }
        onMore();
        controller.terminate();
      },
    }),
  );
}
