import { toText } from '../bytes.ts';
import type { NewKeys } from '../keys.ts';
import type { Transport } from '../transport/transport.ts';
import type { Party } from './code.ts';
import { type Grant, sealGrant } from './grant.ts';
import type { Invitation } from './invitation.ts';
import { inviteKeys } from './invite-keys.ts';
import { NEWCOMER_SAYS } from './said.ts';
import {
  COMPARE_BY_HAND_MS,
  newSteward,
  type StewardEffect,
  type StewardEvent,
  type StewardState,
  stepSteward,
} from './steward.ts';
import { type Talk, talk } from './talk.ts';

const newNonce = (): string => toText(crypto.getRandomValues(new Uint8Array(32)));

/** This side of a handshake: the device's keys and a nonce that was never used. */
export const newParty = ({ author, boxPublic }: Pick<NewKeys, 'author' | 'boxPublic'>): Party => ({
  author,
  box: boxPublic,
  nonce: newNonce(),
});

/** The state of a new invitation, to be stored with it before its text is shown. */
export async function newHost(
  invitation: Invitation,
  device: Pick<NewKeys, 'author' | 'boxPublic'>,
): Promise<StewardState> {
  const within = invitation.relays.length === 0 ? COMPARE_BY_HAND_MS : undefined;
  return newSteward((await inviteKeys(invitation)).id, invitation.expiresAt, newParty(device), within);
}

export interface Host {
  invitation: Invitation;
  /** The steward's keys in the space; the same as when the state was made. */
  device: NewKeys;
  /** From {@link newHost}, or as it was saved last. */
  state: StewardState;
  transport: Pick<Transport, 'publish' | 'subscribe'>;
  /** UTC ms. */
  now(): number;
  save(state: StewardState): Promise<void>;
  changed(state: StewardState): void;
  /**
   * Writes that this device belongs from now on, and says what it gets. Called after the steward's
   * `same`; once more where it was broken off, so it must be the same when it is done twice.
   */
  letIn(newcomer: Party): Promise<Grant>;
}

/** Waits for whoever has the invitation; ends with `stop`. Also a stored one is gone on with. */
export async function host(side: Host): Promise<Talk<StewardEvent>> {
  const { invitation, device, now } = side;
  return talk<StewardState, StewardEvent, StewardEffect>({
    ...side,
    keys: await inviteKeys(invitation),
    device,
    ticks: invitation.relays.length > 0,
    speaks: 'steward',
    hears: NEWCOMER_SAYS,
    step: stepSteward,
    heard: (said) => ({ kind: 'heard', said, now: now() }),
    tick: () => ({ kind: 'tick', now: now() }),
    saidBy: (effect) => (effect.kind === 'say' ? effect.said : null),
    async act(effect) {
      if (effect.kind !== 'grant') return null;
      const { newcomer, together } = effect;
      return { kind: 'sealed', sealed: await sealGrant(newcomer, together, await side.letIn(newcomer)) };
    },
  });
}
