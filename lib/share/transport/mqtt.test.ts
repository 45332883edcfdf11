import { once } from 'node:events';
import mqtt from 'mqtt';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { type Broker, startBroker } from '../../../test/rig/broker.ts';
import { freePorts } from '../../../test/rig/daemon.ts';
import { KEPT, LIVE, listen, NEVER, said, until } from '../../../test/rig/listen.ts';
import { rigSocket } from '../../../test/rig/sockets.ts';
import { type MqttOptions, mqttLine } from './mqtt-line.ts';
import { relayTransport } from './relay-transport.ts';
import { roomFor, type Transport, type TransportProblem, type TransportState } from './transport.ts';

let open: Broker;
let locked: Broker;
beforeAll(async () => {
  [open, locked] = await Promise.all([startBroker(), startBroker({ users: { circle: 'a b c' } })]);
});
afterAll(() => Promise.all([open?.close(), locked?.close()]));

let made: Transport[] = [];
afterEach(async () => {
  await Promise.all(made.map((transport) => transport.close()));
  made = [];
});

function join(addresses: readonly string[], options: MqttOptions = {}): Transport {
  const line = mqttLine({ openSocket: rigSocket, connectMs: 2_000, ...options });
  const transport = relayTransport({ kind: 'mqtt', addresses, open: line, timing: { goBack: 200 } });
  made.push(transport);
  return transport;
}

describe('MQTT over a real mosquitto', () => {
  it('carries to everyone, and keeps what is kept until it is cleared', async () => {
    const one = join([open.url]);
    const first = await listen(one, 'ck1/a');
    await one.publish('ck1/b/x', said('another circle'), LIVE);
    await one.publish('ck1/a/x', said('live'), LIVE);
    await one.publish('ck1/a/y', said('kept'), KEPT);
    await one.publish('ck1/a/z', said('gone'), KEPT);
    await one.publish('ck1/a/z', said(''), KEPT);
    await until(() => first.length === 4, 'the first hears all');
    expect(first).toEqual(['ck1/a/x live', 'ck1/a/y kept', 'ck1/a/z gone', 'ck1/a/z ']);
    const late = await listen(join([open.url]), 'ck1/a');
    await one.publish('ck1/a/x', said('end'), LIVE);
    await until(() => late.length === 2, 'the late one hears the end');
    expect(late).toEqual(['ck1/a/y kept kept', 'ck1/a/x end']);
  });

  it('keeps two years of a circle and brings them to whoever comes late', async () => {
    const one = join([open.url]);
    await one.connect(NEVER);
    const topic = (at: number) => `ck1/years/${String(at).padStart(22, '0')}`;
    for (let at = 0; at < 124; at++) {
      await one.publish(topic(at), crypto.getRandomValues(new Uint8Array(roomFor(topic(at)))), KEPT);
    }
    const late = await listen(join([open.url]), 'ck1/years');
    await until(() => late.length === 124, 'all 124 parts');
    await expect(one.publish(topic(0), new Uint8Array(roomFor(topic(0)) + 1), LIVE)).rejects.toMatchObject({
      reason: 'tooLarge',
    });
  });

  it('understands MQTT.js, and MQTT.js understands it', async () => {
    const heard = await listen(join([open.url]), 'ck1/peer');
    const peer = mqtt.connect(open.url, { rejectUnauthorized: false, reconnectPeriod: 0 });
    const found: string[] = [];
    peer.on('message', (topic, payload, { retain, qos }) =>
      found.push(`${topic} ${payload} ${retain} ${qos}`),
    );
    try {
      await peer.subscribeAsync('ck1/peer/#', { qos: 2 });
      await peer.publishAsync('ck1/peer/ä', 'Grüße', { qos: 2, retain: true });
      await until(() => heard.length === 1, 'what MQTT.js said');
      const one = made[0] as Transport;
      await one.publish('ck1/peer/ü', said('Süden'), LIVE);
      await one.publish('ck1/peer/ä', said(''), KEPT);
      await until(() => found.length === 3, 'what we said');
      expect(heard.slice(0, 1)).toEqual(['ck1/peer/ä Grüße']);
      // QoS 2 takes two more messages, in which ours may overtake.
      expect(found.toSorted()).toEqual([
        'ck1/peer/ä  false 0',
        'ck1/peer/ä Grüße false 2',
        'ck1/peer/ü Süden false 0',
      ]);
    } finally {
      await peer.endAsync(true);
    }
  });

  it('says what is wrong with a name and a password', async () => {
    await expect(join([locked.url]).connect(NEVER)).rejects.toMatchObject({ reason: 'needsPassword' });
    const as = (who: string) => locked.url.replace('wss://', `wss://${who}@`);
    await expect(join([as('circle:a%20b')]).connect(NEVER)).rejects.toMatchObject({
      reason: 'wrongPassword',
    });
    await join([as('circle:a%20b%20c')]).connect(NEVER);
  });

  it('says that nobody answers, and that it was stopped', async () => {
    const [port] = await freePorts(1);
    const nowhere = `wss://localhost:${port}`;
    await expect(join([nowhere]).connect(NEVER)).rejects.toMatchObject({ reason: 'unreachable' });
    const stop = new AbortController();
    const begun = join([open.url]).connect(stop.signal);
    stop.abort();
    await expect(begun).rejects.toMatchObject({ reason: 'stopped' });
  });

  it('lets the relay speak for a member whose computer dies', async () => {
    let kill = () => {};
    const dying = join([open.url], {
      will: () => ({ topic: 'ck1/will/x', bytes: new Uint8Array([0, 255, 1]) }),
      openSocket: (url, protocols) => {
        const socket = rigSocket(url, protocols);
        kill = () => (socket as unknown as { terminate(): void }).terminate();
        return socket;
      },
    });
    const found: number[][] = [];
    const other = join([open.url]);
    await other.connect(NEVER);
    await other.subscribe('ck1/will', (_, bytes) => found.push([...bytes]));
    await dying.connect(NEVER);
    kill();
    await until(() => found.length === 1, 'the will');
    expect(found).toEqual([[0, 255, 1]]);
    await dying.close();
    await other.publish('ck1/will/y', said('after'), LIVE);
    await until(() => found.length === 2, 'nothing but what came after');
  });

  it('goes to the second address while the first is away, and comes back to it', async () => {
    const [port = 0] = await freePorts(1);
    const states: TransportState[] = [];
    const one = join([`wss://localhost:${port}`, open.url]);
    one.onState((state) => states.push(state));
    const heard = await listen(one, 'ck1/back');
    const other = join([open.url]);
    await other.connect(NEVER);
    await other.publish('ck1/back/x', said('at the second'), LIVE);
    await until(() => heard.length === 1, 'heard at the second');
    const first = await startBroker({ port });
    try {
      const there = join([first.url]);
      await there.connect(NEVER);
      await there.publish('ck1/back/y', said('at the first'), KEPT);
      await until(() => heard.length === 2, 'heard at the first');
      expect(states).toEqual(['offline', 'connecting', 'online']);
    } finally {
      await Promise.all(made.map((transport) => transport.close()));
      await first.close();
    }
  });

  it('comes back after the relay was killed, hears again, and finds what was kept', async () => {
    let broker = await startBroker();
    try {
      const [one, two] = [join([broker.url]), join([broker.url])];
      const states: TransportState[] = [];
      one.onState((state) => states.push(state));
      const heard = await listen(one, 'ck1/kill');
      await two.connect(NEVER);
      await two.publish('ck1/kill/kept', said('before'), KEPT);
      await until(() => heard.length === 1 && broker.database().length > 0, 'kept and saved');
      await broker.stop('SIGKILL');
      await until(() => states.at(-1) !== 'online', 'noticed');
      await expect(one.publish('ck1/kill/x', said('?'), LIVE)).rejects.toMatchObject({ reason: 'offline' });
      broker = await broker.restart();
      await until(() => states.at(-1) === 'online', 'back');
      await until(() => heard.length === 2, 'what was kept');
      let isBack = false;
      two.onState((state) => {
        isBack = state === 'online';
      });
      await until(() => isBack, 'the other one is back too');
      await two.publish('ck1/kill/x', said('after'), LIVE);
      await until(() => heard.length === 3, 'what came after');
      expect(heard).toEqual(['ck1/kill/kept before', 'ck1/kill/kept before kept', 'ck1/kill/x after']);
    } finally {
      await Promise.all(made.map((transport) => transport.close()));
      await broker.close();
    }
  });
});

