import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { thursdayCircle } from '../builders/thursday.ts';
import { EXTENSION_ID, launch, type Rig } from '../rig/launch.ts';
import { seed } from '../rig/seed.ts';
import { CIRCLE_CODE } from '../sandbox/calendar.ts';
import { type Sandbox, startSandbox } from '../sandbox/server.ts';

let sandbox: Sandbox;
let rig: Rig;
let other = '';

const OTHER = {
  manifest_version: 3,
  name: 'Another extension',
  version: '1',
  background: { service_worker: 'other.js' },
};

beforeAll(async () => {
  other = await mkdtemp(join(tmpdir(), 'another-extension-'));
  await writeFile(join(other, 'manifest.json'), JSON.stringify(OTHER));
  await writeFile(join(other, 'other.js'), 'self.isOther = true;');
  sandbox = await startSandbox();
});

// A profile for each: a second try would find the first one's meeting running.
beforeEach(async () => {
  const ours = process.env.CIRCLEKEEPER_EXTENSION ?? '';
  rig = await launch({ port: sandbox.port, extensionDir: `${ours},${other}` });
});

afterEach(() => rig.close());

afterAll(async () => {
  await sandbox.close();
  await rm(other, { recursive: true, force: true });
});

interface World {
  chrome: { runtime?: { sendMessage(id: string, message: unknown): Promise<unknown> } };
}

const OURS = `chrome-extension://${EXTENSION_ID}`;
const MESSAGES = ['sidebar.context', 'account.disconnect', 'names.read', 'enrich.run'].map((kind) => ({
  kind,
  body: null,
}));

/** Puts frames of ours into a page by its own hand, and tells how many of our documents are in it then. */
async function embed(page: Page, paths: readonly string[]): Promise<string[]> {
  await page.evaluate(
    async (addresses) => {
      const frames = addresses.map((address) =>
        Object.assign(document.createElement('iframe'), { src: address }),
      );
      const loaded = frames.map((frame) => new Promise((done) => frame.addEventListener('load', done)));
      document.body.append(...frames);
      await Promise.race([Promise.all(loaded), new Promise((done) => setTimeout(done, 3_000))]);
    },
    paths.map((path) => `${OURS}/${path}`),
  );
  const inside = await Promise.all(
    page.frames().map((frame) => frame.evaluate(() => location.href).catch(() => '')),
  );
  return inside
    .filter((address) => address.startsWith(OURS))
    .map((address) => address.slice(OURS.length + 1));
}

describe('a page that means harm', () => {
  it('puts no page of ours into a frame but the sidebar where calls are held, and reads nothing of it', async () => {
    const page = await rig.context.newPage();
    await page.goto(`https://meet.google.com/${CIRCLE_CODE}`);
    const paths = [
      'sidebar.html?circle=x&clock=1#/settings',
      'home.html#/settings',
      'popup.html',
      'event-card.html',
      'background.js',
    ];
    expect(await embed(page, paths)).toEqual(['sidebar.html?circle=x&clock=1#/settings']);
    const read = await page.evaluate(
      async ([messages, ours]) => {
        const heard: unknown[] = [];
        addEventListener('message', ({ data, source }) => source !== window && heard.push(data));
        const frames = [...document.querySelectorAll('iframe')];
        for (const message of messages) {
          window.postMessage(message, '*');
          for (const { contentWindow } of frames) contentWindow?.postMessage(message, '*');
        }
        await new Promise((done) => setTimeout(done, 500));
        const document_ = frames.map(({ contentDocument }) => contentDocument?.body.textContent || null);
        const { runtime } = (globalThis as unknown as World).chrome ?? {};
        const fetched = await fetch(`${ours}/home.html`).then(
          () => 'read',
          () => 'refused',
        );
        return { heard, document: document_.filter(Boolean), runtime: typeof runtime, fetched };
      },
      [MESSAGES, OURS] as const,
    );
    expect(read).toEqual({ heard: [], document: [], runtime: 'undefined', fetched: 'refused' });
    await page.close();
  });

  it('is not shown a frame of ours anywhere else', async () => {
    const page = await rig.context.newPage();
    await page.goto('https://calendar.google.com/calendar/u/0/r/week').catch(() => null);
    expect(await embed(page, ['sidebar.html', 'home.html', 'popup.html'])).toEqual([]);
    await page.close();
  });
});

