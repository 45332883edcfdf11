import { chooserPage, consentPage, errorPage } from './oauth-pages.ts';
import { isSignInScope, readScopes } from './scopes.ts';
import { issueToken } from './token-endpoint.ts';
import type { Account, Client } from './types.ts';
import type { World } from './world.ts';

/** A sign-in's address, checked. */
interface Asked {
  client: Client;
  redirectUri: string;
  responseType: 'token' | 'code';
  scopes: string[];
  state: string | null;
  prompt: readonly string[];
  loginHint: string | null;
  /** As sent, to be carried through the pages. */
  query: string;
}

/** Answers accounts.google.com: the sign-in's address and the forms of its pages. */
export async function answerAccounts(world: World, request: Request, url: URL): Promise<Response> {
  if (request.method === 'GET' && url.pathname === '/o/oauth2/v2/auth') {
    const asked = readAsked(world, url.search.slice(1));
    return asked instanceof Response ? asked : start(world, asked);
  }
  const form = request.method === 'POST' ? new URLSearchParams(await request.text()) : null;
  const asked = form ? readAsked(world, form.get('request') ?? '') : null;
  if (!form || !asked) return new Response('Not Found', { status: 404 });
  if (asked instanceof Response) return asked;
  const account = world.accounts.get(form.get('account') ?? '');
  if (!account?.signedIn) return errorPage(400, 'invalid_request', 'No such account here.');
  switch (url.pathname) {
    case '/signin/oauth/chooser':
      return chosen(world, asked, account);
    case '/signin/oauth/consent':
      if (form.get('answer') !== 'allow') return back(asked, { error: 'access_denied' });
      return allowed(world, asked, account, form.getAll('scope'));
    default:
      return new Response('Not Found', { status: 404 });
  }
}

function readAsked(world: World, query: string): Asked | Response {
  const params = new URLSearchParams(query);
  const text = (name: string) => params.get(name);
  const missing = ['client_id', 'redirect_uri', 'response_type', 'scope'].find((name) => !text(name));
  if (missing) return errorPage(400, 'invalid_request', `Required parameter is missing: ${missing}`);
  const client = world.clients.get(text('client_id') ?? '');
  if (!client) return errorPage(401, 'invalid_client', 'The OAuth client was not found.');
  const redirectUri = text('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri))
    return errorPage(
      400,
      'redirect_uri_mismatch',
      'The redirect URI in the request does not match the ones authorized.',
    );
  const responseType = text('response_type');
  if (responseType !== 'token' && responseType !== 'code')
    return errorPage(400, 'unsupported_response_type', 'Invalid response_type.');
  if (responseType === 'token' && client.kind !== 'web')
    return errorPage(400, 'unauthorized_client', 'Only web clients may ask for a token.');
  if (responseType === 'token' && text('access_type') === 'offline')
    return errorPage(
      400,
      'invalid_request',
      'Invalid parameter value for access_type: offline is for codes.',
    );
  const scopes = readScopes(text('scope') ?? '');
  if (!scopes) return errorPage(400, 'invalid_scope', 'Some requested scopes were invalid.');
  const prompt = (text('prompt') ?? '').split(' ').filter(Boolean);
  const unknown = prompt.find((word) => !['none', 'consent', 'select_account'].includes(word));
  if (unknown || (prompt.includes('none') && prompt.length > 1))
    return errorPage(400, 'invalid_request', 'Invalid parameter value for prompt.');
  return {
    client,
    redirectUri,
    responseType,
    scopes,
    state: text('state'),
    prompt,
    loginHint: text('login_hint')?.toLowerCase() ?? null,
    query,
  };
}

/** The hint is an address or the account's own id. */
const fits = (hint: string) => (account: Account) => account.email === hint || account.sub === hint;

function start(world: World, asked: Asked): Response {
  const signedIn = [...world.accounts.values()].filter((account) => account.signedIn);
  const hinted = asked.loginHint === null ? undefined : signedIn.find(fits(asked.loginHint));
  if (asked.prompt.includes('none')) {
    if (signedIn.length === 0 || (asked.loginHint !== null && !hinted))
      return back(asked, { error: 'login_required' });
    const account = hinted ?? (signedIn.length === 1 ? signedIn[0] : undefined);
    if (!account || account.blocked || !hasGranted(asked, account))
      return back(asked, { error: 'interaction_required', error_subtype: 'access_denied' });
    return done(world, asked, account);
  }
  if (hinted && !asked.prompt.includes('select_account')) return chosen(world, asked, hinted);
  return chooserPage(
    asked.client.name,
    signedIn.map(({ email }) => email),
    asked.query,
  );
}

function hasGranted(asked: Asked, account: Account): boolean {
  const grants = account.grants.get(asked.client.id);
  return asked.scopes.every((scope) => grants?.has(scope));
}

function chosen(world: World, asked: Asked, account: Account): Response {
  switch (account.blocked) {
    case 'admin_policy_enforced':
      return errorPage(
        400,
        'admin_policy_enforced',
        'Access to your account data is restricted by policies within your organization.',
      );
    case 'org_internal':
      return errorPage(403, 'org_internal', 'This client is restricted to users within its organization.');
    case 'access_denied':
      return errorPage(
        403,
        'access_denied',
        'The app is currently being tested, and can only be accessed by developer-approved testers.',
      );
    case null:
      break;
    default:
      return account.blocked satisfies never;
  }
  if (hasGranted(asked, account) && !asked.prompt.includes('consent')) return done(world, asked, account);
  return consentPage(asked.client.name, account.email, asked.scopes, asked.query);
}

function allowed(world: World, asked: Asked, account: Account, ticked: readonly string[]): Response {
  const granted = asked.scopes.filter((scope) => isSignInScope(scope) || ticked.includes(scope));
  const known = account.grants.get(asked.client.id) ?? new Set();
  account.grants.set(asked.client.id, new Set([...known, ...granted]));
  return done(world, asked, account, granted);
}

function done(
  world: World,
  asked: Asked,
  account: Account,
  granted: readonly string[] = asked.scopes,
): Response {
  const params = new URLSearchParams(asked.query);
  const earlier =
    params.get('include_granted_scopes') === 'true' ? (account.grants.get(asked.client.id) ?? []) : [];
  const scopes = [...new Set([...granted, ...earlier])];
  if (asked.responseType === 'token') {
    const token = issueToken(world, account.email, asked.client.id, scopes);
    return back(asked, {
      access_token: token.value,
      token_type: 'Bearer',
      expires_in: '3599',
      scope: scopes.join(' '),
      authuser: '0',
      prompt: asked.prompt.includes('none') ? 'none' : 'consent',
    });
  }
  const code = `4/0A${world.nextId()}`;
  const challenge = params.get('code_challenge');
  world.codes.set(code, {
    email: account.email,
    clientId: asked.client.id,
    redirectUri: asked.redirectUri,
    scopes,
    challenge: challenge
      ? { value: challenge, method: params.get('code_challenge_method') ?? 'plain' }
      : null,
    offline: params.get('access_type') === 'offline',
  });
  return back(asked, { code, scope: scopes.join(' '), authuser: '0', prompt: 'consent' });
}

/** Leads back to the app: a token's answer behind `#`, a code's behind `?`. The state comes back as it was. */
function back(asked: Asked, answer: Record<string, string>): Response {
  const params = new URLSearchParams({ ...(asked.state === null ? {} : { state: asked.state }), ...answer });
  const location = `${asked.redirectUri}${asked.responseType === 'token' ? '#' : '?'}${params}`;
  return new Response(null, { status: 302, headers: { location } });
}
