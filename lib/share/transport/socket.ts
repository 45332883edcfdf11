import { TransportProblem } from './transport.ts';

/** Opens a websocket. What is shipped opens the browser's; tests in Node bring one of their own. */
export type OpenSocket = (url: string, protocols: readonly string[]) => WebSocket;

/** The browser's own. The one place where sharing reaches for it (MQTT.js is told to use this one). */
export const browserSocket: OpenSocket = (url, protocols) => new WebSocket(url, [...protocols]);

/**
 * An address of a relay as somebody typed it, as a URL; it may hold the relay's name and password. `wss:` alone is taken,
 * for with `ws:` both could be read on the way, but for a relay on this very computer. Throws a {@link TransportProblem}
 * `badAddress` or `notSecure`.
 */
export function readAddress(typed: string): URL {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `wss://${text}`);
  if (!url?.hostname || url.hash || !isReadable(url)) throw new TransportProblem('badAddress');
  if (url.protocol === 'wss:' || (url.protocol === 'ws:' && isThisComputer(url.hostname))) return url;
  throw new TransportProblem(/^(ws|https?|mqtts?|tcp):$/.test(url.protocol) ? 'notSecure' : 'badAddress');
}

/** An address without name and password, as a socket takes it, and the two. */
export function splitAddress(address: URL): { href: string; username?: string; password?: string } {
  const bare = new URL(address);
  bare.username = '';
  bare.password = '';
  return {
    href: bare.href,
    ...(address.username ? { username: decodeURIComponent(address.username) } : {}),
    ...(address.password ? { password: decodeURIComponent(address.password) } : {}),
  };
}

const isThisComputer = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** Whether what stands for letters in name and password does. */
function isReadable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}
