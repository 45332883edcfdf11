import { cpSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { THURSDAY } from '../builders/thursday.ts';
import type { Rig } from '../rig/launch.ts';
import type { Word } from './fault-in-page.ts';
import { type FaultWorld, none, type StorePage, seeded, storePage, wait } from './fault-world.ts';

/** A page that writes, and what it was told. */
interface Writer {
  store: StorePage;
  begun: Map<string, number>;
  acknowledged: Set<string>;
  hashes: string[];
}

async function writer(rig: Rig): Promise<Writer> {
  const [begun, acknowledged, hashes] = [new Map<string, number>(), new Set<string>(), [] as string[]];
  const store = await storePage(rig, (text) => {
    const word = JSON.parse(text) as Word;
    if (word.kind === 'begun') begun.set(word.batch, word.size);
    else {
      acknowledged.add(word.batch);
      hashes.push(...word.hashes);
    }
  });
  return { store, begun, acknowledged, hashes };
}

const expected = (writers: readonly Writer[]) => ({
  begun: writers.flatMap(({ begun }) => [...begun]),
  acknowledged: writers.flatMap(({ acknowledged }) => [...acknowledged]),
  hashes: writers.flatMap(({ hashes }) => hashes),
});

const write = ({ store }: Writer, name: string, random: () => number, batches: number) =>
  store.call('write', { name, draws: Array.from({ length: 64 }, random), batches });

/** Of a page's kinds of end the one that is drawn; `reload` ends all pages of the extension. */
const ENDS = ['close', 'crash', 'reload', 'away'] as const;

/**
 * Two tabs write at once, and one of them is closed, crashes, goes elsewhere, or loses its extension in the middle of a
 * write. What both were told is there, and the other one goes on.
 */
export async function endedInMidWrite(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const dir = await world.profile();
  const rig = await world.start(dir);
  const writers: Writer[] = [];
  const figures: Record<string, number> = {};
  for (const [i, end] of ENDS.entries()) {
    const [one, other] = [await writer(rig), await writer(rig)];
    writers.push(one, other);
    const rest = write(other, `s${seed}e${i}other`, random, 8);
    rest.catch(() => undefined);
    write(one, `s${seed}e${i}one`, random, 100_000).catch(() => undefined);
    while (one.acknowledged.size === 0) await wait(5);
    await wait(random() * 200);
    await endPage(rig, one.store.page, end);
    // All pages of an extension are in one process, and crash together.
    if (end === 'reload') await wait(2_000);
    else if (end === 'crash') await other.store.page.close();
    else {
      await rest;
      await other.store.page.close();
    }
    figures[end] = (figures[end] ?? 0) + 1;
    const look = await storePage(rig);
    none(`seed ${seed}, ${end}`, await look.call('problems', expected(writers)));
    await look.page.close();
  }
  await rig.close();
  return { ...figures, acknowledged: expected(writers).acknowledged.length };
}

async function endPage(rig: Rig, page: Page, end: (typeof ENDS)[number]): Promise<void> {
  switch (end) {
    case 'close':
      return page.close();
    case 'away':
      await page.goto('about:blank');
      return page.close();
    case 'crash': {
      const session = await rig.context.newCDPSession(page);
      const crashed = page.waitForEvent('crash');
      session.send('Page.crash').catch(() => undefined);
      await crashed;
      return page.close();
    }
    case 'reload':
      await rig
        .inExtension(() => (globalThis as unknown as Chrome).chrome.runtime.reload(), null)
        .catch(() => undefined);
      return;
    default:
      end satisfies never;
  }
}

interface Chrome {
  chrome: { runtime: { reload(): void } };
}

/**
 * A second profile, and a third that is a copy of the first with its author: all write, then each reads in what the
 * others export. All hold the same, all that was told is there, and the one whose own log was met elsewhere goes on
 * under a new author.
 */
export async function severalProfiles(world: FaultWorld, seed: number): Promise<object> {
  const random = seeded(seed);
  const first = await world.profile();
  const start = await world.start(first);
  const begin = await writer(start);
  await write(begin, `s${seed}first`, random, 3);
  await start.close();
  const dirs = [first, await world.profile(), await world.profile('empty')];
  cpSync(first, dirs[2] ?? '', { recursive: true });
  const all: Writer[] = [begin];
  const exports: string[] = [];
  for (const [i, dir] of dirs.entries()) {
    const rig = await world.start(dir);
    const one = await writer(rig);
    await write(one, `s${seed}p${i}`, random, 4);
    all.push(one);
    exports.push(await one.store.call('exported', null));
    await rig.close();
  }
  const rows: string[] = [];
  // Twice, since the first profile also has to hear what the others write behind what they took in.
  for (let round = 0; round < 2; round += 1) {
    rows.length = 0;
    for (const [i, dir] of dirs.entries()) {
      const rig = await world.start(dir);
      const one = await writer(rig);
      for (const text of exports) await one.store.call('taken', text);
      if (round === 0) {
        await write(one, `s${seed}q${i}`, random, 2);
        all.push(one);
      }
      exports[i] = await one.store.call('exported', null);
      rows.push(await one.store.call('rows', null));
      if (round === 1) {
        const problems = await one.store.call('problems', expected(all));
        // Where one author wrote on in two places a number is there twice, which is what was done to it.
        none(
          `seed ${seed}, profile ${i}`,
          problems.filter((text) => !text.includes('stands at') && !text.includes('the head is')),
        );
      }
      await rig.close();
    }
  }
  if (new Set(rows).size !== 1)
    throw new Error(`seed ${seed}: ${new Set(rows).size} kinds of rows in 3 profiles`);
  return { profiles: dirs.length, acknowledged: expected(all).acknowledged.length };
}

/** A database of a later version: every screen says so, and not a byte of it is another one afterwards. */
export async function downgrade(world: FaultWorld, _seed: number): Promise<object> {
  const dir = await world.profile();
  const rig = await world.start(dir);
  const text = await rig.inExtension(dumpAfter, true);
  await rig.restartWorker();
  for (const path of ['home.html#/circles', 'popup.html', `sidebar.html?circle=${THURSDAY}`]) {
    const page = await rig.open(path);
    await page.getByRole('alert').getByText('These notes were written by a newer Circlekeeper').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').getByText('These notes were written by a newer Circlekeeper').waitFor();
    await page.close();
  }
  if ((await rig.inExtension(dumpAfter, false)) !== text) throw new Error('the newer database was changed');
  await rig.close();
  return { screens: 3 };
}

/** All of the database as one text; raised to a later version with a table of its own before, if asked. */
async function dumpAfter(isRaised: boolean): Promise<string> {
  const opened = async (version?: number): Promise<IDBDatabase> =>
    new Promise((done, fail) => {
      const opening = indexedDB.open('circlekeeper', version);
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore('later').put({ word: 'of a later version' }, 1);
      opening.onsuccess = () => done(opening.result);
      opening.onerror = () => fail(opening.error);
    });
  const now = await opened();
  const { version } = now;
  now.close();
  const db = isRaised ? await opened(version + 10_000) : await opened();
  const names = [...db.objectStoreNames];
  const reading = db.transaction(names);
  const rows = names.map(
    (name) =>
      new Promise((done, fail) => {
        const asking = reading.objectStore(name).getAll();
        asking.onsuccess = () => done(asking.result);
        asking.onerror = () => fail(asking.error);
      }),
  );
  const text = JSON.stringify([db.version, names, await Promise.all(rows)]);
  db.close();
  return text;
}
