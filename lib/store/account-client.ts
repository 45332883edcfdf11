import {
  type Access,
  type CalendarClient,
  NoToken,
  type Problem,
  type Provider,
  type SignIn,
  type SignInWorld,
  type TokenSource,
  type Tokens,
} from '../calendar/sync/provider.ts';
import type { AccountRow, TokenRow } from './account-rows.ts';
import { noteProblem } from './accounts.ts';
import type { Database } from './database.ts';

/** One of the two services, as the background has it. */
export interface Service {
  signIn: SignIn;
  client(tokens: TokenSource): CalendarClient;
}

/** What accounts need of the world. `lib/platform` and the background give the real one, tests theirs. */
export interface AccountWorld {
  /** `tenant` as in the account's row. */
  service(provider: Provider, tenant: string): Service;
  signIn(provider: Provider): SignInWorld;
  /** The client that new sign-ins are made with; null when there is none. */
  appClient(provider: Provider): Promise<{ clientId: string; tenant: string } | null>;
  /** Whether the browser lets us reach the service. */
  mayReach(provider: Provider): Promise<boolean>;
  /** Whether the browser lets us write names into its events; only Firefox asks about that. */
  maySend(): Promise<boolean>;
  locks: Pick<LockManager, 'request'>;
}

/** A token that ends in less than this is renewed before it is used. */
const SHORT_MS = 60_000;

/** What has to be done by the member; all else passes by itself. */
export const STANDING: ReadonlySet<Problem['reason']> = new Set([
  'refused',
  'blocked',
  'not-allowed',
  'no-client',
  'expired',
  'revoked',
  'other-account',
]);

/**
 * Hands out an account's token, renewed without a window when its time is up. What stands in the way is thrown as
 * `NoToken`, and noted with the account where the member has to do something.
 */
export function tokenSource(
  db: Database,
  accountId: string,
  access: Access,
  world: AccountWorld,
): TokenSource {
  let given: string | null = null;
  const isGood = (row: TokenRow, renewed: boolean) =>
    row.expiresAt - db.now() > SHORT_MS && !(renewed && row.accessToken === given);
  const refuse = async (problem: Problem): Promise<never> => {
    if (STANDING.has(problem.reason)) await noteProblem(db, accountId, problem);
    throw new NoToken(problem);
  };
  return {
    async token({ renewed } = { renewed: false }) {
      // One renewal at a time in all contexts: a second one would find its refresh token used up.
      return world.locks.request(`token ${accountId}`, async () => {
        const [account, tokens] = await Promise.all([db.accounts.get(accountId), db.tokens.get(accountId)]);
        if (!account || !tokens) return refuse({ ok: false, reason: 'expired' });
        if (access === 'write' && tokens.access !== 'write') {
          throw new NoToken({ ok: false, reason: 'refused', code: 'read_only' });
        }
        if (!isGood(tokens, renewed)) {
          const fresh = await renew({ ...account, access: tokens.access }, tokens, world);
          const now = await db.transaction('rw', db.tokens, async () => {
            const row = await db.tokens.get(accountId);
            // Whoever signed in anew meanwhile has other tokens, which may allow more; whoever disconnected has none.
            if (!fresh.ok || row?.accessToken !== tokens.accessToken) return row;
            await db.tokens.update(accountId, fresh.tokens);
            return fresh.tokens;
          });
          if (!now) return refuse({ ok: false, reason: 'expired' });
          if (!fresh.ok && now.accessToken === tokens.accessToken) return refuse(fresh);
          given = now.accessToken;
          return given;
        }
        given = tokens.accessToken;
        return given;
      });
    },
  };
}

/** New tokens for those of an account, without a window. Keeps nothing. `access`: what they are to allow. */
export async function renew(
  account: Omit<AccountRow, 'id' | 'addedAt' | 'listedAt' | 'problem'>,
  tokens: Tokens,
  world: AccountWorld,
): ReturnType<SignIn['renew']> {
  const { provider, identity, clientId, tenant, access } = account;
  if (!(await world.mayReach(provider))) return { ok: false, reason: 'not-allowed' };
  const { signIn } = world.service(provider, tenant);
  const loginHint = identity.email || undefined;
  return signIn.renew(world.signIn(provider), {
    clientId,
    access,
    tokens,
    identity,
    ...(loginHint ? { loginHint } : {}),
  });
}

/**
 * Runs `work` with a client for an account, in the background only. `access` `write` fails with `refused` when the
 * member gave no right to write yet. Problems that the member must do something about are noted with the account.
 */
export async function withClient<T>(
  db: Database,
  world: AccountWorld,
  accountId: string,
  access: Access,
  work: (client: CalendarClient) => Promise<T>,
): Promise<T | Problem> {
  const account = await db.accounts.get(accountId);
  if (!account) return { ok: false, reason: 'expired' };
  if (!(await world.mayReach(account.provider))) {
    const problem: Problem = { ok: false, reason: 'not-allowed' };
    await noteProblem(db, accountId, problem);
    return problem;
  }
  const { client } = world.service(account.provider, account.tenant);
  try {
    return await work(client(tokenSource(db, accountId, access, world)));
  } catch (error) {
    if (error instanceof NoToken) return error.problem;
    throw error;
  }
}

/** Notes what a request met with, where the member has to do something about it, or (`ok`) that the service answered. */
export async function noteOutcome(
  db: Database,
  accountId: string,
  outcome: { ok: true } | Problem,
): Promise<void> {
  if (outcome.ok) await noteProblem(db, accountId, null);
  else if (STANDING.has(outcome.reason)) await noteProblem(db, accountId, outcome);
}
