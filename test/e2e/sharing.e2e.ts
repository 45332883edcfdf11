import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { axeFindings } from '../rig/axe.ts';
import { type Broker, startBroker } from '../rig/broker.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

/** Words of the circle that nobody outside may ever see. */
const SECRETS = ['Thursday circle', 'Asha', 'Chen', 'Send the aims page', 'Say no to one committee'];

/** Texts that are in the scripts that exchange, seal and carry, and in no other: of claims, of seals, of the line. */
const LOADED_FOR_SHARING = ['circlekeeper claim 1', 'circlekeeper epoch', 'mqtt`]', 'circlekeeper.space.'];
/** Every script that Chen's browser has asked for. */
const scripts = new Set<string>();
/** Which of them are in what was loaded so far. */
const sharingLoaded = (page: Page): Promise<string[]> =>
  page.evaluate(
    async ([marks, urls]) => {
      const texts = await Promise.all(urls.map(async (url) => (await fetch(url)).text()));
      return marks.filter((mark) => texts.some((text) => text.includes(mark)));
    },
    [LOADED_FOR_SHARING, [...scripts]] as const,
  );

let sandbox: Sandbox;
let broker: Broker;
/** Chen made the circle and shares it; Asha joins. */
let chen: Rig;
let asha: Rig;
let chenHome: Page;
let ashaHome: Page;
let space = '';
const bugs: string[] = [];

const watch = (page: Page): Page => page.on('pageerror', (error) => bugs.push(error.stack ?? error.message));
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const picture = (page: Page, name: string) => {
  mkdirSync('test-results/sharing', { recursive: true });
  return page.screenshot({ path: `test-results/sharing/${name}.png`, fullPage: true });
};

beforeAll(async () => {
  [sandbox, broker] = await Promise.all([startSandbox(), startBroker({ users: { circle: 'spring rain' } })]);
  [chen, asha] = await Promise.all([launch({ port: sandbox.port }), launch({ port: sandbox.port })]);
  chen.context.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.add(request.url());
  });
  await seed(chen, thursdayCircle(Date.now()).facts);
});
afterAll(async () => {
  await Promise.all([chen.close(), asha.close()]);
  await Promise.all([sandbox.close(), broker.close()]);
});

