import { describe, expect, it } from 'vitest';
import { address, codeOf, params, redeem, SCOPE, silent, withCode } from './test-sign-in.ts';
import { ANA, BEA, CLIENT, given, REDIRECT } from './test-world.ts';

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

  it('offers the account hinted at first, and lets somebody else sign in all the same', async () => {
    const world = given();
    const hinted = await address({ login_hint: BEA });
    const page = await (await world.service.handle(new Request(hinted))).text();
    expect(page.indexOf(BEA)).toBeLessThan(page.indexOf(ANA));
    const back = await world.control.openWindow(hinted, { interactive: true }, { account: ANA });
    const code = new URL(back ?? '').searchParams.get('code') ?? '';
    const { access_token: token } = (await redeem(world, withCode(code))).body;
    expect((await world.ask('/me', { token })).body.mail).toBe(ANA);
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
