import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { axeFindings } from '../rig/axe.ts';
import { type Broker, startBroker } from '../rig/broker.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { type NostrRelay, startNostrRelay } from '../rig/nostr-relay.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

/** What is for oneself alone: no relay may ever see it. */
const SECRETS = [
  'Ask for a year without teaching',
  'Read on the train again',
  'Thursday circle',
  'Old laptop',
];

let sandbox: Sandbox;
let broker: Broker;
let nostr: NostrRelay;
/** Two computers of one person. */
let laptop: Rig;
let tablet: Rig;
let here: Page;
let there: Page;
const bugs: string[] = [];

const watch = (page: Page): Page => page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const picture = async (page: Page, name: string) => {
  mkdirSync('test-results/devices', { recursive: true });
  await page.screenshot({ path: `test-results/devices/${name}.png` });
};
/** A screen as people with little room and a dark screen meet it. */
const narrow = async (page: Page, name: string) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, name);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([name, over]).toEqual([name, 0]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
};
const go = async (page: Page, hash: string) => {
  await page.bringToFront();
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};
const writePrivately = async (page: Page, text: string) => {
  await go(page, '#/contracts');
  await page.getByRole('textbox', { name: 'New contract' }).fill(text);
  await page.getByRole('checkbox', { name: 'Only me' }).check();
  await button(page, 'Add contract').click();
};

beforeAll(async () => {
  [sandbox, broker, nostr] = await Promise.all([startSandbox(), startBroker(), startNostrRelay()]);
  [laptop, tablet] = await Promise.all([launch({ port: sandbox.port }), launch({ port: sandbox.port })]);
  await seed(laptop, thursdayCircle(Date.now()).facts);
});
afterAll(async () => {
  await Promise.all([laptop.close(), tablet.close()]);
  await Promise.all([sandbox.close(), broker.close(), nostr.close()]);
});

describe('two computers of one person', () => {
  it('share a circle over public relays, after saying what those do and trying one', async () => {
    here = watch(await laptop.open(`home.html#/circles/${THURSDAY}`));
    await button(here, 'Share this circle').click();
    const dialog = here.getByRole('dialog', { name: 'Share Thursday circle' });
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByRole('radio', { name: 'By public relays (Nostr)' }).check();
    await dialog.getByText('Nobody promises to keep anything.').waitFor();
    await dialog.getByLabel('Address of a public relay').fill(nostr.url);
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByText('This relay works.').waitFor();
    await picture(here, '1-nostr');
    await narrow(here, '1-nostr-320');
    expect(await axeFindings(here)).toEqual([]);
    await dialog.getByRole('button', { name: 'Share now' }).click();
    await here.getByText('· connected').waitFor();
    await writePrivately(here, 'Ask for a year without teaching');
  });

  it('are made one’s own by one invitation and one code', async () => {
    await go(here, '#/settings');
    await button(here, 'Add a device').click();
    const begin = here.getByRole('dialog', { name: 'Use a second device' });
    await begin.getByLabel('Name of the device you are at').fill('Old laptop');
    await begin.getByRole('radio', { name: 'By a relay' }).check();
    await begin.getByLabel('Address of the relay').fill(broker.url);
    await picture(here, '2-begin');
    await narrow(here, '2-begin-320');
    expect(await axeFindings(here)).toEqual([]);
    await begin.getByRole('button', { name: 'Make an invitation' }).click();
    const invitation = await here.getByRole('textbox', { name: 'Invitation' }).inputValue();
    await picture(here, '3-invitation');
    there = watch(await tablet.open('home.html#/circles'));
    await button(there, 'Join a circle').click();
    await there.getByRole('textbox', { name: 'Invitation' }).fill(invitation);
    await there.getByLabel('Name of this device').fill('Tablet');
    await picture(there, '4-join');
    expect(await axeFindings(there)).toEqual([]);
    await button(there, 'Make it one of mine').click();
    const code = (page: Page) => page.getByRole('img', { name: /^The code: / }).getAttribute('aria-label');
    const [hers, his] = await Promise.all([code(there), code(here)]);
    expect(hers).toMatch(/^The code: (\w ){5}\w$/);
    expect(hers).toBe(his);
    await narrow(there, '5-code-320');
    await button(there, 'They are the same').click();
    await button(here, 'They are the same').click();
    await here.getByText('The device is one of yours now').first().waitFor();
    await there.getByText('This device is one of yours now').waitFor();
    await picture(there, '6-joined');
    await button(here, 'Done').click();
  });

  it('have what is private, and are both in the circle, without a word more', async () => {
    await there.getByText('circle is here so far').waitFor();
    await there.getByRole('link', { name: 'Your devices' }).click();
    const list = there.getByRole('list', { name: 'Your devices' });
    await list.getByText('Old laptop').waitFor();
    await list.getByText('Here, up to date').waitFor();
    await button(there, 'Add a device').scrollIntoViewIfNeeded();
    await picture(there, '7-devices');
    expect(await axeFindings(there)).toEqual([]);
    await go(there, '#/contracts');
    await there.getByText('Ask for a year without teaching').waitFor();
    await there.getByText('Say no to one committee').first().waitFor();
    await writePrivately(there, 'Read on the train again');
    await here.bringToFront();
    await go(here, '#/contracts');
    await here.getByText('Read on the train again').waitFor();
    await picture(here, '8-both');
  });

  it('part: what is written later does not reach the one that was lost', async () => {
    await go(here, '#/settings');
    await button(here, 'More about Tablet').click();
    await here.getByRole('menuitem', { name: 'It is lost, or no longer mine' }).click();
    await here.getByText('Nobody can erase that from here.').waitFor();
    await picture(here, '9-lose');
    await narrow(here, '9-lose-320');
    expect(await axeFindings(here)).toEqual([]);
    await button(here, 'Take it out now').click();
    await here.getByText('Tablet is out').waitFor();
    await picture(here, '10-lost');
    await there.bringToFront();
    await go(there, '#/settings');
    await there.getByText('This device was taken out of your devices').waitFor();
    await picture(there, '11-removed');
    await writePrivately(here, 'Not for the tablet');
    await here.getByText('Not for the tablet').first().waitFor();
    await writePrivately(there, 'From whoever has it');
    // Whatever goes from one to the other goes within a second; what must not come cannot be waited for.
    await here.bringToFront();
    await here.waitForTimeout(2_500);
    expect(await here.getByText('From whoever has it').count()).toBe(0);
    await there.bringToFront();
    expect(await there.getByText('Not for the tablet').count()).toBe(0);
  });

  it('tell the relays nothing, and throw nothing on the way', () => {
    const texts = [broker.log(), broker.database().toString('latin1'), nostr.heard.join('\n')];
    expect(nostr.heard.length).toBeGreaterThan(20);
    for (const secret of SECRETS) expect(texts.filter((text) => text.includes(secret))).toEqual([]);
    expect(bugs).toEqual([]);
  });
});
