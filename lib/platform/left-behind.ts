import { browser } from 'wxt/browser';
import type { Draft } from '../fact/fact.ts';
import { isDemonstration } from './demonstration.ts';
import { newId } from './id.ts';

/**
 * What was still being written in a page that went away. A page that is closed cannot see a transaction through (Chromium
 * 156: three of five), but a word to the browser's memory arrives. There it waits, for the background alone, until that has
 * recorded it (`left-background.ts`).
 */
export const LEFT = 'left.';

/** Leaves drafts to the background; to be called as the page goes away. Of a demonstration nothing is kept. */
export function leaveBehind(drafts: readonly Draft[]): void {
  if (drafts.length === 0 || isDemonstration()) return;
  try {
    void browser.storage.session.set({ [LEFT + newId()]: drafts }).catch(() => undefined);
  } catch {
    // The extension was updated under this page.
  }
}
