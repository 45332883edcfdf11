import { describe, expect, it } from 'vitest';
import type { AccountIdentity, SignInWorld, Tokens } from '../sync/provider.ts';
import { googleSignIn } from './sign-in.ts';

const REDIRECT = 'https://ellbeliiigmjdlmfhifnohigaaeiihch.chromiumapp.org/';
const NOW = Date.UTC(2026, 10, 5, 17);
const LIST = 'https://www.googleapis.com/auth/calendar.calendarlist.readonly';
const READ = 'https://www.googleapis.com/auth/calendar.events.readonly';
const WRITE = 'https://www.googleapis.com/auth/calendar.events';
const ANNA: AccountIdentity = { id: '1001', email: 'anna@example.org', name: 'Anna Lund' };
const TOKENS: Tokens = { accessToken: 'old', expiresAt: NOW, refreshToken: null, access: 'read' };

type Led = Record<string, string> | string | null;

/** A Google that leads back with `answer`, and says that the token is `who`'s. */
function world(
  answer: (asked: URLSearchParams) => Led,
  who: () => Response | Promise<Response> = () => userinfo(),
) {
  const windows: { url: URL; interactive: boolean }[] = [];
  const requests: { url: string; init: RequestInit }[] = [];
  const made: SignInWorld = {
    now: () => NOW,
    redirectUrl: REDIRECT,
    async openWindow(url, { interactive }) {
      const asked = new URL(url);
      windows.push({ url: asked, interactive });
      const led = answer(asked.searchParams);
      if (led === null || typeof led === 'string') return led;
      const state = asked.searchParams.get('state') ?? '';
      return `${REDIRECT}#${new URLSearchParams({ state, ...led })}`;
    },
    async fetch(input, init = {}) {
      requests.push({ url: String(input), init });
      return who();
    },
  };
  return { world: made, windows, requests };
}

const userinfo = (person: object = { sub: '1001', email: 'Anna@Example.org', name: 'Anna Lund' }) =>
  Response.json(person);
const granted = (scope: string) => () => ({
  access_token: 'fresh',
  expires_in: '3599',
  scope,
  token_type: 'Bearer',
});
const options = { clientId: 'id.apps.googleusercontent.com', access: 'read' } as const;

describe('connecting', () => {
  it('asks Google for a token, with the least rights that find circles', async () => {
    const { world: made, windows, requests } = world(granted(`email openid ${LIST} ${READ}`));
    expect(await googleSignIn.connect(made, options)).toEqual({
      ok: true,
      tokens: { accessToken: 'fresh', expiresAt: NOW + 3_599_000, refreshToken: null, access: 'read' },
      identity: ANNA,
    });
    const asked = windows[0]?.url.searchParams;
    expect(windows[0]?.url.origin).toBe('https://accounts.google.com');
    expect(asked?.get('response_type')).toBe('token');
    expect(asked?.get('redirect_uri')).toBe(REDIRECT);
    expect(asked?.get('scope')?.split(' ')).toEqual(['openid', 'email', 'profile', LIST, READ]);
    // Or a second account could never be added.
    expect(asked?.get('prompt')).toBe('select_account');
    expect(requests.map(({ url }) => url)).toEqual(['https://www.googleapis.com/oauth2/v3/userinfo']);
  });

  it('asks for the right to write only when it is told to', async () => {
    const { world: made, windows } = world(granted(`openid ${LIST} ${WRITE}`));
    const answer = await googleSignIn.connect(made, { ...options, access: 'write', loginHint: ANNA.email });
    expect(answer).toMatchObject({ ok: true, tokens: { access: 'write' } });
    expect(windows[0]?.url.searchParams.get('login_hint')).toBe(ANNA.email);
    expect(windows[0]?.url.searchParams.get('scope')).toContain(WRITE);
    expect(windows[0]?.url.searchParams.get('scope')).not.toContain(READ);
  });

  it.each([
    ['events', `openid ${LIST}`, 'read'],
    ['the list of calendars', `openid ${READ}`, 'read'],
    ['writing', `openid ${LIST} ${READ}`, 'write'],
  ] as const)('is refused when the member left out %s on Google’s page', async (_, scope, access) => {
    const { world: made } = world(granted(scope));
    expect(await googleSignIn.connect(made, { ...options, access })).toMatchObject({ reason: 'refused' });
  });

  it('takes a wider right for what it is', async () => {
    const { world: made } = world(granted('openid https://www.googleapis.com/auth/calendar'));
    expect(await googleSignIn.connect(made, options)).toMatchObject({ tokens: { access: 'write' } });
  });

  it.each([
    ['access_denied', 'refused'],
    ['admin_policy_enforced', 'blocked'],
    ['org_internal', 'blocked'],
    ['invalid_client', 'no-client'],
    ['redirect_uri_mismatch', 'no-client'],
    ['server_error', 'server'],
    ['something_new', 'server'],
    ['constructor', 'server'],
  ])('says what %s means: %s', async (error, reason) => {
    const { world: made } = world(() => ({ error }));
    expect(await googleSignIn.connect(made, options)).toEqual({ ok: false, reason, code: error });
  });

  it('shows no code that could carry something else', async () => {
    const { world: made } = world(() => ({ error: 'anna@example.org said no' }));
    expect(await googleSignIn.connect(made, options)).toEqual({ ok: false, reason: 'server' });
  });

  it.each([
    ['the window was closed', null],
    ['the state is another', { state: 'forged', access_token: 'theirs', expires_in: '3599' }],
    ['the place is another', 'https://evil.example/#access_token=theirs&expires_in=3599'],
    ['it is no address', 'about:blank#blocked'],
  ])('counts as cancelled when %s', async (_, led) => {
    const { world: made, requests } = world(() => led);
    expect(await googleSignIn.connect(made, options)).toEqual({ ok: false, reason: 'cancelled' });
    expect(requests).toEqual([]);
  });

  it('opens nothing without a client id', async () => {
    const { world: made, windows } = world(() => null);
    expect(await googleSignIn.connect(made, { ...options, clientId: ' ' })).toEqual({
      ok: false,
      reason: 'no-client',
    });
    expect(windows).toEqual([]);
  });

  it('uses a state that nobody can guess or use twice', async () => {
    const { world: made, windows } = world(() => null);
    await googleSignIn.connect(made, options);
    await googleSignIn.connect(made, options);
    const [one, two] = windows.map(({ url }) => url.searchParams.get('state') ?? '');
    expect(one).toMatch(/^[\da-f-]{36}$/);
    expect(one).not.toBe(two);
  });

  it.each([
    ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['server', () => new Response('<html>', { status: 502 })],
    ['server', () => Response.json({ email: 'nobody@example.org' })],
  ])('is %s when it cannot be said who signed in', async (reason, who) => {
    const { world: made } = world(granted(`${LIST} ${READ}`), who);
    expect(await googleSignIn.connect(made, options)).toMatchObject({ ok: false, reason });
  });
});

