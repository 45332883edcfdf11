import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isLive } from '../../rig/it-live.ts';
import { launch, type Rig } from '../../rig/launch.ts';
import type { Sandbox } from '../../sandbox/server.ts';
import { ADA, CLIENTS, calendarTown, DAY, type Diary, type Town } from './town.ts';

const HOSTS = ['www.googleapis.com', 'graph.microsoft.com', 'login.microsoftonline.com'];
export const TITLE = 'Peer mentoring circle';

export const SERVICES = ['google', 'microsoft'] as const;
/** What goes the same way in both is tried in one by `npm test`, and in both by `npm run live`. */
export const SOME_SERVICES = isLive ? SERVICES : (['google'] as const);

/** Ada's browser at the page of calendars, beside both services, and what she does there. */
export interface Desk {
  readonly town: Town;
  readonly rig: Rig;
  readonly page: Page;
  /** What she does in the window that a service opens. */
  inWindow: (window: Page) => Promise<void>;
  button(name: string): Locator;
  /** What was found under a title. */
  spotted(title?: string): Locator;
  setClient(diary: Diary): Promise<void>;
  /** Connects a service, from whatever page she is on; resolves when its account stands there. */
  connect(diary: Diary): Promise<void>;
  /** All rows of some tables, as they are on disk. */
  tables(names: readonly string[]): Promise<Record<string, Record<string, unknown>[]>>;
}

/** @param granted whether the browser lets the extension reach both services; otherwise its question stays open. */
export async function openDesk(sandbox: Sandbox, { granted = true } = {}): Promise<Desk> {
  const town = calendarTown(sandbox);
  const hosts = HOSTS.map((host) => `https://${host}/*`);
  const rig = await launch({ port: sandbox.port, ...(granted ? { grantHosts: hosts } : {}) });
  const page = await rig.open('home.html#/calendars');
  page.setDefaultTimeout(10_000);
  rig.context.on('page', (opened) => {
    void opened.waitForURL(/accounts\.google\.com|login\.microsoftonline\.com/, { timeout: 5000 }).then(
      // A service that knows the person already answers without a page.
      () => desk.inWindow(opened).catch(() => undefined),
      () => undefined,
    );
  });
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const desk: Desk = {
    ...{ town, rig, page, button },
    inWindow: async () => undefined,
    spotted: (title = TITLE) =>
      page
        .getByRole('region', { name: 'Spotted meetings' })
        .getByRole('article', { name: title, exact: true }),
    async setClient(diary) {
      await page.getByText('Client IDs, for copies you built yourself').click();
      await page.getByLabel(diary.clientField, { exact: true }).fill(CLIENTS[diary.provider]);
      await button(`Save client ID: ${diary.clientField}`).click();
      await page.getByText('Saved on this computer.').first().waitFor();
      await page.getByText('Client IDs, for copies you built yourself').click();
    },
    async connect(diary) {
      desk.inWindow = diary.allow;
      await page.goto(page.url().replace(/#.*/, '#/calendars'));
      await desk.setClient(diary);
      const accounts = page.getByRole('heading', { name: ADA });
      const before = await accounts.count();
      await button(diary.connect).click();
      await expect.poll(() => accounts.count(), { timeout: 15_000 }).toBe(before + 1);
    },
    tables: (names) =>
      rig.inExtension(async (wanted) => {
        const db = await new Promise<IDBDatabase>((done) => {
          const request = indexedDB.open('circlekeeper');
          request.onsuccess = () => done(request.result);
        });
        const found: Record<string, Record<string, unknown>[]> = {};
        for (const name of wanted)
          found[name] = await new Promise((done) => {
            const request = db.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => done(request.result);
          });
        db.close();
        return found;
      }, names),
  };
  return desk;
}

/** The next round day at five in the afternoon, at least two days ahead. UTC ms. */
export const soon = (): number => Math.ceil(Date.now() / DAY) * DAY + 2 * DAY + 17 * 3_600_000;
