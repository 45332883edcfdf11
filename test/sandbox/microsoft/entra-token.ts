import type { Client, Entra } from './entra.ts';
import { GRAPH_SCOPES, isTenant, mayUse, readScopes } from './entra.ts';
import { aadsts, type EntraProblem, tokenProblem } from './entra-problem.ts';
import type { Account } from './state.ts';

const base64Url = (text: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

class Refused extends Error {
  readonly problem: EntraProblem;
  constructor(problem: EntraProblem) {
    super(problem.message);
    this.problem = problem;
  }
}
const refuse = (...of: Parameters<typeof aadsts>) => new Refused(aadsts(...of));

/** `/oauth2/v2.0/token` of an app whose redirect addresses are of the platform `spa`: only pages may redeem. */
export async function token(entra: Entra, segment: string, request: Request): Promise<Response> {
  const origin = request.headers.get('origin');
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(origin ? { 'access-control-allow-origin': origin } : {}),
  };
  const type = request.headers.get('content-type') ?? '';
  const form = new URLSearchParams(
    type.startsWith('application/x-www-form-urlencoded') ? await request.text() : '',
  );
  try {
    return Response.json(await redeem(entra, segment, origin, form), { headers });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return Response.json(tokenProblem(error.problem, entra.world.now()), { status: 400, headers });
  }
}

async function redeem(
  entra: Entra,
  segment: string,
  origin: string | null,
  form: URLSearchParams,
): Promise<object> {
  if (!isTenant(entra, segment)) throw refuse('tenant', segment);
  const client = entra.clients.get((form.get('client_id') ?? '').toLowerCase());
  if (!client) throw refuse('client', form.get('client_id') ?? '');
  if (form.has('client_secret') || form.has('client_assertion')) throw refuse('secret', '');
  if (!origin || origin === 'https://login.microsoftonline.com') throw refuse('noOrigin', '');
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return redeemCode(entra, segment, client, form);
    case 'refresh_token':
      return renew(entra, segment, client, form);
    default:
      throw refuse('badGrant', '');
  }
}

async function redeemCode(
  entra: Entra,
  segment: string,
  client: Client,
  form: URLSearchParams,
): Promise<object> {
  const code = entra.tokens.codes.get(form.get('code') ?? '');
  if (!code || code.clientId !== client.id) throw refuse('codeUnknown', '');
  if (code.used) throw refuse('codeUsed', '');
  if (code.revoked) throw refuse('revoked', '');
  if (entra.world.now() > code.expiresAt) throw refuse('codeExpired', '');
  if (code.redirectUri !== form.get('redirect_uri')) throw refuse('redirectChanged', '');
  const verifier = form.get('code_verifier') ?? '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  const challenge = btoa(String.fromCharCode(...digest))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
  if (challenge !== code.challenge || !/^[\w.~-]{43,128}$/.test(verifier)) throw refuse('verifier', '');
  if (!mayUse(segment, code.account.tenant)) throw refuse('codeUnknown', '');
  code.used = true;
  const scopes = form.has('scope') ? readScopes(form.get('scope')) : [...code.scopes];
  if (!scopes) throw refuse('scope', form.get('scope') ?? '');
  return grant(entra, client, code.account, scopes, entra.world.now(), code.nonce);
}

function renew(entra: Entra, segment: string, client: Client, form: URLSearchParams): object {
  const refresh = entra.tokens.refresh.get(form.get('refresh_token') ?? '');
  if (!refresh || refresh.clientId !== client.id || !mayUse(segment, refresh.account.tenant))
    throw refuse('codeUnknown', '');
  if (refresh.revoked) throw refuse('revoked', '');
  if (entra.world.now() >= refresh.expiresAt) throw refuse('refreshExpired', '');
  const scopes = form.has('scope') ? readScopes(form.get('scope')) : [...refresh.scopes];
  if (!scopes) throw refuse('scope', form.get('scope') ?? '');
  return grant(entra, client, refresh.account, scopes, refresh.signedInAt, null);
}

/** The tokens. What a person agreed to earlier is in them too: Entra grants all that was consented. */
function grant(
  entra: Entra,
  client: Client,
  account: Account,
  asked: readonly string[],
  signedInAt: number,
  nonce: string | null,
): object {
  const agreed = account.consents.get(client.id) ?? new Set<string>();
  if (asked.some((one) => !agreed.has(one))) throw refuse('consent', client.id);
  const scopes = new Set(GRAPH_SCOPES.filter((one) => agreed.has(one)));
  const shown = [...scopes, ...['openid', 'profile', 'email'].filter((one) => agreed.has(one))];
  const life = Math.max(0, Math.floor(entra.tokens.accessLife / 1000) - 1);
  const shared = { account, clientId: client.id };
  return {
    token_type: 'Bearer',
    scope: shown.join(' '),
    expires_in: life,
    ext_expires_in: life,
    access_token: entra.tokens.makeAccess({ ...shared, scopes }),
    ...(asked.includes('offline_access')
      ? {
          refresh_token: entra.tokens.makeRefresh({ ...shared, scopes: new Set(asked), signedInAt }),
          refresh_token_expires_in: Math.floor((signedInAt + 86_400_000 - entra.world.now()) / 1000),
        }
      : {}),
    ...(asked.includes('openid') ? { id_token: idToken(entra, client, account, asked, nonce) } : {}),
  };
}

function idToken(
  entra: Entra,
  client: Client,
  account: Account,
  asked: readonly string[],
  nonce: string | null,
): string {
  const seconds = Math.floor(entra.world.now() / 1000);
  const claims = {
    aud: client.id,
    iss: `https://login.microsoftonline.com/${account.tenant.id}/v2.0`,
    iat: seconds,
    nbf: seconds,
    exp: seconds + 3900,
    sub: `sub-${account.oid}`,
    tid: account.tenant.id,
    ver: '2.0',
    ...(asked.includes('profile')
      ? { name: account.name, oid: account.oid, preferred_username: account.email }
      : {}),
    ...(asked.includes('email') ? { email: account.email } : {}),
    ...(nonce === null ? {} : { nonce }),
  };
  return `${base64Url('{"typ":"JWT","alg":"none"}')}.${base64Url(JSON.stringify(claims))}.`;
}
