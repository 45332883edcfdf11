import type { CallPageHost } from '@/lib/platform/messages';

/**
 * What one host's page tells about the call it shows. Everything here is a reading of somebody else's page: it may
 * be wrong tomorrow, so nothing else in the product depends on more than this.
 */
export interface CallAdapter {
  readonly host: CallPageHost;
  /** Host names whose pages this adapter reads, without a port. */
  readonly hostnames: readonly string[];
  /**
   * Whether a call can go on under an address that no longer names it (Teams: `/v2/`). The background then goes by
   * the last code this tab had.
   */
  readonly codeLeavesAddress: boolean;
  /** Height at the bottom, CSS px, that belongs to the host's control bar and is never covered. */
  readonly bottomBar: number;
  /** The call's code as in `CallLink.code`, or null where the address names none. Pure. */
  codeFrom(address: URL): string | null;
  /** A few cheap queries, once a second: no layout, no text of people. */
  read(page: ParentNode): CallReading;
  /** The host's title of the call; null while it cannot be read (it arrives late). */
  title(page: ParentNode): string | null;
  /** Names that can be read just now, without doubles; null where none can. Absence is not departure. */
  names(page: ParentNode): readonly string[] | null;
}

export interface CallReading {
  /** Controls that only a call (or the wait for it) has. */
  controls: boolean;
  /** Something only somebody who was let in sees. */
  admitted: boolean;
  /** The host says that the call is over. */
  ended: boolean;
}
