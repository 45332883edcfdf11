import type { AccountProblem, Problem } from '../sync/provider.ts';

/** What Google led back with. */
export type Redirect = { ok: true; accessToken: string; expiresInS: number; scope: string | null } | Problem;

/**
 * Errors that Google leads back with (RFC 6749 §4.2.2.1, OpenID Connect Core §3.1.2.6, and Google's own:
 * https://developers.google.com/identity/protocols/oauth2/javascript-implicit-flow#authorization-errors). Of several of
 * its own, such as `invalid_client`, `org_internal` and `redirect_uri_mismatch`, Google shows a page and leads nowhere:
 * then the member closes the window, and nobody can tell that from closing it for another reason.
 */
const ERRORS: Readonly<Record<string, AccountProblem>> = {
  access_denied: 'refused',
  admin_policy_enforced: 'blocked',
  org_internal: 'blocked',
  access_blocked: 'blocked',
  disallowed_useragent: 'blocked',
  policy_enforced: 'blocked',
  invalid_client: 'no-client',
  deleted_client: 'no-client',
  disabled_client: 'no-client',
  unauthorized_client: 'no-client',
  origin_mismatch: 'no-client',
  redirect_uri_mismatch: 'no-client',
  login_required: 'expired',
  interaction_required: 'expired',
  consent_required: 'expired',
  account_selection_required: 'expired',
  immediate_failed: 'expired',
  user_logged_out: 'expired',
  temporarily_unavailable: 'server',
  server_error: 'server',
};

/**
 * Reads the address that Google led back to. Anything that is not ours, by place or by `state`, counts as if the
 * window had been closed.
 */
export function readRedirect(address: string, expected: { redirectUrl: string; state: string }): Redirect {
  const url = URL.canParse(address) ? new URL(address) : null;
  const home = new URL(expected.redirectUrl);
  if (!url || url.origin !== home.origin || url.pathname !== home.pathname) return cancelled;
  // Errors come behind the `#` too; a few older ones behind the `?`.
  const said = new URLSearchParams(url.hash.slice(1) || url.search);
  if (said.get('state') !== expected.state) return cancelled;
  const error = said.get('error');
  if (error !== null) {
    const reason = (Object.hasOwn(ERRORS, error) && ERRORS[error]) || 'server';
    return { ok: false, reason, ...codeOf(error) };
  }
  const accessToken = said.get('access_token') ?? '';
  const expiresInS = Number(said.get('expires_in'));
  if (accessToken === '' || !(expiresInS > 0)) return { ok: false, reason: 'server', code: 'no_token' };
  return { ok: true, accessToken, expiresInS, scope: said.get('scope') };
}

const cancelled = { ok: false, reason: 'cancelled' } as const satisfies Problem;

/** A service's code where it looks like one: it is shown, so it must not carry anything else. */
export function codeOf(code: unknown): { code?: string } {
  return typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? { code } : {};
}
