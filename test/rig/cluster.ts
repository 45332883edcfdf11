import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mqttLine } from '../../lib/share/transport/mqtt-line.ts';
import { selfSigned } from '../sandbox/certificate.ts';
import { type Daemon, freePorts, programPath, startDaemon } from './daemon.ts';
import { guideBlock } from './guide.ts';
import { NEVER, until } from './listen.ts';
import { rigSocket } from './sockets.ts';

export interface ClusterNode {
  /** Whether the sessions of members are in its hands: when it dies, nobody can come in until another was chosen. */
  isLeading(): boolean;
  /** `wss://circle:…@localhost:…/mqtt`. */
  url: string;
  log(): string;
  pid(): number;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  restart(): Promise<void>;
}

export interface Cluster {
  nodes: readonly ClusterNode[];
  /** Of the processes that run now. */
  readonly pids: readonly number[];
  folder: string;
  close(): Promise<void>;
}

/**
 * Starts three nodes of nats-server that speak MQTT over websockets and keep what is retained together, by the very
 * configuration that docs/relay.md prints, with ports and folders of its own. Resolves when every node takes members, a few seconds after its port is open.
 */
export async function startCluster(): Promise<Cluster> {
  const size = 3;
  const path = programPath('nats-server');
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-cluster-'));
  const { key, cert } = selfSigned('localhost');
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(join(folder, 'cert.pem'), cert);
  const ports = await freePorts(size * 4);
  const portOf = (node: number, kind: number) => ports[node * 4 + kind] ?? 0;
  const nodes = await Promise.all(
    Array.from({ length: size }, async (_, node): Promise<ClusterNode> => {
      const file = join(folder, `node${node}.conf`);
      const config = guideBlock('nats')
        .replace('relay1\n', `node${node}\n`)
        .replace('127.0.0.1:4222', `127.0.0.1:${portOf(node, 0)}`)
        .replace('0.0.0.0:6222', `127.0.0.1:${portOf(node, 1)}`)
        .replace('127.0.0.1:1883', `127.0.0.1:${portOf(node, 2)}`)
        .replace('0.0.0.0:443', `127.0.0.1:${portOf(node, 3)}`)
        .replace(/relay(\d)\.example\.org:6222/g, (_, number) => `127.0.0.1:${portOf(Number(number) - 1, 1)}`)
        .replace('/var/lib/nats', join(folder, `node${node}`))
        .replace('/etc/nats/fullchain.pem', join(folder, 'cert.pem'))
        .replace('/etc/nats/privkey.pem', join(folder, 'key.pem'));
      writeFileSync(file, config);
      const start = () => startDaemon(path, ['-c', file], [portOf(node, 3)]);
      let daemon: Daemon = await start();
      return {
        url: `wss://circle:LONG-PASSWORD@localhost:${portOf(node, 3)}/mqtt`,
        log: () => daemon.log(),
        pid: () => daemon.process.pid ?? 0,
        isLeading: () => daemon.log().includes("new stream leader for '$G > $MQTT_sess'"),
        stop: (signal) => daemon.stop(signal),
        async restart() {
          daemon = await start();
        },
      };
    }),
  );
  const cluster: Cluster = {
    nodes,
    folder,
    get pids() {
      return nodes.map((node) => node.pid());
    },
    async close() {
      await Promise.all(nodes.map((node) => node.stop('SIGKILL')));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  try {
    await until(() => nodes.some(({ log }) => log().includes('metadata leader')), 'a leader', 15_000);
    for (const { url } of nodes) await greet(url);
    return cluster;
  } catch (error) {
    await cluster.close();
    throw error;
  }
}

/** Connects until a node says yes: it makes what it keeps retained parts in only when somebody first comes. */
async function greet(url: string): Promise<void> {
  const events = { onPacket: () => undefined, onClosed: () => undefined };
  for (let tries = 10; ; tries--) {
    try {
      const line = await mqttLine({ openSocket: rigSocket })(new URL(url), events, NEVER);
      return await line.close();
    } catch (error) {
      if (tries === 1) throw error;
    }
  }
}
