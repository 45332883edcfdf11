import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ADA, BO, testBed } from './for-tests.ts';

const CLIENT = 'ours.apps.googleusercontent.com';
const BACK = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/';
const READ = 'https://www.googleapis.com/auth/calendar.events.readonly';
const CALENDARS = 'https://www.googleapis.com/auth/calendar.calendarlist.readonly';

function signInBed() {
  const bed = testBed();
  bed.control.clients.add({ id: CLIENT, redirectUris: [BACK], secret: 'web-secret' });
  const open = (params: Record<string, string> = {}) => {
    const url = new URL('https://accounts.google.com/o/oauth2/v2/auth');
    const all = {
      client_id: CLIENT,
      redirect_uri: BACK,
      response_type: 'token',
      scope: READ,
      state: 's1',
      ...params,
    };
    for (const [name, value] of Object.entries(all)) if (value !== '') url.searchParams.set(name, value);
    return bed.handle(new Request(url));
  };
  return { bed, open };
}

const decoded = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Presses a button on a page, with boxes ticked. */
async function press(
  bed: ReturnType<typeof testBed>,
  page: Response,
  name: string,
  value: string,
  ticked: string[] = [],
) {
  const html = await page.text();
  expect(html).toContain(`name="${name}" value="${value}"`);
  const form = new URLSearchParams();
  for (const [, field = '', text = ''] of html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g))
    form.append(field, decoded(text));
  for (const scope of ticked) form.append('scope', scope);
  form.append(name, value);
  const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
  return bed.handle(new Request(`https://accounts.google.com${action}`, { method: 'POST', body: form }));
}

const fragment = (answer: Response) =>
  new URLSearchParams(new URL(answer.headers.get('location') ?? '').hash.slice(1));

describe('a sign-in', () => {
  test('leads over the account and the consent back with a token for an hour, and the state as it was', async () => {
    const { bed, open } = signInBed();
    const consent = await press(bed, await open(), 'account', ADA);
    const answer = await press(bed, consent, 'answer', 'allow');
    expect(answer.headers.get('location')).toMatch(new RegExp(`^${BACK}#`));
    const got = fragment(answer);
    expect([got.get('state'), got.get('token_type'), got.get('expires_in'), got.get('scope')]).toEqual([
      's1',
      'Bearer',
      '3599',
      READ,
    ]);
    const token = got.get('access_token') ?? '';
    expect((await bed.call('GET', 'calendars/primary/events', { token })).status).toBe(200);
    bed.pass(3_599_000);
    expect((await bed.call('GET', 'calendars/primary/events', { token })).status).toBe(401);
  });

  test('says access_denied when the person says no', async () => {
    const { bed, open } = signInBed();
    const answer = await press(bed, await open({ login_hint: ADA }), 'answer', 'deny');
    expect([fragment(answer).get('error'), fragment(answer).get('state')]).toEqual(['access_denied', 's1']);
  });

  test('gives only the rights that were ticked', async () => {
    const { bed, open } = signInBed();
    const scope = `openid email ${READ} ${CALENDARS}`;
    const none = fragment(await press(bed, await open({ login_hint: ADA, scope }), 'answer', 'allow'));
    expect(none.get('scope')).toBe('openid https://www.googleapis.com/auth/userinfo.email');
    const one = fragment(await press(bed, await open({ login_hint: ADA, scope }), 'answer', 'allow', [READ]));
    expect(one.get('scope')?.split(' ')).toContain(READ);
    expect(one.get('scope')?.split(' ')).not.toContain(CALENDARS);
  });

  test('asks no more for what was granted, and brings earlier grants along when asked to', async () => {
    const { bed, open } = signInBed();
    await press(bed, await open({ login_hint: ADA }), 'answer', 'allow');
    const again = await open({ login_hint: ADA });
    expect(fragment(again).get('access_token')).toBeTruthy();
    expect((await open({ login_hint: ADA, prompt: 'consent' })).status).toBe(200);
    const wider = await open({ login_hint: ADA, scope: CALENDARS, include_granted_scopes: 'true' });
    const both = fragment(await press(bed, wider, 'answer', 'allow'));
    expect(both.get('scope')?.split(' ').sort()).toEqual([CALENDARS, READ].sort());
  });

  test.each([
    ['an unknown client', { client_id: 'other' }, 'invalid_client'],
    ['another redirect', { redirect_uri: `${BACK}x` }, 'redirect_uri_mismatch'],
    ['an unknown right', { scope: 'https://www.googleapis.com/auth/everything' }, 'invalid_scope'],
    ['no right', { scope: '' }, 'invalid_request'],
    ['an answer of another type', { response_type: 'id' }, 'unsupported_response_type'],
    ['two prompts that exclude each other', { prompt: 'none consent' }, 'invalid_request'],
  ])('stops at a page of Google’s with %s: nothing comes back', async (_what, params, error) => {
    const answer = await signInBed().open(params);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.text()).toContain(`: ${error}<`);
  });

  test.each(['admin_policy_enforced', 'org_internal', 'access_denied'] as const)(
    'stops at %s when the organisation does not let the app in',
    async (how) => {
      const { bed, open } = signInBed();
      bed.control.accounts.block(ADA, how);
      expect(await (await open({ login_hint: ADA })).text()).toContain(`: ${how}<`);
      bed.control.accounts.block(ADA, null);
      expect((await open({ login_hint: ADA })).status).toBe(200);
    },
  );
});

