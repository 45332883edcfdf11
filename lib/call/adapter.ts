import type { CallPageHost } from '@/lib/platform/messages';
import type { TrackedCall } from './call-tracker';

/**
 * What one host's page tells about the call it shows. Everything here is a reading of somebody else's page: it may
 * be wrong tomorrow, so nothing else in the product depends on more than this.
 */
export interface CallAdapter {
  /** Whose pages it reads: those of the host's `CALL_ORIGINS`. */
  readonly host: CallPageHost;
  /** Heights of the host's own bars at the window's edges, CSS px; they are never covered. Asked for when drawing. */
  bars(page: ParentNode): { top: number; bottom: number };
  /** The call's code as in `CallLink.code`, or null where the address names none. Pure. */
  codeFrom(address: URL): string | null;
  /**
   * What is known after one more look at `now` (monotonic ms); `named` is the address's code. Hosts differ in whether a
   * call can go on under an address that does not name it. Pure but for `read`.
   */
  follow(before: TrackedCall, named: string | null, read: () => CallReading, now: number): TrackedCall;
  /** A few cheap queries, once a second: no layout, no text of people. */
  read(page: ParentNode): CallReading;
  /** The host's title of the call; null while it cannot be read (it arrives late). */
  title(page: ParentNode): string | null;
  /** Names that can be read just now, without doubles; none where none can. Absence is not departure. */
  names(page: ParentNode): readonly string[];
  /** A mark of the host's that the call is recorded or written down. Where there is none nothing is known. */
  recording: string;
}

export interface CallReading {
  /** Controls that only a call (or the wait for it) has. */
  controls: boolean;
  /** Something only somebody who was let in sees. */
  admitted: boolean;
  /** The host says that the call is over, where it does. */
  ended?: boolean;
  /** The host asks whether to join, where that can be told. */
  prejoin?: boolean;
}
