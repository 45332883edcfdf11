import type { NewKeys } from '../keys.ts';
import type { Transport } from '../transport/transport.ts';
import { type Grant, openGrant } from './grant.ts';
import { newParty } from './host.ts';
import type { Invitation } from './invitation.ts';
import { inviteKeys } from './invite-keys.ts';
import {
  type NewcomerEffect,
  type NewcomerEvent,
  type NewcomerState,
  newNewcomer,
  stepNewcomer,
} from './newcomer.ts';
import { STEWARD_SAYS } from './said.ts';
import { type Talk, talk } from './talk.ts';

export interface Join {
  invitation: Invitation;
  /** New ones, made for this. */
  device: NewKeys;
  /** Where it goes on; left out at the beginning. */
  state?: NewcomerState;
  /** Awaited before anything is said. Where every word goes by mail a browser is closed in between. */
  save?(state: NewcomerState): Promise<void>;
  transport: Pick<Transport, 'publish' | 'subscribe'>;
  /** UTC ms. */
  now(): number;
  changed(state: NewcomerState): void;
  /** Stores keys and secrets; the steward hears of it only afterwards. */
  arrived(grant: Grant): Promise<void>;
}

/**
 * Asks to be let in. Over a relay a join that is broken off needs a new invitation, so nothing of it is kept before it
 * is done; by hand it is stored with `save` and gone on with.
 */
export async function join(side: Join): Promise<Talk<NewcomerEvent>> {
  const { invitation, device, now } = side;
  const keys = await inviteKeys(invitation);
  const running = await talk<NewcomerState, NewcomerEvent, NewcomerEffect>({
    ...side,
    keys,
    speaks: 'newcomer',
    hears: STEWARD_SAYS,
    ticks: invitation.relays.length > 0,
    state: side.state ?? newNewcomer(keys.id, invitation.expiresAt, newParty(device)),
    step: stepNewcomer,
    heard: (said) => ({ kind: 'heard', said, now: now() }),
    tick: () => ({ kind: 'tick', now: now() }),
    saidBy: (effect) => (effect.kind === 'say' ? effect.said : null),
    async act(effect) {
      if (effect.kind !== 'open') return null;
      const grant = await openGrant(device, effect.together, invitation.purpose, effect.sealed);
      if (!grant) return { kind: 'unreadable' };
      await side.arrived(grant);
      return { kind: 'opened' };
    },
    save: async (state) => side.save?.(state),
  });
  await running.tell({ kind: 'start', now: now() });
  return running;
}
