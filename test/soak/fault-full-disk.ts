import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { THURSDAY } from '../builders/thursday.ts';
import type { Rig } from '../rig/launch.ts';
import { kept } from './fault-disk.ts';
import { type FaultWorld, none, seeded, storePage } from './fault-world.ts';
import { smallDisk } from './small-disk.ts';

/** A sidebar in which contracts are pressed. */
async function sidebar(rig: Rig): Promise<Page> {
  const page = await rig.open(`sidebar.html?circle=${THURSDAY}`);
  await page.setViewportSize({ width: 360, height: 900 });
  return page;
}

/** @returns whether the interface showed it; otherwise it said so, and why, and the words are still in the field. */
async function add(page: Page, text: string, said = 'disk of this computer is full'): Promise<boolean> {
  // What was said of the one before.
  const close = page.getByRole('alert').getByRole('button', { name: 'Close' });
  if ((await close.count()) > 0) await close.click();
  const field = page.getByRole('textbox', { name: 'New contract' });
  await field.fill(text);
  await page.getByRole('button', { name: 'Add contract' }).click();
  const done = page
    .getByRole('list', { name: 'Contracts' })
    .locator('.contract-text')
    .filter({ hasText: text });
  const refused = page.getByRole('alert').filter({ hasText: said });
  try {
    await done.or(refused).first().waitFor({ timeout: 15_000 });
  } catch {
    throw new Error(
      `“${text}”: the page says ${String(await page.locator('body').textContent()).slice(0, 600)}`,
    );
  }
  if ((await done.count()) > 0) return true;
  if ((await field.inputValue()) !== text) throw new Error(`“${text}” was refused and is not in the field`);
  return false;
}

/**
 * Another site writes until nothing fits any more: whatever write fails, Chromium makes room by deleting data of origins
 * that were not used for longest.
 */
async function othersWrite(rig: Rig): Promise<string> {
  const page = await rig.context.newPage();
  await page.goto('https://meet.google.com/');
  const said = await page.evaluate(
    () =>
      new Promise<string>((done) => {
        const opening = indexedDB.open('theirs');
        opening.onupgradeneeded = () => opening.result.createObjectStore('noise');
        opening.onerror = () => done('not opened');
        opening.onsuccess = () => {
          const write = (key: number): void => {
            if (key > 60) {
              done('everything fits');
              return;
            }
            const writing = opening.result.transaction('noise', 'readwrite', { durability: 'strict' });
            writing.objectStore('noise').put(crypto.getRandomValues(new Uint8Array(60_000)), key);
            writing.oncomplete = () => write(key + 1);
            writing.onabort = () => done('refused');
          };
          write(0);
        };
      }),
  );
  await page.close();
  return said;
}

/**
 * In a page: the look for room sees nothing of a full disk until a write was cut, as when others took the rest of it between
 * the look and the write.
 */
function blindUntilCut(): void {
  const { storage } = navigator;
  const estimate = storage.estimate.bind(storage);
  let isBlind = true;
  storage.estimate = async () => (isBlind ? { quota: 2 ** 40, usage: 0 } : estimate());
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...asked) {
    const request = open.apply(this, asked);
    request.addEventListener('success', () => {
      for (const end of ['abort', 'close'])
        request.result.addEventListener(end, () => {
          isBlind = false;
        });
    });
    return request;
  };
}

/**
 * The profile on a disk that is filled up while a member writes, and another site too: the interface says that the disk is
 * full, nothing that was saved is lost, and the same page goes on with one press when there is room again; also in two later
 * lives. In half of the runs our look for room is made blind, as when others fill the disk just behind it; in half of each
 * the browser is started again while the disk is full, and says so until there is room.
 */
export async function fullDisk(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const disk = await smallDisk(world);
  if (!disk) return { notTried: 1 };
  const isUnseen = random() < 0.5;
  const isRestarted = random() < 0.5;
  // To the last byte, or with a little left that soon is not enough.
  const spare = random() < 0.5 ? 0 : Math.floor(random() * 20_000);
  const how = `seed ${seed}, ${isUnseen ? 'unseen' : 'seen'}${isRestarted ? ', restarted' : ''}, ${spare} left`;
  const shown: string[] = [];
  try {
    const dir = join(disk.dir, 'profile');
    await cp(await world.profile(), dir, { recursive: true });
    let rig = await world.start(dir);
    // Not for the worker.
    if (isUnseen) await rig.context.addInitScript(blindUntilCut);
    let page = await sidebar(rig);
    if (await add(page, 'before the disk was full')) shown.push('before the disk was full');
    await disk.fill(spare);
    let refused = 0;
    for (let i = 0; i < 12 && refused < 3; i += 1) {
      const text = `when full ${i}`;
      if (await add(page, text, isUnseen ? 'could not be saved' : undefined)) shown.push(text);
      else refused += 1;
    }
    if (refused === 0) throw new Error('the disk was never full');
    const others = await othersWrite(rig);
    if (isRestarted) {
      await rig.close();
      rig = await world.start(dir);
      page = await sidebar(rig);
      await page.getByRole('alert').filter({ hasText: 'no room' }).waitFor();
    }
    await disk.makeRoom();
    // By itself.
    if (isRestarted) await page.getByRole('textbox', { name: 'New contract' }).waitFor();
    const again = page.getByRole('button', { name: 'Try again' });
    if ((await again.count()) > 0) await again.click();
    let tries = 1;
    while (!(await add(page, 'with room again', 'could not be saved'))) {
      tries += 1;
      if (tries > 5) throw new Error('no writing with room again');
    }
    shown.push('with room again');
    await rig.close();
    for (let life = 0; life < 2; life += 1) {
      const later = await world.start(dir);
      const store = await storePage(later);
      none(`life ${life}`, await store.call('problems', kept([])));
      const words = await store.call('contractTexts', null);
      for (const text of shown)
        if (words.filter((one) => one === text).length !== 1) throw new Error(`“${text}” in life ${life}`);
      await store.call('writeOne', `life ${life}`);
      await later.close();
    }
    return {
      refused,
      shown: shown.length,
      presses: tries,
      unseen: Number(isUnseen),
      restarted: Number(isRestarted),
      othersRefused: Number(others !== 'everything fits'),
    };
  } catch (error) {
    throw new Error(`${how}: ${String(error instanceof Error ? error.message : error)}`);
  } finally {
    disk.away();
  }
}
