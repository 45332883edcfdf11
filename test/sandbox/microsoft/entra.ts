import { acceptPage, accountPage, adminPage, errorPage, type Page } from './entra-page.ts';
import { aadsts, describe } from './entra-problem.ts';
import type { Account, Tenant, World } from './state.ts';
import type { Tokens } from './tokens.ts';

/** An app as it is registered. */
export interface Client {
  id: string;
  name: string;
  /** Redirect addresses of the platform `spa`. */
  redirectUris: readonly string[];
}

export interface Entra {
  world: World;
  tokens: Tokens;
  clients: Map<string, Client>;
  /** Who is signed in in this browser. */
  sessions: Set<string>;
}

export const GRAPH_SCOPES = ['Calendars.Read', 'Calendars.ReadWrite', 'User.Read'] as const;
const OIDC = ['openid', 'profile', 'email', 'offline_access'] as const;

/** The scopes of a request without the resource in front; null when one is not known. */
export function readScopes(text: string | null): string[] | null {
  const scopes = (text ?? '').split(' ').filter((one) => one !== '');
  const short = scopes.map((one) => one.replace(/^https:\/\/graph\.microsoft\.com\//i, ''));
  const known: readonly string[] = [...GRAPH_SCOPES, ...OIDC];
  const found = short.map((one) => known.find((other) => other.toLowerCase() === one.toLowerCase()));
  return found.length === 0 || found.includes(undefined) ? null : found.filter((one) => one !== undefined);
}

/** Whether people of a tenant may sign in under the name in the address. */
export function mayUse(segment: string, tenant: Tenant): boolean {
  switch (segment) {
    case 'common':
      return true;
    case 'organizations':
      return tenant.kind === 'work';
    case 'consumers':
      return tenant.kind === 'personal';
    default:
      return segment === tenant.id;
  }
}

const lead = (to: string): Response => new Response(null, { status: 302, headers: { location: to } });
const show = ({ status, html }: Page): Response =>
  new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });

/**
 * `/oauth2/v2.0/authorize`: what is wrong with the app or its redirect address is a page, all else goes back to the
 * app. The buttons lead to the same address with `sandbox_account` and `sandbox_answer` added.
 */
export function authorize(entra: Entra, segment: string, query: URLSearchParams): Response {
  const { world } = entra;
  const at = world.now();
  const client = entra.clients.get((query.get('client_id') ?? '').toLowerCase());
  if (!isTenant(entra, segment)) return show(errorPage(describe(aadsts('tenant', segment), at)));
  if (!client) return show(errorPage(describe(aadsts('client', query.get('client_id') ?? ''), at)));
  const redirectUri = query.get('redirect_uri');
  if (!redirectUri || !client.redirectUris.includes(redirectUri))
    return show(errorPage(describe(aadsts('redirect', redirectUri ?? ''), at)));

  const back = (params: Record<string, string>): Response => {
    const state = query.get('state');
    const all = new URLSearchParams({ ...params, ...(state === null ? {} : { state }) });
    const to = new URL(redirectUri);
    if ((query.get('response_mode') ?? 'query') === 'fragment') to.hash = all.toString();
    else for (const [name, value] of all) to.searchParams.set(name, value);
    return lead(to.toString());
  };
  const refuse = (problem: ReturnType<typeof aadsts>, extra: Record<string, string> = {}): Response =>
    back({ error: problem.error, error_description: describe(problem, at), ...extra });

  if (query.get('response_type') !== 'code') return refuse(aadsts('responseType', ''));
  if (!['query', 'fragment', null].includes(query.get('response_mode')))
    return refuse(aadsts('responseMode', ''));
  if (!query.get('code_challenge')) return refuse(aadsts('noPkce', ''));
  if (query.get('code_challenge_method') !== 'S256') return refuse(aadsts('notS256', ''));
  if (!/^[\w-]{43}$/.test(query.get('code_challenge') ?? '')) return refuse(aadsts('challenge', ''));
  const scopes = readScopes(query.get('scope'));
  if (!scopes) return refuse(aadsts('scope', query.get('scope') ?? ''));

  const silent = query.get('prompt') === 'none';
  if (query.get('sandbox_answer') === 'cancel')
    return refuse(aadsts('cancelled', ''), { error_subcode: 'cancel' });
  const account = whoSignsIn(entra, segment, query);
  if (account === 'nobody')
    return silent ? refuse(aadsts('login', '')) : show(accountPage(entra, segment, client, query));
  if (account === 'several')
    return silent ? refuse(aadsts('several', '')) : show(accountPage(entra, segment, client, query));

  entra.sessions.add(account.email);
  const agreed = account.consents.get(client.id) ?? new Set<string>();
  const missing = scopes.filter((one) => !agreed.has(one));
  const asked = query.get('prompt') === 'consent' && query.get('sandbox_answer') !== 'accept';
  if (missing.length > 0 || asked) {
    if (account.tenant.adminConsentOnly) {
      if (silent) return refuse(aadsts('consent', client.id));
      if (query.get('sandbox_answer') === 'back') return refuse(aadsts('adminOnly', client.name));
      return show(adminPage(client, account, query));
    }
    if (query.get('sandbox_answer') === 'decline') return refuse(aadsts('declined', ''));
    if (query.get('sandbox_answer') !== 'accept')
      return silent ? refuse(aadsts('consent', client.id)) : show(acceptPage(client, account, scopes, query));
    account.consents.set(client.id, new Set([...agreed, ...scopes]));
  }
  const code = entra.tokens.makeCode({
    account,
    clientId: client.id,
    scopes: new Set(scopes),
    redirectUri,
    challenge: query.get('code_challenge') ?? '',
    nonce: query.get('nonce'),
  });
  return back({ code, session_state: '00000000-0000-4000-a000-000000000000' });
}

export function isTenant(entra: Entra, segment: string): boolean {
  if (['common', 'organizations', 'consumers'].includes(segment)) return true;
  return [...entra.world.accounts.values()].some((one) => one.tenant.id === segment);
}

/** The account a request is for: the one pressed, the one hinted at, or the only one signed in. */
function whoSignsIn(entra: Entra, segment: string, query: URLSearchParams): Account | 'nobody' | 'several' {
  const may = (account: Account | undefined) => account !== undefined && mayUse(segment, account.tenant);
  const pressed = entra.world.accounts.get((query.get('sandbox_account') ?? '').toLowerCase());
  if (pressed && may(pressed)) return pressed;
  const prompt = query.get('prompt');
  if (prompt === 'login' || prompt === 'select_account') return 'nobody';
  const signedIn = [...entra.sessions]
    .map((email) => entra.world.accounts.get(email))
    .filter((account) => account !== undefined)
    .filter((account) => mayUse(segment, account.tenant));
  const hint = query.get('login_hint')?.toLowerCase();
  if (hint) return signedIn.find((account) => account.email === hint) ?? 'nobody';
  const [only, second] = signedIn;
  if (!only) return 'nobody';
  return second ? 'several' : only;
}
