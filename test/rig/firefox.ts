import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findFirefox } from './find-firefox.mjs';

export const FIREFOX_ID = 'circlekeeper@circlekeeper.org';
/** Firefox draws one for each profile; a known one lets tests open our pages. */
const UUID = '11111111-2222-4333-8444-555555555555';
const ROOT = resolve(import.meta.dirname, '../..');

export interface FirefoxOptions {
  /** Port of the sandbox's server: every host name leads there. */
  port: number;
  extensionDir?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  headless?: boolean;
  /** `de` …: language of browser and extension; Firefox needs its language pack (Debian: `firefox-esr-l10n-de`). */
  locale?: string;
  /** What an organisation sets for the extension, by the file it lays on a computer. */
  managed?: Readonly<Record<string, unknown>>;
}

export interface FirefoxRig {
  browser: Browser;
  /** Opens an extension page in a tab: `popup.html`, `home.html#/circles`. */
  open(path: string): Promise<Page>;
  visit(url: string): Promise<Page>;
  /**
   * Runs an expression in the window's own scope, with all rights of the browser: buttons of its bars and questions are
   * there. The extension is `policy.extension`. The value must be plain.
   */
  inWindow<T>(expression: string): Promise<T>;
  /** Sets all the extension's clocks to the real time plus `offsetMs`. */
  moveClock(offsetMs: number): Promise<void>;
  /** Unloads the event page as Firefox does after half a minute without work. */
  stopBackground(): Promise<void>;
  /** `running`, `suspended`, `stopped` …, as Firefox calls it. */
  backgroundState(): Promise<string>;
  /** Presses a button of the question that hangs from the address bar, once it is there. @returns its words. */
  answer(button: 'yes' | 'no'): Promise<string>;
  /** Presses the extension's button in the browser's panel of extensions. @returns the popup that opens, sizes in CSS px. */
  pressButton(): Promise<{ address: string; width: number; height: number }>;
  /** Where downloads go. */
  downloads: string;
  close(): Promise<void>;
}

