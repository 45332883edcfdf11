import type { Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { THURSDAY, thursdayCircle } from '../builders/thursday.ts';
import { launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { CIRCLE_CODE, OTHER_CODE } from '../sandbox/calendar.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

let sandbox: Sandbox;
let rig: Rig;
const bugs: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  rig = await launch({ port: sandbox.port });
});

afterAll(async () => {
  await rig.close();
  await sandbox.close();
});

afterEach(async () => {
  for (const page of rig.context.pages()) await page.close();
  await rig.inExtension(() => (globalThis as unknown as Extension).chrome.storage.local.clear(), null);
  expect(bugs.splice(0)).toEqual([]);
});

interface Extension {
  chrome: {
    storage: { local: { clear(): Promise<void>; get(): Promise<Record<string, unknown>> } };
    runtime: { reload(): void; sendMessage(message: unknown): Promise<unknown> };
  };
}

async function visit(path: string): Promise<Page> {
  const page = await rig.context.newPage();
  page.on('pageerror', (error) => bugs.push(error.message));
  await page.goto(`https://meet.google.com/${path}`);
  return page;
}

const launcher = (page: Page) => page.getByRole('button', { name: 'Open Circlekeeper' });
const frame = (page: Page) => page.locator('circlekeeper-sidebar iframe[title="Circlekeeper"]');
const join = (page: Page) => page.getByRole('button', { name: 'Join now' }).click();
const shells = (page: Page) => page.locator('circlekeeper-sidebar').count();

/** The frame's document, once it is there. */
async function inside(page: Page): Promise<Frame> {
  const found = () => page.frames().find((one) => one.url().startsWith('chrome-extension:')) ?? null;
  await expect.poll(found).not.toBeNull();
  const one = found();
  if (!one) throw new Error('The frame went away.');
  await one.waitForLoadState();
  return one;
}

/** A message from the frame, as its screens send it. */
async function say(page: Page, kind: string, body: unknown = null): Promise<unknown> {
  return (await inside(page)).evaluate(
    (message) => (globalThis as unknown as Extension).chrome.runtime.sendMessage(message),
    { kind, body },
  );
}

async function joined(path: string): Promise<Page> {
  const page = await visit(path);
  await launcher(page).waitFor();
  await join(page);
  await page.locator('[data-participant-id]').first().waitFor();
  return page;
}

async function opened(path: string): Promise<Page> {
  const page = await joined(path);
  await launcher(page).click();
  await frame(page).waitFor();
  return page;
}

describe('beside a call that no circle is known for', () => {
  it('leaves the start page alone, since there is no call', async () => {
    const page = await visit('');
    await page.waitForTimeout(2_500);
    expect(await shells(page)).toBe(0);
  });

  it('offers a launcher in the lobby and in the call, and opens the frame on a click', async () => {
    const page = await opened(OTHER_CODE);
    expect(await shells(page)).toBe(1);
    await (await inside(page)).locator('#root').waitFor({ state: 'attached' });
    await expect
      .poll(() => frame(page).getAttribute('src'))
      .toBe(`chrome-extension://${rig.extensionId}/sidebar.html`);
  });

  it('is opened by a person only: a click made by the page counts for nothing', async () => {
    const page = await joined(OTHER_CODE);
    await page.evaluate(() => {
      const root = document.querySelector('circlekeeper-sidebar')?.shadowRoot;
      root?.querySelector<HTMLButtonElement>('.open')?.click();
    });
    await page.waitForTimeout(500);
    expect(await frame(page).count()).toBe(0);
  });

  it('leaves the control bar and every other control of the host uncovered', async () => {
    const page = await joined(OTHER_CODE);
    await page.getByRole('button', { name: 'People' }).click();
    // The launcher is moved at the next look.
    await expect
      .poll(() =>
        page.evaluate(() => {
          const box = document
            .querySelector('circlekeeper-sidebar')
            ?.shadowRoot?.querySelector('.open')
            ?.getBoundingClientRect();
          if (!box) return 'no launcher';
          const controls = [...document.querySelectorAll('button')].map((button) =>
            button.getBoundingClientRect(),
          );
          return controls.filter(
            (other) =>
              other.width > 0 &&
              other.left < box.right &&
              box.left < other.right &&
              other.top < box.bottom &&
              box.top < other.bottom,
          ).length;
        }),
      )
      .toBe(0);
    await launcher(page).click();
    await frame(page).waitFor();
    const panel = await page.locator('circlekeeper-sidebar .panel').boundingBox();
    const bar = await page.locator('.bar').boundingBox();
    expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });

  it('tells the frame which call its tab is in, and says so again after the worker was stopped', async () => {
    const page = await opened(OTHER_CODE);
    const ask = () => say(page, 'sidebar.context');
    const context = {
      ok: true,
      host: 'meet',
      code: OTHER_CODE,
      state: 'inCall',
      circleId: null,
      matched: null,
    };
    await expect.poll(ask).toMatchObject(context);
    await rig.restartWorker();
    expect(await ask()).toMatchObject(context);
  });
});

