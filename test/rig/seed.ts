import type { Fact } from '../../lib/fact/fact.ts';
import type { Rig } from './launch.ts';

/** Puts facts into the profile's database; the next page that opens it folds them. */
export async function seed(rig: Rig, facts: readonly Fact[]): Promise<void> {
  const page = await rig.open('popup.html');
  await page.evaluate(async (all) => {
    // Not `waitForFunction`, to which a promise is true: whoever opened it first would make one of nothing.
    while (!(await indexedDB.databases()).some((one) => one.name === 'circlekeeper'))
      await new Promise((done) => setTimeout(done, 20));
    await new Promise<void>((resolve, reject) => {
      const open = indexedDB.open('circlekeeper');
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        const db = open.result;
        const write = db.transaction(['facts', 'meta'], 'readwrite');
        for (const fact of all) write.objectStore('facts').put(fact);
        // Without its number the projections count as old and are folded anew.
        write.objectStore('meta').delete('projections');
        write.oncomplete = () => {
          db.close();
          resolve();
        };
        write.onerror = () => reject(write.error);
      };
    });
  }, facts);
  await page.close();
}
