import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA, BEN, CLIENT, type GoogleTown, googleTown, START } from '../../../test/builders/google-town.ts';
import type { AccountIdentity, Tokens } from '../sync/provider.ts';
import { googleSignIn } from './sign-in.ts';

let town: GoogleTown;
beforeEach(() => {
  town = googleTown();
});

const options = { clientId: CLIENT, access: 'read' } as const;

describe('signing in at the stand-in', () => {
  it('connects, finds out who it is, and can read with what it was given', async () => {
    const answer = await googleSignIn.connect(town.person(), options);
    expect(answer).toMatchObject({
      ok: true,
      tokens: { access: 'read', expiresAt: START + 3_599_000 },
      identity: { id: '1001', email: ANNA, name: 'Anna Lund' },
    });
    if (!answer.ok) return;
    expect(await town.clientWith(answer.tokens.accessToken).calendars()).toMatchObject({
      ok: true,
      calendars: [{ id: ANNA }],
    });
  });

  it('connects a second account beside the first', async () => {
    await googleSignIn.connect(town.person(), options);
    const second = await googleSignIn.connect(town.person({ account: BEN }), options);
    expect(second).toMatchObject({ ok: true, identity: { email: BEN } });
  });

  it('asks for writing later, and has it only then', async () => {
    const read = await googleSignIn.connect(town.person(), options);
    expect(read).toMatchObject({ tokens: { access: 'read' } });
    const write = await googleSignIn.connect(town.person(), { ...options, access: 'write', loginHint: ANNA });
    expect(write).toMatchObject({ tokens: { access: 'write' } });
  });

  it.each([
    ['refused', 'says no', { denies: true }],
    ['refused', 'leaves out the events', { leavesOut: 'calendar.events.readonly' }],
    ['refused', 'leaves out the list', { leavesOut: 'calendar.calendarlist.readonly' }],
  ])('is %s when the member %s', async (reason, _, does) => {
    expect(await googleSignIn.connect(town.person(does), options)).toMatchObject({ ok: false, reason });
  });

  it.each(['admin_policy_enforced', 'org_internal', 'access_denied'] as const)(
    'cannot tell %s from a closed window, for Google shows a page and leads nowhere',
    async (how) => {
      town.control.accounts.block(ANNA, how);
      expect(await googleSignIn.connect(town.person(), options)).toEqual({ ok: false, reason: 'cancelled' });
    },
  );

  it('cannot tell a client id that Google does not know either', async () => {
    expect(await googleSignIn.connect(town.person(), { ...options, clientId: 'unknown' })).toEqual({
      ok: false,
      reason: 'cancelled',
    });
  });

  async function connected(): Promise<{ tokens: Tokens; identity: AccountIdentity }> {
    const answer = await googleSignIn.connect(town.person(), options);
    if (!answer.ok) throw new Error(answer.reason);
    return answer;
  }

  it('renews without a window, also with two accounts signed in', async () => {
    const before = await connected();
    town.now += 2 * 3_600_000;
    const renewed = await googleSignIn.renew(town.person(), { ...options, ...before });
    expect(renewed).toMatchObject({ ok: true, tokens: { access: 'read', expiresAt: town.now + 3_599_000 } });
  });

  it('has expired when the member signed out of Google, or took the leave back', async () => {
    const before = await connected();
    town.control.accounts.signOut(ANNA);
    const out = await googleSignIn.renew(town.person(), { ...options, ...before });
    expect(out).toMatchObject({ reason: 'expired', code: 'login_required' });
    town.control.accounts.signIn(ANNA);
    town.control.tokens.withdraw(ANNA);
    const back = await googleSignIn.renew(town.person(), { ...options, ...before });
    expect(back).toMatchObject({ reason: 'expired', code: 'interaction_required' });
  });

  it('gives the leave back, after which the token opens nothing', async () => {
    const { tokens } = await connected();
    await googleSignIn.revoke(town.person(), tokens);
    expect(town.control.accounts.granted(ANNA, CLIENT)).toEqual([]);
    expect(await town.clientWith(tokens.accessToken).calendars()).toMatchObject({
      ok: false,
      reason: 'revoked',
    });
  });
});
