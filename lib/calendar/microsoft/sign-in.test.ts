import { describe, expect, it } from 'vitest';
import type { AccountIdentity, SignInWorld, Tokens } from '../sync/provider.ts';
import { toBase64Url } from './base64url.ts';
import { consentPage } from './consent-page.ts';
import { microsoftSignIn, microsoftSignInAt } from './sign-in.ts';

const NOW = Date.UTC(2026, 10, 5, 17);
const HOME = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const CLIENT = '11111111-2222-3333-4444-555555555555';
const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

const person: AccountIdentity = { id: `oid-1.${TENANT}`, email: 'ada@uni.example', name: 'Ada' };
const stored: Tokens = { accessToken: 'old', expiresAt: NOW, refreshToken: 'refresh-1', access: 'read' };

interface Seen {
  windows: { url: URL; interactive: boolean }[];
  posts: { url: string; form: URLSearchParams; init: RequestInit }[];
}

interface Script {
  /** What the window leads back to, given the address that was opened; null: nothing. */
  window?: (url: URL) => string | null;
  /** The answers of the token endpoint in turn; an Error is thrown. */
  answers?: ((form: URLSearchParams, nonce: string) => Response | Error)[];
}

function worldOf(script: Script): { world: SignInWorld; seen: Seen } {
  const seen: Seen = { windows: [], posts: [] };
  const answers = [...(script.answers ?? [])];
  const world: SignInWorld = {
    now: () => NOW,
    redirectUrl: HOME,
    async openWindow(url, { interactive }) {
      seen.windows.push({ url: new URL(url), interactive });
      return script.window?.(new URL(url)) ?? null;
    },
    async fetch(input, init = {}) {
      const form = new URLSearchParams(String(init.body));
      seen.posts.push({ url: String(input), form, init });
      const nonce = seen.windows.at(-1)?.url.searchParams.get('nonce') ?? '';
      const answer = answers.shift()?.(form, nonce) ?? Response.json({}, { status: 500 });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { world, seen };
}

const back = (fields: Record<string, string>) => (url: URL) =>
  `${HOME}?${new URLSearchParams({ state: url.searchParams.get('state') ?? '', ...fields })}`;
const withCode = back({ code: 'code-1' });

function idToken(claims: Record<string, unknown>): string {
  const full = {
    aud: CLIENT,
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    exp: NOW / 1000 + 3600,
    oid: 'oid-1',
    tid: TENANT,
    preferred_username: 'Ada@Uni.example',
    name: 'Ada',
    ...claims,
  };
  const part = (value: unknown) => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ alg: 'RS256' })}.${part(full)}.signature`;
}

const tokens =
  (claims: Record<string, unknown> = {}, more: Record<string, unknown> = {}) =>
  (form: URLSearchParams, nonce: string) =>
    Response.json({
      access_token: 'access-2',
      refresh_token: 'refresh-2',
      expires_in: 3599,
      scope: 'openid profile https://graph.microsoft.com/Calendars.Read',
      id_token: idToken({ ...(form.get('grant_type') === 'authorization_code' ? { nonce } : {}), ...claims }),
      ...more,
    });

const refusal =
  (error: string, description = '', status = 400, headers: HeadersInit = {}) =>
  () =>
    Response.json({ error, error_description: description }, { status, headers });

const connect = (world: SignInWorld, access: 'read' | 'write' = 'read') =>
  microsoftSignIn.connect(world, { clientId: CLIENT, access });
const renew = (world: SignInWorld, over: Partial<Tokens> = {}) =>
  microsoftSignIn.renew(world, {
    clientId: CLIENT,
    access: 'read',
    tokens: { ...stored, ...over },
    identity: person,
  });

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
    ['a token past its time', { exp: NOW / 1000 - 86_400 }],
    ['nobody', { oid: '', sub: '' }],
  ])('does not believe an identity with %s', async (_, claims) => {
    const { world } = worldOf({ window: withCode, answers: [tokens(claims)] });
    expect(await connect(world)).toEqual({ ok: false, reason: 'server', code: 'id_token' });
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

describe('renewing', () => {
  it('takes the refresh token and opens no window', async () => {
    const { world, seen } = worldOf({ answers: [tokens()] });
    expect(await renew(world)).toMatchObject({ ok: true, tokens: { refreshToken: 'refresh-2' } });
    expect(seen.posts[0]?.form.get('refresh_token')).toBe('refresh-1');
    expect(seen.windows).toEqual([]);
  });

  it('keeps the refresh token when no new one comes', async () => {
    const { world } = worldOf({ answers: [tokens({}, { refresh_token: undefined })] });
    expect(await renew(world)).toMatchObject({ ok: true, tokens: { refreshToken: 'refresh-1' } });
  });

  it.each(['AADSTS700082', 'AADSTS700084'])(
    'goes through a silent window when its day is over (%s)',
    async (code) => {
      const { world, seen } = worldOf({
        window: withCode,
        answers: [refusal('invalid_grant', `${code}: expired`), tokens()],
      });
      expect(await renew(world)).toMatchObject({ ok: true, tokens: { accessToken: 'access-2' } });
      expect(seen.windows[0]?.interactive).toBe(false);
      expect(seen.windows[0]?.url.searchParams.get('prompt')).toBe('none');
      expect(seen.windows[0]?.url.searchParams.get('login_hint')).toBe(person.email);
    },
  );

  it.each([
    ['nothing comes back', () => null, 'AADSTS700084'],
    ['the browser is signed out', back({ error: 'login_required' }), 'AADSTS700084'],
    ['more is asked of the member', back({ error: 'interaction_required' }), 'AADSTS700084'],
  ])('has expired when %s', async (_, window, code) => {
    const { world } = worldOf({ window, answers: [refusal('invalid_grant', `${code}: expired`)] });
    expect(await renew(world)).toEqual({ ok: false, reason: 'expired', code });
  });

  it('has expired without a refresh token when the silent window shows nothing', async () => {
    const { world } = worldOf({ window: () => null });
    expect(await renew(world, { refreshToken: null })).toEqual({ ok: false, reason: 'expired' });
  });

  it('tells leave taken back from time that is up', async () => {
    const gone = worldOf({
      window: back({ error: 'consent_required', error_description: 'AADSTS65001: none' }),
      answers: [refusal('invalid_grant', 'AADSTS65001: none')],
    });
    expect(await renew(gone.world)).toEqual({ ok: false, reason: 'revoked', code: 'AADSTS65001' });
    const password = worldOf({
      window: () => null,
      answers: [refusal('invalid_grant', 'AADSTS50173: fresh token needed')],
    });
    expect(await renew(password.world)).toEqual({ ok: false, reason: 'revoked', code: 'AADSTS50173' });
  });

  it('does not mistake another account for this one', async () => {
    const { world } = worldOf({ window: withCode, answers: [tokens({ oid: 'oid-2' })] });
    expect(await renew(world, { refreshToken: null })).toEqual({ ok: false, reason: 'other-account' });
    const direct = worldOf({ answers: [tokens({ oid: 'oid-2' })] });
    expect(await renew(direct.world)).toEqual({ ok: false, reason: 'other-account' });
  });

  it('waits when the service says so, and bothers no window', async () => {
    const { world, seen } = worldOf({
      answers: [refusal('temporarily_unavailable', '', 503, { 'retry-after': '120' })],
    });
    expect(await renew(world)).toMatchObject({ reason: 'busy', retryAt: NOW + 120_000 });
    expect(seen.windows).toEqual([]);
  });

  it('stays as it is when there is no way to the service', async () => {
    const { world, seen } = worldOf({ answers: [() => new TypeError('Failed to fetch')] });
    expect(await renew(world)).toEqual({ ok: false, reason: 'offline' });
    expect(seen.windows).toEqual([]);
  });
});

describe('disconnecting', () => {
  it('calls nobody, for there is nobody to call', async () => {
    const { world, seen } = worldOf({});
    await microsoftSignIn.revoke(world, stored);
    expect(seen).toEqual({ windows: [], posts: [] });
  });

  it('can say where the leave is taken back, which differs for personal accounts', () => {
    expect(consentPage(person)).toContain('myapps.microsoft.com');
    expect(consentPage({ id: 'x.9188040d-6c67-4c5b-b112-36a304b66dad' })).toContain('account.live.com');
  });
});
