import { toBase64Url } from '@/lib/calendar/microsoft/base64url.ts';
import { microsoftSignIn } from '@/lib/calendar/microsoft/sign-in.ts';
import type { AccountIdentity, SignInWorld, Tokens } from '@/lib/calendar/sync/provider.ts';

export const NOW = Date.UTC(2026, 10, 5, 17);
export const HOME = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
export const CLIENT = '11111111-2222-3333-4444-555555555555';
export const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';

export const person: AccountIdentity = { id: `oid-1.${TENANT}`, email: 'ada@uni.example', name: 'Ada' };
export const stored: Tokens = {
  accessToken: 'old',
  expiresAt: NOW,
  refreshToken: 'refresh-1',
  access: 'read',
};

export interface Seen {
  windows: { url: URL; interactive: boolean }[];
  posts: { url: string; form: URLSearchParams; init: RequestInit }[];
}

export interface Script {
  /** What the window leads back to, given the address that was opened; null: nothing. */
  window?: (url: URL) => string | null;
  /** The answers of the token endpoint in turn; an Error is thrown. */
  answers?: ((form: URLSearchParams, nonce: string) => Response | Error)[];
}

export function worldOf(script: Script): { world: SignInWorld; seen: Seen } {
  const seen: Seen = { windows: [], posts: [] };
  const answers = [...(script.answers ?? [])];
  const world: SignInWorld = {
    now: () => NOW,
    redirectUrl: HOME,
    async openWindow(url, { interactive }) {
      seen.windows.push({ url: new URL(url), interactive });
      return script.window?.(new URL(url)) ?? null;
    },
    async fetch(input, init = {}) {
      const form = new URLSearchParams(String(init.body));
      seen.posts.push({ url: String(input), form, init });
      const nonce = seen.windows.at(-1)?.url.searchParams.get('nonce') ?? '';
      const answer = answers.shift()?.(form, nonce) ?? Response.json({}, { status: 500 });
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  return { world, seen };
}

export const back = (fields: Record<string, string>) => (url: URL) =>
  `${HOME}?${new URLSearchParams({ state: url.searchParams.get('state') ?? '', ...fields })}`;
export const withCode = back({ code: 'code-1' });

export function idToken(claims: Record<string, unknown>): string {
  const full = {
    aud: CLIENT,
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    exp: NOW / 1000 + 3600,
    oid: 'oid-1',
    tid: TENANT,
    preferred_username: 'Ada@Uni.example',
    name: 'Ada',
    ...claims,
  };
  const part = (value: unknown) => toBase64Url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ alg: 'RS256' })}.${part(full)}.signature`;
}

export const tokens =
  (claims: Record<string, unknown> = {}, more: Record<string, unknown> = {}) =>
  (form: URLSearchParams, nonce: string) =>
    Response.json({
      access_token: 'access-2',
      refresh_token: 'refresh-2',
      expires_in: 3599,
      scope: 'openid profile https://graph.microsoft.com/Calendars.Read',
      id_token: idToken({ ...(form.get('grant_type') === 'authorization_code' ? { nonce } : {}), ...claims }),
      ...more,
    });

export const refusal =
  (error: string, description = '', status = 400, headers: HeadersInit = {}) =>
  () =>
    Response.json({ error, error_description: description }, { status, headers });

export const connect = (world: SignInWorld, access: 'read' | 'write' = 'read') =>
  microsoftSignIn.connect(world, { clientId: CLIENT, access });
export const renew = (world: SignInWorld, over: Partial<Tokens> = {}) =>
  microsoftSignIn.renew(world, {
    clientId: CLIENT,
    access: 'read',
    tokens: { ...stored, ...over },
    identity: person,
  });
