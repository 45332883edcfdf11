import { clock } from '@/lib/platform/clock';
import { rememberBackup } from '@/lib/platform/last-backup';
import { heldKey, lockNow, unlock } from '@/lib/platform/lock-key';
import { exportEverything } from '@/lib/store/backup';
import { database } from '@/lib/store/database';
import { type Converted, sealAll, unsealAll } from '@/lib/store/lock/convert';
import { LOCK_ROW, type LockRecord } from '@/lib/store/lock/lock-record';
import { newCode, newLock, openLock, withCode, withPassphrase } from '@/lib/store/lock/passphrase';
import { storedLock } from '@/lib/store/lock/stored-lock';
import { sealText } from '@/lib/store/sealed';
import { saveFile } from '../settings/save-file.ts';

const JUST_SEALED = 'lock.justSealed';

/** Whether this page began anew because it has just sealed everything; said once. */
export function wasJustSealed(): boolean {
  const said = sessionStorage.getItem(JUST_SEALED) !== null;
  sessionStorage.removeItem(JUST_SEALED);
  return said;
}

/** Saves a copy of everything, sealed with the passphrase that is about to be set. */
export async function copyFirst(passphrase: string): Promise<void> {
  const text = await exportEverything(database());
  const now = clock.now();
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  saveFile(`circlekeeper-${day.toPlainDate()}-sealed.json`, await sealText(text, passphrase));
  await rememberBackup(now);
}

/** Seals all that is here. When it is done every page of ours begins anew, this one too. */
export async function setPassphrase(
  passphrase: string,
  code: string | null,
  onProgress: (share: number) => void,
): Promise<Converted> {
  const { record, key } = await newLock(passphrase, code);
  const outcome = await letGo((name) => sealAll(name, record, key, { onProgress }));
  if (outcome === 'done') {
    sessionStorage.setItem(JUST_SEALED, '1');
    await unlock({ id: record.id, key });
  }
  return outcome;
}

/** Takes the seal off. When it is done every page of ours begins anew, this one too. */
export async function takeOff(onProgress: (share: number) => void): Promise<Converted> {
  const held = await heldKey();
  if (!held) return 'changed';
  const outcome = await letGo((name) => unsealAll(name, held.key, { onProgress }));
  if (outcome === 'done') await lockNow();
  return outcome;
}

/** Nobody may have the database open while it is converted; where that fails it is opened again as it was. */
async function letGo(convert: (name: string) => Promise<Converted>): Promise<Converted> {
  const db = database();
  db.close();
  let outcome: Converted | null = null;
  try {
    outcome = await convert(db.name);
    return outcome;
  } finally {
    // Not waited for: another page that does not let go of the database holds this up, too, and it has to be said.
    if (outcome !== 'done') void db.open().catch(() => undefined);
  }
}

/** Another passphrase for the same key. False when `old` is not the one. */
export async function changePassphrase(old: string, next: string): Promise<boolean> {
  const record = await storedLock(database().name);
  const key = record && (await openLock(record, old));
  if (!key) return false;
  await keep(await withPassphrase(record, key, next));
  return true;
}

/** Another recovery code; null when it was locked meanwhile. */
export async function renewCode(): Promise<string | null> {
  const [record, held] = await Promise.all([storedLock(database().name), heldKey()]);
  if (!record || !held) return null;
  const code = newCode();
  await keep(await withCode(record, held.key, code));
  return code;
}

const keep = (record: LockRecord) => database().meta.put({ key: LOCK_ROW, value: JSON.stringify(record) });
