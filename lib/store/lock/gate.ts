import { heldKey } from '../../platform/lock-key.ts';
import type { MetaRow } from '../database.ts';
import { LOCK_ROW, LockedError, readLock } from './lock-record.ts';
import type { Opening } from './lockable.ts';

type Sealing = typeof import('./sealing.ts').sealing;

// Most people set no passphrase: what seals is loaded where one is set.
let load = async (): Promise<Sealing> => (await import('./sealing.ts')).sealing;

/** For the background, which can load nothing late. */
export function provideSealing(sealing: Sealing): void {
  load = async () => sealing;
}

/**
 * Decides how one opening of the database reads and writes: as it is, or sealed.
 * @throws {LockedError} when it is sealed and the key is not in the browser's memory.
 */
export async function passGate(
  meta: { get(key: string): PromiseLike<MetaRow | undefined> },
  opening: Opening,
): Promise<void> {
  const row = await meta.get(LOCK_ROW);
  if (!row) {
    opening.rows = null;
    return;
  }
  const { id } = readLock(row.value);
  const [held, sealing] = await Promise.all([heldKey(), load()]);
  if (held?.id !== id) throw new LockedError('locked');
  opening.rows = await sealing(held.key);
}