describe('the open shell', () => {
  it('is resized by keyboard and by pointer within its limits, and remembers its width', async () => {
    const page = await opened(OTHER_CODE);
    const edge = page.getByRole('separator');
    const width = async () => Number(await edge.getAttribute('aria-valuenow'));
    expect(await width()).toBe(360);
    await edge.press('ArrowLeft');
    expect(await width()).toBe(376);
    await edge.press('Home');
    expect(await width()).toBe(280);
    await edge.press('End');
    expect(await width()).toBe(560);
    const box = await edge.boundingBox();
    if (!box) throw new Error('The separator is not shown.');
    await page.mouse.move(box.x + 6, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(1272 - 420, box.y + 40, { steps: 4 });
    await page.mouse.up();
    expect(await width()).toBe(420);
    expect((await page.locator('circlekeeper-sidebar .panel').boundingBox())?.width).toBeCloseTo(422, 0);
    await page.close();
    const again = await opened(OTHER_CODE);
    await expect.poll(() => again.getByRole('separator').getAttribute('aria-valuenow')).toBe('420');
  });

  it('keeps the keys pressed on it from the shortcuts of the page', async () => {
    const page = await opened(OTHER_CODE);
    await page.getByRole('separator').press('c');
    await page.getByRole('separator').press('ArrowLeft');
    await page.getByRole('button', { name: 'Fold Circlekeeper away' }).press('Enter');
    await launcher(page).press('c');
    await launcher(page).press('Enter');
    await page.frameLocator('circlekeeper-sidebar iframe').locator('body').press('c');
    expect(await page.evaluate(() => (window as unknown as { sandboxKeys: string[] }).sandboxKeys)).toEqual(
      [],
    );
    expect(await page.getByText('Captions are on').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'People' }).press('c');
    await expect.poll(() => page.getByText('Captions are on').isVisible()).toBe(true);
  });

  it('folds to a tab that keeps the frame running, and unfolds to the same frame', async () => {
    const page = await opened(OTHER_CODE);
    await (await inside(page)).evaluate(() => document.body.setAttribute('data-mark', 'same'));
    await page.getByRole('button', { name: 'Fold Circlekeeper away' }).click();
    expect(await frame(page).isVisible()).toBe(false);
    await launcher(page).click();
    await frame(page).waitFor();
    expect(
      await page.frameLocator('circlekeeper-sidebar iframe').locator('body').getAttribute('data-mark'),
    ).toBe('same');
  });

  it('obeys the frame: collapse folds it, close leaves the launcher', async () => {
    const page = await opened(OTHER_CODE);
    expect(await say(page, 'shell.collapse')).toEqual({ ok: true });
    expect(await frame(page).isVisible()).toBe(false);
    await expect.poll(() => frame(page).count()).toBe(1);
    await launcher(page).click();
    await frame(page).waitFor();
    // The frame is gone before the answer can be back.
    await say(page, 'shell.close').catch(() => undefined);
    expect(await frame(page).count()).toBe(0);
    await expect.poll(() => launcher(page).isVisible()).toBe(true);
  });

  it('reads the names that can be seen, and says when none can', async () => {
    const page = await opened(OTHER_CODE);
    const read = () => say(page, 'names.read', { tabId: null });
    expect(await read()).toEqual({ ok: true, names: ['Chen Wu'], recording: false });
    await page.getByRole('button', { name: 'People' }).click();
    expect(await read()).toMatchObject({ names: expect.arrayContaining(['Noa Stern', 'Tess Young']) });
    await page.evaluate(() => document.body.replaceChildren());
    expect(await read()).toEqual({ ok: true, names: [], recording: false });
  });

  it('can be used in a window 320 px wide', async () => {
    const page = await visit(OTHER_CODE);
    await page.setViewportSize({ width: 320, height: 640 });
    await launcher(page).click();
    await frame(page).waitFor();
    const panel = await page.locator('circlekeeper-sidebar .panel').boundingBox();
    const fold = await page.getByRole('button', { name: 'Fold Circlekeeper away' }).boundingBox();
    expect(panel?.width).toBeGreaterThanOrEqual(280);
    expect(fold?.x).toBeGreaterThanOrEqual(0);
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(320);
  });
});

