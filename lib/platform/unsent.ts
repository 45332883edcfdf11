import { browser } from 'wxt/browser';

/**
 * What was being written in the popup, which closes at every click beside it. In the browser's memory alone, for pages of
 * ours; it goes with the browser, with the lock, and with an update of ours, so that it is always of this version's shape.
 */
export const UNSENT = 'popup.unsent';

/** What was kept last; null for nothing, and where the browser's memory is not to be had. */
export async function readUnsent<T>(): Promise<T | null> {
  try {
    return (await browser.storage.session.get<Record<string, T>>(UNSENT))[UNSENT] ?? null;
  } catch {
    return null;
  }
}

/** Keeps `unsent`, JSON; null: nothing is left. Resolves also when it could not be kept. */
export async function keepUnsent(unsent: object | null): Promise<void> {
  try {
    if (unsent) await browser.storage.session.set({ [UNSENT]: unsent });
    else await browser.storage.session.remove(UNSENT);
  } catch {
    // The extension was updated under this page.
  }
}
