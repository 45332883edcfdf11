import type { SpaceId } from '../fact/space.ts';
import { clock } from '../platform/clock.ts';
import { maySend } from '../platform/data-leave.ts';
import type { HeldTime } from './exchange/circle-time.ts';
import type { RunningExchange } from './exchange/exchange-runner.ts';
import type { PresentDevice } from './exchange/exchange-view.ts';
import type { Relay } from './invite/invitation.ts';
import { type SeenPacket, watched } from './seen-packets.ts';
import type { ShareStore } from './share-store.ts';
import {
  type Transport,
  TransportProblem,
  type TransportReason,
  type TransportState,
} from './transport/transport.ts';

/** How the exchange of a space stands on this computer, whichever of our pages runs it. */
export interface SpaceStanding {
  connection: TransportState;
  /** Why there is no connection; null while there is one, or while it is only just being made. */
  problem: TransportReason | null;
  here: readonly PresentDevice[];
  /** Something is known to be missing here. */
  isBehind: boolean;
  /** What the circle's time is ahead of this computer's, ms. */
  offsetMs: number;
  /** For the page that takes over, so that no clock on this computer jumps. */
  time: HeldTime | null;
  /** The last packets as the relay sees them, the newest first. */
  packets: readonly SeenPacket[];
}

export interface SpaceHost {
  /** After a meeting, and after something was erased. Nothing where another page runs the exchange: it does so itself. */
  tidy(): void;
  stop(): void;
}

interface Parts {
  space: SpaceId;
  store: ShareStore;
  relays: readonly Relay[];
  onStanding(standing: SpaceStanding): void;
}

/** Before a relay that did not answer at all is tried again, ms: more each time. */
const AGAIN_MS = [2_000, 5_000, 15_000, 60_000] as const;
/** Circle time drifts by less than a millisecond in this. */
const SAY_MS = 10_000;

/**
 * Keeps a space exchanged while a page of ours is open. Of all pages of this browser one runs the exchange (it holds the
 * space's lock), the others hear how it stands; when it closes, or is hidden while another is seen, another takes over.
 * Whatever comes in goes through the database, so that every page shows it.
 */
export function hostSpace(parts: Parts): SpaceHost {
  const { space, onStanding } = parts;
  const over = new AbortController();
  const wire = new BroadcastChannel(`circlekeeper.space.${space}`);
  let running: RunningExchange | null = null;
  let giveUp: (() => void) | null = null;
  let seen: () => readonly SeenPacket[] = () => [];

  const isSeen = () => document.visibilityState === 'visible';
  const say = (standing: SpaceStanding) => {
    // Its good-bye takes a moment, and nobody asks for it any more.
    if (over.signal.aborted) return;
    onStanding(standing);
    wire.postMessage({ standing });
  };
  let last: SpaceStanding | null = null;
  /** As whoever ran it last told it. */
  let held: HeldTime | null = null;
  const tell = (change: Partial<SpaceStanding>) => {
    last = {
      connection: 'connecting',
      problem: null,
      here: [],
      isBehind: false,
      offsetMs: held?.offsetMs ?? 0,
      time: held,
      packets: [],
      ...last,
      ...change,
    };
    held = last.time;
    say(last);
  };
  const tellView = () => {
    if (!running) return;
    const { connection, here, isBehind } = running.view();
    tell({
      connection,
      here,
      isBehind,
      offsetMs: running.circleNow() - clock.own(),
      time: running.heldTime(),
      packets: seen(),
      ...(connection === 'online' ? { problem: null } : {}),
    });
  };

  wire.onmessage = ({ data }: MessageEvent<{ standing?: SpaceStanding; ask?: 'seen' | 'hidden' }>) => {
    if (data.standing && !giveUp) {
      held = data.standing.time;
      onStanding(data.standing);
    }
    if (!data.ask || !giveUp) return;
    // Timers of a hidden page hardly run: who looks at the circle runs it.
    if (data.ask === 'seen' && !isSeen()) giveUp();
    else if (last) wire.postMessage({ standing: last });
  };
  const ask = () => wire.postMessage({ ask: isSeen() ? 'seen' : 'hidden' });
  const seenChanged = () => {
    if (isSeen()) ask();
  };
  document.addEventListener('visibilitychange', seenChanged);
  const going = () => running?.part();
  // A page that was put away and is brought out again has said good-bye: it comes anew.
  const back = ({ persisted }: PageTransitionEvent) => {
    if (persisted) giveUp?.();
  };
  window.addEventListener('pagehide', going);
  window.addEventListener('pageshow', back);

  /** Runs the exchange until `signal` is aborted. Resolves when all of it has ended. */
  const run = async (signal: AbortSignal): Promise<void> => {
    const [{ startExchange }, { openRelays }, { secretOfSpace }] = await Promise.all([
      import('./exchange/exchange-runner.ts'),
      import('./transport/relay.ts'),
      import('./secret-of.ts'),
    ]);
    const relay = watched(
      openRelays(parts.relays, { secretOf: secretOfSpace(space, parts.store), allowed: maySend }),
    );
    const { transport } = relay;
    seen = relay.seen;
    try {
      if (!(await connected(transport, signal, (problem) => tell({ connection: 'offline', problem }))))
        return;
      running = await startExchange({
        space,
        store: parts.store,
        transport,
        ...(held ? { time: held } : {}),
        world: {
          now: () => clock.own(),
          after: (ms, task) => {
            const timer = setTimeout(task, ms);
            return () => clearTimeout(timer);
          },
          newRun: () => crypto.randomUUID().slice(0, 13),
          newSeed: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
        },
        onChange: tellView,
        onError: (error) => console.error('Sharing met an error', error),
      });
      tellView();
      const timer = setInterval(tellView, SAY_MS);
      await new Promise<void>((done) => {
        if (signal.aborted) done();
        signal.addEventListener('abort', () => done());
      });
      clearInterval(timer);
      await running.stop();
    } finally {
      running = null;
      await transport.close();
    }
  };

  const queue = async (): Promise<void> => {
    while (!over.signal.aborted) {
      await navigator.locks.request(`circlekeeper.space.${space}`, { signal: over.signal }, async () => {
        const turn = new AbortController();
        giveUp = () => turn.abort();
        await run(AbortSignal.any([turn.signal, over.signal])).catch((error: unknown) => {
          console.error('Sharing could not go on', error);
          return pause(AGAIN_MS[1], over.signal);
        });
        giveUp = null;
      });
    }
  };
  ask();
  queue().catch(() => undefined);

  return {
    tidy: () => running?.tidy(),
    stop() {
      over.abort();
      document.removeEventListener('visibilitychange', seenChanged);
      window.removeEventListener('pagehide', going);
      window.removeEventListener('pageshow', back);
      wire.close();
    },
  };
}

/** Connects, however long it takes. @returns false when it was called off. */
async function connected(
  transport: Transport,
  signal: AbortSignal,
  onProblem: (reason: TransportReason) => void,
): Promise<boolean> {
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      await transport.connect(signal);
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      onProblem(error instanceof TransportProblem ? error.reason : 'unreachable');
      await pause(AGAIN_MS[Math.min(tries, AGAIN_MS.length - 1)] ?? 60_000, signal);
    }
  }
  return false;
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
