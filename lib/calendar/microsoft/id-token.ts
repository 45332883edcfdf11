import type { AccountIdentity } from '../sync/provider.ts';
import { textFromBase64Url } from './base64url.ts';
import { type Json, objectOf, textOf } from './json.ts';

/**
 * Who an id_token of Entra speaks of, or null when it is not meant for us: other audience, other nonce, other
 * issuer, or past its time. Its signature is not checked: it comes from the token endpoint itself over TLS, for
 * which OpenID Connect Core §3.1.3.7 (6) lets that do.
 *
 * `nonce`: the one sent along; null where none was (a renewal by refresh token).
 */
export function readIdToken(
  token: string,
  expected: { clientId: string; nonce: string | null; now: number },
): AccountIdentity | null {
  const parts = token.split('.');
  const claims = parts.length === 3 ? parse(textFromBase64Url(parts[1] ?? '')) : {};
  const tenant = textOf(claims.tid);
  if (claims.aud !== expected.clientId) return null;
  if (expected.nonce !== null && claims.nonce !== expected.nonce) return null;
  if (!/^[\w-]{1,64}$/.test(tenant) || !isIssuer(textOf(claims.iss), tenant)) return null;
  if (typeof claims.exp !== 'number' || claims.exp * 1000 < expected.now - SKEW_MS) return null;
  // `oid` is the same for every app and stays; `sub` is Entra's own for this person and this app.
  const person = textOf(claims.oid) || textOf(claims.sub);
  if (!/^[\w.-]{1,128}$/.test(person)) return null;
  const address = [textOf(claims.email), textOf(claims.preferred_username)].find((one) => one.includes('@'));
  return {
    id: `${person}.${tenant}`,
    email: (address ?? '').slice(0, 320).toLowerCase(),
    name: textOf(claims.name).slice(0, 200),
  };
}

/**
 * Clocks of members are often some minutes off, and where the zone was set by hand hours: a day at the worst. The token has
 * just come from the endpoint itself, under a nonce of its own, so an old one is nobody's.
 */
const SKEW_MS = 26 * 3_600_000;

function isIssuer(issuer: string, tenant: string): boolean {
  return issuer === `https://login.microsoftonline.com/${tenant}/v2.0`;
}

function parse(text: string | null): Json {
  try {
    return objectOf(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}
