import type { Fact } from '../../lib/fact/fact.ts';
import { HLC_START } from '../../lib/fact/hlc.ts';
import type { DeviceKeys } from '../../lib/share/keys.ts';
import type { EpochSecret } from '../../lib/share/seal/epoch.ts';

/** What is on a device's disk. */
export interface Disk {
  facts: Map<string, Fact>;
  /** This device's keys, the present ones last. */
  keys: DeviceKeys[];
  secrets: Map<string, EpochSecret>;
  hlc: string;
  /** Whether the next fact starts a new author. */
  retired: boolean;
  /** Facts that were written on this disk, or on the one it is a copy of. */
  written: Set<string>;
}

/** A copy of a disk, for a backup or a machine that was cloned. */
export const copyDisk = (disk: Disk): Disk => ({
  ...disk,
  facts: new Map(disk.facts),
  keys: [...disk.keys],
  secrets: new Map(disk.secrets),
  written: new Set(disk.written),
});

export const newDisk = (): Disk => ({
  facts: new Map(),
  keys: [],
  secrets: new Map(),
  hlc: HLC_START,
  retired: true,
  written: new Set(),
});
