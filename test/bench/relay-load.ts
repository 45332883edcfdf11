/**
 * A programme on one relay: `node scripts/run.mjs test/bench/relay-load.ts [mosquitto|nats] [circles] [seconds]`.
 * Real broker, real lines of the product, packets of the size and pace of a meeting; a circle's content is random, as
 * sealed packets are to a relay. Prints one JSON object; the figures in docs/cluster.md are from it.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line } from '../../lib/share/transport/line.ts';
import { mqttLine } from '../../lib/share/transport/mqtt-line.ts';
import { overTls } from '../rig/broker.ts';
import { startCluster } from '../rig/cluster.ts';
import { freePorts, programPath, startDaemon } from '../rig/daemon.ts';
import { rigSocket } from '../rig/sockets.ts';
import { selfSigned } from '../sandbox/certificate.ts';

const MEMBERS = 8;
/** Retained parts of each member, 4,000 bytes each: a circle's first weeks. */
const PARTS = 1;
/** Each member is heard of so often, and in each circle somebody does something so often, ms. */
const HEARTBEAT_MS = 10_000;
const ACT_MS = 5_000;
/** Connections that are opened at the same moment. */
const AT_ONCE = 16;
const PACKET = 512;

interface Relay {
  urls: readonly string[];
  pids: readonly number[];
  folder: string;
  end(): Promise<void>;
  clean(): void;
}

const [kind = 'mosquitto', circlesAsked = '200', secondsAsked = '30'] = process.argv.slice(2);
const circles = Number(circlesAsked);
const runMs = Number(secondsAsked) * 1000;
const now = (): number => performance.now();
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const relay = kind === 'nats' ? await nats() : await mosquitto();
/** What it has used of all cores so far, ms, and what it holds in memory, MB. */
const used = () => {
  const ms = relay.pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
  const kB = relay.pids.reduce(
    (sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
    0,
  );
  return { ms, MB: Math.round(kB / 1024) };
};
const phases: Record<string, unknown> = {};
async function phase<T>(name: string, run: () => Promise<T>): Promise<T> {
  const [begun, before] = [now(), used()];
  const result = await run();
  const [ms, after] = [now() - begun, used()];
  phases[name] = {
    s: +(ms / 1000).toFixed(1),
    relayCorePercent: Math.round(((after.ms - before.ms) / ms) * 100),
    relayMB: after.MB,
  };
  console.error(name, JSON.stringify(phases[name]));
  return result;
}

let received = 0;
let kept = 0;
let lost = 0;
const delays: number[] = [];
const onPacket = (_: string, bytes: Uint8Array, retained: boolean) => {
  if (retained) {
    kept++;
    return;
  }
  received++;
  const at = new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0);
  if (at > 0) delays.push(now() - at);
};
const connect = (n: number): Promise<Line> => {
  const url = relay.urls[n % relay.urls.length] ?? '';
  return mqttLine({ openSocket: rigSocket, connectMs: 30_000, answerMs: 30_000 })(
    new URL(url),
    { onPacket, onClosed: () => void lost++ },
    new AbortController().signal,
  );
};
const idle = used();
const names = Array.from({ length: circles }, () => `ck1/${randomBytes(16).toString('hex')}`);

await phase('keeping', async () => {
  const line = await connect(0);
  await Promise.all(
    names.flatMap((name) =>
      Array.from({ length: MEMBERS * PARTS }, (_, part) =>
        line.publish(`${name}/p/${part}`, randomBytes(3_900), true),
      ),
    ),
  );
  await line.close();
});

const lines: { line: Line; topic: string }[] = [];
await phase('connecting', async () => {
  const waiting = names.flatMap((name) => Array.from({ length: MEMBERS }, () => name));
  let n = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let name = waiting.pop(); name; name = waiting.pop()) {
        const line = await connect(n++);
        await line.subscribe(name);
        lines.push({ line, topic: `${name}/l` });
      }
    }),
  );
  const all = circles * MEMBERS * MEMBERS * PARTS;
  for (let tries = 0; kept < all && tries < 100; tries++) await pause(100);
});

let sent = 0;
const say = ({ line, topic }: { line: Line; topic: string }) => {
  const packet = randomBytes(PACKET);
  packet.writeDoubleBE(now());
  sent++;
  void line.publish(topic, packet, false).catch(() => lost++);
};
const before = received;
await phase('meeting', async () => {
  // Spread over the time between two, as people are.
  const timers = lines.map((one) =>
    setTimeout(() => {
      say(one);
      timers.push(setInterval(() => say(one), HEARTBEAT_MS));
    }, Math.random() * HEARTBEAT_MS),
  );
  for (const one of lines.filter((_, i) => i % MEMBERS === 0))
    timers.push(setInterval(() => say(one), ACT_MS));
  await pause(runMs);
  for (const timer of timers) clearTimeout(timer);
  await pause(1_000);
});
const heard = received - before;
const sorted = delays.toSorted((a, b) => a - b);
const at = (share: number) => Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN);
const lostInMeeting = lost;
await Promise.all(lines.map(({ line }) => line.close()));
const memory = used().MB;
await relay.end();
console.log(
  JSON.stringify(
    {
      kind,
      circles,
      connections: lines.length,
      idleMB: idle.MB,
      phases,
      retained: { sent: circles * MEMBERS * PARTS, received: kept, of: circles * MEMBERS * MEMBERS * PARTS },
      live: { sent, received: heard, of: sent * MEMBERS, lines: lostInMeeting },
      perSecond: { in: Math.round(sent / (runMs / 1000)), out: Math.round(heard / (runMs / 1000)) },
      delayMs: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
      memoryAfterMB: memory,
      diskMB: +(sizeOf(relay.folder) / 2 ** 20).toFixed(1),
      machine: `${cpus()[0]?.model}, ${cpus().length} cores, load ${readFileSync('/proc/loadavg', 'utf8').split(' ')[0]}`,
    },
    null,
    2,
  ),
);
relay.clean();

/** As docs/relay.md sets it up, without a password, and saved when it ends. */
async function mosquitto(): Promise<Relay> {
  const folder = mkdtempSync(join(tmpdir(), 'circlekeeper-load-'));
  const [port = 0] = await freePorts(1);
  const file = (name: string) => join(folder, name);
  const { key, cert } = selfSigned('localhost');
  writeFileSync(file('key.pem'), key);
  writeFileSync(file('cert.pem'), cert);
  writeFileSync(
    file('mosquitto.conf'),
    [
      ...(process.getuid?.() === 0 ? ['user root'] : []),
      'allow_anonymous true',
      'persistence true',
      `persistence_location ${folder}/`,
      'autosave_interval 30',
      'message_size_limit 8192',
      'connection_messages false',
      'log_type error',
      'log_dest stderr',
      ...overTls(port, file),
      '',
    ].join('\n'),
  );
  const daemon = await startDaemon(programPath('mosquitto'), ['-c', file('mosquitto.conf')], [port]);
  return {
    urls: [`wss://localhost:${port}`],
    pids: [daemon.process.pid ?? 0],
    folder,
    end: () => daemon.stop(),
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function nats(): Promise<Relay> {
  const cluster = await startCluster();
  return {
    urls: cluster.nodes.map(({ url }) => url),
    pids: cluster.pids,
    folder: cluster.folder,
    end: async () => void (await Promise.all(cluster.nodes.map((node) => node.stop('SIGTERM')))),
    clean: () => void cluster.close(),
  };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  );
}
