import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirefoxRig, launchFirefox } from '../../rig/firefox.ts';
import { Screen } from '../../rig/firefox-screen.ts';
import { mountAccounts, SANDBOX_CLIENTS } from '../../sandbox/accounts.ts';
import { ME } from '../../sandbox/calendar.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { buildExtension } from '../build.ts';

/** Firefox's own address for a sign-in, worked out from the id of the extension. */
const HASH = '16eb50763b322dc6e807874b27b166243db20162';

let sandbox: Sandbox;
let rig: FirefoxRig;
let home: Screen;
const bugs: string[] = [];

beforeAll(async () => {
  buildExtension({}, 'firefox');
  sandbox = await startSandbox();
  mountAccounts(sandbox, Date.now, [
    `http://127.0.0.1/mozoauth2/${HASH}`,
    `https://${HASH}.extensions.allizom.org/`,
  ]);
  rig = await launchFirefox({
    port: sandbox.port,
    managed: {
      googleClientId: SANDBOX_CLIENTS.WXT_GOOGLE_CLIENT_ID,
      microsoftClientId: SANDBOX_CLIENTS.WXT_MICROSOFT_CLIENT_ID,
    },
  });
  const page = await rig.open('home.html#/calendars');
  page.on('pageerror', (error) => bugs.push(String(error)));
  home = new Screen(page);
});
afterAll(async () => {
  await rig.close();
  await sandbox.close();
});

/** The sign-in window, once it is there. */
async function windowOf(host: string): Promise<Screen> {
  const find = async () => (await rig.browser.pages()).find((page) => page.url().includes(`//${host}/`));
  await expect.poll(async () => (await find())?.url()).toBeDefined();
  const page = await find();
  if (!page) throw new Error('The window went away.');
  return new Screen(page);
}

describe('what Firefox does its own way', () => {
  it('takes the client ids that an organisation laid on the computer, and connects both services with them', async () => {
    await home.press('Connect Google Calendar');
    expect(await rig.answer('yes')).toContain('www.googleapis.com');
    const google = await windowOf('accounts.google.com');
    await google.css(`button[value="${ME}"]`).click();
    await google.css('button[value="allow"]').wait();
    for (const box of await google.where.$$('input[type=checkbox]')) await box.click();
    await google.css('button[value="allow"]').click();
    await home.says('Google Calendar is connected.');
    await home.says(sandbox.calendar.circleTitle);
    await home.press('Connect Outlook');
    expect(await rig.answer('yes')).toContain('graph.microsoft.com');
    const microsoft = await windowOf('login.microsoftonline.com');
    await microsoft.pressBeginning(ME);
    await microsoft.pressBeginning('Accept');
    await home.says('Outlook is connected.');
  });

  it('shows the clock over all other windows, where it is new enough to', async () => {
    await home.pressBeginning('This is a circle', sandbox.calendar.circleTitle);
    await home.says('is ready');
    const page = await rig.open('sidebar.html');
    const sidebar = new Screen(page);
    await page.bringToFront();
    await sidebar.pressBeginning(sandbox.calendar.circleTitle);
    await sidebar.press('Start meeting');
    await sidebar.css('[role="timer"]').wait();
    await sidebar.press('Clock in a small window');
    // Firefox 151 and newer; before that it is a small window of the browser's, as from a frame in a call.
    const floats = () => page.evaluate('String(documentPictureInPicture.window)');
    await expect.poll(floats).toBe('[object Window]');
  });

  it('stays out of private windows unless the member lets it in', async () => {
    expect(await rig.inWindow('policy.privateBrowsingAllowed')).toBe(false);
  });

  it('has a meeting running three presses after the first page, with people and a database of its own', async () => {
    const welcome = new Screen(await rig.open('home.html#/welcome'));
    await welcome.find('link', 'Try a meeting now').click();
    const find = async () => {
      for (const page of await rig.browser.pages()) {
        const address = String(await page.evaluate('location.href').catch(() => ''));
        if (address.includes('demonstration=practice')) return page;
      }
      return undefined;
    };
    await expect.poll(find).toBeDefined();
    const window = await find();
    if (!window) throw new Error('The window went away.');
    const practice = new Screen(window);
    await practice.press('Start meeting');
    await practice.css('[role="timer"]').wait();
    await practice.pressBeginning('Next');
    await practice.says('Ask each how many minutes they need today.');
    const names = 'indexedDB.databases().then((all) => all.map(({ name }) => name))';
    expect(await practice.where.evaluate(names)).toContain('circlekeeper-practice');
    await window.close();
    await welcome.find('link', 'Skip this').click();
    await welcome.find('heading', 'Circles').wait();
  });

  it('throws nothing on the way', () => {
    expect(bugs).toEqual([]);
  });
});
