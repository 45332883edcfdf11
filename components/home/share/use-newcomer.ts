import { useEffect, useRef, useState } from 'react';
import { clock } from '@/lib/platform/clock';
import { maySend } from '@/lib/platform/data-leave';
import type { Grant } from '@/lib/share/invite/grant';
import type { Invitation } from '@/lib/share/invite/invitation';
import type { NewcomerEvent, NewcomerState } from '@/lib/share/invite/newcomer';
import type { Talk } from '@/lib/share/invite/talk';
import { type Transport, TransportProblem, type TransportReason } from '@/lib/share/transport/transport';
import { type Database, database } from '@/lib/store/database';
import { arrive } from '@/lib/store/let-in';
import type { ByHand } from './use-steward.ts';

export type Joining =
  | { at: 'opening' }
  | { at: 'unreachable'; reason: TransportReason }
  /** `space`: the circle (or one's own devices), once it is joined. `hand`: null over a relay. */
  | { at: 'asking'; state: NewcomerState; space: string | null; hand: ByHand | null };

/** An invitation somebody goes by. */
export interface Entry {
  readonly text: string;
  readonly invitation: Invitation;
  /** What this device is to be called, where the invitation is for one of one's own. */
  readonly name: string;
}

export interface Newcomer {
  readonly joining: Joining;
  readonly say: (same: boolean) => void;
}

/** Asks to be let in by an invitation, as long as the screen that uses this stands; by hand, as long as it takes. */
export function useNewcomer(entry: Entry): Newcomer {
  const [joining, setJoining] = useState<Joining>({ at: 'opening' });
  const talk = useRef<Talk<NewcomerEvent> | null>(null);

  useEffect(() => {
    const over = new AbortController();
    let transport: Transport | null = null;
    const { invitation, text, name } = entry;
    const isByHand = invitation.relays.length === 0;
    const begin = async () => {
      const db = database();
      const [{ join }, { openRelays }, { secretOfInvite }, { makeKeys }, { byHand }, kept] =
        await Promise.all([
          import('@/lib/share/invite/join'),
          import('@/lib/share/transport/relay'),
          import('@/lib/share/secret-of'),
          import('@/lib/share/keys'),
          import('@/lib/share/invite/by-hand'),
          import('@/lib/store/open-join'),
        ]);
      let open = isByHand ? await kept.openJoin(db) : null;
      // One that was left half done is not of the invitation that was pasted now.
      if (open && open.text !== text) {
        await kept.dropJoin(db);
        open = null;
      }
      const device = isByHand ? await kept.joinKeys(db) : await makeKeys();
      let state = open?.state ?? undefined;
      // The browser was closed while the circle was read: the last text brings it once more.
      if (state?.phase === 'opening') state = { ...state, phase: 'waiting', sealed: null };
      let said = open?.said ?? null;
      let space: string | null = null;
      // What was pasted last: the circle itself may stand below the last word.
      let pasted = '';
      const isOver = () => state?.phase === 'joined' || state?.phase === 'ended';
      // Also once it is over something is said.
      const keep = () =>
        isOver() ? kept.dropJoin(db) : kept.keepJoin(db, { text, name, state: state ?? null, said });
      const hand = isByHand
        ? await byHand(invitation, 'newcomer', said, (next) => {
            said = next;
            void keep();
            show();
          })
        : null;
      const take = async (answer: string) => {
        pasted = answer;
        return hand ? hand.take(answer) : null;
      };
      const show = () => {
        if (state && !over.signal.aborted)
          setJoining({ at: 'asking', state, space, hand: hand && { said, take } });
      };
      if (!hand) {
        transport = openRelays(invitation.relays, { secretOf: secretOfInvite(invitation), allowed: maySend });
        await transport.connect(over.signal);
      }
      const running = await join({
        invitation,
        device,
        ...(state ? { state } : {}),
        transport: hand ?? (transport as Transport),
        now: () => clock.now(),
        changed: (next) => {
          state = next;
          show();
        },
        save: async (next) => {
          state = next;
          if (isByHand) await keep();
        },
        arrived: async (grant) => {
          await moveIn(db, device, grant, name);
          space = grant.space;
          if (isByHand) await readBelow(db, grant.space, pasted);
        },
      });
      if (over.signal.aborted) return running.stop();
      talk.current = running;
      show();
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
      // By hand it goes on when the screen is opened again.
      if (isByHand) return running?.stop();
      void Promise.resolve(running?.tell({ kind: 'cancel' })).finally(() => {
        running?.stop();
        void transport?.close();
      });
    };
  }, [entry]);

  const say = (same: boolean) => void talk.current?.tell({ kind: same ? 'same' : 'different' });
  return { joining, say };
}

type Device = Parameters<typeof arrive>[1];

async function moveIn(db: Database, device: Device, grant: Grant, name: string): Promise<void> {
  if (grant.purpose === 'circle') return arrive(db, device, grant);
  const { arriveOwn } = await import('@/lib/store/own-space');
  await arriveOwn(db, device, grant, name);
}

/** What all have written may stand sealed below the last word; without it, it comes by a file later. */
async function readBelow(db: Database, space: string, text: string): Promise<void> {
  const [{ readSpaceFile }, { shareStore }] = await Promise.all([
    import('@/lib/share/by-file'),
    import('@/lib/store/share-store'),
  ]);
  await readSpaceFile(shareStore(db), space, text);
}
