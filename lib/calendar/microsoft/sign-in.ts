import type { SignIn } from '../sync/provider.ts';
import { authorize } from './authorize.ts';
import { readIdToken } from './id-token.ts';
import { redeem } from './token-endpoint.ts';

/**
 * Sign-in at Entra without a secret and without a server: a redirect address of the kind "single-page application",
 * PKCE, and a refresh token that lives for 24 hours; after that a silent window renews, as long as the browser is
 * signed in at Microsoft.
 *
 * `tenant`: `common` takes work, school and personal accounts; an organisation with a client id of its own that
 * serves only itself needs its own tenant's name or id here.
 */
export function microsoftSignInAt(tenant: string): SignIn {
  if (!/^[\w.-]+$/.test(tenant)) throw new Error('a tenant is a name or an id');
  return {
    connect(world, { clientId, access, loginHint }) {
      return authorize(world, {
        tenant,
        clientId,
        access,
        prompt: loginHint ? null : 'select_account',
        loginHint: loginHint ?? null,
      });
    },

    async renew(world, { clientId, access, loginHint, tokens, identity }) {
      if (tokens.refreshToken) {
        const redeemed = await redeem(
          world,
          { tenant, clientId, access, asked: 'silent' },
          { grant_type: 'refresh_token', refresh_token: tokens.refreshToken },
        );
        if (redeemed.ok) {
          const who = readIdToken(redeemed.idToken, { clientId, nonce: null, now: world.now() });
          // Entra always sends one for `openid`; without it nobody says whose calendar this token opens.
          if (!who) return { ok: false, reason: 'server', code: 'id_token' };
          if (who.id !== identity.id) return { ok: false, reason: 'other-account' };
          // Without a new one the old one stays good for what is left of its day.
          const refreshToken = redeemed.tokens.refreshToken ?? tokens.refreshToken;
          return { ok: true, tokens: { ...redeemed.tokens, refreshToken } };
        }
        // The member's browser may be signed in all the same, also after a new password.
        if (!['expired', 'revoked'].includes(redeemed.reason)) return redeemed;
        const again = await silently();
        // A silent window that only says "sign in" hides why it came to that.
        return !again.ok && again.reason === 'expired' ? redeemed : again;
      }
      return silently();

      async function silently() {
        const hint = loginHint ?? (identity.email || null);
        const found = await authorize(world, { tenant, clientId, access, prompt: 'none', loginHint: hint });
        if (!found.ok) return found;
        if (found.identity.id !== identity.id) return { ok: false, reason: 'other-account' } as const;
        return { ok: true, tokens: found.tokens } as const;
      }
    },

    /** There is nothing to call: see `consentPage` for where the member can take the leave back. */
    async revoke() {},
  };
}

export const microsoftSignIn: SignIn = microsoftSignInAt('common');
