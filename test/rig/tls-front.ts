import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:tls';
import { selfSigned } from '../sandbox/certificate.ts';

/** `wss://localhost:…`, and the way to end it. */
export interface TlsFront {
  url: string;
  close(): void;
}

/**
 * What docs/relay.md puts in front of Debian's mosquitto for Firefox: it ends TLS and offers no HTTP/2.
 * @param port the broker's own port with TLS on this computer.
 */
export async function startTlsFront(port: number): Promise<TlsFront> {
  const { key, cert } = selfSigned('localhost');
  const server = createServer({ key, cert, ALPNProtocols: ['http/1.1'] }, (socket) => {
    const behind = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
    for (const one of [socket, behind]) one.on('error', () => undefined);
    socket.on('close', () => behind.destroy());
    behind.on('close', () => socket.destroy());
    socket.pipe(behind).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;
  return { url: `wss://localhost:${own}`, close: () => server.close() };
}
