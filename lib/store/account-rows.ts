import type { StandingProblem } from '../calendar/sync/calendar-row.ts';
import type { Access, AccountIdentity, Provider, Tokens } from '../calendar/sync/provider.ts';

/** A calendar account the member connected. Device settings: never exported, never in a fact. Instants are UTC ms. */
export interface AccountRow {
  /** Random. */
  id: string;
  provider: Provider;
  identity: AccountIdentity;
  /** What was granted. */
  access: Access;
  /** The client that the tokens were given to; they cannot be renewed with another. */
  clientId: string;
  /** Microsoft: whose accounts that client lets in; `common` otherwise. */
  tenant: string;
  addedAt: number;
  /** What the member has to do something about; null when all is well. */
  problem: StandingProblem | null;
  /** When its list of calendars was last read. */
  listedAt: number | null;
  /** Why it could not be read the last time; absent where it was, and where `problem` says it. Passes by itself. */
  listProblem?: StandingProblem | null;
}

/** Secrets. Read by the background alone; in no message, export, log or fact. */
export interface TokenRow extends Tokens {
  accountId: string;
}
