import { updatedInCall, wrongByADay } from './fault-call.ts';
import { damagedFiles, tornLog } from './fault-disk.ts';
import { fullDisk } from './fault-full-disk.ts';
import { killedUnderHand } from './fault-interface.ts';
import { killedInMidWrite } from './fault-kill.ts';
import { downgrade, endedInMidWrite, severalProfiles } from './fault-pages.ts';
import { twoVersions } from './fault-versions.ts';
import { stoppedInReading } from './fault-worker.ts';
import type { FaultWorld } from './fault-world.ts';

export interface Fault {
  /** How often it is tried in one `npm run soak -- --faults=FILE`. */
  readonly runs: number;
  /** Once, by a seed. @returns figures to be added up. Throws when something is not as it must be. */
  run(world: FaultWorld, seed: number): Promise<object>;
}

/** Every fault that is tried, by the name it has in the file and in test/README.md. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'killed-in-mid-write': { runs: 25, run: killedInMidWrite },
  'killed-under-hand': { runs: 10, run: killedUnderHand },
  'torn-log': { runs: 20, run: tornLog },
  'damaged-files': { runs: 6, run: damagedFiles },
  'full-disk': { runs: 10, run: fullDisk },
  'ended-in-mid-write': { runs: 15, run: endedInMidWrite },
  'stopped-in-reading': { runs: 10, run: stoppedInReading },
  'several-profiles': { runs: 6, run: severalProfiles },
  downgrade: { runs: 3, run: downgrade },
  'updated-in-call': { runs: 8, run: updatedInCall },
  'two-versions': { runs: 4, run: twoVersions },
  'wrong-by-a-day': { runs: 8, run: wrongByADay },
};
