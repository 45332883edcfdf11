import type { Access, AccountIdentity, Problem, SignInWorld, Tokens } from '../sync/provider.ts';
import { randomText, toBase64Url } from './base64url.ts';
import { type Asked, entraProblem } from './entra-problem.ts';
import { readIdToken } from './id-token.ts';
import { redeem, scopesFor } from './token-endpoint.ts';

export interface Authorization {
  tenant: string;
  clientId: string;
  access: Access;
  /** `select_account` offers every account the browser knows, `none` shows nothing at all. */
  prompt: 'select_account' | 'none' | null;
  loginHint: string | null;
}

export type Authorized = { ok: true; tokens: Tokens; identity: AccountIdentity } | Problem;

/** The authorization code flow with PKCE (RFC 7636) through a window, shown or not, up to tokens and identity. */
export async function authorize(world: SignInWorld, wanted: Authorization): Promise<Authorized> {
  const asked: Asked = wanted.prompt === 'none' ? 'silent' : 'asked';
  const [state, nonce, verifier] = [randomText(), randomText(), randomText()];
  const url = new URL(`https://login.microsoftonline.com/${wanted.tenant}/oauth2/v2.0/authorize`);
  url.search = new URLSearchParams({
    client_id: wanted.clientId,
    response_type: 'code',
    response_mode: 'query',
    redirect_uri: world.redirectUrl,
    scope: scopesFor(wanted.access),
    state,
    nonce,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...(wanted.prompt ? { prompt: wanted.prompt } : {}),
    ...(wanted.loginHint ? { login_hint: wanted.loginHint } : {}),
  }).toString();
  const back = await world.openWindow(url.href, { interactive: asked === 'asked' });
  const code = readRedirect(back, world.redirectUrl, state, asked);
  if (typeof code !== 'string') return code;
  const redeemed = await redeem(
    world,
    { ...wanted, asked },
    {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: world.redirectUrl,
    },
  );
  if (!redeemed.ok) return redeemed;
  const identity = readIdToken(redeemed.idToken, { clientId: wanted.clientId, nonce, now: world.now() });
  if (!identity) return { ok: false, reason: 'server', code: 'id_token' };
  return { ok: true, tokens: redeemed.tokens, identity };
}

async function challengeOf(verifier: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return toBase64Url(new Uint8Array(hash));
}

/** The code in the address that Entra led back to, or why there is none. A silent window that shows nothing is `expired`. */
function readRedirect(
  back: string | null,
  redirectUrl: string,
  state: string,
  asked: Asked,
): string | Problem {
  const nothing: Problem = { ok: false, reason: asked === 'silent' ? 'expired' : 'cancelled' };
  if (back === null || !URL.canParse(back)) return nothing;
  const url = new URL(back);
  const home = new URL(redirectUrl);
  if (url.origin !== home.origin || url.pathname !== home.pathname) return nothing;
  // Asked for as a query; an answer in the fragment is understood too.
  const said = url.searchParams.has('state') ? url.searchParams : new URLSearchParams(url.hash.slice(1));
  if (said.get('state') !== state) return nothing;
  const code = said.get('code');
  if (code) return code;
  return entraProblem(
    {
      error: said.get('error') ?? '',
      description: said.get('error_description') ?? '',
      subcode: said.get('error_subcode') ?? '',
    },
    asked,
  );
}
