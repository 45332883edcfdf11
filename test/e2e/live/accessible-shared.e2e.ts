import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FOLDER, findings } from '../../a11y/findings.ts';
import { THURSDAY, thursdayCircle } from '../../builders/thursday.ts';
import { type Broker, startBroker } from '../../rig/broker.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { seed } from '../../rig/seed.ts';

/** As accessible.e2e.ts, of a circle that two devices share over a relay. */
let broker: Broker;
let chen: Rig;
let asha: Rig;

beforeAll(async () => {
  mkdirSync(FOLDER, { recursive: true });
  broker = await startBroker();
  chen = await launch({ port: 9, reducedMotion: true });
  asha = await launch({ port: 9, reducedMotion: true });
  await seed(chen, thursdayCircle(Date.now()).facts);
});
afterAll(async () => {
  await Promise.all([chen.close(), asha.close()]);
  await broker.close();
});

it('a circle that is shared is for everybody, from the relay to the meeting', async () => {
  const found: string[] = [];
  const look = async (page: Page, name: string) => {
    await page.bringToFront();
    // What is in sight, since dialogs lie over the page.
    found.push(...(await findings(page, { name: `shared, ${name}`, reach: async () => undefined })));
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  const his = await chen.open(`home.html#/circles/${THURSDAY}`);
  await button(his, 'Share this circle').click();
  const dialog = his.getByRole('dialog', { name: 'Share Thursday circle' });
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByLabel('Address of the relay').fill(broker.url);
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await dialog.getByText('This relay works.').waitFor();
  await look(his, 'a relay that was tried');
  await dialog.getByRole('button', { name: 'Share now' }).click();
  await his.waitForURL(/circles\/s/);
  await his.getByText('· connected').waitFor();
  await look(his, 'nobody else is in yet');
  const space = await his.evaluate(() => decodeURIComponent(location.hash.split('/').at(-1) ?? ''));

  await button(his, 'Invite Asha Sen').click();
  const invitation = his.getByRole('textbox', { name: 'Invitation' });
  await invitation.waitFor();
  await look(his, 'an invitation over a relay');
  const hers = await asha.open('home.html#/circles');
  await button(hers, 'Join a circle').click();
  await hers.getByRole('textbox', { name: 'Invitation' }).fill(await invitation.inputValue());
  await button(hers, 'Join').last().click();
  for (const page of [hers, his]) await page.getByRole('img', { name: /^The code: / }).waitFor();
  await look(his, 'the code, of who invites');
  await look(hers, 'the code, of who joins');
  await button(hers, 'They are the same').click();
  await button(his, 'They are the same').click();
  await hers.getByText('You are in Thursday circle').waitFor();
  await look(hers, 'joined');
  await button(his, 'Done').click();
  await hers.getByRole('link', { name: 'Open the circle' }).click();
  await his.getByText('Here, up to date').waitFor();
  await look(his, 'somebody is here and up to date');
  const sidebar = await chen.open(`sidebar.html?circle=${space}`);
  await sidebar.setViewportSize({ width: 360, height: 800 });
  await button(sidebar, 'Start meeting').waitFor();
  await sidebar.locator('.head-local[data-shared]').waitFor();
  await look(sidebar, 'the sidebar');
  expect(found).toEqual([]);
}, 300_000);
