import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Broker, startBroker } from '../rig/broker.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { type NostrRelay, startNostrRelay } from '../rig/nostr-relay.ts';
import { pageScript } from '../rig/page-script.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import type { RelayTest } from './relay/in-page.ts';

let sandbox: Sandbox;
let broker: Broker;
let nostr: NostrRelay;
let rig: Rig;
let page: Page;
let script: string;

beforeAll(async () => {
  [sandbox, broker, nostr, script] = await Promise.all([
    startSandbox(),
    startBroker({ users: { circle: 'a b' } }),
    startNostrRelay(),
    pageScript(join(import.meta.dirname, 'relay/in-page.ts')),
  ]);
  // No host was granted: relays need none.
  rig = await launch({ port: sandbox.port });
  page = await rig.open('home.html');
  await page.evaluate(script);
});
afterAll(async () => {
  await rig?.close();
  await Promise.all([broker?.close(), nostr?.close(), sandbox?.close()]);
});

const inPage = <A, T>(task: (test: RelayTest, argument: A) => Promise<T>, argument: A): Promise<T> =>
  page.evaluate(`(${String(task)})(globalThis.relayTest, ${JSON.stringify(argument)})`) as Promise<T>;

describe('relays from a page of the extension, with the policy that is shipped and no right to any host', () => {
  const locked = () => broker.url.replace('wss://', 'wss://circle:a%20b@');

  it('speaks to a real mosquitto over TLS, with name and password, and finds 124 parts within a second', async () => {
    const relay = { kind: 'mqtt', address: locked() } as const;
    expect(await inPage((test, one) => test.probe(one), relay)).toMatchObject({ verdict: 'good' });
    const carried = await inPage((test, one) => test.carry(one, 124), relay);
    expect(carried).toMatchObject({ live: 124, kept: 124, same: true });
    expect(carried.ms).toBeLessThan(2_000);
  });

  it('speaks to a Nostr relay', async () => {
    const relay = { kind: 'nostr', address: nostr.url } as const;
    expect(await inPage((test, one) => test.probe(one), relay)).toMatchObject({ verdict: 'good' });
    expect(await inPage((test, one) => test.carry(one, 10), relay)).toMatchObject({
      live: 10,
      kept: 10,
      same: true,
    });
  });

  it('is stopped by the policy where a relay is not encrypted', async () => {
    expect(await inPage((test, address) => test.isStopped(address), `ws://localhost:${broker.port}`)).toBe(
      true,
    );
  });

  it('is small: 17 kB packed when this was written, MQTT being 3.5 and Nostr’s signatures most of the rest', () => {
    expect(gzipSync(script).length).toBeLessThan(20_000);
  });
});
