import type { Access, Problem, Provider, Tokens } from '../calendar/sync/provider.ts';
import type { AccountFailure, accountAnswers, enrichAnswers } from '../platform/messages.ts';
import type { Handlers } from '../platform/messenger.ts';
import { type AccountWorld, renew } from './account-client.ts';
import type { AccountRow } from './account-rows.ts';
import { listAccount, nextRetry, syncAccount, syncAccounts } from './account-sync.ts';
import { forgetAccount, saveAccount } from './accounts.ts';
import type { Database } from './database.ts';
import { enrichHandlers, takeOutOf } from './enrich-background.ts';
import { enrichAll } from './enrichment.ts';
import { nextEnrichRetry } from './enrichment-rows.ts';
import { openDatabase } from './open.ts';
import type { EventWords } from './write-agenda.ts';

/** What the background does about accounts besides answering, given by `lib/platform`. */
export interface AccountWatch {
  /** Keeps the worker from being stopped while `work` is under way, as far as that goes. */
  awake<T>(work: Promise<T>): Promise<T>;
  /** Wakes the worker at `at` (UTC ms) to go on; null takes that back. */
  wakeAt(at: number | null): Promise<void>;
  /** The last account of a service is gone. */
  unused(provider: Provider): Promise<void>;
}

/** A worker that is stopped in the middle is woken to go on after this. */
const RESUME_MS = 60_000;

type Answers = Handlers<keyof typeof accountAnswers | keyof typeof enrichAnswers>;

/**
 * The background's side of accounts and of agendas in their events: answers the pages, and reads all accounts when an
 * alarm says so, then looks after the agendas. `sync` never rejects for what can be expected; where the database cannot
 * be opened nothing is done.
 */
