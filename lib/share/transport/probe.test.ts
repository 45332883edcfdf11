import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Broker, type BrokerOptions, startBroker } from '../../../test/rig/broker.ts';
import { freePorts, programPath, startDaemon } from '../../../test/rig/daemon.ts';
import { guideBlock } from '../../../test/rig/guide.ts';
import { LIVE, listen, NEVER, said, until } from '../../../test/rig/listen.ts';
import { type NostrRelayOptions, startNostrRelay } from '../../../test/rig/nostr-relay.ts';
import { rigSocket } from '../../../test/rig/sockets.ts';
import { selfSigned } from '../../../test/sandbox/certificate.ts';
import { probeRelay } from './probe.ts';
import { openRelays, type RelayChoice } from './relay.ts';

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

  it('says of a mosquitto that it keeps nothing, lets nobody write, or takes no large packets', async () => {
    const tried = async (options: BrokerOptions) => {
      const { verdict, ...rest } = await probe('mqtt', (await broker(options)).url);
      return 'step' in rest ? `${verdict} ${rest.step}` : verdict;
    };
    expect(
      await Promise.all([
        tried({ more: ['retain_available false'] }),
        tried({ access: ['topic read #'] }),
        tried({ access: ['topic readwrite elsewhere/#'] }),
        tried({ more: ['message_size_limit 1000'] }),
      ]),
    ).toEqual(['keepsNothing', 'refuses publish', 'refuses publish', 'refuses large']);
  });

  it('finds the mosquitto of docs/relay.md good, and nothing but a circle’s topics open there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-guide-'));
    const [port = 0] = await freePorts(1);
    const { key, cert } = selfSigned('localhost');
    const files = { 'privkey.pem': key, 'fullchain.pem': cert, 'circle.access': guideBlock('access') };
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, name), text, { mode: 0o600 });
    const made = spawnSync('mosquitto_passwd', [
      '-c',
      '-b',
      join(folder, 'circle.passwords'),
      'circle',
      'a b',
    ]);
    expect(made.status).toBe(0);
    const config = guideBlock('mosquitto')
      .replace('8884', `${port} 127.0.0.1`)
      .replace(/\/(etc|run)\/mosquitto\/(certs\/)?/g, `${folder}/`);
    const own = process.getuid?.() === 0 ? 'user root\n' : '';
    writeFileSync(join(folder, 'circle.conf'), own + config);
    const daemon = await startDaemon(programPath('mosquitto'), ['-c', join(folder, 'circle.conf')], [port]);
    running.push({
      async close() {
        await daemon.stop('SIGKILL');
        rmSync(folder, { recursive: true, force: true });
      },
    });
    const address = `wss://circle:a%20b@localhost:${port}`;
    expect(await probe('mqtt', address)).toMatchObject({ verdict: 'good' });
    const transport = openRelays([{ kind: 'mqtt', address }], {
      secretOf: async () => null,
      openSocket: rigSocket,
    });
    const heard = await listen(transport, 'other');
    const circle = await listen(transport, 'ck1/x');
    await transport.publish('other/x', said('nobody hears this'), LIVE);
    await transport.publish('ck1/x/y', said('heard'), LIVE);
    await until(() => circle.length === 1, 'its own');
    expect(heard).toEqual([]);
    await transport.close();
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
