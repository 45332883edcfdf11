import { statSync } from 'node:fs';
import { readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXTENSION_ID } from '../rig/launch.ts';
import { type FaultWorld, none, seeded, storePage } from './fault-world.ts';

/** Where Chromium keeps the database within a profile. */
const databaseOf = (profile: string): string =>
  join(profile, `Default/IndexedDB/chrome-extension_${EXTENSION_ID}_0.indexeddb.leveldb`);

export const kept = (hashes: readonly string[]) => ({ begun: [], acknowledged: [], hashes });

/**
 * The last record of the log half written, as a power cut leaves it. Everything before it is there in every later life of
 * the browser: without a new log, Chromium deletes all of it two starts later.
 */
export async function tornLog(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const dir = await world.profile();
  const life = async (names: readonly string[]): Promise<string[]> => {
    const rig = await world.start(dir);
    const store = await storePage(rig);
    none(`seed ${seed}`, await store.call('problems', kept([])));
    const rows = await store.call('contractIds', null);
    for (const name of names) {
      const thrown = await store.call('writeOne', name);
      if (thrown !== null) throw new Error(`seed ${seed}: ${thrown}`);
    }
    await rig.close();
    return rows;
  };
  await life(['first', 'second', 'torn']);
  const folder = databaseOf(dir);
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log')).sort();
  const log = join(folder, logs.at(-1) ?? '');
  // Somewhere in what was written last, which is some five kB.
  const cut = 1 + Math.floor(random() * 3_000);
  await truncate(log, statSync(log).size - cut);
  const lives = [await life(['third']), await life(['fourth']), await life(['fifth']), await life([])];
  for (const [i, name] of ['first', 'third', 'fourth', 'fifth'].entries())
    for (const rows of lives.slice(i))
      if (!rows.includes(name)) throw new Error(`seed ${seed}, cut ${cut}: ${name} is gone`);
  return { lives: lives.length };
}

/**
 * Files of the database damaged, so that Chromium throws it away and begins an empty one: home and popup say so, instead
 * of beginning anew without a word, until one closes that.
 */
export async function damagedFiles(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const dir = await world.profile();
  const before = await world.start(dir);
  await (await before.open('home.html#/circles')).getByText('Thursday circle').first().waitFor();
  await (await before.worker()).evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { local: { get(key: null): Promise<object> } } };
    };
    for (let i = 0; i < 50 && !('data.mark' in (await chrome.storage.local.get(null))); i += 1)
      await new Promise((next) => setTimeout(next, 50));
  });
  await before.close();
  const folder = databaseOf(dir);
  const names = (await readdir(folder)).filter((name) => /MANIFEST|CURRENT/.test(name));
  const name = names[Math.floor(random() * names.length)] ?? '';
  await writeFile(join(folder, name), Buffer.alloc(200, 7));
  const after = await world.start(dir);
  for (const page of ['home.html#/circles', 'popup.html']) {
    const said = (await after.open(page)).getByRole('alert').filter({ hasText: 'gone from this browser' });
    await said.waitFor({ timeout: 10_000 });
  }
  const home = await after.open('home.html#/circles');
  await home.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await home.reload();
  await home.getByText('This is where your circles live').waitFor();
  if ((await home.getByText('gone from this browser').count()) > 0) throw new Error('it is said again');
  await after.close();
  return { damaged: 1 };
}
