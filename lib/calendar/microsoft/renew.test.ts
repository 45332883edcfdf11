import { describe, expect, it } from 'vitest';
import {
  back,
  NOW,
  person,
  refusal,
  renew,
  stored,
  tokens,
  withCode,
  worldOf,
} from '@/test/builders/entra-answers.ts';
import { consentPage } from './consent-page.ts';
import { microsoftSignIn } from './sign-in.ts';

describe('renewing', () => {
  it('takes the refresh token and opens no window', async () => {
    const { world, seen } = worldOf({ answers: [tokens()] });
    expect(await renew(world)).toMatchObject({ ok: true, tokens: { refreshToken: 'refresh-2' } });
    expect(seen.posts[0]?.form.get('refresh_token')).toBe('refresh-1');
    expect(seen.windows).toEqual([]);
  });

  it('keeps the refresh token when no new one comes', async () => {
    const { world } = worldOf({ answers: [tokens({}, { refresh_token: undefined })] });
    expect(await renew(world)).toMatchObject({ ok: true, tokens: { refreshToken: 'refresh-1' } });
  });

  it.each(['AADSTS700082', 'AADSTS700084'])(
    'goes through a silent window when its day is over (%s)',
    async (code) => {
      const { world, seen } = worldOf({
        window: withCode,
        answers: [refusal('invalid_grant', `${code}: expired`), tokens()],
      });
      expect(await renew(world)).toMatchObject({ ok: true, tokens: { accessToken: 'access-2' } });
      expect(seen.windows[0]?.interactive).toBe(false);
      expect(seen.windows[0]?.url.searchParams.get('prompt')).toBe('none');
      expect(seen.windows[0]?.url.searchParams.get('login_hint')).toBe(person.email);
    },
  );

  it.each([
    ['nothing comes back', () => null, 'AADSTS700084'],
    ['the browser is signed out', back({ error: 'login_required' }), 'AADSTS700084'],
    ['more is asked of the member', back({ error: 'interaction_required' }), 'AADSTS700084'],
  ])('has expired when %s', async (_, window, code) => {
    const { world } = worldOf({ window, answers: [refusal('invalid_grant', `${code}: expired`)] });
    expect(await renew(world)).toEqual({ ok: false, reason: 'expired', code });
  });

  it('has expired without a refresh token when the silent window shows nothing', async () => {
    const { world } = worldOf({ window: () => null });
    expect(await renew(world, { refreshToken: null })).toEqual({ ok: false, reason: 'expired' });
  });

  it('tells leave taken back from time that is up', async () => {
    const gone = worldOf({
      window: back({ error: 'consent_required', error_description: 'AADSTS65001: none' }),
      answers: [refusal('invalid_grant', 'AADSTS65001: none')],
    });
    expect(await renew(gone.world)).toEqual({ ok: false, reason: 'revoked', code: 'AADSTS65001' });
    const password = worldOf({
      window: () => null,
      answers: [refusal('invalid_grant', 'AADSTS50173: fresh token needed')],
    });
    expect(await renew(password.world)).toEqual({ ok: false, reason: 'revoked', code: 'AADSTS50173' });
  });

  it('does not mistake another account for this one', async () => {
    const { world } = worldOf({ window: withCode, answers: [tokens({ oid: 'oid-2' })] });
    expect(await renew(world, { refreshToken: null })).toEqual({ ok: false, reason: 'other-account' });
    const direct = worldOf({ answers: [tokens({ oid: 'oid-2' })] });
    expect(await renew(direct.world)).toEqual({ ok: false, reason: 'other-account' });
  });

  it.each([
    ['no id_token', {}, { id_token: undefined }],
    ['one for another app', { aud: 'another-client' }, {}],
    ['one of another issuer', { iss: 'https://login.example.org/v2.0' }, {}],
  ])('takes no token with %s, because nobody says whose calendar it opens', async (_, claims, more) => {
    const { world } = worldOf({ answers: [tokens(claims, more)] });
    expect(await renew(world)).toEqual({ ok: false, reason: 'server', code: 'id_token' });
  });

  it('waits when the service says so, and bothers no window', async () => {
    const { world, seen } = worldOf({
      answers: [refusal('temporarily_unavailable', '', 503, { 'retry-after': '120' })],
    });
    expect(await renew(world)).toMatchObject({ reason: 'busy', retryAt: NOW + 120_000 });
    expect(seen.windows).toEqual([]);
  });

  it('stays as it is when there is no way to the service', async () => {
    const { world, seen } = worldOf({ answers: [() => new TypeError('Failed to fetch')] });
    expect(await renew(world)).toEqual({ ok: false, reason: 'offline' });
    expect(seen.windows).toEqual([]);
  });
});

describe('disconnecting', () => {
  it('calls nobody, for there is nobody to call', async () => {
    const { world, seen } = worldOf({});
    await microsoftSignIn.revoke(world, stored);
    expect(seen).toEqual({ windows: [], posts: [] });
  });

  it('can say where the leave is taken back, which differs for personal accounts', () => {
    expect(consentPage(person)).toContain('myapps.microsoft.com');
    expect(consentPage({ id: 'x.9188040d-6c67-4c5b-b112-36a304b66dad' })).toContain('account.live.com');
  });
});