export function accountBackground(
  db: Database,
  world: AccountWorld,
  watch: AccountWatch,
  words: EventWords,
): { handlers: Answers; sync(): Promise<void> } {
  let running = 0;
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    running++;
    await watch.wakeAt(db.now() + RESUME_MS);
    try {
      return await watch.awake(work());
    } finally {
      if (--running === 0) await watch.wakeAt(await nextTime(db));
    }
  };
  const read = async <T>(reading: Promise<T>): Promise<T> => {
    const outcome = await reading;
    await enrichAll(db, world, words);
    return outcome;
  };

  /** One sign-in, or the end of one, at a time at each service. */
  const byItself = <T>(provider: Provider, work: () => Promise<T>): Promise<T> =>
    world.locks.request(`sign-in ${provider}`, work);
  /** Sign-ins under way or waiting: the browser was asked for leave to reach these services a moment ago. */
  const under: Provider[] = [];
  const signingIn = async <T>(provider: Provider, work: () => Promise<T>): Promise<T> => {
    under.push(provider);
    try {
      return await watch.awake(byItself(provider, work));
    } finally {
      under.splice(under.indexOf(provider), 1);
    }
  };
  const giveBackUnused = async (provider: Provider): Promise<void> => {
    const isUsed = (await db.accounts.toArray()).some((one) => one.provider === provider);
    if (!isUsed && !under.includes(provider)) await watch.unused(provider);
  };

  const handlers: Answers = {
    ...enrichHandlers(db, world, words, during),

    async 'account.connect'({ provider, access, accountId }) {
      const known = accountId === null ? undefined : await db.accounts.get(accountId);
      const app = await world.appClient(provider);
      if (!app) return failure({ ok: false, reason: 'no-client' });
      const service = world.service(provider, app.tenant);
      // A right that was given once is not asked back by signing in to read,
      const wanted = known?.access === 'write' ? 'write' : access;
      const loginHint = known?.identity.email;
      const ask = (wish: Access) =>
        service.signIn.connect(world.signIn(provider), {
          clientId: app.clientId,
          access: wish,
          ...(loginHint ? { loginHint } : {}),
        });
      const signIn = async (): Promise<{ ok: true; account: AccountRow } | Problem> => {
        const asked = await ask(wanted);
        // though whoever is denied it now can still read.
        const isDenied =
          wanted !== access && !asked.ok && (asked.reason === 'refused' || asked.reason === 'blocked');
        const signedIn = isDenied ? await ask(access) : asked;
        if (!signedIn.ok) return signedIn;
        const { identity } = signedIn;
        if (known && known.identity.id !== identity.id) return { ok: false, reason: 'other-account' };
        const tokens = isDenied
          ? signedIn.tokens
          : await asBefore(db, world, { provider, identity, ...app }, signedIn.tokens);
        return { ok: true, account: await saveAccount(db, { provider, identity, tokens, ...app }) };
      };
      const signedIn = await signingIn(provider, signIn);
      if (!signedIn.ok) return failure(signedIn);
      const { account } = signedIn;
      // Without a list (no network, say) the account is there all the same; the next reading asks again. One that was
      // listed may be being read just now, for minutes: that is waited for by nobody.
      const isNew = account.listedAt === null;
      if (isNew) await watch.awake(listAccount(db, world, account.id));
      void during(() => read(syncAccount(db, world, account.id, { byHand: true, list: !isNew })));
      return { ok: true, accountId: account.id };
    },

    async 'account.sync'({ accountId }) {
      const outcome = await during(async () => {
        if (accountId === null) return read(syncAccounts(db, world, { byHand: true, list: true }));
        return read(syncAccount(db, world, accountId, { byHand: true, list: true }));
      });
      return outcome.ok ? { ok: true } : failure(outcome);
    },

    async 'account.disconnect'({ accountId }) {
      const known = await db.accounts.get(accountId);
      // While there is still a right to: what stays in an event nobody here could take out.
      if (known) await during(() => takeOutOf(db, world, words, known));
      const [account, tokens] = await Promise.all([db.accounts.get(accountId), db.tokens.get(accountId)]);
      // Forgotten before the service is told: whatever becomes of that, nothing of the account is left here.
      await forgetAccount(db, accountId);
      if (!account) return { ok: true };
      // It is gone, whatever becomes of the circles that wrote through it.
      await enrichAll(db, world, words).catch((bug: unknown) => console.error('After a disconnect', bug));
      const { provider, identity } = account;
      await byItself(provider, async () => {
        const isBack = (await db.accounts.toArray()).some(
          (one) => one.provider === provider && one.identity.id === identity.id,
        );
        // Who has signed in again meanwhile would lose that too: Google takes back all that a client was given.
        if (!tokens || isBack) return;
        const { signIn } = world.service(provider, account.tenant);
        await signIn.revoke(world.signIn(provider), await takenStill(db, world, account, tokens));
      });
      await giveBackUnused(provider);
      return { ok: true };
    },
  };

  return {
    handlers,
    async sync() {
      if ((await openDatabase(db)) || (await db.accounts.count()) === 0) return;
      await during(() => read(syncAccounts(db, world, { byHand: false })));
    },
  };
}

/** Whoever connects a known account as if it were another one keeps the right to write that was given before. */
async function asBefore(
  db: Database,
  world: AccountWorld,
  who: Pick<AccountRow, 'provider' | 'identity' | 'clientId' | 'tenant'>,
  tokens: Tokens,
): Promise<Tokens> {
  const { provider, identity } = who;
  const known = (await db.accounts.toArray()).find(
    (one) => one.provider === provider && one.identity.id === identity.id,
  );
  if (known?.access !== 'write' || tokens.access === 'write') return tokens;
  const renewed = await renew({ ...who, access: 'write' }, tokens, world);
  return renewed.ok ? renewed.tokens : tokens;
}

/** Google takes a leave back for a token that still holds only; Microsoft in no case. */
async function takenStill(
  db: Database,
  world: AccountWorld,
  account: AccountRow,
  tokens: Tokens,
): Promise<Tokens> {
  if (account.provider !== 'google' || tokens.expiresAt > db.now()) return tokens;
  const renewed = await renew(account, tokens, world);
  return renewed.ok ? renewed.tokens : tokens;
}

/** When there is something to go on with, UTC ms. */
async function nextTime(db: Database): Promise<number | null> {
  const times = (await Promise.all([nextRetry(db), nextEnrichRetry(db)])).filter((one) => one !== null);
  return times.length === 0 ? null : Math.min(...times);
}

const failure = ({ reason, code }: Problem): AccountFailure => ({ ok: false, reason, code: code ?? null });
