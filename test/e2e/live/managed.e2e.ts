import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PMC } from '../../../lib/meeting/format.ts';
import { writeFormatFile } from '../../../lib/meeting/formats/format-file.ts';
import { THURSDAY, thursdayCircle } from '../../builders/thursday.ts';
import { findChromium } from '../../rig/find-chromium.mjs';
import { findFirefox } from '../../rig/find-firefox.mjs';
import { FIREFOX_ID, type FirefoxRig, launchFirefox } from '../../rig/firefox.ts';
import { Screen } from '../../rig/firefox-screen.ts';
import { EXTENSION_ID, launch, type Rig } from '../../rig/launch.ts';
import { type Policies, withPolicies } from '../../rig/policies.ts';
import { seed } from '../../rig/seed.ts';
import { mountAccounts, SANDBOX_CLIENTS } from '../../sandbox/accounts.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { buildExtension } from '../build.ts';

/** What docs/managed.md prints, in its order: a whole file for Chrome, a whole one for Firefox. */
const [FOR_CHROME = '', FOR_FIREFOX = ''] = [
  ...readFileSync(`${import.meta.dirname}/../../../docs/managed.md`, 'utf8').matchAll(/```json\n(.*?)```/gs),
].map((found) => found[1]);

type Values = Record<string, unknown>;
const exampleForChrome = JSON.parse(FOR_CHROME)['3rdparty'].extensions[EXTENSION_ID] as Values;
const exampleForFirefox = JSON.parse(FOR_FIREFOX).policies['3rdparty'].Extensions[FIREFOX_ID] as Values;

const FORMAT = { ...PMC, id: 'x', name: 'Writing hour' };
const RULE = 'We tell the office when our circle ends.';
const CLIENT = SANDBOX_CLIENTS.WXT_GOOGLE_CLIENT_ID;
const CHROMIUM = '/etc/chromium/policies';

let sandbox: Sandbox;
let policies: Policies[];
const place = <T>(list: readonly T[], at: number): T => {
  const one = list[at];
  if (one === undefined) throw new Error('There is none.');
  return one;
};

beforeAll(async () => {
  buildExtension({}, 'firefox');
  sandbox = await startSandbox();
  mountAccounts(sandbox);
  policies = await Promise.all([
    withPolicies(findChromium() ?? '', [CHROMIUM]),
    withPolicies(findFirefox() ?? '', ['/etc/firefox/policies']),
  ]);
});
afterAll(async () => {
  await sandbox.close();
  await Promise.all(policies.map((one) => one.remove()));
});

describe('a policy of Chromium', () => {
  let rig: Rig;
  const set = (values: Values) =>
    place(policies, 0).write(`${CHROMIUM}/managed/circlekeeper.json`, {
      '3rdparty': { extensions: { [EXTENSION_ID]: values } },
    });
  beforeAll(async () => {
    await set({
      ...exampleForChrome,
      googleClientId: CLIENT,
      formats: [writeFormatFile(FORMAT)],
    });
    process.env.CHROMIUM = place(policies, 0).program;
    rig = await launch({
      port: sandbox.port,
      grantHosts: [
        'https://www.googleapis.com/*',
        'https://accounts.google.com/*',
        'https://oauth2.googleapis.com/*',
      ],
    });
    await seed(rig, thursdayCircle(Date.now()).facts);
  });
  afterAll(() => rig.close());

  it('arrives as the page prints it', async () => {
    const page = await rig.open('home.html#/settings');
    const section = page.locator('.programme-set');
    for (const words of [
      'Google client ID',
      'Microsoft client ID',
      'Relay of the graduate school · relay1.example.org, relay2.example.org',
      RULE,
      'Writing hour',
    ])
      await section.getByText(words, { exact: true }).waitFor();
    expect(await section.getByText('not count').count()).toBe(0);
    await page.close();
  });

  it('is what a calendar is connected with, and offers a relay, a rule and a format', async () => {
    const page = await rig.open('home.html#/calendars');
    await page.getByText('Client IDs, for copies you built yourself').click();
    await page.getByText(`Your organisation set this: ${CLIENT}`).waitFor();
    await page.getByText(`Your organisation set this: ${exampleForChrome.microsoftClientId}`).waitFor();
    await page.goto(page.url().replace(/#.*/, '#/formats'));
    await page.getByRole('article', { name: 'Writing hour' }).waitFor();
    await page.goto(page.url().replace(/#.*/, `#/circles/${THURSDAY}`));
    await page.getByRole('button', { name: 'Change: What you agreed on' }).click();
    await page.getByRole('checkbox', { name: `${RULE} (From your programme)` }).waitFor();
    await page.goto(page.url().replace(/#.*/, '#/calendars'));
    const opened = rig.context.waitForEvent('page');
    await page.getByRole('button', { name: 'Connect Google Calendar' }).click();
    const signIn = await opened;
    await signIn.waitForURL(/accounts\.google\.com/);
    expect(new URL(signIn.url()).searchParams.get('client_id')).toBe(CLIENT);
    await signIn.close();
    await page.close();
  });

  it('is told what of it is wrong, while the browser runs', async () => {
    const page = await rig.open('home.html#/settings');
    await page.locator('.programme-set').waitFor();
    await set({
      microsoftTenant: 'two words',
      relays: [{ name: 'Open', address: 'ws://relay.example.org' }],
      formats: ['{}'],
      agreement: [RULE, ''],
      // Neither fits the schema, so the browser keeps them to itself.
      shareEverything: true,
      googleClientId: 7,
    });
    const wrong = page.locator('.programme-set .notice li');
    await expect
      .poll(() => wrong.allInnerTexts(), { timeout: 60_000 })
      .toEqual([
        'microsoftTenant is empty, too long or of the wrong kind.',
        'relays 1, address is no encrypted address (wss://).',
        'agreement 2 is empty, too long or of the wrong kind.',
        expect.stringMatching(/^formats 1 It is no format of Circlekeeper/),
      ]);
    await page.close();
  });
});

describe('a policy of Firefox', () => {
  let rig: FirefoxRig;
  const start = async (values: Values) => {
    await place(policies, 1).write('/etc/firefox/policies/policies.json', {
      policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: values } } },
    });
    process.env.FIREFOX = place(policies, 1).program;
    rig = await launchFirefox({ port: sandbox.port });
    return new Screen(await rig.open('home.html#/settings'));
  };

  it('arrives as the page prints it, a format as its file too', async () => {
    const file = JSON.parse(writeFormatFile(FORMAT));
    const page = await start({ ...exampleForFirefox, formats: [file] });
    await page.says('Relay of the graduate school · relay.example.org:8884');
    await page.says(RULE);
    await page.says('Writing hour');
    await page.says('Microsoft client ID');
    await rig.close();
  });

  it('is told what of it is wrong', async () => {
    const page = await start({ agreement: [RULE, 5], relays: 'all', shareEverything: true });
    await page.css('.programme-set .notice li').wait();
    const lines = await page.where.$$eval('.programme-set .notice li', (all) =>
      all.map((one) => one.textContent),
    );
    expect(lines).toEqual([
      'shareEverything is not known.',
      'relays is empty, too long or of the wrong kind.',
      'agreement 2 is empty, too long or of the wrong kind.',
    ]);
    await rig.close();
  });
});
