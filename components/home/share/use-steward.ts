import { useEffect, useRef, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import type { Host } from '@/lib/share/invite/host';
import { newInvitation, readInvitation, writeInvitation } from '@/lib/share/invite/invitation';
import type { StewardEvent, StewardState } from '@/lib/share/invite/steward';
import type { Talk } from '@/lib/share/invite/talk';
import { type Transport, TransportProblem, type TransportReason } from '@/lib/share/transport/transport';
import { database } from '@/lib/store/database';
import { ready } from '@/lib/store/device-keys';
import { letIn } from '@/lib/store/let-in';
import { dropInvite, keepInvite, openInvite, relaysOf } from '@/lib/store/space-settings';

/** How long somebody has to open an invitation. */
const LASTS_MS = 3 * 86_400_000;

export type Inviting =
  | { at: 'opening' }
  | { at: 'unreachable'; reason: TransportReason }
  /** `text` is what is given to the newcomer. */
  | { at: 'open'; text: string; state: StewardState };

export interface Steward {
  readonly inviting: Inviting;
  /** What the steward says about the code. */
  readonly say: (same: boolean) => void;
  /** Takes the invitation back: whoever has it can ask no more. */
  readonly withdraw: () => Promise<void>;
}

/**
 * Makes an invitation for a member of a shared circle and waits for whoever opens it, as long as the screen that uses
 * this stands. What was let in stays; an invitation that nobody has used is found again, until it is over.
 */
export function useSteward(space: string, member: string): Steward {
  const [inviting, setInviting] = useState<Inviting>({ at: 'opening' });
  const talk = useRef<Talk<StewardEvent> | null>(null);

  useEffect(() => {
    const over = new AbortController();
    let transport: Transport | null = null;
    const begin = async () => {
      const db = database();
      const [{ host, newHost }, { openRelays }, { secretOfInvite }] = await Promise.all([
        import('@/lib/share/invite/host'),
        import('@/lib/share/transport/relay'),
        import('@/lib/share/secret-of'),
      ]);
      const [relays, device] = await Promise.all([relaysOf(db, space), ready(db, space)]);
      const kept = await openInvite(db, space, member, clock.now());
      const read = kept ? readInvitation(kept.text) : null;
      const invitation = read?.ok ? read.invitation : newInvitation('circle', relays, clock.now(), LASTS_MS);
      const state = kept && read?.ok ? kept.state : await newHost(invitation, device);
      const text = writeInvitation(invitation);
      await keepInvite(db, space, member, { text, state });
      transport = openRelays(relays, { secretOf: secretOfInvite(invitation) });
      await transport.connect(over.signal);
      const side: Host = {
        invitation,
        device,
        state,
        transport,
        now: () => clock.now(),
        save: (next) =>
          next.phase === 'done' || next.phase === 'ended'
            ? dropInvite(db, space, member)
            : keepInvite(db, space, member, { text, state: next }),
        changed: (next) => setInviting({ at: 'open', text, state: next }),
        letIn: (newcomer) => letIn(db, space, member, newcomer),
      };
      talk.current = await host(side);
      if (over.signal.aborted) return talk.current.stop();
      setInviting({ at: 'open', text, state });
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
  }, [space, member]);

  const say = (same: boolean) =>
    void talk.current?.tell(same ? { kind: 'same', now: clock.now() } : { kind: 'different' });
  const withdraw = async () => talk.current?.tell({ kind: 'cancel' });
  return { inviting, say, withdraw };
}
