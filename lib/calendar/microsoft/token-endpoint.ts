import type { Access, Problem, SignInWorld, Tokens } from '../sync/provider.ts';
import { type Asked, entraProblem } from './entra-problem.ts';
import { objectOf, textOf } from './json.ts';
import { retryAt } from './retry-after.ts';

const RIGHTS = { read: 'Calendars.Read', write: 'Calendars.ReadWrite' } as const satisfies Record<
  Access,
  string
>;

/** What is asked for. The identity comes with `openid profile`, so that `User.Read` is not needed. */
export function scopesFor(access: Access): string {
  return `openid profile offline_access ${RIGHTS[access]}`;
}

/** Longest wait for an answer, in ms. */
const ANSWER_MS = 30_000;

export type Redeemed = { ok: true; tokens: Tokens; idToken: string } | Problem;

/**
 * Turns a code or a refresh token into tokens. No secret: for a redirect address of the kind "single-page
 * application" Entra wants the PKCE verifier and an Origin instead, which the browser sends along by itself.
 */
export async function redeem(
  world: SignInWorld,
  endpoint: { tenant: string; clientId: string; access: Access; asked: Asked },
  grant: Readonly<Record<string, string>>,
): Promise<Redeemed> {
  const sentAt = world.now();
  let response: Response;
  let answer: Readonly<Record<string, unknown>>;
  try {
    // Called by itself: as a method of `world` the browser's own would refuse to work.
    const { fetch } = world;
    response = await fetch(`https://login.microsoftonline.com/${endpoint.tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: endpoint.clientId,
        scope: scopesFor(endpoint.access),
        ...grant,
      }).toString(),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(ANSWER_MS),
    });
  } catch {
    return { ok: false, reason: 'offline' };
  }
  try {
    answer = objectOf(await response.json());
  } catch {
    answer = {};
  }
  if (!response.ok) return refused(response, answer, endpoint.asked, sentAt);
  return readTokens(answer, sentAt);
}

function refused(
  response: Response,
  answer: Readonly<Record<string, unknown>>,
  asked: Asked,
  now: number,
): Problem {
  const wait = retryAt(response.headers, now);
  const later = wait === null ? {} : { retryAt: wait };
  if (textOf(answer.error) === '') {
    const busy = response.status === 429 || response.status === 503;
    return { ok: false, reason: busy ? 'busy' : 'server', ...later, code: `HTTP ${response.status}` };
  }
  const problem = entraProblem(
    { error: textOf(answer.error), description: textOf(answer.error_description), subcode: '' },
    asked,
  );
  return problem.reason === 'busy' ? { ...problem, ...later } : problem;
}

function readTokens(answer: Readonly<Record<string, unknown>>, now: number): Redeemed {
  const accessToken = textOf(answer.access_token);
  if (accessToken === '') return { ok: false, reason: 'server', code: 'no_token' };
  const access = grantedAccess(textOf(answer.scope));
  if (!access) return { ok: false, reason: 'refused', code: 'scope' };
  const seconds = Number(answer.expires_in);
  return {
    ok: true,
    idToken: textOf(answer.id_token),
    tokens: {
      accessToken,
      expiresAt: now + (seconds > 0 && seconds < 1e6 ? seconds : 3600) * 1000,
      refreshToken: textOf(answer.refresh_token) || null,
      access,
    },
  };
}

/** Scopes come back with or without Graph's address before them, in any case of letters. */
function grantedAccess(scope: string): Access | null {
  const granted = new Set(scope.split(/\s+/).map((one) => one.slice(one.lastIndexOf('/') + 1).toLowerCase()));
  if (granted.has(RIGHTS.write.toLowerCase())) return 'write';
  return granted.has(RIGHTS.read.toLowerCase()) ? 'read' : null;
}