/** What of puppeteer's BiDi is not public: its line to the browser, for commands with Firefox's own parameters. */
interface Line {
  connection: { send(method: string, parameters: object): Promise<{ result: unknown }> };
}
interface Tree {
  contexts: { context: string; url: string }[];
}
type Evaluated =
  | { type: 'success'; result: { value?: unknown } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/**
 * Starts a real Firefox with the built extension as a temporary one, unchanged, and the real host names led to the
 * sandbox. `--remote-allow-system-access` opens what tests need beside pages of the web: since Firefox 153 our own pages,
 * and the browser's bars (https://firefox-source-docs.mozilla.org/testing/geckodriver/Flags.html).
 */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxRig> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox found: run `node scripts/setup.mjs --browser`.');
  const folder = await mkdtemp(join(tmpdir(), 'circlekeeper-firefox-'));
  const downloads = join(folder, 'downloads');
  await mkdir(downloads);
  if (options.managed) await layManaged(folder, options.managed);
  const { width, height } = options.viewport ?? { width: 1280, height: 800 };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    env: { ...process.env, ...(options.managed ? { HOME: folder } : {}) },
    defaultViewport: null,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: UUID }),
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': `443=${options.port}`,
      ...(options.locale ? { 'intl.locale.requested': options.locale } : {}),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.always_ask_before_handling_new_types': false,
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    },
  });
  const { connection } = browser as unknown as Line;
  await browser.installExtension(
    options.extensionDir ?? process.env.CIRCLEKEEPER_FIREFOX ?? join(ROOT, '.output/firefox-mv3'),
  );
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = (tree.result as Tree).contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('Firefox showed no window.');

  const inWindow: FirefoxRig['inWindow'] = async <T>(expression: string) => {
    const { result } = await connection.send('script.evaluate', {
      expression: `(async () => {
        const policy = WebExtensionPolicy.getByID(${JSON.stringify(FIREFOX_ID)});
        return JSON.stringify(await (${expression}));
      })()`,
      target: { context: window.context },
      awaitPromise: true,
      userActivation: true,
    });
    const evaluated = result as Evaluated;
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
    const { value } = evaluated.result;
    return (typeof value === 'string' ? JSON.parse(value) : undefined) as T;
  };

  const ours = async (): Promise<Page | undefined> =>
    (await browser.pages()).find((page) => page.url().startsWith(`moz-extension://${UUID}/`));
  const open: FirefoxRig['open'] = async (path) => {
    const page = await browser.newPage();
    const address = `moz-extension://${UUID}/${path}`;
    // Our pages live in another process, and puppeteer waits there for an end that it never hears of.
    page.goto(address, { timeout: 0 }).catch(() => undefined);
    const there = 'location.protocol === "moz-extension:" && document.readyState === "complete"';
    while (!(await page.evaluate(there).catch(() => false)))
      await new Promise((done) => setTimeout(done, 25));
    return page;
  };

  return {
    browser,
    downloads,
    inWindow,
    open,
    async visit(url) {
      const page = await browser.newPage();
      await page.goto(url);
      return page;
    },
    async moveClock(offsetMs) {
      const there = await ours();
      const page = there ?? (await open('manifest.json'));
      await page.evaluate(`browser.storage.local.set({ 'clock.offsetMs': ${offsetMs} })`);
      if (!there) await page.close();
    },
    async stopBackground() {
      await inWindow('policy.extension.terminateBackground({ ignoreDevToolsAttached: true })');
    },
    backgroundState: () => inWindow<string>('policy.extension.backgroundState'),
    answer: (button) =>
      inWindow<string>(`(async () => {
        const shown = () => PopupNotifications.panel.querySelector('popupnotification:not([hidden])');
        for (let i = 0; i < 200 && !(PopupNotifications.isPanelOpen && shown()); i += 1)
          await new Promise((done) => setTimeout(done, 25));
        // Firefox takes no answer in the first moment, lest somebody was only typing.
        await new Promise((done) => setTimeout(done, Services.prefs.getIntPref('security.notification_enable_delay') + 50));
        const question = shown();
        const words = question.textContent + ' ' + question.getAttribute('label');
        question[${JSON.stringify(button === 'yes' ? 'button' : 'secondaryButton')}].click();
        return words;
      })()`),
    pressButton: () =>
      inWindow(`(async () => {
        const until = async (find) => {
          for (let i = 0; i < 200; i += 1) {
            const found = find();
            if (found) return found;
            await new Promise((done) => setTimeout(done, 25));
          }
          throw new Error('It did not come.');
        };
        gUnifiedExtensions.button.click();
        const item = await until(() => document.querySelector('[data-extensionid=${JSON.stringify(FIREFOX_ID)}]'));
        item.querySelector('.unified-extensions-item-action-button').click();
        const popup = await until(() => {
          const one = document.querySelector('browser.webextension-popup-browser');
          return one?.currentURI.spec !== 'about:blank' && one?.getBoundingClientRect().height > 300 ? one : null;
        });
        const { width, height } = popup.getBoundingClientRect();
        const address = popup.currentURI.spec;
        for (const panel of document.querySelectorAll('panel')) panel.hidePopup();
        return { address, width, height };
      })()`),
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests#managed_storage_manifests */
async function layManaged(home: string, data: Readonly<Record<string, unknown>>): Promise<void> {
  const places =
    process.platform === 'darwin'
      ? 'Library/Application Support/Mozilla/ManagedStorage'
      : '.mozilla/managed-storage';
  await mkdir(join(home, places), { recursive: true });
  const manifest = { name: FIREFOX_ID, description: 'Set by the programme', type: 'storage', data };
  await writeFile(join(home, places, `${FIREFOX_ID}.json`), JSON.stringify(manifest));
}
