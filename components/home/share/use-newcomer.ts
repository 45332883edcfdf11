import { useEffect, useRef, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import type { Invitation } from '@/lib/share/invite/invitation';
import type { NewcomerEvent, NewcomerState } from '@/lib/share/invite/newcomer';
import type { Talk } from '@/lib/share/invite/talk';
import { type Transport, TransportProblem, type TransportReason } from '@/lib/share/transport/transport';
import { database } from '@/lib/store/database';
import { arrive } from '@/lib/store/let-in';

export type Joining =
  | { at: 'opening' }
  | { at: 'unreachable'; reason: TransportReason }
  /** `space`: the circle, once it is joined. */
  | { at: 'asking'; state: NewcomerState; space: string | null };

export interface Newcomer {
  readonly joining: Joining;
  readonly say: (same: boolean) => void;
}

/** Asks to be let in by an invitation, as long as the screen that uses this stands. */
export function useNewcomer(invitation: Invitation): Newcomer {
  const [joining, setJoining] = useState<Joining>({ at: 'opening' });
  const talk = useRef<Talk<NewcomerEvent> | null>(null);

  useEffect(() => {
    const over = new AbortController();
    let transport: Transport | null = null;
    let space: string | null = null;
    const begin = async () => {
      const [{ join }, { openRelays }, { secretOfInvite }, { makeKeys }] = await Promise.all([
        import('@/lib/share/invite/join'),
        import('@/lib/share/transport/relay'),
        import('@/lib/share/secret-of'),
        import('@/lib/share/keys'),
      ]);
      const device = await makeKeys();
      transport = openRelays(invitation.relays, { secretOf: secretOfInvite(invitation) });
      await transport.connect(over.signal);
      const running = await join({
        invitation,
        device,
        transport,
        now: () => clock.now(),
        changed: (state) => setJoining({ at: 'asking', state, space }),
        arrived: async (grant) => {
          await arrive(database(), device, grant);
          space = grant.space;
        },
      });
      if (over.signal.aborted) return running.stop();
      talk.current = running;
    };
    begin().catch((error: unknown) => {
      if (over.signal.aborted) return;
      setJoining({
        at: 'unreachable',
        reason: error instanceof TransportProblem ? error.reason : 'unreachable',
      });
    });
    return () => {
      over.abort();
      const running = talk.current;
      talk.current = null;
      void Promise.resolve(running?.tell({ kind: 'cancel' })).finally(() => {
        running?.stop();
        void transport?.close();
      });
    };
  }, [invitation]);

  const say = (same: boolean) => void talk.current?.tell({ kind: same ? 'same' : 'different' });
  return { joining, say };
}
