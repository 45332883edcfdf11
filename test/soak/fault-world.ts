import { cpSync } from 'node:fs';
import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { thursdayCircle } from '../builders/thursday.ts';
import { type LaunchOptions, launch, type Rig } from '../rig/launch.ts';
import { pageScript } from '../rig/page-script.ts';
import { seed } from '../rig/seed.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';
import type { FaultRig } from './fault-in-page.ts';

/** What all faults are tried in: a sandbox, the built extension, and a profile with a circle in it to copy. */
export interface FaultWorld {
  readonly sandbox: Sandbox;
  readonly extensionDir: string;
  /** A folder of its own, removed with the world. */
  readonly folder: string;
  /** A new profile: of a circle of six that met three times, or an empty one. @returns its folder. */
  profile(kind?: 'circle' | 'empty'): Promise<string>;
  start(profileDir: string, more?: Partial<LaunchOptions>): Promise<Rig>;
  close(): Promise<void>;
}

/** @param extensionDir the built extension, unpacked. */
export async function makeFaultWorld(extensionDir: string): Promise<FaultWorld> {
  const sandbox = await startSandbox();
  const folder = await mkdtemp(join(tmpdir(), 'circlekeeper-faults-'));
  const template = join(folder, 'template');
  const start: FaultWorld['start'] = (profileDir, more) =>
    launch({ port: sandbox.port, profileDir, extensionDir, ...more });
  const first = await start(template);
  await seed(first, thursdayCircle(Date.now()).facts);
  // Once read by a page, so that its rows are there.
  await (await first.open('home.html#/circles')).getByText('Thursday circle').first().waitFor();
  await first.close();
  return {
    sandbox,
    extensionDir,
    folder,
    async profile(kind = 'circle') {
      const dir = await mkdtemp(join(folder, 'profile-'));
      if (kind === 'circle') cpSync(template, dir, { recursive: true });
      return dir;
    },
    start,
    async close() {
      await sandbox.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Kills the browser with all its processes, as the system does it; the profile's lock names the first of them. */
export async function killBrowser(rig: Rig): Promise<void> {
  const lock = await readlink(join(rig.profileDir, 'SingletonLock'));
  const closed = rig.context.waitForEvent('close', { timeout: 10_000 });
  process.kill(-Number(lock.split('-').at(-1)), 'SIGKILL');
  await closed;
}

/** Numbers in [0, 1) that depend on the seed alone. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

let script: Promise<string> | undefined;

/** A quiet page of the extension that calls the product's own functions for the database. */
export interface StorePage {
  readonly page: Page;
  call<K extends keyof FaultRig>(
    name: K,
    argument: Parameters<FaultRig[K]>[0],
  ): Promise<Awaited<ReturnType<FaultRig[K]>>>;
}

/** Opens one. @param told is called with every word the page tells while it works. */
export async function storePage(rig: Rig, told: (word: string) => void = () => {}): Promise<StorePage> {
  script ??= pageScript(join(import.meta.dirname, 'fault-in-page.ts'));
  const page = await rig.open('manifest.json');
  await page.exposeFunction('told', told);
  await page.evaluate(await script);
  return {
    page,
    call: (name, argument) =>
      page.evaluate(
        ([which, value]) => {
          const { faultRig } = globalThis as unknown as {
            faultRig: Record<string, (value: unknown) => Promise<never>>;
          };
          const run = faultRig[which];
          if (!run) throw new Error(which);
          return run(value);
        },
        [name, argument] as const,
      ),
  };
}

/** Throws with what differs, at most a handful. */
export function none(what: string, problems: readonly string[]): void {
  if (problems.length > 0)
    throw new Error(`${what}: ${problems.length} problems, such as ${problems.slice(0, 5).join('; ')}`);
}