describe('a silent renewal', () => {
  test('works for one who has granted and is signed in', async () => {
    const { bed, open } = signInBed();
    await press(bed, await open({ login_hint: ADA }), 'answer', 'allow');
    expect(fragment(await open({ prompt: 'none', login_hint: ADA })).get('access_token')).toBeTruthy();
    const sub = bed.control.accounts.add({ email: 'cy@sandbox.test' });
    expect(fragment(await open({ prompt: 'none', login_hint: sub })).get('error')).toBe(
      'interaction_required',
    );
  });

  test('says in the fragment why not: signed out, not granted, or several accounts and no hint', async () => {
    const { bed, open } = signInBed();
    expect(fragment(await open({ prompt: 'none', login_hint: ADA })).get('error')).toBe(
      'interaction_required',
    );
    await press(bed, await open({ login_hint: ADA }), 'answer', 'allow');
    expect(fragment(await open({ prompt: 'none' })).get('error')).toBe('interaction_required');
    bed.control.accounts.signOut(ADA);
    const out = fragment(await open({ prompt: 'none', login_hint: ADA }));
    expect([out.get('error'), out.get('state')]).toEqual(['login_required', 's1']);
  });

  test('ends when the leave was withdrawn, here or on the account’s page', async () => {
    const { bed, open } = signInBed();
    const token = fragment(await press(bed, await open({ login_hint: ADA }), 'answer', 'allow')).get(
      'access_token',
    );
    const revoke = () =>
      bed.handle(
        new Request('https://oauth2.googleapis.com/revoke', {
          method: 'POST',
          body: new URLSearchParams({ token: token ?? '' }),
        }),
      );
    expect((await revoke()).status).toBe(200);
    expect((await bed.call('GET', 'calendars/primary/events', { token: token ?? '' })).status).toBe(401);
    expect(fragment(await open({ prompt: 'none', login_hint: ADA })).get('error')).toBe(
      'interaction_required',
    );
    expect((await revoke()).status).toBe(400);
  });
});

describe('a code', () => {
  const verifier = 'v'.repeat(43);
  const code_challenge = createHash('sha256').update(verifier).digest('base64url');
  const redeem = async (changes: Record<string, string>) => {
    const { bed, open } = signInBed();
    bed.control.clients.add({ id: 'app', redirectUris: [BACK], kind: 'installed', secret: 's' });
    const client_id = changes.client_id ?? CLIENT;
    const asked = {
      response_type: 'code',
      code_challenge,
      code_challenge_method: 'S256',
      login_hint: ADA,
      client_id,
    };
    const answer = await press(bed, await open(asked), 'answer', 'allow');
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const body = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: BACK,
      client_id,
      code_verifier: verifier,
    };
    const sent = await bed.handle(
      new Request('https://oauth2.googleapis.com/token', {
        method: 'POST',
        body: new URLSearchParams({ ...body, ...changes }),
      }),
    );
    const { error, error_description, expires_in } = await sent.json();
    return [sent.status, error ?? expires_in, error_description];
  };

  test('of a web client is not redeemed without its secret, PKCE or not', async () => {
    expect(await redeem({})).toEqual([400, 'invalid_request', 'client_secret is missing.']);
    expect(await redeem({ client_secret: 'web-secret' })).toEqual([200, 3599, undefined]);
    expect((await redeem({ client_secret: 'wrong' }))[1]).toBe('invalid_client');
  });

  test('needs its verifier and its redirect', async () => {
    expect((await redeem({ client_id: 'app' }))[0]).toBe(200);
    expect((await redeem({ client_id: 'app', code_verifier: 'other' }))[1]).toBe('invalid_grant');
    expect((await redeem({ client_id: 'app', redirect_uri: 'https://x.org/' }))[1]).toBe(
      'redirect_uri_mismatch',
    );
  });
});

describe('who it is', () => {
  test.each([
    'https://openidconnect.googleapis.com/v1/userinfo',
    'https://www.googleapis.com/oauth2/v3/userinfo',
  ])('%s says as much as was granted', async (url) => {
    const bed = testBed();
    const ask = async (token: string) => {
      const answer = await bed.handle(new Request(url, { headers: { authorization: `Bearer ${token}` } }));
      return { status: answer.status, body: await answer.json() };
    };
    const full = await ask(bed.control.tokens.issue(BO, ['openid', 'email', 'profile']));
    expect(full.body).toMatchObject({ email: BO, email_verified: true, name: 'Bo Ek' });
    const bare = await ask(bed.control.tokens.issue(BO, ['openid']));
    expect(Object.keys(bare.body)).toEqual(['sub']);
    expect((await ask(bed.control.tokens.issue(BO, ['calendar.events']))).status).toBe(401);
  });
});
