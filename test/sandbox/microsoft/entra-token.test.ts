import { describe, expect, it } from 'vitest';
import { codeOf, redeem, SCOPE, withCode } from './test-sign-in.ts';
import { ANA, given, HOUR } from './test-world.ts';

describe('redeeming', () => {
  it.each([
    ['without an Origin', {}, {}, 9002327],
    ['with a secret', { client_secret: 's' }, { origin: 'chrome-extension://abc' }, 700025],
    [
      'with another verifier',
      { code_verifier: 'w'.repeat(43) },
      { origin: 'chrome-extension://abc' },
      501481,
    ],
    [
      'for another redirect address',
      { redirect_uri: 'https://x.chromiumapp.org/' },
      { origin: 'https://x' },
      500112,
    ],
    ['for another app', { client_id: 'x' }, { origin: 'https://x' }, 700016],
  ])('fails %s', async (_, change, headers, number) => {
    const world = given();
    const answer = await redeem(world, { ...withCode(await codeOf(world)), ...change }, headers);
    expect(answer.status).toBe(400);
    expect(answer.body.error_codes).toEqual([number]);
  });

  it('takes a code once, and for ten minutes', async () => {
    const world = given();
    const code = await codeOf(world);
    expect((await redeem(world, withCode(code))).status).toBe(200);
    expect((await redeem(world, withCode(code))).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [54005],
    });
    const late = await codeOf(world);
    world.clock.now += 11 * 60_000;
    expect((await redeem(world, withCode(late))).body.error_codes).toEqual([70008]);
  });

  it('renews for a day from the sign-in, however often, and not without Origin', async () => {
    const world = given();
    const { body } = await redeem(world, withCode(await codeOf(world)));
    const renew = (refresh: string, headers?: Record<string, string>) =>
      redeem(world, { grant_type: 'refresh_token', refresh_token: refresh, scope: SCOPE }, headers);
    expect((await renew(body.refresh_token, {})).body.error_codes).toEqual([9002327]);
    world.clock.now += 23 * HOUR;
    const second = await renew(body.refresh_token);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(body.refresh_token);
    world.clock.now += HOUR;
    expect((await renew(second.body.refresh_token)).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [700084],
    });
  });

  it('renews no wider than was agreed, and nothing after a revocation', async () => {
    const world = given();
    const { body } = await redeem(world, withCode(await codeOf(world)));
    const more = { grant_type: 'refresh_token', refresh_token: body.refresh_token };
    expect((await redeem(world, { ...more, scope: 'Calendars.ReadWrite' })).body).toMatchObject({
      error_codes: [65001],
      suberror: 'consent_required',
    });
    world.control.tokens.revoke(ANA);
    expect((await redeem(world, more)).body.error_codes).toEqual([50173]);
    expect((await world.ask('/me', { token: body.access_token })).status).toBe(401);
  });

  it('ends an access token after its hour', async () => {
    const world = given();
    const { body } = await redeem(world, withCode(await codeOf(world)));
    world.clock.now += HOUR;
    const answer = await world.ask('/me/calendars', { token: body.access_token });
    expect([answer.status, answer.body.error?.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });
});
