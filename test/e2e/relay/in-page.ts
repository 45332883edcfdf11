import { probeRelay } from '../../../lib/share/transport/probe.ts';
import { openRelays, type RelayChoice } from '../../../lib/share/transport/relay.ts';

/** What the test calls in a page of the extension; put there as `relayTest`. */
export interface RelayTest {
  probe(relay: RelayChoice): ReturnType<typeof probeRelay>;
  /** Publishes `count` kept packets and a live one. @returns what came back live, and to somebody who came later. */
  carry(
    relay: RelayChoice,
    count: number,
  ): Promise<{ live: number; kept: number; same: boolean; ms: number }>;
  /** Whether the page's own policy lets a socket to this address begin. */
  isStopped(address: string): Promise<boolean>;
}

const never = new AbortController().signal;
const secret = new Uint8Array(32).fill(7);
const world = { secretOf: async () => secret };

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((done) => setTimeout(done, 5));
};

Object.assign(globalThis, {
  relayTest: {
    probe: (relay) => probeRelay(relay, { signal: never }),
    async carry(relay, count) {
      const sent = crypto.getRandomValues(new Uint8Array(3_900));
      const prefix = `ck1/${crypto.randomUUID()}`;
      const one = openRelays([relay], world);
      let live = 0;
      await one.connect(never);
      await one.subscribe(prefix, () => void live++);
      for (let at = 0; at < count; at++) await one.publish(`${prefix}/part${at}`, sent, { retain: true });
      await until(() => live === count);
      const begun = performance.now();
      const late = openRelays([relay], world);
      let kept = 0;
      let same = true;
      await late.connect(never);
      await late.subscribe(prefix, (_, bytes, retained) => {
        if (!retained) return;
        kept++;
        same &&= bytes.toHex() === sent.toHex();
      });
      await until(() => kept === count);
      const ms = performance.now() - begun;
      for (let at = 0; at < count; at++)
        await late.publish(`${prefix}/part${at}`, new Uint8Array(), { retain: true });
      await Promise.all([one.close(), late.close()]);
      return { live: Math.min(live, count), kept, same, ms };
    },
    isStopped: (address) =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          resolve(effectiveDirective === 'connect-src'),
        );
        try {
          const socket = new WebSocket(address);
          socket.addEventListener('open', () => resolve(false));
        } catch {
          resolve(true);
        }
      }),
  } satisfies RelayTest,
});
