import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../sandbox/certificate.ts';
import { type Daemon, freePorts, programPath, startDaemon } from './daemon.ts';

export interface BrokerOptions {
  /** Who may come in; everybody when left out. */
  users?: Readonly<Record<string, string>>;
  /** Lines of an access list, as in mosquitto.conf(5); everything is allowed when left out. */
  access?: readonly string[];
  /** More lines of configuration. */
  more?: readonly string[];
  /** A port to come back on, and a folder to go on with: another broker's, that was stopped. */
  port?: number;
  folder?: string;
}

export interface Broker {
  /** `wss://localhost:…`, with a certificate of its own making; see {@link rigSocket}. */
  url: string;
  port: number;
  /** Configuration, and the database after `stop` (or an autosave). */
  folder: string;
  /** Everything in its log, every kind of message. */
  log(): string;
  /** What it keeps on disk, as bytes, for a scan. Empty before the first save. */
  database(): Buffer;
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** Holds everything that is sent from now on until `letGo`, so that what people do in between is at the same moment. */
  hold(): void;
  letGo(): void;
  /** Starts it again on the same port, with what it saved. */
  restart(): Promise<Broker>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

/**
 * Lines of configuration: websockets over TLS on a port of this computer. Debian 12's 2.0.11 refuses to start with
 * websockets listeners alone, hence the socket beside it, which nobody uses.
 * @param file where a file of the broker's folder is.
 */
export const overTls = (port: number, file: (name: string) => string): string[] => [
  `listener 0 ${file('unused.sock')}`,
  `listener ${port} 127.0.0.1`,
  'protocol websockets',
  `certfile ${file('cert.pem')}`,
  `keyfile ${file('key.pem')}`,
];

/**
 * Starts a real mosquitto with a websockets listener over TLS on a free port, in a temporary folder.
 */
export async function startBroker(options: BrokerOptions = {}): Promise<Broker> {
  const path = programPath('mosquitto');
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'circlekeeper-broker-'));
  const port = options.port ?? (await freePorts(1))[0] ?? 0;
  const file = (name: string) => join(folder, name);
  const { key, cert } = selfSigned('localhost');
  writeFileSync(file('key.pem'), key);
  writeFileSync(file('cert.pem'), cert);
  writeFileSync(file('password'), '');
  chmodSync(file('password'), 0o600);
  for (const [name, password] of Object.entries(options.users ?? {}))
    addUser(file('password'), name, password);
  if (options.access) {
    writeFileSync(file('access'), `${options.access.join('\n')}\n`);
    chmodSync(file('access'), 0o600);
  }
  writeFileSync(
    file('mosquitto.conf'),
    [
      // As root it would become a user who cannot read the folder.
      ...(process.getuid?.() === 0 ? ['user root'] : []),
      'per_listener_settings false',
      `allow_anonymous ${options.users ? 'false' : 'true'}`,
      ...(options.users ? [`password_file ${file('password')}`] : []),
      ...(options.access ? [`acl_file ${file('access')}`] : []),
      'persistence true',
      `persistence_location ${folder}/`,
      'autosave_on_changes true',
      'autosave_interval 1',
      'log_type all',
      'log_dest stderr',
      ...(options.more ?? []),
      ...overTls(port, file),
      '',
    ].join('\n'),
  );
  const daemon: Daemon = await startDaemon(path, ['-c', file('mosquitto.conf')], [port]);
  return {
    url: `wss://localhost:${port}`,
    port,
    folder,
    log: daemon.log,
    database() {
      try {
        return readFileSync(file('mosquitto.db'));
      } catch {
        return Buffer.alloc(0);
      }
    },
    stop: daemon.stop,
    hold: () => void daemon.process.kill('SIGSTOP'),
    letGo: () => void daemon.process.kill('SIGCONT'),
    restart: () => startBroker({ ...options, port, folder }),
    async close() {
      await daemon.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function addUser(file: string, name: string, password: string): void {
  const { status, stderr } = spawnSync('mosquitto_passwd', ['-b', file, name, password]);
  if (status !== 0) throw new Error(`mosquitto_passwd: ${stderr}`);
}
