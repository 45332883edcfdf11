import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** One member's line to a relay, which can be cut. */
export interface CutLine {
  /** The relay's address, by this line. */
  url: string;
  /** Breaks what is open and lets nothing through, as when the network is gone. */
  cut(): void;
  mend(): void;
  /** From now on what goes either way takes so much longer, ms: as with a relay that is far. */
  delay(ms: number): void;
  /** Bytes that went by, both ways together. */
  bytes(): number;
  close(): Promise<void>;
}

/** Opens a line to the relay at `url` (a local one). TLS goes through as it is. */
export async function openLine(url: string): Promise<CutLine> {
  const target = new URL(url);
  const open = new Set<Socket>();
  let isCut = false;
  let bytes = 0;
  let delayMs = 0;
  const late = () =>
    new Transform({
      transform(chunk, _, done) {
        if (delayMs === 0) return done(null, chunk);
        setTimeout(() => {
          if (!this.destroyed) this.push(chunk);
        }, delayMs);
        done();
      },
      flush: (done) => void setTimeout(done, delayMs),
    });
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = createConnection({ port: Number(target.port), host: '127.0.0.1' });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.setNoDelay(true);
      one.on('data', (chunk) => {
        bytes += chunk.length;
      });
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(late()).pipe(other);
    }
    return undefined;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const near = new URL(url);
  near.port = String((server.address() as AddressInfo).port);
  const breakAll = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: near.href.replace(/\/$/, ''),
    cut() {
      isCut = true;
      breakAll();
    },
    mend() {
      isCut = false;
    },
    delay(ms) {
      delayMs = ms;
    },
    bytes: () => bytes,
    async close() {
      breakAll();
      await new Promise((done) => server.close(done));
    },
  };
}
