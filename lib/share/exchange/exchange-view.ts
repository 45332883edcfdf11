import type { AuthorId } from '../../fact/fact.ts';
import type { TransportKind, TransportState } from '../transport/transport.ts';
import type { Exchange } from './exchange-state.ts';

/** A device that is here. Instants are this device's own, ms. */
export interface PresentDevice {
  device: AuthorId;
  /** Null: the log does not say yet. */
  member: string | null;
  since: number;
  heardAt: number;
  upToDate: boolean;
  way: TransportKind;
}

/** How the exchange stands, for screens. */
export interface ExchangeView {
  connection: TransportState;
  way: TransportKind;
  me: AuthorId;
  /** The number of the epoch; null before this device was let in. */
  epoch: number | null;
  /** The others that are here with the extension. */
  here: readonly PresentDevice[];
  /** Something is known to be missing here, and was asked for. */
  isBehind: boolean;
}

/** What screens show of an exchange. */
export const viewOf = (
  state: Exchange,
  { connection, way, epoch }: Pick<ExchangeView, 'connection' | 'way' | 'epoch'>,
): ExchangeView => ({
  connection,
  way,
  me: state.me,
  epoch,
  here: [...state.peers.values()]
    .filter(({ live }) => live)
    .map((peer) => ({
      device: peer.device,
      member: state.devices.get(peer.device)?.member ?? null,
      since: peer.since,
      heardAt: peer.heardAt,
      upToDate: peer.isUpToDate,
      way: peer.way,
    })),
  isBehind: [...state.repair.claims.values()].some((all) =>
    [...all.values()].some(({ at, tries }) => Number.isFinite(at) && tries > 0),
  ),
});

/** Whether screens may have to show something else. */
export const looksOther = (a: Exchange, b: Exchange): boolean =>
  a.peers !== b.peers ||
  a.devices !== b.devices ||
  a.repair.hash !== b.repair.hash ||
  a.repair.claims !== b.repair.claims;
