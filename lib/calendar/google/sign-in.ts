import type {
  Access,
  AccountIdentity,
  Problem,
  SignIn,
  SignInOptions,
  SignInWorld,
  Tokens,
} from '../sync/provider.ts';
import { readIdentity } from './identity.ts';
import { readRedirect } from './redirect.ts';
import { grantedAccess, scopesFor } from './scopes.ts';

const AUTHORIZE = 'https://accounts.google.com/o/oauth2/v2/auth';
const REVOKE = 'https://oauth2.googleapis.com/revoke';

/**
 * Signing in with Google by its token flow: a web client's code is redeemed only with a secret, which an extension
 * cannot keep. A token lasts about an hour and is renewed without a window while the member is signed in to Google in
 * this browser (https://developers.google.com/identity/protocols/oauth2/javascript-implicit-flow).
 */
export const googleSignIn: SignIn = {
  async connect(world, options) {
    const answer = await ask(world, options, { interactive: true });
    if (!answer.ok) return answer;
    // For a token just given, an answer other than 200 is no reason to sign in again.
    const identity = await readIdentity(world, answer.tokens.accessToken);
    return identity.ok ? { ...answer, identity: identity.identity } : identity;
  },

  async renew(world, options) {
    const { identity } = options;
    const loginHint = options.loginHint ?? (identity.email || identity.id);
    const answer = await ask(world, { ...options, loginHint }, { interactive: false });
    if (!answer.ok) return answer;
    // With several accounts signed in, Google may answer for another one than was hinted at.
    const who = await readIdentity(world, answer.tokens.accessToken);
    if (!who.ok) return who;
    return isSame(who.identity, identity) ? answer : { ok: false, reason: 'other-account' };
  },

  async revoke({ fetch }, { accessToken }) {
    try {
      await fetch(REVOKE, {
        method: 'POST',
        body: new URLSearchParams({ token: accessToken }),
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      });
    } catch {
      // Not told: the token ends by itself within the hour, and it is deleted here either way.
    }
  },
};

const isSame = (one: AccountIdentity, other: AccountIdentity): boolean => one.id === other.id;

async function ask(
  world: SignInWorld,
  options: SignInOptions,
  { interactive }: { interactive: boolean },
): Promise<{ ok: true; tokens: Tokens } | Problem> {
  if (options.clientId.trim() === '') return { ok: false, reason: 'no-client' };
  const state = crypto.randomUUID();
  const url = authorizeUrl(world.redirectUrl, options, state, interactive);
  const led = await world.openWindow(url, { interactive });
  if (led === null) {
    if (interactive) return { ok: false, reason: 'cancelled' };
    return { ok: false, reason: (await isOnline(world)) ? 'expired' : 'offline' };
  }
  const redirect = readRedirect(led, { redirectUrl: world.redirectUrl, state });
  if (!redirect.ok) {
    return redirect.reason === 'cancelled' && !interactive ? { ok: false, reason: 'expired' } : redirect;
  }
  // Left out means: all that was asked for (RFC 6749 §5.1).
  const access: Access | null = grantedAccess(redirect.scope ?? scopesFor(options.access));
  if (access === null || (access === 'read' && options.access === 'write')) {
    return { ok: false, reason: 'refused', code: 'scope_missing' };
  }
  const expiresAt = world.now() + redirect.expiresInS * 1000;
  return { ok: true, tokens: { accessToken: redirect.accessToken, expiresAt, refreshToken: null, access } };
}

function authorizeUrl(
  redirectUrl: string,
  { clientId, access, loginHint }: SignInOptions,
  state: string,
  interactive: boolean,
): string {
  const url = new URL(AUTHORIZE);
  url.search = new URLSearchParams({
    client_id: clientId.trim(),
    redirect_uri: redirectUrl,
    response_type: 'token',
    scope: scopesFor(access),
    state,
    ...(loginHint ? { login_hint: loginHint } : {}),
    // Without a hint a further account may be meant: Google would take the one that is signed in.
    ...(interactive ? (loginHint ? {} : { prompt: 'select_account' }) : { prompt: 'none' }),
  }).toString();
  return url.href;
}

/** Nothing came back silently: either Google wants to see the member, or there is no network. Sends no token. */
async function isOnline(world: SignInWorld): Promise<boolean> {
  const answer = await readIdentity(world, null);
  return answer.ok || answer.reason !== 'offline';
}
