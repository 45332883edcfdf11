import type { AccountProblem, Problem } from '../sync/provider.ts';
import { fieldOf, listOf } from './read-value.ts';
import { codeOf } from './redirect.ts';

/** A request that did not go through, as Google said it. */
export interface Refusal {
  ok: false;
  /** Of HTTP; 0 when there was no answer. */
  status: number;
  /** Google's word for it, such as `rateLimitExceeded`; empty without one. */
  code: string;
  problem: Problem;
}

/** Too much at once: over in a moment (https://developers.google.com/workspace/calendar/api/guides/errors). */
const SHORT_LIMITS: ReadonlySet<string> = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);
/** Too much altogether: over in hours. */
const LONG_LIMITS: ReadonlySet<string> = new Set([
  'quotaExceeded',
  'dailyLimitExceeded',
  'dailyLimitExceededUnreg',
]);
const MINUTE_MS = 60_000;
/** No date is further away than this, whatever a Retry-After says. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;

/** Whether asking the same again in a moment may well succeed. */
export function isPassing(response: Response): boolean {
  if (response.status === 403) return SHORT_LIMITS.has(reasonOf(response));
  return [429, 500, 502, 503, 504].includes(response.status);
}

/** How long the service asks to be left alone, in ms; null when it does not say. `now` in UTC ms. */
export function retryAfterMs(response: Response, now: number): number | null {
  const said = response.headers.get('retry-after')?.trim();
  if (!said) return null;
  const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_MS) : null;
}

/** An answer that is an error, in our words. `random` from 0 to 1, so that not everybody comes back at once. */
export function refusalOf(response: Response, now: number, random: number): Refusal {
  const { status } = response;
  const code = reasonOf(response);
  const said = retryAfterMs(response, now);
  const reason = accountProblem(status, code, said !== null);
  const rest = LONG_LIMITS.has(code) ? 60 * MINUTE_MS : MINUTE_MS;
  const retryAt = reason === 'busy' ? { retryAt: Math.round(now + (said ?? rest * (1 + random))) } : {};
  return {
    ok: false,
    status,
    code,
    problem: { ok: false, reason, ...retryAt, ...codeOf(code || `http_${status}`) },
  };
}

function accountProblem(status: number, code: string, saysWhen: boolean): AccountProblem {
  if (status === 429 || SHORT_LIMITS.has(code) || LONG_LIMITS.has(code)) return 'busy';
  if (status >= 500) return saysWhen ? 'busy' : 'server';
  if (status === 401) return 'revoked';
  switch (code) {
    case 'insufficientPermissions':
    case 'ACCESS_TOKEN_SCOPE_INSUFFICIENT':
      return 'refused';
    // Whoever made the client id has to switch the calendar's interface on.
    case 'accessNotConfigured':
    case 'SERVICE_DISABLED':
      return 'no-client';
    case 'domainPolicy':
    case 'accountDisabled':
    case 'ACCESS_BLOCKED':
      return 'blocked';
    default:
      return 'server';
  }
}

/** Google's word: in `errors[0].reason` (older), or in a detail of the newer shape. */
function reasonOf(response: Response): string {
  const error = fieldOf('data' in response ? response.data : null, 'error');
  const words = [
    fieldOf(listOf(fieldOf(error, 'errors'))[0], 'reason'),
    ...listOf(fieldOf(error, 'details')).map((detail) => fieldOf(detail, 'reason')),
    fieldOf(error, 'status'),
  ];
  return codeOf(words.find((word) => typeof word === 'string')).code ?? '';
}
