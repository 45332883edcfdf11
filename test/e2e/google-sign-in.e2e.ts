import { rm } from 'node:fs/promises';
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { googleSignIn } from '../../lib/calendar/google/sign-in.ts';
import type { AccountIdentity, Problem, SignInOptions, Tokens } from '../../lib/calendar/sync/provider.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { type GoogleStandIn, googleStandIn } from '../sandbox/google/stand-in.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import { buildWorker, extensionOf } from './google-in-worker/build-worker.ts';

const ANNA = 'anna@example.org';
const CLIENT = 'circlekeeper.apps.googleusercontent.com';
const OPTIONS = { clientId: CLIENT, access: 'read' } as const;

let sandbox: Sandbox;
let google: GoogleStandIn;
let rig: Rig;
let worker: Worker;
let folder: string;
let preflights = 0;
/** What the member does in the window that opens. */
let member: (page: Page) => Promise<void>;

beforeAll(async () => {
  folder = await extensionOf(await buildWorker());
  sandbox = await startSandbox();
  google = googleStandIn({ now: Date.now });
  for (const host of google.hosts) {
    sandbox.mount(host, (request) => {
      if (request.method === 'OPTIONS') preflights++;
      return google.handle(request);
    });
  }
  rig = await launch({ port: sandbox.port, extensionDir: folder });
  worker = await rig.worker();
  google.control.accounts.add({ email: ANNA, name: 'Anna Lund', sub: '1001' });
  google.control.clients.add({ id: CLIENT, redirectUris: [`https://${rig.extensionId}.chromiumapp.org/`] });
  rig.context.on('page', (page) => void member(page).catch(() => undefined));
});
afterAll(async () => {
  await rig?.close();
  await sandbox?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  google.control.accounts.block(ANNA, null);
  google.control.accounts.signIn(ANNA);
  google.control.tokens.withdraw(ANNA);
  member = allow;
});

async function allow(page: Page): Promise<void> {
  await page.click(`button[value="${ANNA}"]`);
  await page.waitForSelector('button[value="allow"]');
  for (const box of await page.$$('input[type=checkbox]')) await box.check();
  await page.click('button[value="allow"]');
}

type Connected = { ok: true; tokens: Tokens; identity: AccountIdentity };

/** Calls one of the sign-in's functions in the worker, with the browser's own window. */
async function call(
  name: 'connect' | 'renew' | 'revoke',
  options: SignInOptions & { tokens?: Tokens },
): Promise<unknown> {
  return worker.evaluate(
    async (given) => {
      const { chrome, googleSignIn: signIn } = globalThis as unknown as {
        chrome: {
          identity: {
            getRedirectURL(): string;
            launchWebAuthFlow(options: object): Promise<string | undefined>;
          };
        };
        googleSignIn: typeof googleSignIn;
      };
      const world = {
        fetch,
        now: () => Date.now(),
        redirectUrl: chrome.identity.getRedirectURL(),
        async openWindow(url: string, { interactive }: { interactive: boolean }) {
          const silent = interactive
            ? {}
            : { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: 5000 };
          const led = chrome.identity.launchWebAuthFlow({ url, interactive, ...silent });
          return (await led.catch(() => null)) ?? null;
        },
      };
      const options = given.options as never;
      if (given.name !== 'revoke') return signIn[given.name](world, options);
      await signIn.revoke(world, (given.options as unknown as { tokens: Tokens }).tokens);
      return null;
    },
    { name, options },
  );
}

async function connected(): Promise<Connected> {
  const answer = (await call('connect', OPTIONS)) as Connected | Problem;
  if (!answer.ok) throw new Error(answer.reason);
  return answer;
}

describe('signing in with Google in a real browser', () => {
  it('opens Google’s page, and knows afterwards who it was', async () => {
    expect(await call('connect', OPTIONS)).toMatchObject({
      ok: true,
      tokens: { access: 'read' },
      identity: { id: '1001', email: ANNA, name: 'Anna Lund' },
    });
  });

  it('renews without showing anything', async () => {
    const before = await connected();
    let shown = 0;
    member = async () => void shown++;
    const renewed = (await call('renew', { ...OPTIONS, ...before })) as Connected;
    expect(renewed).toMatchObject({ ok: true, tokens: { access: 'read' } });
    expect(renewed.tokens.accessToken).not.toBe(before.tokens.accessToken);
    expect(shown).toBe(0);
  });

  it('has expired when the member signed out of Google', async () => {
    const before = await connected();
    google.control.accounts.signOut(ANNA);
    expect(await call('renew', { ...OPTIONS, ...before })).toMatchObject({ ok: false, reason: 'expired' });
  });

  it('has expired, and does not hang, when Google shows a page in silence', async () => {
    const before = await connected();
    const unknown = { ...OPTIONS, ...before, clientId: 'unknown' };
    expect(await call('renew', unknown)).toEqual({ ok: false, reason: 'expired' });
  });

  it('is refused when the member denies', async () => {
    member = async (page) => {
      await page.click(`button[value="${ANNA}"]`);
      await page.click('button[value="deny"]');
    };
    expect(await call('connect', OPTIONS)).toMatchObject({
      ok: false,
      reason: 'refused',
      code: 'access_denied',
    });
  });

  it('is refused when the member ticks nothing', async () => {
    member = async (page) => {
      await page.click(`button[value="${ANNA}"]`);
      await page.click('button[value="allow"]');
    };
    expect(await call('connect', OPTIONS)).toMatchObject({ ok: false, reason: 'refused' });
  });

  it('is cancelled when the window is closed, also on a page that leads nowhere', async () => {
    member = (page) => page.waitForSelector('button').then(() => page.close());
    expect(await call('connect', OPTIONS)).toEqual({ ok: false, reason: 'cancelled' });
    google.control.accounts.block(ANNA, 'admin_policy_enforced');
    member = async (page) => {
      await page.click(`button[value="${ANNA}"]`);
      await page.waitForSelector('text=admin_policy_enforced');
      await page.close();
    };
    expect(await call('connect', OPTIONS)).toEqual({ ok: false, reason: 'cancelled' });
  });

  it('takes the leave back at Google without being allowed to read that host', async () => {
    const { tokens } = await connected();
    await call('revoke', { ...OPTIONS, tokens });
    expect(google.control.accounts.granted(ANNA, CLIENT)).toEqual([]);
    expect(preflights).toBe(0);
  });
});
