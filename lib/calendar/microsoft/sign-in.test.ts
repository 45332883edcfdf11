import { describe, expect, it } from 'vitest';
import {
  back,
  CLIENT,
  connect,
  HOME,
  NOW,
  person,
  tokens,
  withCode,
  worldOf,
} from '@/test/builders/entra-answers.ts';
import { toBase64Url } from './base64url.ts';
import { microsoftSignIn, microsoftSignInAt } from './sign-in.ts';

describe('connecting', () => {
  it('asks for reading only, and for nothing that would need User.Read', async () => {
    const { world, seen } = worldOf({ window: withCode, answers: [tokens()] });
    const found = await connect(world);
    expect(found).toEqual({
      ok: true,
      tokens: {
        accessToken: 'access-2',
        refreshToken: 'refresh-2',
        expiresAt: NOW + 3_599_000,
        access: 'read',
      },
      identity: person,
    });
    const asked = seen.windows[0]?.url;
    expect(`${asked?.origin}${asked?.pathname}`).toBe(
      'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    );
    expect(asked?.searchParams.get('scope')).toBe('openid profile offline_access Calendars.Read');
    expect(asked?.searchParams.get('prompt')).toBe('select_account');
    expect(asked?.searchParams.get('code_challenge_method')).toBe('S256');
    expect(seen.windows[0]?.interactive).toBe(true);
  });

  it('proves by PKCE that the one who redeems is the one who asked', async () => {
    const { world, seen } = worldOf({ window: withCode, answers: [tokens()] });
    await connect(world);
    const form = seen.posts[0]?.form;
    const hash = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(form?.get('code_verifier') ?? ''),
    );
    expect(toBase64Url(new Uint8Array(hash))).toBe(seen.windows[0]?.url.searchParams.get('code_challenge'));
    expect(form?.get('redirect_uri')).toBe(HOME);
    expect(form?.has('client_secret')).toBe(false);
    expect(seen.posts[0]?.init).toMatchObject({ credentials: 'omit', redirect: 'error', cache: 'no-store' });
  });

  it('understands an answer in the fragment, and a stray fragment', async () => {
    for (const window of [
      (url: URL) => withCode(url).replace('?', '#'),
      (url: URL) => `${withCode(url)}#x`,
    ]) {
      const { world } = worldOf({ window, answers: [tokens()] });
      expect(await connect(world)).toMatchObject({ ok: true });
    }
  });

  it('never uses a state, nonce or verifier twice', async () => {
    const { world, seen } = worldOf({ window: withCode, answers: [tokens(), tokens()] });
    await connect(world);
    await connect(world);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      const [first, second] = seen.windows.map(({ url }) => url.searchParams.get(name));
      expect(first).toMatch(/^[\w-]{43}$/);
      expect(second).not.toBe(first);
    }
  });

  it('asks for writing when that is switched on, for the account it is about', async () => {
    const granted = { scope: 'openid Calendars.ReadWrite Calendars.Read' };
    const { world, seen } = worldOf({ window: withCode, answers: [tokens({}, granted)] });
    const found = await microsoftSignIn.connect(world, {
      clientId: CLIENT,
      access: 'write',
      loginHint: person.email,
    });
    expect(found.ok && found.tokens.access).toBe('write');
    const asked = seen.windows[0]?.url.searchParams;
    expect(asked?.get('scope')).toContain('Calendars.ReadWrite');
    expect(asked?.get('login_hint')).toBe(person.email);
    expect(asked?.has('prompt')).toBe(false);
  });

  it('says what was granted, not what was asked for', async () => {
    const { world } = worldOf({ window: withCode, answers: [tokens()] });
    const found = await connect(world, 'write');
    expect(found.ok && found.tokens.access).toBe('read');
    const none = worldOf({ window: withCode, answers: [tokens({}, { scope: 'openid profile' })] });
    expect(await connect(none.world)).toMatchObject({ ok: false, reason: 'refused' });
  });

  it.each<[string, (url: URL) => string | null]>([
    ['the window was closed', () => null],
    ['another state comes back', (url) => `${withCode(url)}&`.replace(/state=[^&]+/, 'state=other')],
    ['it comes back somewhere else', (url) => withCode(url).replace(HOME, 'https://evil.example/')],
    ['what comes back is no address', () => 'nonsense'],
  ])('is cancelled, and no code is redeemed, when %s', async (_, window) => {
    const { world, seen } = worldOf({ window, answers: [tokens()] });
    expect(await connect(world)).toEqual({ ok: false, reason: 'cancelled' });
    expect(seen.posts).toEqual([]);
  });

  it.each([
    ['access_denied', 'the user canceled', 'cancel', 'cancelled', 'access_denied'],
    ['access_denied', 'AADSTS65004: User declined to consent.', '', 'refused', 'AADSTS65004'],
    ['consent_required', 'AADSTS65001: no consent', '', 'refused', 'AADSTS65001'],
    ['access_denied', 'AADSTS90094: admin', '', 'blocked', 'AADSTS90094'],
    ['access_denied', 'AADSTS90095: request sent', '', 'blocked', 'AADSTS90095'],
    ['interaction_required', 'AADSTS50105: not assigned', '', 'blocked', 'AADSTS50105'],
    ['access_denied', 'AADSTS53003: conditional access', '', 'blocked', 'AADSTS53003'],
    ['unauthorized_client', 'AADSTS700016: not found', '', 'no-client', 'AADSTS700016'],
    ['invalid_request', 'AADSTS50011: redirect', '', 'no-client', 'AADSTS50011'],
    ['temporarily_unavailable', '', '', 'busy', 'temporarily_unavailable'],
    ['server_error', 'AADSTS999999: ada@uni.example', '', 'server', 'AADSTS999999'],
    ['<b>', 'ada@uni.example', '', 'server', undefined],
  ])('reads %s (%s) as what it means for the member', async (error, description, subcode, reason, code) => {
    const fields = { error, error_description: description, error_subcode: subcode };
    const { world } = worldOf({ window: back(fields) });
    expect(await connect(world)).toEqual({ ok: false, reason, ...(code ? { code } : {}) });
  });

  it.each([
    ['another audience', { aud: 'someone-else' }],
    ['another nonce', { nonce: 'replayed' }],
    ['another issuer', { iss: 'https://evil.example/v2.0' }],
    ['a token past its time', { exp: NOW / 1000 - 2 * 86_400 }],
    ['nobody', { oid: '', sub: '' }],
  ])('does not believe an identity with %s', async (_, claims) => {
    const { world } = worldOf({ window: withCode, answers: [tokens(claims)] });
    expect(await connect(world)).toEqual({ ok: false, reason: 'server', code: 'id_token' });
  });

  it('goes through where the clock of the computer is a day ahead: the token has just come', async () => {
    const { world } = worldOf({ window: withCode, answers: [tokens({ exp: NOW / 1000 - 86_400 + 3_600 })] });
    expect(await connect(world)).toMatchObject({ ok: true });
  });

  it('says so when there is no way to the service, and when it answers nonsense', async () => {
    const away = worldOf({ window: withCode, answers: [() => new TypeError('Failed to fetch')] });
    expect(await connect(away.world)).toEqual({ ok: false, reason: 'offline' });
    const html = worldOf({ window: withCode, answers: [() => new Response('<html>')] });
    expect(await connect(html.world)).toMatchObject({ ok: false, reason: 'server' });
    const full = worldOf({
      window: withCode,
      answers: [() => new Response('', { status: 429, headers: { 'retry-after': '60' } })],
    });
    expect(await connect(full.world)).toMatchObject({ reason: 'busy', retryAt: NOW + 60_000 });
  });

  it('can be bound to one organisation', async () => {
    const { world, seen } = worldOf({ window: withCode, answers: [tokens()] });
    await microsoftSignInAt('uni.example').connect(world, { clientId: CLIENT, access: 'read' });
    expect(seen.windows[0]?.url.pathname).toBe('/uni.example/oauth2/v2.0/authorize');
    expect(seen.posts[0]?.url).toContain('/uni.example/oauth2/v2.0/token');
    expect(() => microsoftSignInAt('a/../b')).toThrow();
  });
});
