import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../../builders/thursday.ts';
import { type Broker, startBroker } from '../../rig/broker.ts';
import { type FirefoxRig, launchFirefox } from '../../rig/firefox.ts';
import { Screen } from '../../rig/firefox-screen.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import { seed } from '../../rig/seed.ts';
import { startTlsFront, type TlsFront } from '../../rig/tls-front.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { buildExtension } from '../build.ts';

let sandbox: Sandbox;
let broker: Broker;
let front: TlsFront;
/** Two computers of one person: Chromium on the one, Firefox on the other. */
let laptop: Rig;
let tablet: FirefoxRig;
let here: Page;
let there: Screen;
const bugs: string[] = [];

beforeAll(async () => {
  buildExtension({}, 'firefox');
  [sandbox, broker] = await Promise.all([startSandbox(), startBroker()]);
  front = await startTlsFront(broker.port);
  [laptop, tablet] = await Promise.all([
    launch({ port: sandbox.port }),
    launchFirefox({ port: sandbox.port }),
  ]);
  await seed(laptop, thursdayCircle(Date.now()).facts);
});
afterAll(async () => {
  await Promise.all([laptop.close(), tablet.close()]);
  front.close();
  await Promise.all([sandbox.close(), broker.close()]);
});

const button = (name: string) => here.getByRole('button', { name });
const go = (hash: string) =>
  here.evaluate((to) => {
    location.hash = to;
  }, hash);

describe('one person with Chromium and Firefox', () => {
  it('makes Firefox one of her own by one invitation and one code', async () => {
    here = await laptop.open(`home.html#/circles/${THURSDAY}`);
    here.on('pageerror', (error) => bugs.push(error.message));
    await go('#/contracts');
    await here.getByRole('textbox', { name: 'New contract' }).fill('Ask for a year without teaching');
    await here.getByRole('checkbox', { name: 'Only me' }).check();
    await button('Add contract').click();
    await go('#/settings');
    await button('Add a device').click();
    const begin = here.getByRole('dialog', { name: 'Use a second device' });
    await begin.getByLabel('Name of the device you are at').fill('Old laptop');
    await begin.getByRole('radio', { name: 'By a relay' }).check();
    await begin.getByLabel('Address of the relay').fill(front.url);
    await begin.getByRole('button', { name: 'Make an invitation' }).click();
    const invitation = await here.getByRole('textbox', { name: 'Invitation' }).inputValue();

    const page = await tablet.open('home.html#/circles');
    page.on('pageerror', (error) => bugs.push(String(error)));
    there = new Screen(page);
    await there.press('Join a circle');
    await there.write('textbox', 'Invitation', invitation);
    await there.write('textbox', 'Name of this device', 'Firefox');
    await there.press('Make it one of mine');
    await tablet.answer('yes');
    await there.css('[role="img"][aria-label^="The code: "]').wait();
    const hers = await there.attribute('[role="img"][aria-label^="The code: "]', 'aria-label');
    const his = await here.getByRole('img', { name: /^The code: / }).getAttribute('aria-label');
    expect(hers).toMatch(/^The code: (\w ){5}\w$/);
    expect(hers).toBe(his);
    await there.press('They are the same');
    await button('They are the same').click();
    await there.says('This device is one of yours now');
  });

  it('has there what is private, and writes it back', async () => {
    const page = await tablet.open('home.html#/contracts');
    const contracts = new Screen(page);
    await contracts.says('Ask for a year without teaching');
    await contracts.write('textbox', 'New contract', 'Read on the train again');
    await contracts.find('checkbox', 'Only me').click();
    await contracts.press('Add contract');
    await contracts.says('Saved, only for you.');
    await button('Done').click();
    await go('#/contracts');
    await here.getByText('Read on the train again').waitFor();
  });

  it('throws nothing on the way', () => {
    expect(bugs).toEqual([]);
  });
});
