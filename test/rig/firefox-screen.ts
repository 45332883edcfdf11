import type { ElementHandle, Frame, Locator, Page } from 'puppeteer-core';

/** Longer than anybody would wait for a screen; a busy machine takes its time. */
const PATIENCE_MS = 30_000;
/** So long something stays in its place before it is pressed. */
const SETTLED_MS = 60;

/** One thing on a screen, there or still to come. */
class Target {
  readonly #locator: Locator<Element>;
  readonly #patienceMs: number;
  readonly #selector: string;

  constructor(where: Page | Frame, selector: string, patienceMs: number) {
    this.#selector = selector;
    this.#patienceMs = patienceMs;
    this.#locator = where
      .locator(selector)
      .setTimeout(patienceMs)
      .setWaitForStableBoundingBox(false) as Locator<Element>;
  }

  async wait(): Promise<void> {
    await this.#locator.wait().catch((cause) => {
      throw new Error(`It never comes: ${this.#selector}`, { cause });
    });
  }

  async fill(text: string): Promise<void> {
    await this.#locator.fill(text);
  }

  /**
   * Presses it with the mouse once it stands still and nothing lies over it, as a person does. Puppeteer by itself presses
   * where it was a moment ago, and what stays in place at the foot of the sidebar where it lies over it.
   */
  async click(): Promise<void> {
    const end = performance.now() + this.#patienceMs;
    let before: string | null = null;
    for (;;) {
      const handle = await this.#locator.waitHandle().catch(() => null);
      const at = (await handle?.evaluate(whereToPress).catch(() => null)) ?? null;
      const isPressed = handle !== null && at !== null && at === before && (await isDone(handle));
      await handle?.dispose().catch(() => undefined);
      if (isPressed) return;
      if (performance.now() > end) throw new Error(`It never could be pressed: ${this.#selector}`);
      before = at;
      await new Promise((done) => setTimeout(done, SETTLED_MS));
    }
  }
}

const isDone = (handle: ElementHandle): Promise<boolean> =>
  handle.click().then(
    () => true,
    () => false,
  );

/** In the page: where an element stands, if a press there would reach it; else it is brought into sight. */
function whereToPress(one: Element): string | null {
  const { left, top, width, height } = one.getBoundingClientRect();
  const found = document.elementFromPoint(left + width / 2, top + height / 2);
  const own = one.closest('label') ?? one;
  if (found !== null && own.contains(found) && !one.matches(':disabled'))
    return [left, top, width, height].join();
  one.scrollIntoView({ block: 'center' });
  return null;
}

/** What a member reads and presses in one page or frame of Firefox: by roles and names, as interface.md gives them. */
export class Screen {
  readonly where: Page | Frame;

  constructor(where: Page | Frame) {
    this.where = where;
  }

  /** By its role and its whole accessible name. */
  find(role: string, name: string, patienceMs?: number): Target {
    return this.css(`::-p-aria([name="${name}"][role="${role}"])`, patienceMs);
  }

  css(selector: string, patienceMs: number = PATIENCE_MS): Target {
    return new Target(this.where, selector, patienceMs);
  }

  /** Waits until the words are there. */
  async says(words: string): Promise<void> {
    await this.css(`::-p-text(${words})`).wait();
  }

  async press(name: string): Promise<void> {
    await this.find('button', name).click();
  }

  /** Presses the first button whose words begin so, of the article under the heading `article` if one is given. */
  async pressBeginning(words: string, article = ''): Promise<void> {
    const scope =
      article === '' ? '' : `//article[.//*[self::h2 or self::h3][normalize-space(.)="${article}"]]`;
    const named = `starts-with(normalize-space(@aria-label), "${words}") or (not(@aria-label) and starts-with(normalize-space(.), "${words}"))`;
    await this.css(`::-p-xpath(${scope}//button[${named}])`).click();
  }

  async write(role: string, name: string, text: string): Promise<void> {
    await this.find(role, name).fill(text);
  }

  async textOf(selector: string): Promise<string> {
    const handle = await this.where.$(selector);
    const text = await handle?.evaluate((element) => element.textContent);
    await handle?.dispose();
    return text ?? '';
  }

  async attribute(selector: string, name: string): Promise<string | null> {
    const handle = await this.where.$(selector);
    const value = await handle?.evaluate((element, key) => element.getAttribute(key), name);
    await handle?.dispose();
    return value ?? null;
  }
}

/** The sidebar's frame in a call page, once it is there. */
export async function sidebarIn(page: Page): Promise<Screen> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    for (const frame of page.frames()) {
      // What puppeteer thinks is its address is that of before it moved into our process.
      const address = await frame.evaluate('location.href').catch(() => '');
      if (String(address).startsWith('moz-extension:')) return new Screen(frame);
    }
    if (performance.now() > end) throw new Error('No sidebar came.');
    await new Promise((done) => setTimeout(done, 50));
  }
}