describe('one sidebar, right state', () => {
  it('stays through a breakout, leaving and rejoining, since contracts are written after hanging up too', async () => {
    const page = await opened(OTHER_CODE);
    await page.getByRole('button', { name: 'Move to a breakout room' }).click();
    await page.waitForTimeout(4_500);
    await expect.poll(() => frame(page).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Leave call' }).click();
    await page.waitForTimeout(1_500);
    await expect.poll(() => frame(page).isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Rejoin' }).click();
    await page.waitForTimeout(1_500);
    await expect.poll(() => frame(page).isVisible()).toBe(true);
    expect(await shells(page)).toBe(1);
  });

  it('goes with the call, and starts afresh with the second call of the same page', async () => {
    const page = await opened(OTHER_CODE);
    await page.getByRole('button', { name: 'Leave call' }).click();
    await page.getByRole('button', { name: 'Back to the start page' }).click();
    await expect.poll(() => shells(page)).toBe(0);
    await page
      .getByRole('button', { name: /circle$/ })
      .first()
      .click();
    await launcher(page).waitFor();
    expect(await frame(page).count()).toBe(0);
    expect(await shells(page)).toBe(1);
    expect(new URL(page.url()).pathname).toBe(`/${CIRCLE_CODE}`);
  });

  it('comes back when the page throws its whole document away', async () => {
    const page = await opened(OTHER_CODE);
    await page.evaluate(() => document.documentElement.replaceChildren(document.createElement('body')));
    await expect.poll(() => shells(page)).toBe(1);
  });

  it('keeps two tabs apart', async () => {
    const first = await opened(OTHER_CODE);
    const second = await joined(CIRCLE_CODE);
    expect(await frame(second).count()).toBe(0);
    await expect.poll(() => frame(first).count()).toBe(1);
    expect([await shells(first), await shells(second)]).toEqual([1, 1]);
  });

  it('says so when the extension was updated under the page, and reloads it on request', async () => {
    const open = await opened(OTHER_CODE);
    // A frame that is only just opening meets the end in the middle of its beginning, and is gone with it.
    await (await inside(open)).locator('#root > *').first().waitFor();
    const folded = await joined(OTHER_CODE);
    await rig
      .inExtension(() => (globalThis as unknown as Extension).chrome.runtime.reload(), null)
      .catch(() => undefined);
    const notice = (page: Page) => page.getByText('Circlekeeper was updated. Reload this page to go on.');
    await open.bringToFront();
    await notice(open).waitFor();
    expect(await frame(open).count()).toBe(0);
    await folded.bringToFront();
    await folded.waitForTimeout(1_500);
    expect(await notice(folded).isVisible()).toBe(false);
    await launcher(folded).click();
    await notice(folded).waitFor();
    expect(await shells(open)).toBe(1);
    await open.getByRole('button', { name: 'Reload this page' }).click();
    await launcher(open).waitFor();
    expect(await shells(open)).toBe(1);
    await launcher(open).click();
    await frame(open).waitFor();
  });
});

describe('beside a call whose circle is known', () => {
  beforeAll(async () => {
    await seed(rig, thursdayCircle(Date.now()).facts);
    // Folded here: a call page that is closed at once may not come to it, and then there is no such circle.
    const home = await rig.open('home.html');
    await home.getByRole('article', { name: 'Thursday circle' }).waitFor();
    await home.close();
  });

  /** The member's own choice stands in for a code from the calendar; the shell is told the same. */
  async function known(code: string): Promise<void> {
    const page = await opened(code);
    expect(await say(page, 'sidebar.choose', { circleId: THURSDAY, tabId: null })).toEqual({ ok: true });
    await page.close();
  }

  it('waits in the lobby and opens by itself in the call, without taking the keyboard', async () => {
    await known('kno-wnci-rca');
    const page = await visit('kno-wnci-rca');
    await launcher(page).waitFor();
    await page.waitForTimeout(1_500);
    expect(await frame(page).count()).toBe(0);
    await join(page);
    await frame(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('circlekeeper-sidebar');
    expect(await say(page, 'sidebar.context')).toMatchObject({ circleId: THURSDAY, matched: 'chosen' });
  });

  it('comes folded when it was last folded, and stays closed in a call in which it was closed', async () => {
    await known('kno-wnci-rcb');
    const first = await joined('kno-wnci-rcb');
    await frame(first).waitFor();
    await first.getByRole('button', { name: 'Fold Circlekeeper away' }).click();
    await first.close();
    const second = await joined('kno-wnci-rcb');
    await expect.poll(() => frame(second).count()).toBe(1);
    expect(await frame(second).isVisible()).toBe(false);
    await launcher(second).click();
    await frame(second).waitFor();
    await say(second, 'shell.close').catch(() => undefined);
    await second.getByRole('button', { name: 'Leave call' }).click();
    await second.waitForTimeout(1_200);
    await second.getByRole('button', { name: 'Rejoin' }).click();
    await second.waitForTimeout(1_500);
    expect(await frame(second).count()).toBe(0);
    await expect.poll(() => launcher(second).isVisible()).toBe(true);
  });

  it('tells the page nothing about the circle: not in the shell, not in the address of the frame', async () => {
    await known('kno-wnci-rcc');
    const page = await joined('kno-wnci-rcc');
    await frame(page).waitFor();
    const shell = await page.evaluate(
      () => document.querySelector('circlekeeper-sidebar')?.shadowRoot?.innerHTML ?? '',
    );
    expect(shell).not.toContain(THURSDAY);
    expect(shell).not.toContain('Thursday');
  });
});
