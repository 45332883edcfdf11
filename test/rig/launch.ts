import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/** Pinned by the manifest's key. */
export const EXTENSION_ID = 'ellbeliiigmjdlmfhifnohigaaeiihch';
const ROOT = resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** Port of the sandbox's server: every host name leads there. */
  port: number;
  /** A profile to go on with; a fresh one, removed by `close`, when left out. */
  profileDir?: string;
  headless?: boolean;
  extensionDir?: string;
  /** `de`, `fr` …: language of browser and extension. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  reducedMotion?: boolean;
  forcedColors?: boolean;
  viewport?: { width: number; height: number };
  /** The text size chosen in the browser's settings, px; 16 unless told. Unlike a style it counts for `rem` in media queries. */
  textSize?: number;
  /** Optional hosts as match patterns, granted as if the member had said yes; a prompt would stay pending for ever. */
  grantHosts?: readonly string[];
}

export interface Rig {
  context: BrowserContext;
  extensionId: string;
  profileDir: string;
  /** Opens an extension page in a tab: `popup.html`, `home.html#circles`, `sidebar.html`. */
  open(page: string): Promise<Page>;
  /** The background's worker, started if need be. */
  worker(): Promise<Worker>;
  /** Sets all the extension's clocks to the real time plus `offsetMs`, through the one hook `platform/clock` has. */
  moveClock(offsetMs: number): Promise<void>;
  /** Stops the worker as the browser does after 30 idle seconds; the next event starts it anew. */
  restartWorker(): Promise<void>;
  /** Runs `task` in a page of the extension's origin that runs nothing of its own, with all its rights. */
  inExtension<T, A>(task: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  close(): Promise<void>;
}

/**
 * Starts a real Chromium with the built extension, unchanged, and the real host names led to the sandbox. Playwright's
 * own flags are left out: among others they switch off the storage partitioning that users have.
 */
export async function launch(options: LaunchOptions): Promise<Rig> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium found: run `node scripts/setup.mjs --browser`.');
  const extensionDir =
    options.extensionDir ?? process.env.CIRCLEKEEPER_EXTENSION ?? join(ROOT, '.output/chrome-mv3');
  const profileDir = options.profileDir ?? (await mkdtemp(join(tmpdir(), 'circlekeeper-')));
  await prepare(profileDir, options.grantHosts ?? [], options.textSize);
  const { width, height } = options.viewport ?? { width: 1280, height: 800 };
  const context = await chromium.launchPersistentContext(profileDir, {
    executablePath,
    ignoreDefaultArgs: true,
    acceptDownloads: true,
    viewport: options.headless === false ? null : { width, height },
    colorScheme: options.colorScheme ?? null,
    reducedMotion: options.reducedMotion ? 'reduce' : null,
    forcedColors: options.forcedColors ? 'active' : null,
    env: { ...process.env, ...(options.locale ? { LANGUAGE: options.locale } : {}) } as Record<
      string,
      string
    >,
    args: [
      `--user-data-dir=${profileDir}`,
      '--remote-debugging-pipe',
      `--load-extension=${extensionDir}`,
      `--disable-extensions-except=${extensionDir}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${options.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
      '--ignore-certificate-errors',
      '--no-sandbox',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--password-store=basic',
      '--use-mock-keychain',
      '--mute-audio',
      '--hide-crash-restore-bubble',
      `--window-size=${width},${height}`,
      ...(options.locale ? [`--lang=${options.locale}`] : []),
      ...(options.headless === false ? [] : ['--headless=new']),
      'about:blank',
    ],
  });

  const address = (page: string) => `chrome-extension://${EXTENSION_ID}/${page}`;
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(address(path));
    return page;
  };
  const openBehind = async (path: string) => {
    const browser = await context.browser()?.newBrowserCDPSession();
    if (!browser) return open(path);
    // Empty first, and known by its target: an address given along was once never gone to, and another page may open meanwhile.
    const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', background: true });
    await browser.detach();
    const page = await pageOf(context, targetId);
    await page.goto(address(path));
    return page;
  };
  // The quietest page there is: it has the origin and its rights, and runs nothing. Behind the others, since a tab
  // that is not in front draws no frames of extensions, and clicks go past them. It stays: to look often is to open often.
  let quiet: Promise<Page | null> = Promise.resolve(null);
  const inExtension: Rig['inExtension'] = async (task, argument) => {
    const opened = quiet
      .catch(() => null)
      .then((page) => (page && !page.isClosed() ? page : openBehind('manifest.json')));
    quiet = opened;
    const page = await opened;
    // Playwright's own type for a task is narrower than what it takes.
    return (page.evaluate as (t: typeof task, a: typeof argument) => Promise<never>)(task, argument);
  };
  const ours = () => context.serviceWorkers().find((worker) => worker.url().startsWith(address('')));

  const rig: Rig = {
    context,
    extensionId: EXTENSION_ID,
    profileDir,
    open,
    inExtension,
    async worker() {
      return (
        ours() ??
        (await context.waitForEvent('serviceworker', (worker) => worker.url().startsWith(address(''))))
      );
    },
    async moveClock(offsetMs) {
      const set = (value: number) =>
        (
          globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
        ).chrome.storage.local.set({ 'clock.offsetMs': value });
      // A page of ours that is open does as well as a new one, and at once.
      const there = context.pages().find((page) => page.url().startsWith(address('')));
      await (there?.evaluate(set, offsetMs) ?? inExtension(set, offsetMs));
    },
    async restartWorker() {
      const page = await open('manifest.json');
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      const stopped = new Promise<void>((done) => {
        session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
          if (versions.some((version) => version.runningStatus === 'stopped')) done();
        });
      });
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
      await page.close();
    },
    async close() {
      await context.close();
      if (!options.profileDir) await rm(profileDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  if (!ours()) {
    await context
      .waitForEvent('serviceworker', {
        predicate: (worker) => worker.url().startsWith(address('')),
        timeout: 10_000,
      })
      .catch(() => undefined);
  }
  return rig;
}

/** The page of a target, once it is there. @throws when it does not come. */
async function pageOf(context: BrowserContext, targetId: string, until = Date.now() + 30_000): Promise<Page> {
  const isIt = async (page: Page) => {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send('Target.getTargetInfo');
    await session.detach();
    return targetInfo.targetId === targetId;
  };
  for (const page of context.pages().toReversed()) {
    // One that goes away while it is asked is another.
    if (await isIt(page).catch(() => false)) return page;
  }
  if (Date.now() > until) throw new Error(`Chromium opened no page for ${targetId}.`);
  await context.waitForEvent('page', { timeout: 200 }).catch(() => undefined);
  return pageOf(context, targetId, until);
}

/**
 * Writes into a profile that is not running: developer mode, without which an unpacked extension does not come back
 * from `runtime.reload`, and the yes to optional hosts. `permissions.request` then answers true at once (Chromium 156:
 * `runtime_granted_permissions`; in `granted_permissions` alone it keeps asking).
 */
async function prepare(
  profileDir: string,
  grantHosts: readonly string[],
  textSize: number | undefined,
): Promise<void> {
  const path = join(profileDir, 'Default/Preferences');
  await mkdir(join(profileDir, 'Default'), { recursive: true });
  const preferences = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'));
  preferences.extensions ??= {};
  preferences.extensions.ui = { ...preferences.extensions.ui, developer_mode: true };
  if (textSize !== undefined)
    preferences.webkit = { webprefs: { default_font_size: textSize, default_fixed_font_size: textSize } };
  if (grantHosts.length > 0) {
    preferences.extensions.settings ??= {};
    preferences.extensions.settings[EXTENSION_ID] ??= {};
    preferences.extensions.settings[EXTENSION_ID].runtime_granted_permissions = {
      api: [],
      explicit_host: grantHosts,
      manifest_permissions: [],
      scriptable_host: [],
    };
  }
  await writeFile(path, JSON.stringify(preferences));
}
