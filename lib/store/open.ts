import { type Database, NEXT_SCHEMA_VERSION } from './database.ts';
import { isDiskFull } from './disk-room.ts';
import { PROJECTIONS_VERSION, rebuild } from './projections.ts';

/** Why the data on this computer cannot be used right now. Nothing was changed. `locked`: it waits for the passphrase. */
export type OpenFailure = 'locked' | 'blocked' | 'newer' | 'full' | 'failed';

/**
 * Opens the database and makes sure that its projections are of this version (they are rebuilt from the facts
 * otherwise; if that fails the old ones stay). Returns null when all is well.
 */
export async function openDatabase(db: Database): Promise<OpenFailure | null> {
  try {
    if (!db.isOpen()) await db.open();
    // Dexie would work on in a later version's tables; what that does to them nobody has tried.
    if (db.backendDB().version >= NEXT_SCHEMA_VERSION * 10) {
      db.close();
      return 'newer';
    }
    const version = (await db.meta.get('projections'))?.value;
    if (version === PROJECTIONS_VERSION) return null;
    if (typeof version === 'number' && version > PROJECTIONS_VERSION) return 'newer';
    await rebuild(db);
    return null;
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'failed' && (await isDiskFull()) ? 'full' : reason;
  }
}

/** Whether nothing can be read now, because it is locked or does not open. Opens it where that was not done. */
export const isShut = async (db: Database): Promise<boolean> =>
  !db.isOpen() && (await openDatabase(db)) !== null;

function reasonOf(error: unknown): OpenFailure {
  const { name, message } = error instanceof Error ? error : { name: '', message: '' };
  if (name === 'LockedError') return 'locked';
  if (name === 'VersionError') return 'newer';
  if (name === 'QuotaExceededError') return 'full';
  // Chromium says UnknownError for both: "Internal error opening backing store" where its files cannot be read or
  // written (no room left, damage, no right to the folder), "The user denied permission" where cookies are blocked (156).
  if (/backing store/i.test(message)) return 'failed';
  // What browsers throw when "block all cookies" also blocks IndexedDB.
  if (
    ['SecurityError', 'InvalidStateError', 'MissingAPIError', 'OpenFailedError', 'UnknownError'].includes(
      name,
    )
  )
    return 'blocked';
  return 'failed';
}