/** A call with the sidebar open, and how its page hides the sidebar from whoever looks while presses still reach it. */
async function hostileCall() {
  await seed(rig, thursdayCircle(Date.now()).facts);
  const page = await rig.context.newPage();
  await page.goto(`https://meet.google.com/${CIRCLE_CODE}`);
  await page.getByRole('button', { name: 'Join now' }).click();
  await page.getByRole('button', { name: 'Open Circlekeeper' }).click();
  const frame = page.frameLocator('circlekeeper-sidebar iframe');
  const hide = (part: 'opacity' | 'cover', on: boolean) =>
    page.evaluate(
      ([kind, hidden]) => {
        const shell = document.querySelector<HTMLElement>('circlekeeper-sidebar');
        if (kind === 'opacity' && shell) shell.style.opacity = hidden ? '0.01' : '';
        if (kind === 'cover') document.querySelector('#cover')?.remove();
        if (kind !== 'cover' || !hidden) return;
        const cover = Object.assign(document.createElement('div'), { id: 'cover' });
        cover.style.cssText =
          'position: fixed; inset: 0; z-index: 2147483647; background: white; pointer-events: none';
        document.documentElement.append(cover);
      },
      [part, on] as const,
    );
  /** What the browser itself says of an element, and of no other watched before: that one may leave the screen later. */
  const watch = (element: Locator) =>
    element.evaluate((one) => {
      const { dataset } = document.documentElement;
      delete dataset.seen;
      const watched = crypto.randomUUID();
      dataset.watched = watched;
      const seen = (all: (IntersectionObserverEntry & { isVisible?: boolean })[]) => {
        if (dataset.watched === watched) dataset.seen = String(all.at(-1)?.isVisible);
      };
      const how: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
        trackVisibility: true,
        delay: 100,
      };
      new IntersectionObserver(seen, how).observe(one);
    });
  const isSeen = (value: boolean) =>
    expect.poll(() => frame.locator('html').getAttribute('data-seen')).toBe(String(value));
  /** Presses it under `part` until it is told that the press did not count: one that counted would take it away. */
  const refused = async (element: Locator, part: 'opacity' | 'cover', alert = frame.getByRole('alert')) => {
    await isSeen(true);
    await hide(part, true);
    await isSeen(false);
    // Our own look comes a tenth of a second after this one at the latest.
    await page.waitForTimeout(300);
    await expect
      .poll(async () => {
        await element.click();
        return alert.allInnerTexts();
      })
      .toEqual([expect.stringContaining('lie over Circlekeeper, so this press did not count')]);
    await hide(part, false);
    await isSeen(true);
  };
  /** Presses it, in sight again, until it counts. */
  const counts = (element: Locator, done: () => Promise<boolean>) =>
    expect
      .poll(async () => {
        if (!(await done())) await element.click({ timeout: 1_000 }).catch(() => undefined);
        return done();
      })
      .toBe(true);
  return { page, frame, hide, watch, isSeen, refused, counts };
}

it('a page wins no press on what cannot be undone by making it see-through or laying something over it', async () => {
  const { page, frame, hide, watch, refused, counts } = await hostileCall();
  const ask = async () => {
    await frame.getByRole('button', { name: 'More for: Leave the lab at six on two days' }).first().click();
    await frame.getByRole('menuitem', { name: /^Erase/ }).click();
    await erase.waitFor();
  };
  const question = frame.getByRole('alertdialog');
  const erase = question.getByRole('button', { name: /^Erase/ });
  await ask();
  await watch(erase);
  for (const part of ['opacity', 'cover'] as const) await refused(erase, part, question.getByRole('alert'));
  await counts(erase, async () => (await question.count()) === 0);

  await ask();
  await hide('cover', true);
  await erase.press('Enter');
  await question.waitFor({ state: 'detached' });
  await page.close();
});

