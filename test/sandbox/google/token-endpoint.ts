import { createHash } from 'node:crypto';
import type { Token } from './types.ts';
import type { World } from './world.ts';

/** Seconds; what the real service says for an hour. */
const LIFE = 3599;

/** A new access token. */
export function issueToken(world: World, email: string, clientId: string, scopes: Iterable<string>): Token {
  const token: Token = {
    value: `ya29.${world.nextId()}${world.nextId()}`,
    email,
    clientId,
    scopes: new Set(scopes),
    expiresAt: world.now() + LIFE * 1000,
  };
  world.tokens.set(token.value, token);
  return token;
}

const json = (body: object, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body, null, 2), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });

const failed = (error: string, text: string, status = 400) =>
  json({ error, error_description: text }, status);

/** Answers oauth2.googleapis.com: /token, /revoke and /tokeninfo. */
export async function answerTokens(world: World, request: Request, url: URL): Promise<Response> {
  const body = request.method === 'POST' ? new URLSearchParams(await request.text()) : new URLSearchParams();
  const text = (name: string) => body.get(name) ?? url.searchParams.get(name) ?? '';
  switch (`${request.method} ${url.pathname}`) {
    case 'POST /token':
      return redeem(world, (name) => body.get(name) ?? '');
    case 'POST /revoke':
      return revoke(world, text('token')) ? json({}) : failed('invalid_token', 'Token expired or revoked');
    case 'GET /tokeninfo':
      return tokenInfo(world, text('access_token'));
    default:
      return new Response('Not Found', { status: 404 });
  }
}

function redeem(world: World, text: (name: string) => string): Response {
  const client = world.clients.get(text('client_id'));
  if (!client) return failed('invalid_client', 'The OAuth client was not found.', 401);
  // PKCE does not stand in for the secret of a web client.
  if (client.kind === 'web' && text('client_secret') === '')
    return failed('invalid_request', 'client_secret is missing.');
  if (text('client_secret') !== '' && text('client_secret') !== client.secret)
    return failed('invalid_client', 'Unauthorized', 401);
  if (text('grant_type') === 'refresh_token') {
    const known = world.refreshTokens.get(text('refresh_token'));
    if (known?.clientId !== client.id) return failed('invalid_grant', 'Token has been expired or revoked.');
    const token = issueToken(world, known.email, client.id, known.scopes);
    return json({
      access_token: token.value,
      expires_in: LIFE,
      scope: [...token.scopes].join(' '),
      token_type: 'Bearer',
    });
  }
  if (text('grant_type') !== 'authorization_code')
    return failed('unsupported_grant_type', 'Invalid grant_type.');
  const code = world.codes.get(text('code'));
  world.codes.delete(text('code'));
  if (code?.clientId !== client.id) return failed('invalid_grant', 'Malformed auth code.');
  if (code.redirectUri !== text('redirect_uri')) return failed('redirect_uri_mismatch', 'Bad Request');
  if (code.challenge) {
    const verifier = text('code_verifier');
    const made =
      code.challenge.method === 'S256' ? createHash('sha256').update(verifier).digest('base64url') : verifier;
    if (verifier === '') return failed('invalid_grant', 'Missing code verifier.');
    if (made !== code.challenge.value) return failed('invalid_grant', 'Invalid code verifier.');
  }
  const token = issueToken(world, code.email, client.id, code.scopes);
  const refresh = code.offline ? `1//0${world.nextId()}` : null;
  if (refresh) world.refreshTokens.set(refresh, { ...token, value: refresh });
  return json({
    access_token: token.value,
    expires_in: LIFE,
    ...(refresh ? { refresh_token: refresh } : {}),
    scope: code.scopes.join(' '),
    token_type: 'Bearer',
  });
}

/** Withdraws the leave a token stands for: every token of this person and client, and the grant itself. */
export function revoke(world: World, value: string): boolean {
  const token = world.tokens.get(value) ?? world.refreshTokens.get(value);
  if (!token) return false;
  withdraw(world, token.email, token.clientId);
  return true;
}

/** As when the person removes the app from the account's page. */
export function withdraw(world: World, email: string, clientId?: string): void {
  const fits = (one: { email: string; clientId: string }) =>
    one.email === email && (clientId === undefined || one.clientId === clientId);
  for (const [value, token] of world.tokens) if (fits(token)) world.tokens.delete(value);
  for (const [value, token] of world.refreshTokens) if (fits(token)) world.refreshTokens.delete(value);
  const grants = world.accounts.get(email)?.grants;
  if (clientId === undefined) grants?.clear();
  else grants?.delete(clientId);
}

function known(world: World, value: string): Token | null {
  const token = world.tokens.get(value);
  return token && token.expiresAt > world.now() ? token : null;
}

function tokenInfo(world: World, value: string): Response {
  const token = known(world, value);
  const account = token && world.accounts.get(token.email);
  if (!token || !account) return failed('invalid_token', 'Invalid Value');
  const left = Math.floor((token.expiresAt - world.now()) / 1000);
  return json({
    azp: token.clientId,
    aud: token.clientId,
    sub: account.sub,
    scope: [...token.scopes].join(' '),
    exp: String(Math.floor(token.expiresAt / 1000)),
    expires_in: String(left),
    access_type: 'online',
  });
}

/** openidconnect.googleapis.com/v1/userinfo (the documented one) and its elder, www.googleapis.com/oauth2/v3/userinfo. */
export function userInfo(world: World, request: Request): Response {
  const token = known(world, /^Bearer (\S+)$/.exec(request.headers.get('authorization') ?? '')?.[1] ?? '');
  const account = token && world.accounts.get(token.email);
  const has = (scope: string) => token?.scopes.has(scope) ?? false;
  const email = has('https://www.googleapis.com/auth/userinfo.email');
  const profile = has('https://www.googleapis.com/auth/userinfo.profile');
  if (!account || !(email || profile || has('openid')))
    return json({ error: 'invalid_request', error_description: 'Invalid Credentials' }, 401, {
      'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_request"',
    });
  const [given = '', ...family] = account.name.split(' ');
  return json({
    sub: account.sub,
    ...(profile ? { name: account.name, given_name: given, family_name: family.join(' ') } : {}),
    ...(email ? { email: account.email, email_verified: true } : {}),
  });
}
