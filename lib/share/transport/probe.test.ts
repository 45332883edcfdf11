import { afterEach, describe, expect, it } from 'vitest';
import { type Broker, type BrokerOptions, startBroker } from '../../../test/rig/broker.ts';
import { freePorts } from '../../../test/rig/daemon.ts';
import { NEVER } from '../../../test/rig/listen.ts';
import { type NostrRelayOptions, startNostrRelay } from '../../../test/rig/nostr-relay.ts';
import { rigSocket } from '../../../test/rig/sockets.ts';
import { probeRelay } from './probe.ts';
import type { RelayChoice } from './relay.ts';

const running: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.close()));
});

const probe = (kind: RelayChoice['kind'], address: string) =>
  probeRelay({ kind, address }, { signal: NEVER, openSocket: rigSocket, stepMs: 1_000 });

async function broker(options: BrokerOptions = {}): Promise<Broker> {
  const started = await startBroker(options);
  running.push(started);
  return started;
}

async function nostr(options: NostrRelayOptions = {}) {
  const started = await startNostrRelay(options);
  running.push(started);
  return started;
}

describe('trying a relay that is about to be chosen', () => {
  it('finds mosquitto good, and leaves nothing behind there', async () => {
    const relay = await broker({ users: { circle: 'a b' } });
    const address = relay.url.replace('wss://', 'wss://circle:a%20b@');
    expect(await probe('mqtt', address)).toEqual({ verdict: 'good', ms: expect.any(Number) });
    expect(await probe('mqtt', address)).toMatchObject({ verdict: 'good' });
    expect(await probe('mqtt', relay.url)).toMatchObject({ verdict: 'problem', reason: 'needsPassword' });
    const wrong = relay.url.replace('wss://', 'wss://circle:b@');
    expect(await probe('mqtt', wrong)).toMatchObject({ verdict: 'problem', reason: 'wrongPassword' });
    await relay.stop();
    expect(relay.database().includes('ck1/')).toBe(false);
  });

  it.each<[string, BrokerOptions, object]>([
    ['keeps nothing', { more: ['retain_available false'] }, { verdict: 'keepsNothing' }],
    ['lets nobody write', { access: ['topic read #'] }, { verdict: 'refuses', step: 'publish' }],
    [
      'lets nobody write here',
      { access: ['topic readwrite elsewhere/#'] },
      { verdict: 'refuses', step: 'publish' },
    ],
    ['takes no large packets', { more: ['message_size_limit 1000'] }, { verdict: 'refuses', step: 'large' }],
  ])('says of a mosquitto that it %s', async (_, options, result) => {
    const relay = await broker(options);
    expect(await probe('mqtt', relay.url)).toMatchObject(result);
  });

  it('says where nobody answers, where it would not be secret, and what is no address', async () => {
    const [port] = await freePorts(1);
    expect(await probe('mqtt', `wss://localhost:${port}`)).toMatchObject({ reason: 'unreachable' });
    expect(await probe('mqtt', 'ws://relay.example.org')).toMatchObject({ reason: 'notSecure' });
    expect(await probe('nostr', 'a relay')).toMatchObject({ reason: 'badAddress' });
  });

  it('finds a Nostr relay good, or says what it does not take', async () => {
    expect(await probe('nostr', (await nostr()).url)).toMatchObject({ verdict: 'good' });
    expect(await probe('nostr', (await nostr({ kinds: [20_078] })).url)).toEqual({
      verdict: 'keepsNothing',
      ms: expect.any(Number),
      said: 'blocked: kind 30078 is not welcome here',
    });
    expect(await probe('nostr', (await nostr({ kinds: [1] })).url)).toMatchObject({
      verdict: 'refuses',
      step: 'publish',
      said: expect.stringMatching(/^blocked/),
    });
    expect(await probe('nostr', (await nostr({ maxEvent: 3_000 })).url)).toMatchObject({
      verdict: 'refuses',
      step: 'large',
    });
  });

  it('can be stopped', async () => {
    const relay = await nostr();
    const stop = new AbortController();
    const tried = probeRelay(
      { kind: 'nostr', address: relay.url },
      { signal: stop.signal, openSocket: rigSocket },
    );
    stop.abort();
    expect(await tried).toMatchObject({ verdict: 'problem', reason: 'stopped' });
  });
});
