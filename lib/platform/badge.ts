import { browser } from 'wxt/browser';
import { myAskedContracts } from '../store/contracts.ts';
import type { Database } from '../store/database.ts';
import { isDemonstration } from './demonstration.ts';

/** White on this is 6.5:1, in the light and the dark toolbar alike. */
const COLOUR = '#0e6b64';
const MOST_SHOWN = 99;

/** What the badge says for so many open contracts: nothing for none, never more than fits. */
export const badgeText = (count: number): string =>
  count === 0 ? '' : count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);

/**
 * Shows on the extension's button how many contracts of mine are open, private ones too, but not while their circle rests. Called after every change
 * and at the worker's start. Never rejects: a badge is not worth an error.
 */
export async function showBadge(db: Database): Promise<void> {
  if (isDemonstration()) return;
  try {
    const text = badgeText((await myAskedContracts(db)).length);
    await browser.action.setBadgeText({ text });
    await browser.action.setBadgeBackgroundColor({ color: COLOUR });
  } catch {
    // No database, no button (a page in a test), or the extension was updated under this page.
  }
}
