import type { Locator, Page } from 'playwright-core';

/** What is in the profile when a screen is looked at. */
export type Holding = 'nothing' | 'circle' | 'accounts' | 'sealed';

/** A screen in one of its states, and how one comes to it. */
export interface Screen {
  readonly name: string;
  readonly holding: Holding;
  /** The page of the extension, with what follows `#`. */
  readonly at: string;
  /** What a person does from there, by keys. */
  readonly reach?: Reach;
  /** Made for a narrow place: looked at 360 px wide in place of 1280. */
  readonly narrow?: boolean;
  /** A state of a screen that is looked at by itself: only the part that differs is gone into. */
  readonly inPart?: boolean;
  /** Before the page is gone to: done in its tab, in a page with all the extension's rights. */
  readonly prepare?: Reach;
  /** Before the page is loaded: how the browser fails it. */
  readonly broken?: () => void;
}

export type Reach = (page: Page) => Promise<void>;
type Name = string | RegExp;

const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

/** Presses something by Enter, and waits until the page has become another by it. */
async function key(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const before = [await elements(page), page.url()].join();
  await target.focus();
  await target.evaluate((one) => Object.assign(window, { pressed: one }));
  await target.press('Enter');
  for (let tries = 0; tries < 40; tries += 1) {
    if ([await elements(page), page.url()].join() !== before) break;
    await page.waitForTimeout(50);
  }
  // What is read from the database for it, and where the focus is put then.
  await page.waitForTimeout(250);
}

/** Presses the first button of that name. */
export const press =
  (name: Name): Reach =>
  (page) =>
    key(page, page.getByRole('button', { name, exact: true }).first());

/** Chooses from the first menu of that name. */
export const choose =
  (menu: Name, item: Name): Reach =>
  async (page) => {
    await press(menu)(page);
    await key(page, page.getByRole('menuitem', { name: item }).first());
  };

/** Goes to another place of the same page, as a link of it would. */
export const go =
  (hash: string): Reach =>
  async (page) => {
    const before = await page.locator('h1').first().elementHandle();
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await before?.waitForElementState('hidden').catch(() => undefined);
    await page.locator('h1').first().waitFor();
  };

/** Opens the first thing of a section that has a page of its own, or a step of it. */
export const first =
  (section: string, step = ''): Reach =>
  async (page) => {
    const link = page.locator(
      `main a[href^="#/${section}/"]:not([href$="/sheet"], [href$="/reflection"], [href$="/new"])`,
    );
    const href = await link.first().getAttribute('href');
    await go(`${href?.split('/').slice(0, 3).join('/')}${step}`)(page);
  };

/** Several things in a row. */
export const all =
  (...reaches: readonly Reach[]): Reach =>
  async (page) => {
    for (const reach of reaches) await reach(page);
  };

export const fill =
  (name: Name, text: string): Reach =>
  (page) =>
    page.getByRole('textbox', { name }).first().fill(text);

/** Opens all that is folded away. */
export const unfold: Reach = async (page) => {
  for (const one of await page.locator('summary').all()) if (await one.isVisible()) await one.press('Enter');
};

export const alerts: Reach = (page) => page.getByRole('alert').first().waitFor();

export const file =
  (label: Name, name: string, mimeType: string, text: string): Reach =>
  (page) =>
    page.getByLabel(label).setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
