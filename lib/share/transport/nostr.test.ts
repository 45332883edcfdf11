import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { KEPT, LIVE, listen, NEVER, said, until } from '../../../test/rig/listen.ts';
import { type NostrRelay, type NostrRelayOptions, startNostrRelay } from '../../../test/rig/nostr-relay.ts';
import { rigSocket } from '../../../test/rig/sockets.ts';
import { spaceIdOf } from '../../fact/space.ts';
import { epochKeys, newEpoch } from '../seal/epoch.ts';
import { nostrLine, nostrSecret } from './nostr-line.ts';
import { relayTransport } from './relay-transport.ts';
import { roomFor, type Transport, type TransportState } from './transport.ts';

let relay: NostrRelay;
beforeAll(async () => {
  relay = await startNostrRelay();
});
afterAll(() => relay?.close());

let made: Transport[] = [];
afterEach(async () => {
  await Promise.all(made.map((transport) => transport.close()));
  made = [];
});

/** A key for each prefix, the same for all. */
const secretOf = async (prefix: string) =>
  prefix === 'ck1/unknown'
    ? null
    : new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(prefix)));

function join(url = relay.url, now = Date.now): Transport {
  const open = nostrLine({ secretOf, openSocket: rigSocket, now, answerMs: 3_000 });
  const transport = relayTransport({ kind: 'nostr', addresses: [url], open });
  made.push(transport);
  return transport;
}

async function withRelay(options: NostrRelayOptions, task: (one: Transport) => Promise<void>) {
  const strict = await startNostrRelay(options);
  try {
    const one = join(strict.url);
    await one.connect(NEVER);
    await task(one);
  } finally {
    await strict.close();
  }
}

describe('Nostr over a strict relay', () => {
  it('carries to everyone, and keeps the last of each topic until it is cleared', async () => {
    const one = join();
    const first = await listen(one, 'ck1/a');
    await one.publish('ck1/b/x', said('another circle'), LIVE);
    await one.publish('ck1/a/x', said('live'), LIVE);
    // Within one second, in which a relay would otherwise keep the first.
    for (const text of ['old', 'older', 'new']) await one.publish('ck1/a/y', said(text), KEPT);
    await one.publish('ck1/a/z', said('gone'), KEPT);
    await one.publish('ck1/a/z', said(''), KEPT);
    await until(() => first.length === 6, 'the first hears all');
    const late = await listen(join(), 'ck1/a');
    await one.publish('ck1/a/x', said('end'), LIVE);
    await until(() => late.length === 2, 'the late one hears the end');
    expect(late).toEqual(['ck1/a/y new kept', 'ck1/a/x end']);
  });

  it('lets each member replace what another keeps, also one whose clock is ten minutes slow', async () => {
    const [one, slow] = [join(), join(relay.url, () => Date.now() - 600_000)];
    await listen(one, 'ck1/slow');
    await one.publish('ck1/slow/x', said('one'), KEPT);
    const heard = await listen(slow, 'ck1/slow');
    await until(() => heard.length === 1, 'what is kept');
    await slow.publish('ck1/slow/x', said('slow'), KEPT);
    await until(() => heard.length === 2, 'what replaces it');
    expect(heard).toEqual(['ck1/slow/x one kept', 'ck1/slow/x slow']);
  });

  it('takes the largest packet', async () => {
    const one = join();
    const heard = await listen(one, 'ck1/large');
    const size = roomFor('ck1/large/x');
    await one.publish('ck1/large/x', crypto.getRandomValues(new Uint8Array(size)), KEPT);
    await until(() => heard.length === 1, 'the packet');
    expect(heard).toEqual([`ck1/large/x ${size} B`]);
  });

  it('comes back after the relay hung up, and finds what was kept', async () => {
    const one = join();
    const heard = await listen(one, 'ck1/back');
    await one.publish('ck1/back/x', said('kept'), KEPT);
    await until(() => heard.length === 1, 'heard');
    const states: TransportState[] = [];
    one.onState((state) => states.push(state));
    relay.hangUp();
    await until(() => heard.length === 2, 'what was kept');
    expect(states).toEqual(['online', 'connecting', 'online']);
    expect(heard[1]).toBe('ck1/back/x kept kept');
  });

  it('says what the relay refuses, with its words', async () => {
    await withRelay({ perSecond: 3 }, async (one) => {
      const tries = Array.from({ length: 9 }, (_, at) => one.publish('ck1/a/x', said(`${at}`), LIVE));
      const no = (await Promise.allSettled(tries)).find(({ status }) => status === 'rejected');
      expect(no).toMatchObject({ reason: { reason: 'tooOften', said: expect.stringMatching(/slow down/) } });
    });
    await withRelay({ maxEvent: 2_000 }, async (one) => {
      await expect(one.publish('ck1/a/x', new Uint8Array(3_000), LIVE)).rejects.toMatchObject({
        reason: 'tooLarge',
      });
    });
    await withRelay({ kinds: [1, 20_078] }, async (one) => {
      await one.publish('ck1/a/x', said('live'), LIVE);
      await expect(one.publish('ck1/a/x', said('kept'), KEPT)).rejects.toMatchObject({
        reason: 'refused',
        said: 'blocked: kind 30078 is not welcome here',
      });
    });
    await expect(join().subscribe('ck1/unknown', () => undefined)).resolves.toBeTypeOf('function');
    const one = join();
    await one.connect(NEVER);
    await expect(one.publish('ck1/unknown/x', said('x'), LIVE)).rejects.toMatchObject({ reason: 'refused' });
  });

  it('shows the relay nothing that two epochs of a circle share', async () => {
    const space = spaceIdOf('A'.repeat(43), 'nonce');
    const epochs = await Promise.all([1, 2].map(async (n) => epochKeys(space, await newEpoch(space, n))));
    const byPrefix = new Map(epochs.map((keys) => [keys.prefix, keys]));
    const secret = async (prefix: string) => {
      const keys = byPrefix.get(prefix);
      return keys ? nostrSecret(keys) : null;
    };
    const seen = relay.heard.length;
    for (const { prefix } of epochs) {
      const open = nostrLine({ secretOf: secret, openSocket: rigSocket });
      const one = relayTransport({ kind: 'nostr', addresses: [relay.url], open });
      made.push(one);
      await listen(one, prefix);
      await one.publish(`${prefix}/label`, said('sealed'), KEPT);
    }
    const told = relay.heard.slice(seen).join('\n');
    expect(told).not.toContain(space);
    for (const { prefix } of epochs) expect(told).not.toContain(prefix);
    const speakers = relay.kept().filter(({ tags }) => tags[0]?.[1] === 'label');
    expect(new Set(speakers.map(({ pubkey }) => pubkey)).size).toBe(2);
  });
});
