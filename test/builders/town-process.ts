import type { Clock } from '../../lib/platform/clock.ts';
import type { RunningExchange } from '../../lib/share/exchange/exchange-runner.ts';
import type { Transport } from '../../lib/share/transport/transport.ts';
import type { MemoryShareStore } from './memory-share-store.ts';

/** What a killed process looks like from inside. */
export class Killed extends Error {}

/** One start of the extension on a device. */
export interface Process {
  clock: Clock;
  store: MemoryShareStore;
  transport: Transport;
  exchange: RunningExchange | null;
  isDead: boolean;
  isRenewing: boolean;
  /** Changes of the disk until it is killed; never: infinite. */
  fuse: number;
  /** Of what is to be looked at soon. */
  callOff: () => void;
  /** The epoch of which it is to be looked at whether it leaves somebody out. */
  waitsFor: string | null;
  callOffLeftOut: () => void;
}
