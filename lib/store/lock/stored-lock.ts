import { LOCK_ROW, type LockRecord, readLock } from './lock-record.ts';

/** The record of the lock, also while nothing else can be read; null where none is set. */
export function storedLock(name: string): Promise<LockRecord | null> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(name);
    open.onerror = () => reject(open.error);
    open.onsuccess = () => {
      const db = open.result;
      const asked = db.transaction('meta').objectStore('meta').get(LOCK_ROW);
      asked.onsuccess = () => {
        db.close();
        resolve(asked.result ? readLock(asked.result.value) : null);
      };
      asked.onerror = () => reject(asked.error);
    };
  });
}
