import { ANA, CLIENT, type given, REDIRECT } from './test-world.ts';

export const VERIFIER = 'v'.repeat(43);
export const SCOPE = 'openid profile offline_access User.Read Calendars.Read';

export async function challenge(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(VERIFIER));
  return Buffer.from(digest).toString('base64url');
}

export async function address(
  change: Record<string, string | null> = {},
  tenant = 'common',
): Promise<string> {
  const params: Record<string, string | null> = {
    client_id: CLIENT,
    response_type: 'code',
    redirect_uri: REDIRECT,
    response_mode: 'query',
    scope: SCOPE,
    state: 'st ate',
    code_challenge: await challenge(),
    code_challenge_method: 'S256',
    ...change,
  };
  const kept = Object.entries(params).filter((one): one is [string, string] => one[1] !== null);
  return `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(kept)}`;
}

export type World = ReturnType<typeof given>;

export async function redeem(
  { service }: World,
  change: Record<string, string | null>,
  headers: Record<string, string> = { origin: 'chrome-extension://abc' },
) {
  const params: Record<string, string | null> = { client_id: CLIENT, redirect_uri: REDIRECT, ...change };
  const kept = Object.entries(params).filter((one): one is [string, string] => one[1] !== null);
  const response = await service.handle(
    new Request('https://login.microsoftonline.com/common/oauth2/v2.0/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(kept).toString(),
    }),
  );
  return { status: response.status, body: await response.json() };
}

export async function codeOf(world: World, change: Record<string, string | null> = {}): Promise<string> {
  const back = await world.control.openWindow(await address(change), { interactive: true }, { account: ANA });
  return new URL(back ?? '').searchParams.get('code') ?? '';
}

export const withCode = (code: string) => ({
  grant_type: 'authorization_code',
  code,
  code_verifier: VERIFIER,
});

export async function params(world: World, change: Record<string, string | null>, answer = {}) {
  const back = await world.control.openWindow(await address(change), { interactive: true }, answer);
  return Object.fromEntries(new URL(back ?? 'https://nowhere').searchParams);
}

export async function silent(world: World, change: Record<string, string | null> = {}) {
  const back = await world.control.openWindow(await address({ prompt: 'none', ...change }), {
    interactive: false,
  });
  return Object.fromEntries(new URL(back ?? 'https://nowhere').searchParams);
}
