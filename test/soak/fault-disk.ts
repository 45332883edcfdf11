import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readdir, rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { THURSDAY } from '../builders/thursday.ts';
import { EXTENSION_ID } from '../rig/launch.ts';
import { type FaultWorld, none, seeded, storePage } from './fault-world.ts';

/** Where Chromium keeps the database within a profile. */
const databaseOf = (profile: string): string =>
  join(profile, `Default/IndexedDB/chrome-extension_${EXTENSION_ID}_0.indexeddb.leveldb`);

const kept = (hashes: readonly string[]) => ({ begun: [], acknowledged: [], hashes });

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

/**
 * The profile on a disk of 60 MB that is filled up while a member writes: the interface says that it could not be saved,
 * nothing that was saved is lost, and the same page goes on when there is room again; also in two later lives.
 */
export async function fullDisk(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const disk = await mkdtemp(join(world.folder, 'disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=60m', 'tmpfs', disk]);
  // Only root may.
  if (mounted.status !== 0) return { notTried: 1 };
  const ballast = join(disk, 'ballast');
  const left = async () => {
    const { bavail, bsize } = await statfs(disk);
    return bavail * bsize;
  };
  try {
    const dir = join(disk, 'profile');
    await cp(await world.profile(), dir, { recursive: true });
    const shown: string[] = [];
    const rig = await world.start(dir);
    const page = await rig.open(`sidebar.html?circle=${THURSDAY}`);
    await page.setViewportSize({ width: 360, height: 900 });
    const texts = page.getByRole('list', { name: 'Contracts' }).locator('.contract-text');
    /** @returns whether the interface showed it; it said that it could not be saved otherwise. */
    const add = async (text: string): Promise<boolean> => {
      // What was said of the one before.
      const close = page.getByRole('alert').getByRole('button', { name: 'Close' });
      if ((await close.count()) > 0) await close.click();
      await page.getByRole('textbox', { name: 'New contract' }).fill(text);
      await page.getByRole('button', { name: 'Add contract' }).click();
      const done = texts
        .getByText(text, { exact: true })
        .or(texts.filter({ hasText: text }))
        .first();
      const refused = page.getByRole('alert').filter({ hasText: 'could not be saved' });
      await done
        .or(refused)
        .first()
        .waitFor({ timeout: 15_000 })
        .catch(async (error: Error) => {
          throw new Error(
            `${error.message.slice(0, 80)}; the page says ${String(await page.locator('body').textContent()).slice(0, 1_500)}`,
          );
        });
      if ((await texts.filter({ hasText: text }).count()) === 0) {
        const typed = await page.getByRole('textbox', { name: 'New contract' }).inputValue();
        if (typed !== text) throw new Error(`seed ${seed}: “${text}” was refused and is not in the field`);
        return false;
      }
      shown.push(text);
      return true;
    };
    // Filled by others between the look for room and the write: what is written is cut in the middle. Not for the worker.
    const isUnseen = random() < 0.5;
    if (isUnseen) {
      await rig.context.addInitScript(() => {
        navigator.storage.estimate = async () => ({ quota: 2 ** 40, usage: 0 });
      });
      await page.reload();
    }
    await add('before the disk was full');
    // To the last byte, or with a little left that soon is not enough.
    const spare = random() < 0.5 ? 0 : Math.floor(random() * 20_000);
    while ((await left()) > spare) {
      const bytes = Math.min((await left()) - spare, 4 << 20);
      await appendFile(ballast, Buffer.alloc(bytes)).catch(() => undefined);
      if (bytes < 4_096) break;
    }
    let refused = 0;
    for (let i = 0; i < 12 && refused < 3; i += 1) if (!(await add(`when full ${i}`))) refused += 1;
    if (refused === 0) throw new Error(`seed ${seed}: the disk was never full`);
    await rm(ballast);
    let tries = 0;
    while (!(await add('with room again'))) {
      tries += 1;
      if (tries > 5) throw new Error(`seed ${seed}: no writing with room again`);
    }
    await rig.close();
    for (let life = 0; life < 2; life += 1) {
      const again = await world.start(dir);
      const store = await storePage(again);
      none(`seed ${seed}, life ${life}`, await store.call('problems', kept([])));
      const words = await store.call('contractTexts', null);
      for (const text of shown)
        if (words.filter((one) => one === text).length !== 1)
          throw new Error(`seed ${seed}: “${text}” in life ${life}`);
      await store.call('writeOne', `life ${life}`);
      await again.close();
    }
    return { refused, shown: shown.length, triesWithRoom: tries, unseen: Number(isUnseen) };
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
}
