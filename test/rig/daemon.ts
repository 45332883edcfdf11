import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, createServer } from 'node:net';

/** A program of the system's that a test needs beside it. */
export interface Daemon {
  process: ChildProcess;
  /** Everything it has written so far. */
  log(): string;
  /** `SIGKILL` leaves it no moment to save anything. Resolves when it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Where Debian keeps them; not on everybody's PATH. */
const FOLDERS = ['', '/usr/sbin/', '/usr/local/sbin/', '/opt/homebrew/sbin/', '/opt/homebrew/bin/'];

/** The path of a program. Throws, with what to do, where there is none: a test that needs it fails. */
export function programPath(name: 'mosquitto' | 'nats-server'): string {
  const found = FOLDERS.map((folder) => folder + name).find(
    (path) => spawnSync(path, ['--help'], { stdio: 'ignore' }).error === undefined,
  );
  if (found) return found;
  throw new Error(
    `${name} is missing, and this test needs the real one. Debian and Ubuntu: sudo apt-get install ${name} (npm test does so by itself where it may). macOS: brew install ${name}.`,
  );
}

/** Ports that nobody listens on just now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/** Starts a program and waits until all `ports` answer. Throws with its log when it ends before, or after 15 s. */
export async function startDaemon(
  path: string,
  parameters: readonly string[],
  ports: readonly number[],
): Promise<Daemon> {
  const process = spawn(path, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  process.stdout.on('data', listen);
  process.stderr.on('data', listen);
  const daemon: Daemon = {
    process,
    log: () => said,
    async stop(signal = 'SIGTERM') {
      if (process.exitCode !== null || process.signalCode !== null) return;
      const gone = once(process, 'exit');
      process.kill(signal);
      await gone;
    },
  };
  const until = performance.now() + 15_000;
  for (const port of ports) {
    while (!(await answers(port))) {
      if (process.exitCode !== null || performance.now() > until) {
        await daemon.stop('SIGKILL');
        throw new Error(`${path} did not start:\n${said}`);
      }
      await new Promise((done) => setTimeout(done, 20));
    }
  }
  return daemon;
}

async function answers(port: number): Promise<boolean> {
  const socket = createConnection({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
