import { WebSocket as NodeSocket } from 'ws';
import type { OpenSocket } from '../../lib/share/transport/socket.ts';

/** How tests in Node open a websocket: as a browser does, but with a relay of the rig any certificate will do. */
export const rigSocket: OpenSocket = (url, protocols) =>
  new NodeSocket(url, [...protocols], { rejectUnauthorized: false }) as unknown as WebSocket;
