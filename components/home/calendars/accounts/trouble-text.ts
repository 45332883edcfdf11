import type { Provider } from '@/lib/calendar/sync/provider';
import { type MessageKey, t } from '@/lib/platform/i18n';
import type { AccountTrouble } from './account-actions.ts';

/** What a member can press to go on. */
export type NextStep = 'sign-in' | 'allow' | 'client' | 'none';

const TEXTS = {
  cancelled: { title: 'acc_cancelled', todo: 'acc_cancelled_todo', step: 'sign-in' },
  refused: { title: 'acc_refused', todo: 'acc_refused_todo', step: 'sign-in' },
  blocked: { title: 'acc_blocked', todo: 'acc_blocked_todo', step: 'none' },
  'not-allowed': { title: 'acc_not_allowed', todo: 'acc_not_allowed_todo', step: 'allow' },
  'no-client': { title: 'acc_no_client', todo: 'acc_no_client_todo', step: 'client' },
  expired: { title: 'acc_expired', todo: 'acc_expired_todo', step: 'sign-in' },
  revoked: { title: 'acc_revoked', todo: 'acc_revoked_todo', step: 'sign-in' },
  'other-account': { title: 'acc_other', todo: 'acc_other_todo', step: 'sign-in' },
  offline: { title: 'acc_offline', todo: 'acc_offline_todo', step: 'none' },
  busy: { title: 'acc_busy', todo: 'acc_busy_todo', step: 'none' },
  server: { title: 'acc_server', todo: 'acc_server_todo', step: 'none' },
  unanswered: { title: 'acc_unanswered', todo: 'acc_unanswered_todo', step: 'none' },
} as const satisfies Record<AccountTrouble, { title: MessageKey; todo: MessageKey; step: NextStep }>;

const UNKNOWN_CLIENT = {
  title: 'acc_unknown_client',
  todo: 'acc_unknown_client_todo',
  step: 'client',
} as const;

const SERVICES = { google: 'acc_google', microsoft: 'acc_outlook' } as const satisfies Record<
  Provider,
  MessageKey
>;

/** How people call the service. */
export const serviceName = (provider: Provider): string => t(SERVICES[provider]);

/** What passes while a reading is tried again and again; nobody but the member tries a sign-in again. */
const PASSING: ReadonlySet<AccountTrouble> = new Set(['offline', 'busy', 'server']);

/** The same for a sign-in that the member is waiting for. */
export function signInTrouble(
  reason: AccountTrouble,
  provider: Provider,
  code: string | null,
): ReturnType<typeof troubleText> {
  const trouble = troubleText(reason, provider, code);
  if (!PASSING.has(reason)) return trouble;
  return { ...trouble, todo: withCode(t('acc_later_todo'), code), step: 'sign-in' };
}

/** What happened and what to do, in words; `code` is the service's own, for whoever has to look into it. */
export function troubleText(
  reason: AccountTrouble,
  provider: Provider,
  code: string | null,
): { title: string; todo: string; step: NextStep } {
  // With a code it was the service that refused: there is an id, and it is not one that it knows.
  const { title, todo, step } = reason === 'no-client' && code !== null ? UNKNOWN_CLIENT : TEXTS[reason];
  const service = serviceName(provider);
  return { title: t(title, { service }), todo: withCode(t(todo, { service }), code), step };
}

const withCode = (words: string, code: string | null): string =>
  code ? `${words} ${t('acc_code', { code })}` : words;
