import type { OpenLine } from './line.ts';
import { mqttLine } from './mqtt-line.ts';
import { nostrLine } from './nostr-line.ts';
import { relayTransport } from './relay-transport.ts';
import { type OpenSocket, readAddress } from './socket.ts';
import { type Transport, TransportProblem } from './transport.ts';

/** A relay that somebody chose; the shape that invitations carry. */
export interface RelayChoice {
  kind: 'mqtt' | 'nostr';
  /** As typed; see `readAddress`. */
  address: string;
}

export interface RelayWorld {
  /** For Nostr: the secret behind what is published under a prefix; see `nostrSecret`. */
  secretOf: (prefix: string) => Promise<Uint8Array | null>;
  /** For MQTT: what the relay says for us when the line breaks without a goodbye. */
  will?: () => { topic: string; bytes: Uint8Array } | null;
  openSocket?: OpenSocket;
  /** Asked before each line is opened; everything may be sent where it is left out. */
  allowed?: () => Promise<boolean>;
}

/** How lines to a relay of this kind are opened. */
export function lineTo(kind: RelayChoice['kind'], { secretOf, will, openSocket }: RelayWorld): OpenLine {
  const socket = openSocket ? { openSocket } : {};
  switch (kind) {
    case 'mqtt':
      return mqttLine({ ...socket, ...(will ? { will } : {}) });
    case 'nostr':
      return nostrLine({ ...socket, secretOf });
    default:
      return kind satisfies never;
  }
}

/**
 * The transport of a circle over the relays it chose, the first preferred. Nothing is contacted before `connect`; an
 * address that is none shows there.
 */
export function openRelays(relays: readonly RelayChoice[], world: RelayWorld): Transport {
  const kindOf = (address: URL) =>
    relays.find((one) => readAddress(one.address).href === address.href)?.kind ?? 'mqtt';
  return relayTransport({
    kind: relays[0]?.kind ?? 'mqtt',
    addresses: relays.map(({ address }) => address),
    open: async (address, events, signal) => {
      if (world.allowed && !(await world.allowed())) throw new TransportProblem('notAllowed');
      return lineTo(kindOf(address), world)(address, events, signal);
    },
  });
}
