import { describe, expect, it } from 'vitest';
import { ANA, BEA, CLIENT, DAY, given, HOUR, REDIRECT } from './test-world.ts';

const VERIFIER = 'v'.repeat(43);
const SCOPE = 'openid profile offline_access User.Read Calendars.Read';

async function challenge(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(VERIFIER));
  return Buffer.from(digest).toString('base64url');
}

async function address(change: Record<string, string | null> = {}, tenant = 'common'): Promise<string> {
  const params: Record<string, string | null> = {
    client_id: CLIENT,
    response_type: 'code',
    redirect_uri: REDIRECT,
    response_mode: 'query',
    scope: SCOPE,
    state: 'st ate',
    code_challenge: await challenge(),
    code_challenge_method: 'S256',
    ...change,
  };
  const kept = Object.entries(params).filter((one): one is [string, string] => one[1] !== null);
  return `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(kept)}`;
}

type World = ReturnType<typeof given>;

async function redeem(
  { service }: World,
  change: Record<string, string | null>,
  headers: Record<string, string> = { origin: 'chrome-extension://abc' },
) {
  const params: Record<string, string | null> = { client_id: CLIENT, redirect_uri: REDIRECT, ...change };
  const kept = Object.entries(params).filter((one): one is [string, string] => one[1] !== null);
  const response = await service.handle(
    new Request('https://login.microsoftonline.com/common/oauth2/v2.0/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(kept).toString(),
    }),
  );
  return { status: response.status, body: await response.json() };
}

async function codeOf(world: World, change: Record<string, string | null> = {}): Promise<string> {
  const back = await world.control.openWindow(await address(change), { interactive: true }, { account: ANA });
  return new URL(back ?? '').searchParams.get('code') ?? '';
}

const withCode = (code: string) => ({ grant_type: 'authorization_code', code, code_verifier: VERIFIER });

async function params(world: World, change: Record<string, string | null>, answer = {}) {
  const back = await world.control.openWindow(await address(change), { interactive: true }, answer);
  return Object.fromEntries(new URL(back ?? 'https://nowhere').searchParams);
}

async function silent(world: World, change: Record<string, string | null> = {}) {
  const back = await world.control.openWindow(await address({ prompt: 'none', ...change }), {
    interactive: false,
  });
  return Object.fromEntries(new URL(back ?? 'https://nowhere').searchParams);
}

describe('signing in', () => {
  it('gives a code with the state as it was sent, and tokens for the code', async () => {
    const world = given();
    const back = new URL(
      (await world.control.openWindow(await address(), { interactive: true }, { account: ANA })) ?? '',
    );
    expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
    expect(back.searchParams.get('state')).toBe('st ate');
    const { status, body } = await redeem(world, withCode(back.searchParams.get('code') ?? ''));
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3599 });
    expect(body.scope.split(' ').sort()).toEqual(['Calendars.Read', 'User.Read', 'openid', 'profile']);
    const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({
      aud: CLIENT,
      preferred_username: ANA,
      name: 'Ana Lima',
      oid: world.control.accounts.get(ANA).oid,
    });
    expect((await world.ask('/me', { token: body.access_token })).body.mail).toBe(ANA);
  });

  it('gives the answer in the fragment when asked to', async () => {
    const world = given();
    const back = await world.control.openWindow(
      await address({ response_mode: 'fragment' }),
      { interactive: true },
      { account: ANA },
    );
    expect(new URL(back ?? '').search).toBe('');
    expect(new URLSearchParams(new URL(back ?? '').hash.slice(1)).get('code')).toMatch(/^1\./);
  });

  it.each([
    ['an app that is not registered', { client_id: 'x' }, 'AADSTS700016'],
    ['a redirect address that is not the registered one', { redirect_uri: `${REDIRECT}x` }, 'AADSTS50011'],
  ])('shows %s on a page and never leads back', async (_, change, code) => {
    const world = given();
    const response = await world.service.handle(new Request(await address(change)));
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain(code);
  });

  it.each([
    ['no code challenge', { code_challenge: null }, '9002325'],
    ['a plain challenge', { code_challenge_method: 'plain' }, '9002325'],
    ['a challenge of another length', { code_challenge: 'short' }, '501491'],
    ['a token instead of a code', { response_type: 'token' }, '700051'],
    ['a scope it does not know', { scope: 'openid Mail.Read' }, '70011'],
  ])('refuses %s', async (_, change, number) => {
    const answer = await params(given(), change, { account: ANA });
    expect(answer.error_description).toContain(`AADSTS${number}:`);
    expect(answer.code).toBeUndefined();
    expect(answer.state).toBe('st ate');
  });

  it('says who cancelled and who declined', async () => {
    expect(await params(given(), {}, { press: 'cancel' })).toMatchObject({
      error: 'access_denied',
      error_subcode: 'cancel',
    });
    const declined = await params(given(), {}, { account: ANA, press: 'decline' });
    expect(declined.error).toBe('access_denied');
    expect(declined.error_subcode).toBeUndefined();
    expect(
      await given().control.openWindow(await address(), { interactive: true }, { press: 'close' }),
    ).toBeNull();
  });

  it('lets nobody of an organisation in where only an administrator may agree', async () => {
    const world = given();
    world.control.accounts.add({ email: 'cy@strict.example', adminConsentOnly: true });
    const page = await world.service.handle(
      new Request(`${await address()}&sandbox_account=cy@strict.example`),
    );
    expect(await page.text()).toContain('Need admin approval');
    expect((await params(world, {}, { account: 'cy@strict.example' })).error_description).toContain(
      'AADSTS90094',
    );
    world.control.accounts.consent('cy@strict.example', CLIENT, SCOPE.split(' '));
    expect((await params(world, {}, { account: 'cy@strict.example' })).code).toBeDefined();
  });

  it('keeps personal accounts out of organizations and work accounts out of consumers', async () => {
    const world = given();
    world.control.accounts.add({ email: 'home@outlook.example', kind: 'personal' });
    const names = async (tenant: string) =>
      (await world.service.handle(new Request(await address({}, tenant)))).text();
    expect(await names('organizations')).not.toContain('home@outlook.example');
    expect(await names('consumers')).not.toContain(ANA);
    expect(await names('no-such-tenant')).toContain('AADSTS90002');
  });
});

