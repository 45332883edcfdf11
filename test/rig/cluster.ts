import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mqttLine } from '../../lib/share/transport/mqtt-line.ts';
import { selfSigned } from '../sandbox/certificate.ts';
import { type Daemon, freePorts, programPath, startDaemon } from './daemon.ts';
import { NEVER, until } from './listen.ts';
import { rigSocket } from './sockets.ts';

export interface ClusterNode {
  /** Whether the sessions of members are in its hands: when it dies, nobody can come in until another was chosen. */
  isLeading(): boolean;
  /** `wss://localhost:…/mqtt`. */
  url: string;
  log(): string;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  restart(): Promise<void>;
}

export interface Cluster {
  nodes: readonly ClusterNode[];
  close(): Promise<void>;
}

/**
 * Starts nodes of nats-server that speak MQTT over websockets and keep what is retained together (JetStream, as many
 * copies as there are nodes, up to three). The configuration is the one of docs/relay.md, with ports and folders of its
 * own. Resolves when every node takes members, a few seconds after its port is open.
 */
export async function startCluster(size = 3): Promise<Cluster> {
  const path = programPath('nats-server');
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-cluster-'));
  const { key, cert } = selfSigned('localhost');
  writeFileSync(join(folder, 'key.pem'), key);
  writeFileSync(join(folder, 'cert.pem'), cert);
  const ports = await freePorts(size * 4);
  const portOf = (node: number, kind: number) => ports[node * 4 + kind] ?? 0;
  const routes = Array.from({ length: size }, (_, node) => `nats://127.0.0.1:${portOf(node, 1)}`);
  const nodes = await Promise.all(
    Array.from({ length: size }, async (_, node): Promise<ClusterNode> => {
      const file = join(folder, `node${node}.conf`);
      writeFileSync(
        file,
        [
          `server_name: node${node}`,
          `listen: 127.0.0.1:${portOf(node, 0)}`,
          `cluster { name: circles, listen: "127.0.0.1:${portOf(node, 1)}", routes: ${JSON.stringify(routes)} }`,
          `jetstream { store_dir: ${JSON.stringify(join(folder, `node${node}`))} }`,
          `mqtt { listen: "127.0.0.1:${portOf(node, 2)}" }`,
          'websocket {',
          `  listen: "127.0.0.1:${portOf(node, 3)}"`,
          `  tls { cert_file: ${JSON.stringify(join(folder, 'cert.pem'))}, key_file: ${JSON.stringify(join(folder, 'key.pem'))} }`,
          '}',
          '',
        ].join('\n'),
      );
      const start = () => startDaemon(path, ['-c', file], [portOf(node, 3)]);
      let daemon: Daemon = await start();
      return {
        url: `wss://localhost:${portOf(node, 3)}/mqtt`,
        log: () => daemon.log(),
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
