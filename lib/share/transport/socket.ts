import { TransportProblem } from './transport.ts';

/** Opens a websocket. What is shipped opens the browser's; tests in Node bring one of their own. */
export type OpenSocket = (url: string, protocols: readonly string[]) => WebSocket;

/** The browser's own. The one place where sharing reaches for it (MQTT.js is told to use this one). */
export const browserSocket: OpenSocket = (url, protocols) => new WebSocket(url, [...protocols]);

/**
 * An address of a relay as somebody typed it, as a URL. `wss:` alone is taken: with `ws:` names and passwords would be
 * readable on the way. Throws a {@link TransportProblem} `badAddress` or `notSecure`.
 */
export function readAddress(typed: string): URL {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `wss://${text}`);
  if (!url?.hostname || url.username || url.password || url.hash) throw new TransportProblem('badAddress');
  if (url.protocol !== 'wss:') {
    throw new TransportProblem(/^(ws|https?|mqtts?|tcp):$/.test(url.protocol) ? 'notSecure' : 'badAddress');
  }
  return url;
}