describe('without a window', () => {
  it('needs somebody who is signed in, has agreed, and is the one hinted at', async () => {
    const world = given();
    expect(await silent(world)).toMatchObject({ error: 'login_required' });
    await codeOf(world);
    expect((await silent(world)).code).toBeDefined();
    expect(await silent(world, { scope: `${SCOPE} Calendars.ReadWrite` })).toMatchObject({
      error: 'consent_required',
    });
    expect(await silent(world, { login_hint: BEA })).toMatchObject({ error: 'login_required' });
    await world.control.openWindow(
      await address({ prompt: 'select_account' }),
      { interactive: true },
      { account: BEA },
    );
    expect(await silent(world)).toMatchObject({ error: 'interaction_required' });
    expect((await silent(world, { login_hint: BEA })).code).toBeDefined();
    world.control.accounts.signOut();
    expect(await silent(world, { login_hint: BEA })).toMatchObject({ error: 'login_required' });
  });
});

describe('redeeming', () => {
  it.each([
    ['without an Origin', {}, {}, 9002327],
    ['with a secret', { client_secret: 's' }, { origin: 'chrome-extension://abc' }, 700025],
    [
      'with another verifier',
      { code_verifier: 'w'.repeat(43) },
      { origin: 'chrome-extension://abc' },
      501481,
    ],
    [
      'for another redirect address',
      { redirect_uri: 'https://x.chromiumapp.org/' },
      { origin: 'https://x' },
      500112,
    ],
    ['for another app', { client_id: 'x' }, { origin: 'https://x' }, 700016],
  ])('fails %s', async (_, change, headers, number) => {
    const world = given();
    const answer = await redeem(world, { ...withCode(await codeOf(world)), ...change }, headers);
    expect(answer.status).toBe(400);
    expect(answer.body.error_codes).toEqual([number]);
  });

  it('takes a code once, and for ten minutes', async () => {
    const world = given();
    const code = await codeOf(world);
    expect((await redeem(world, withCode(code))).status).toBe(200);
    expect((await redeem(world, withCode(code))).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [54005],
    });
    const late = await codeOf(world);
    world.clock.now += 11 * 60_000;
    expect((await redeem(world, withCode(late))).body.error_codes).toEqual([70008]);
  });

  it('renews for a day from the sign-in, however often, and not without Origin', async () => {
    const world = given();
    const { body } = await redeem(world, withCode(await codeOf(world)));
    const renew = (refresh: string, headers?: Record<string, string>) =>
      redeem(world, { grant_type: 'refresh_token', refresh_token: refresh, scope: SCOPE }, headers);
    expect((await renew(body.refresh_token, {})).body.error_codes).toEqual([9002327]);
    world.clock.now += 23 * HOUR;
    const second = await renew(body.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(body.refresh_token);
    world.clock.now += HOUR;
    expect((await renew(second.body.refresh_token)).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [700084],
    });
  });

  it('renews no wider than was agreed, and nothing after a revocation', async () => {
    const world = given();
    const { body } = await redeem(world, withCode(await codeOf(world)));
    const more = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
    expect((await redeem(world, { ...more, scope: 'Calendars.ReadWrite' })).body).toMatchObject({
      error_codes: [65001],
      suberror: 'consent_required',
    });
    world.control.tokens.revoke(ANA);
    expect((await redeem(world, more)).body.error_codes).toEqual([50173]);
    expect((await world.ask('/me', { token: body.access_token })).status).toBe(401);
  });

  it('ends an access token after its hour', async () => {
    const world = given();
    const { body } = await redeem(world, withCode(await codeOf(world)));
    world.clock.now += HOUR;
    const answer = await world.ask('/me/calendars', { token: body.access_token });
    expect([answer.status, answer.body.error?.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    expect(DAY).toBe(24 * HOUR);
  });
});