it('nor one that ends the meeting, or shows others what was private', async () => {
  const { page, frame, watch, refused, counts } = await hostileCall();
  await frame.getByRole('button', { name: 'Start meeting' }).press('Enter');
  const next = frame.getByRole('button', { name: /^Next/ });
  const report = frame.getByRole('radio', { name: 'Kept' }).first();
  await next.waitFor();
  await expect
    .poll(async () => {
      if (!(await report.isVisible())) await next.press('Enter');
      return report.isVisible();
    })
    .toBe(true);

  // A contract of my own alone.
  await frame.getByRole('textbox', { name: 'New contract' }).fill('Sleep');
  const onlyMe = frame.getByRole('checkbox', { name: 'Only me' });
  await onlyMe.press('Space');
  await watch(frame.locator('label').filter({ has: onlyMe }));
  await refused(onlyMe, 'cover');
  expect(await onlyMe.isChecked()).toBe(true);
  await counts(onlyMe, async () => !(await onlyMe.isChecked()));
  await expect.poll(() => frame.getByRole('alert').count()).toBe(0);

  // A milestone that stays in the circle.
  await report.press('Space');
  await frame.getByRole('button', { name: /^Yes, / }).press('Enter');
  const outside = frame.getByRole('radiogroup', { name: 'How far may it go?' }).getByRole('radio').nth(1);
  await outside.waitFor();
  const choice = outside.locator('xpath=..');
  await choice.evaluate((one) => one.scrollIntoView({ block: 'center' }));
  await watch(choice);
  await refused(outside, 'cover');
  expect(await outside.isChecked()).toBe(false);
  await counts(outside, () => outside.isChecked());

  const end = frame.getByRole('button', { name: 'End meeting' });
  await end.scrollIntoViewIfNeeded();
  await watch(end);
  await refused(end, 'opacity');
  await counts(end, () => frame.getByRole('region', { name: 'Summary' }).isVisible());
  await page.close();
});

it('another extension gets no answer, whatever it asks', async () => {
  const others = () => rig.context.serviceWorkers().find((one) => !one.url().startsWith(OURS));
  await expect.poll(others).toBeTruthy();
  const answers = await others()?.evaluate(
    async ([id, messages]) => {
      const { runtime } = (globalThis as unknown as World).chrome;
      return Promise.all(
        messages.map((one) =>
          runtime?.sendMessage(id, one).then(
            (reply) => reply ?? 'silence',
            () => 'nobody',
          ),
        ),
      );
    },
    [EXTENSION_ID, MESSAGES] as const,
  );
  expect(answers).toEqual(MESSAGES.map(() => 'nobody'));
});

it('no page of ours does what its own policy forbids', async () => {
  const broken: string[] = [];
  for (const path of [
    'home.html',
    'home.html#/calendars',
    'home.html#/settings',
    'home.html#/network',
    'home.html#/insights',
    'popup.html',
    'sidebar.html',
    'event-card.html',
  ]) {
    const page = await rig.context.newPage();
    page.on('console', (line) => {
      if (/Content Security Policy|Trusted/i.test(line.text())) broken.push(`${path}: ${line.text()}`);
    });
    await page.goto(`${OURS}/${path}`);
    await page.waitForLoadState('networkidle');
    await page.close();
  }
  expect(broken).toEqual([]);
  // The one thing that is forbidden since no page needs it, so that the list above can fail.
  const page = await rig.open('popup.html');
  page.on('console', (line) => void broken.push(line.text()));
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  await expect.poll(() => broken.join()).toMatch(/Content Security Policy/);
  const made = await page.evaluate(() => {
    const tried = (run: () => unknown) => {
      try {
        return String(run());
      } catch (error) {
        return (error as Error).name;
      }
    };
    return [
      tried(() => {
        document.body.innerHTML = '<b>x</b>';
        return document.body.innerHTML;
      }),
      tried(() => new Worker('/import-worker.js')),
    ];
  });
  expect(made).toEqual(['TypeError', 'TypeError']);
  await page.close();
});
