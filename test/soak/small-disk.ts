import { spawnSync } from 'node:child_process';
import { appendFile, mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaultWorld } from './fault-world.ts';

export interface Disk {
  readonly dir: string;
  /** Fills it up but for so many bytes. */
  fill(spare: number): Promise<void>;
  makeRoom(): Promise<void>;
  away(): void;
}

/** A disk of 60 MB. Null where one may not make one: that takes the rights of root. */
export async function smallDisk(world: FaultWorld): Promise<Disk | null> {
  const dir = await mkdtemp(join(world.folder, 'disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', dir]).status !== 0) return null;
  const ballast = join(dir, 'ballast');
  const left = async () => {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  };
  return {
    dir,
    async fill(spare) {
      while ((await left()) > spare) {
        const bytes = Math.min((await left()) - spare, 4 << 20);
        await appendFile(ballast, Buffer.alloc(bytes)).catch(() => undefined);
        if (bytes < 4_096) break;
      }
    },
    makeRoom: () => rm(ballast),
    away: () => void spawnSync('umount', ['-l', dir]),
  };
}