describe('sharing a circle', () => {
  it('begins with what the others will see, and a relay that was tried', async () => {
    chenHome = watch(await chen.open(`home.html#/circles/${THURSDAY}`));
    await button(chenHome, 'Share this circle').waitFor();
    const sidebar = await chen.open(`sidebar.html?circle=${THURSDAY}`);
    await button(sidebar, 'Start meeting').waitFor();
    // No page of a circle that is not shared has loaded anything that exchanges or seals.
    const popup = await chen.open('popup.html');
    await popup.getByText('Open contracts').waitFor();
    await popup.waitForLoadState('networkidle');
    expect(scripts.size).toBeGreaterThan(5);
    expect(await sharingLoaded(chenHome)).toEqual([]);
    await Promise.all([sidebar.close(), popup.close()]);
    await button(chenHome, 'Share this circle').click();
    const dialog = chenHome.getByRole('dialog', { name: 'Share Thursday circle' });
    await dialog.getByText('Meetings so far: 3').waitFor();
    await picture(chenHome, '1-what');
    expect(await axeFindings(chenHome)).toEqual([]);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.getByLabel('Address of the relay').fill(broker.url);
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByRole('alert').getByText('wants a name and a password').waitFor();
    await dialog.getByLabel('Name (if it asks for one)').fill('circle');
    await dialog.getByLabel('Password').fill('spring rain');
    await dialog.getByRole('button', { name: 'Try it' }).click();
    await dialog.getByText('This relay works.').waitFor();
    await picture(chenHome, '2-how');
    expect(await axeFindings(chenHome)).toEqual([]);
    await dialog.getByRole('button', { name: 'Share now' }).click();
    await chenHome.waitForURL(/circles\/s/);
    await chenHome.getByText('· connected').waitFor();
    expect(await sharingLoaded(chenHome)).toEqual(LOADED_FOR_SHARING);
    space = await chenHome.evaluate(() => decodeURIComponent(location.hash.split('/').at(-1) ?? ''));
    expect(space).toMatch(/^s[\w-]{43}$/);
    await picture(chenHome, '3-shared');
  });

  it('lets one member in by an invitation and a code that both compare', async () => {
    await button(chenHome, 'Invite Asha Sen').click();
    const invitation = await chenHome.getByRole('textbox', { name: 'Invitation' }).inputValue();
    await picture(chenHome, '4-invitation');
    ashaHome = watch(await asha.open('home.html#/circles'));
    await button(ashaHome, 'Join a circle').click();
    await ashaHome.getByRole('textbox', { name: 'Invitation' }).fill(invitation.slice(0, -6));
    await button(ashaHome, 'Join').last().click();
    await ashaHome.getByText('The end of the invitation is missing').waitFor();
    await ashaHome.getByRole('textbox', { name: 'Invitation' }).fill(`Come in! ${invitation}`);
    await button(ashaHome, 'Join').last().click();
    const code = (page: Page) => page.getByRole('img', { name: /^The code: / }).getAttribute('aria-label');
    const [hers, his] = await Promise.all([code(ashaHome), code(chenHome)]);
    expect(hers).toMatch(/^The code: (\w ){5}\w$/);
    expect(hers).toBe(his);
    await picture(ashaHome, '5-code');
    expect(await axeFindings(ashaHome)).toEqual([]);
    await button(ashaHome, 'They are the same').click();
    await button(chenHome, 'They are the same').click();
    await chenHome.getByText('Asha Sen is in').first().waitFor();
    await ashaHome.getByText('You are in Thursday circle').waitFor();
    await picture(ashaHome, '6-joined');
    await button(chenHome, 'Done').click();
    await ashaHome.getByRole('link', { name: 'Open the circle' }).click();
    await ashaHome.getByRole('heading', { level: 1, name: 'Thursday circle' }).waitFor();
    await ashaHome.getByText('Say no to one committee').first().waitFor();
    await chenHome.getByText('Here, up to date').waitFor();
    await picture(chenHome, '7-both');
    await picture(ashaHome, '8-both');
    expect(await axeFindings(ashaHome)).toEqual([]);
  });

  it('shows one agenda and one clock to both, and who moves it', async () => {
    const [one, other] = [
      watch(await chen.open(`sidebar.html?circle=${space}`)),
      watch(await asha.open(`sidebar.html?circle=${space}`)),
    ];
    for (const page of [one, other]) await page.setViewportSize({ width: 360, height: 720 });
    await one.bringToFront();
    await button(one, 'Start meeting').click();
    await one.getByRole('timer').waitFor();
    await other.bringToFront();
    await other.getByRole('timer').waitFor();
    await picture(other, '9-running');
    const label = (page: Page) => page.getByRole('timer').getAttribute('aria-label');
    await expect.poll(() => label(other)).toBe(await label(one));
    await button(other, 'Take over').click();
    await button(other, /^Next: /).click();
    await expect.poll(() => label(one)).toBe('Roles and asking for time');
    await picture(other, '10-took-over');
    await other.getByRole('textbox', { name: 'New contract' }).fill('Read one page aloud');
    await button(other, 'Add contract').click();
    await one.getByText('Read one page aloud').waitFor();
    // A word about it, from one to the other.
    await one.bringToFront();
    await button(one, 'More for: Read one page aloud').click();
    await one.getByRole('menuitem', { name: 'Say something' }).click();
    await one.getByRole('textbox', { name: 'Say something' }).fill('To whom?');
    await one.keyboard.press('Enter');
    await other.bringToFront();
    await button(other, '1 message').click();
    await other.getByText('To whom?').waitFor();
    await other.setViewportSize({ width: 320, height: 720 });
    await other.getByRole('textbox', { name: 'Say something' }).scrollIntoViewIfNeeded();
    await picture(other, '11-thread');
    expect(await axeFindings(other)).toEqual([]);
  });

  it('shows at once that somebody closed everything', async () => {
    await ashaHome.bringToFront();
    const here = ashaHome.getByText('Here, up to date');
    await here.waitFor();
    for (const page of chen.context.pages())
      if (page.url().startsWith('chrome-extension:')) await page.close();
    await here.waitFor({ state: 'detached', timeout: 10_000 });
  });

  it('tells the relay nothing: no name, no title and no word of a contract in its log or on its disk', () => {
    const kept = broker.database();
    expect(kept.length).toBeGreaterThan(1_000);
    const texts = [broker.log(), kept.toString('latin1')];
    for (const secret of [...SECRETS, 'Read one page aloud', 'To whom?'])
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  });

  it('throws nothing on the way', () => {
    expect(bugs).toEqual([]);
  });
});