describe('MQTT with a relay that means harm', () => {
  /** A relay that says yes, and then nothing but `bytes`. */
  async function harm(bytes: readonly number[], options: MqttOptions): Promise<TransportProblem> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'mqtt' });
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.on('connection', (socket) => {
      socket.once('message', () => {
        socket.send(new Uint8Array([0x20, 2, 0, 0]));
        if (bytes.length > 0) setTimeout(() => socket.send(new Uint8Array(bytes)), 20);
      });
    });
    const closed = Promise.withResolvers<TransportProblem>();
    // Past `readAddress`, which takes no `ws:`.
    const line = await mqttLine({ openSocket: rigSocket, ...options })(
      new URL(`ws://127.0.0.1:${port}`),
      { onPacket: () => undefined, onClosed: closed.resolve },
      NEVER,
    );
    const problem = await closed.promise;
    await line.close();
    server.close();
    return problem;
  }

  it('hangs up before a packet that would fill the memory has come', async () => {
    // A PUBLISH that claims 200 MB, and its first bytes.
    expect(await harm([0x30, 0x80, 0x84, 0xaf, 0x5f, 0, 5, 65, 65], {})).toMatchObject({ reason: 'refused' });
  });

  it('hangs up on one that says nothing any more, not even that it is there', async () => {
    expect(await harm([], { aliveS: 0.05 })).toMatchObject({ reason: 'unreachable', said: 'silence' });
  });
});