describe('renewing', () => {
  const renewal = { ...options, tokens: TOKENS, identity: ANNA };

  it('shows no window and hints at the account', async () => {
    const { world: made, windows } = world(granted(`${LIST} ${READ}`));
    expect(await googleSignIn.renew(made, renewal)).toMatchObject({
      ok: true,
      tokens: { accessToken: 'fresh' },
    });
    expect(windows[0]?.interactive).toBe(false);
    expect(windows[0]?.url.searchParams.get('prompt')).toBe('none');
    expect(windows[0]?.url.searchParams.get('login_hint')).toBe(ANNA.email);
  });

  it('refuses a token of somebody else, though their address were the same', async () => {
    const { world: made } = world(granted(`${LIST} ${READ}`), () =>
      userinfo({ sub: '2002', email: ANNA.email }),
    );
    expect(await googleSignIn.renew(made, renewal)).toEqual({ ok: false, reason: 'other-account' });
  });

  it('knows an account whose address has changed', async () => {
    const { world: made } = world(granted(`${LIST} ${READ}`), () =>
      userinfo({ sub: '1001', email: 'a@new.org' }),
    );
    expect(await googleSignIn.renew(made, renewal)).toMatchObject({ ok: true });
  });

  it.each(['interaction_required', 'login_required', 'consent_required', 'account_selection_required'])(
    'has expired at %s',
    async (error) => {
      const { world: made } = world(() => ({ error }));
      expect(await googleSignIn.renew(made, renewal)).toEqual({ ok: false, reason: 'expired', code: error });
    },
  );

  it('has expired when Google shows a page instead of leading back', async () => {
    const { world: made, requests } = world(
      () => null,
      () => new Response('{}', { status: 401 }),
    );
    expect(await googleSignIn.renew(made, renewal)).toEqual({ ok: false, reason: 'expired' });
    // Asking whether there is a network needs no token.
    expect(new Headers(requests[0]?.init.headers).has('authorization')).toBe(false);
  });

  it('is offline, not expired, when nothing comes back because there is no network', async () => {
    const { world: made } = world(
      () => null,
      () => Promise.reject(new TypeError('Failed to fetch')),
    );
    expect(await googleSignIn.renew(made, renewal)).toEqual({ ok: false, reason: 'offline' });
  });
});

describe('disconnecting', () => {
  it('tells Google to forget the leave, the token in the body and not in an address', async () => {
    const { world: made, requests } = world(
      () => null,
      () => new Response('{}'),
    );
    await googleSignIn.revoke(made, { ...TOKENS, accessToken: 'ya29.secret' });
    expect(requests[0]?.url).toBe('https://oauth2.googleapis.com/revoke');
    expect(String(requests[0]?.init.body)).toBe('token=ya29.secret');
    expect(requests[0]?.init).toMatchObject({ method: 'POST', credentials: 'omit' });
  });

  it('ends well also when Google cannot be told', async () => {
    const { world: made } = world(
      () => null,
      () => Promise.reject(new TypeError('Failed to fetch')),
    );
    await expect(googleSignIn.revoke(made, TOKENS)).resolves.toBeUndefined();
  });
});
