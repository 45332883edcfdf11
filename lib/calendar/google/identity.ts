import type { AccountIdentity, Problem, SignInWorld } from '../sync/provider.ts';
import { isRecord, textOf } from './read-value.ts';

/** At the calendar's own host, so that no further one has to be allowed. */
const USERINFO = 'https://www.googleapis.com/oauth2/v3/userinfo';

/** Who a token belongs to. Without a token it only tells whether Google can be reached. */
export async function readIdentity(
  { fetch }: Pick<SignInWorld, 'fetch'>,
  accessToken: string | null,
): Promise<{ ok: true; identity: AccountIdentity } | Problem> {
  let response: Response;
  try {
    response = await fetch(USERINFO, {
      headers: accessToken === null ? {} : { authorization: `Bearer ${accessToken}` },
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    return { ok: false, reason: 'offline' };
  }
  const said: unknown = await response.json().catch(() => null);
  if (response.status === 429) return { ok: false, reason: 'busy' };
  const id = isRecord(said) ? textOf(said.sub, 255) : '';
  if (!response.ok || !isRecord(said) || id === '') {
    return { ok: false, reason: 'server', code: `userinfo_${response.status}` };
  }
  return {
    ok: true,
    identity: { id, email: textOf(said.email, 320).toLowerCase(), name: textOf(said.name, 200) },
  };
}
