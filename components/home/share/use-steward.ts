import { useEffect, useRef, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { maySend } from '@/lib/platform/data-leave';
import type { NoAnswer } from '@/lib/share/invite/by-hand';
import type { Host } from '@/lib/share/invite/host';
import {
  newInvitation,
  type Purpose,
  type Relay,
  readInvitation,
  writeInvitation,
} from '@/lib/share/invite/invitation';
import type { StewardEvent, StewardState } from '@/lib/share/invite/steward';
import type { Talk } from '@/lib/share/invite/talk';
import { type Transport, TransportProblem, type TransportReason } from '@/lib/share/transport/transport';
import { database } from '@/lib/store/database';
import { ready } from '@/lib/store/device-keys';
import { letIn, letInOwn } from '@/lib/store/let-in';
import { dropInvite, keepInvite, openInvite, relaysOf } from '@/lib/store/space-settings';

/** How long somebody has to open an invitation; by hand every word goes by mail. */
const LASTS_MS = 3 * 86_400_000;
const BY_HAND_MS = 7 * 86_400_000;

/** Where every word is passed on by hand. */
export interface ByHand {
  /** What this side said last, to be passed on; null before the first word. */
  readonly said: string | null;
  /** Takes what the other side sent; why not, where it is no answer of theirs. */
  readonly take: (text: string) => Promise<NoAnswer | null>;
}

export type Inviting =
  | { at: 'opening' }
  | { at: 'unreachable'; reason: TransportReason }
  /** `text` is what is given to the newcomer. `hand`: null over a relay. */
  | { at: 'open'; text: string; state: StewardState; hand: ByHand | null };

export interface Steward {
  readonly inviting: Inviting;
  /** What the steward says about the code. */
  readonly say: (same: boolean) => void;
  /** Takes the invitation back: whoever has it can ask no more. */
  readonly withdraw: () => Promise<void>;
  /** By hand: the last word was passed on, so nothing of it is kept. */
  readonly forget: () => Promise<void>;
}

const same = (one: readonly Relay[], other: readonly Relay[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Makes an invitation for a member of a shared circle (or for a device of one's own) and waits for whoever opens it, as
 * long as the screen that uses this stands. What was let in stays; an invitation that nobody has used is found again,
 * until it is over.
 */
export function useSteward(space: string, member: string, purpose: Purpose): Steward {
  const [inviting, setInviting] = useState<Inviting>({ at: 'opening' });
  const talk = useRef<Talk<StewardEvent> | null>(null);

  useEffect(() => {
    const over = new AbortController();
    let transport: Transport | null = null;
    const begin = async () => {
      const db = database();
      const [{ host, newHost }, { openRelays }, { secretOfInvite }, { byHand }] = await Promise.all([
        import('@/lib/share/invite/host'),
        import('@/lib/share/transport/relay'),
        import('@/lib/share/secret-of'),
        import('@/lib/share/invite/by-hand'),
      ]);
      const [relays, device] = await Promise.all([relaysOf(db, space), ready(db, space)]);
      const found = await openInvite(db, space, member, clock.now());
      const read = found ? readInvitation(found.text) : null;
      // The circle may travel in another way by now.
      const kept = found && read?.ok && same(read.invitation.relays, relays) ? found : null;
      const lasts = relays.length === 0 ? BY_HAND_MS : LASTS_MS;
      const invitation =
        kept && read?.ok ? read.invitation : newInvitation(purpose, relays, clock.now(), lasts);
      const text = writeInvitation(invitation);
      let state = kept?.state ?? (await newHost(invitation, device));
      let said = kept?.said ?? null;
      // Also once it is over something is said.
      const keep = () =>
        state.phase === 'done' || state.phase === 'ended'
          ? dropInvite(db, space, member)
          : keepInvite(db, space, member, { text, state, said });
      await keep();
      const hand =
        relays.length > 0
          ? null
          : await byHand(invitation, 'steward', said, (next) => {
              said = next;
              void keep();
              show();
            });
      const show = () =>
        over.signal.aborted ||
        setInviting({ at: 'open', text, state, hand: hand && { said, take: hand.take } });
      if (!hand) {
        transport = openRelays(relays, { secretOf: secretOfInvite(invitation), allowed: maySend });
        await transport.connect(over.signal);
      }
      const side: Host = {
        invitation,
        device,
        state,
        transport: hand ?? (transport as Transport),
        now: () => clock.now(),
        save: async (next) => {
          state = next;
          await keep();
        },
        changed: () => show(),
        letIn: (newcomer) =>
          purpose === 'device' ? letInOwn(db, space, newcomer) : letIn(db, space, member, newcomer),
      };
      talk.current = await host(side);
      if (over.signal.aborted) return talk.current.stop();
      show();
    };
    begin().catch((error: unknown) => {
      if (over.signal.aborted) return;
      setInviting({
        at: 'unreachable',
        reason: error instanceof TransportProblem ? error.reason : 'unreachable',
      });
    });
    return () => {
      over.abort();
      const running = talk.current;
      talk.current = null;
      running?.stop();
      void transport?.close();
    };
  }, [space, member, purpose]);

  const say = (same: boolean) =>
    void talk.current?.tell(same ? { kind: 'same', now: clock.now() } : { kind: 'different' });
  const withdraw = async () => talk.current?.tell({ kind: 'cancel' });
  const forget = () => dropInvite(database(), space, member);
  return { inviting, say, withdraw, forget };
}
