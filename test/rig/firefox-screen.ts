import type { Frame, Locator, Page } from 'puppeteer-core';

/** Longer than anybody would wait for a screen; a busy machine takes its time. */
const PATIENCE_MS = 30_000;

/** What a member reads and presses in one page or frame of Firefox: by roles and names, as interface.md gives them. */
export class Screen {
  readonly where: Page | Frame;

  constructor(where: Page | Frame) {
    this.where = where;
  }

  /** By its role and its whole accessible name. */
  find(role: string, name: string): Locator<Element> {
    return this.#patient(`::-p-aria([name="${name}"][role="${role}"])`);
  }

  css(selector: string): Locator<Element> {
    return this.#patient(selector);
  }

  /** Waits until the words are there. */
  async says(words: string): Promise<void> {
    const there = this.#patient(`::-p-text(${words})`);
    await there.wait().catch((cause) => {
      throw new Error(`It never says: ${words}`, { cause });
    });
  }

  /**
   * Chooses among radios until the words are there. A list that has just come still moves, and puppeteer presses where the
   * choice was a moment before; a person sees that nothing came of it and presses again.
   */
  async choose(name: string, words: string): Promise<void> {
    const choice = this.find('radio', name).setTimeout(5_000);
    const come = this.#patient(`::-p-text(${words})`).setTimeout(2_000);
    const end = performance.now() + PATIENCE_MS;
    while (performance.now() < end) {
      await choice.click().catch(() => undefined);
      const handle = await come.waitHandle().catch(() => null);
      if (handle) return handle.dispose();
    }
    throw new Error(`Choosing ${name} never says: ${words}`);
  }

  async press(name: string): Promise<void> {
    await this.find('button', name).click();
  }

  /** Presses the first button whose words begin so, of the article under the heading `article` if one is given. */
  async pressBeginning(words: string, article = ''): Promise<void> {
    const scope =
      article === '' ? '' : `//article[.//*[self::h2 or self::h3][normalize-space(.)="${article}"]]`;
    const named = `starts-with(normalize-space(@aria-label), "${words}") or (not(@aria-label) and starts-with(normalize-space(.), "${words}"))`;
    await this.#patient(`::-p-xpath(${scope}//button[${named}])`).click();
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

  #patient(selector: string): Locator<Element> {
    // What moves is pressed as well: nothing of ours takes a press elsewhere while it does.
    return this.where
      .locator(selector)
      .setTimeout(PATIENCE_MS)
      .setWaitForStableBoundingBox(false) as Locator<Element>;
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
