import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { startBroker } from '../rig/broker.ts';
import type { Rig } from '../rig/launch.ts';
import { seed as seed_ } from '../rig/seed.ts';
import { type FaultWorld, none, storePage } from './fault-world.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/**
 * Two versions in one circle over a real mosquitto: one member has this build, the other the one in `OLD_EXTENSION` (of
 * an earlier commit). Each lets the other see what it writes, and what a still later version wrote is kept by both and
 * passed on, through the older one too.
 */
export async function twoVersions(world: FaultWorld, seed: number): Promise<object> {
  const extensionDir = process.env.OLD_EXTENSION ?? '';
  if (!existsSync(join(extensionDir, 'manifest.json'))) return { notTried: 1 };
  const broker = await startBroker();
  const isOldFirst = seed % 2 === 1;
  const [older, newer] = [{ extensionDir }, {}];
  // Whoever shares the circle is a steward, and seals what the other one opens.
  const chen = await world.start(await world.profile('empty'), isOldFirst ? older : newer);
  await seed_(chen, thursdayCircle(Date.now()).facts);
  const asha = await world.start(await world.profile('empty'), isOldFirst ? newer : older);
  try {
    const home = await chen.open(`home.html#/circles/${THURSDAY}`);
    await button(home, 'Share this circle').click();
    const dialog = home.getByRole('dialog', { name: 'Share Thursday circle' });
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByLabel('Address of the relay').fill(broker.url);
    await dialog.getByRole('button', { name: 'Share now' }).click();
    await home.waitForURL(/circles\/s/);
    const space = await home.evaluate(() => decodeURIComponent(location.hash.split('/').at(-1) ?? ''));
    await button(home, 'Invite Asha Sen').click();
    const invitation = await home.getByRole('textbox', { name: 'Invitation' }).inputValue();
    const theirs = await asha.open('home.html#/circles');
    await button(theirs, 'Join a circle').click();
    await theirs.getByRole('textbox', { name: 'Invitation' }).fill(invitation);
    await button(theirs, 'Join').last().click();
    await button(theirs, 'They are the same').click();
    await button(home, 'They are the same').click();
    await theirs.getByText('You are in Thursday circle').waitFor();
    await button(home, 'Done').click();

    const pages = [chen, asha].map((rig) => rig.open(`sidebar.html?circle=${space}`));
    const [one, other] = await Promise.all(pages);
    if (!one || !other) throw new Error('no sidebars');
    // By this version's own functions, which must not open the older one's database.
    const later = await storePage(isOldFirst ? asha : chen);
    await later.call('writeLater', space);
    await write(one, 'by who shared it');
    await write(other, 'by who joined');
    for (const page of [one, other])
      for (const text of ['by who shared it', 'by who joined']) await page.getByText(text).first().waitFor();
    const old = isOldFirst ? chen : asha;
    for (let i = 0; (await laterFacts(old, space)) < 2; i += 1) {
      if (i > 50) throw new Error(`seed ${seed}: what a later version wrote did not arrive`);
      await one.waitForTimeout(200);
    }
    none(`seed ${seed}`, await later.call('problems', { begun: [], acknowledged: [], hashes: [] }));
    return { [isOldFirst ? 'olderShared' : 'newerShared']: 1, laterFacts: 2 };
  } finally {
    await Promise.all([chen.close(), asha.close()]);
    await broker.close();
  }
}

/** How many facts of a later version a profile holds in a circle's log, as they are stored. */
const laterFacts = (rig: Rig, space: string): Promise<number> =>
  rig.inExtension(
    (log) =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('circlekeeper');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('facts').objectStore('facts').getAll();
          asking.onerror = () => fail(asking.error);
          asking.onsuccess = () => {
            opening.result.close();
            const facts = asking.result as { log: string; kind: string; v: number }[];
            done(
              facts.filter((one) => one.log === log && (one.v === 99 || one.kind === 'later.thing')).length,
            );
          };
        };
      }),
    space,
  );

async function write(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.getByRole('textbox', { name: 'New contract' }).fill(text);
  await button(page, 'Add contract').click();
  await page.getByText(text).first().waitFor();
}
