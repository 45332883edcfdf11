import type { AccountProblem, Problem } from '../sync/provider.ts';

/** What Entra says when it refuses, in the address it leads back to or in the token endpoint's answer. */
export interface EntraRefusal {
  /** OAuth's word, such as `access_denied`. */
  error: string;
  /** Entra's sentence; it begins with `AADSTS` and a number. It may name people, so it goes no further than here. */
  description: string;
  /** `cancel` when the member closed the consent page by its own button. */
  subcode: string;
}

/** Whether the member was asked just now, or nobody was: the same refusal then means something else. */
export type Asked = 'asked' | 'silent';

/**
 * Entra's numbers that tell more than the OAuth word beside them (Entra's public list of error codes). Microsoft
 * may add to them at any time, so the word decides for every number that is not here.
 */
const BY_NUMBER: Readonly<Record<string, AccountProblem>> = {
  // Nobody consented, or the member said no.
  65001: 'refused',
  65004: 'refused',
  // An administrator has to approve the app, or did not assign this member to it.
  90094: 'blocked',
  90095: 'blocked',
  90093: 'blocked',
  50105: 'blocked',
  // Rules of the organisation: conditional access, unmanaged or unregistered devices, blocked apps and accounts.
  53000: 'blocked',
  53001: 'blocked',
  53002: 'blocked',
  53003: 'blocked',
  530003: 'blocked',
  530032: 'blocked',
  50020: 'blocked',
  50057: 'blocked',
  7000112: 'blocked',
  // The client id, its kind, its redirect address or its tenant.
  700016: 'no-client',
  50011: 'no-client',
  50194: 'no-client',
  500113: 'no-client',
  7000218: 'no-client',
  9002326: 'no-client',
  9002327: 'no-client',
  // A refresh token past its time: 24 hours for an app in a browser, or sign-in rules of the organisation.
  700082: 'expired',
  700084: 'expired',
  70008: 'expired',
  70043: 'expired',
  // One more proof is asked for that only the member can give.
  50058: 'expired',
  50076: 'expired',
  50078: 'expired',
  50079: 'expired',
  50158: 'expired',
  16000: 'expired',
  // The password changed, or sessions were ended.
  50173: 'revoked',
  50132: 'revoked',
  50133: 'revoked',
  // Too much at once, or out of order for a moment.
  90033: 'busy',
  50196: 'busy',
};

/** OAuth's and OpenID Connect's words. */
const BY_WORD: Readonly<Record<string, AccountProblem>> = {
  access_denied: 'refused',
  consent_required: 'refused',
  login_required: 'expired',
  interaction_required: 'expired',
  account_selection_required: 'expired',
  invalid_grant: 'expired',
  unauthorized_client: 'no-client',
  invalid_client: 'no-client',
  temporarily_unavailable: 'busy',
  slow_down: 'busy',
};

/** The problem behind a refusal, with Entra's number (or the OAuth word) as its code. */
export function entraProblem(refusal: EntraRefusal, asked: Asked): Problem {
  const number = /\bAADSTS(\d{4,9})\b/.exec(refusal.description)?.[1];
  const word = /^[a-z_]{1,60}$/.test(refusal.error) ? refusal.error : undefined;
  const code = number ? `AADSTS${number}` : word;
  return { ok: false, reason: reasonOf(refusal, number, asked), ...(code ? { code } : {}) };
}

function reasonOf(refusal: EntraRefusal, number: string | undefined, asked: Asked): AccountProblem {
  if (refusal.error === 'access_denied' && refusal.subcode === 'cancel') return 'cancelled';
  const reason = BY_NUMBER[number ?? ''] ?? BY_WORD[refusal.error] ?? 'server';
  // Leave that was there before is gone when nobody was asked.
  return reason === 'refused' && asked === 'silent' ? 'revoked' : reason;
}
