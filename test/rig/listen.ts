import type { Transport } from '../../lib/share/transport/transport.ts';

export const NEVER = new AbortController().signal;
export const LIVE = { retain: false } as const;
export const KEPT = { retain: true } as const;

/** Waits until something holds, looking every 5 ms. Throws after `ms`, with what was seen last. */
export async function until(holds: () => boolean, what: string | (() => string), ms = 8_000): Promise<void> {
  const end = performance.now() + ms;
  while (!holds()) {
    if (performance.now() > end)
      throw new Error(`not within ${ms} ms: ${typeof what === 'string' ? what : what()}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}

/** Connects and subscribes; what is heard is collected as `topic text`, with `kept` where it was. */
export async function listen(transport: Transport, prefix: string): Promise<string[]> {
  const heard: string[] = [];
  await transport.connect(NEVER);
  await transport.subscribe(prefix, (topic, bytes, retained) => {
    const said = bytes.length > 100 ? `${bytes.length} B` : new TextDecoder().decode(bytes);
    heard.push(`${topic} ${said}${retained ? ' kept' : ''}`);
  });
  return heard;
}

export const said = (text: string): Uint8Array => new TextEncoder().encode(text);
