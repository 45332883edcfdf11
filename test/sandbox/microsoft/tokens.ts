import { type Account, opaque, type World } from './state.ts';

export interface Grant {
  account: Account;
  clientId: string;
  scopes: ReadonlySet<string>;
  /** UTC ms. */
  expiresAt: number;
  revoked: boolean;
}

export interface Code extends Grant {
  redirectUri: string;
  challenge: string;
  nonce: string | null;
  used: boolean;
}

export interface Refresh extends Grant {
  /** When the person signed in: the day that the token lives is counted from here, however often it is renewed. */
  signedInAt: number;
}

export const HOUR = 3_600_000;
/** Refresh tokens of a redirect address registered as `spa` (v2-oauth2-auth-code-flow, "refresh tokens"). */
export const SPA_DAY = 24 * HOUR;

/** All that was ever handed out. Renewing does not end the tokens before (refresh-tokens, "Token lifetime"). */
export class Tokens {
  readonly codes = new Map<string, Code>();
  readonly access = new Map<string, Grant>();
  readonly refresh = new Map<string, Refresh>();
  readonly #world: World;
  /** How long an access token serves, ms. */
  accessLife: number;

  constructor(world: World, accessLife: number) {
    this.#world = world;
    this.accessLife = accessLife;
  }

  makeCode(code: Omit<Code, 'used' | 'revoked' | 'expiresAt'>): string {
    const made = `1.${opaque(`code ${this.#world.next()}`, 90)}`;
    this.codes.set(made, {
      ...code,
      used: false,
      revoked: false,
      expiresAt: this.#world.now() + 10 * 60_000,
    });
    return made;
  }

  makeAccess(grant: Omit<Grant, 'revoked' | 'expiresAt'>): string {
    const made = `eyJ0eXAi.${opaque(`access ${this.#world.next()}`, 120)}.${opaque(`seal ${this.#world.next()}`, 40)}`;
    this.access.set(made, { ...grant, revoked: false, expiresAt: this.#world.now() + this.accessLife });
    return made;
  }

  makeRefresh(grant: Omit<Refresh, 'revoked' | 'expiresAt'>): string {
    const made = `1.${opaque(`refresh ${this.#world.next()}`, 200)}`;
    this.refresh.set(made, { ...grant, revoked: false, expiresAt: grant.signedInAt + SPA_DAY });
    return made;
  }

  /** Whoever holds a token of these has to renew it. */
  expireAccess(email?: string): void {
    for (const grant of this.access.values())
      if (email === undefined || grant.account.email === email) grant.expiresAt = this.#world.now() - 1;
  }

  expireRefresh(email?: string): void {
    for (const grant of this.refresh.values())
      if (email === undefined || grant.account.email === email) grant.expiresAt = this.#world.now() - 1;
  }

  /** As after a new password: nothing serves any more. */
  revoke(email?: string): void {
    for (const store of [this.codes, this.access, this.refresh])
      for (const grant of store.values())
        if (email === undefined || grant.account.email === email) grant.revoked = true;
  }
}
