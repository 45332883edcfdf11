import { browser } from 'wxt/browser';
import { CALL_ORIGINS } from './call-origins.ts';

const MEET = { origins: CALL_ORIGINS.meet.map((origin) => `${origin}/*`) };

/**
 * Whether the browser lets us into Meet's calls. It does from the installation on, but in Firefox every host can be taken
 * back in its page of add-ons, and in Chrome and Edge where an extension may read.
 */
export const mayJoinMeet = (): Promise<boolean> => browser.permissions.contains(MEET);

/** Asks for it again. Must be the first thing a click does. False when refused. */
export async function askForMeet(): Promise<boolean> {
  try {
    return await browser.permissions.request(MEET);
  } catch {
    return false;
  }
}

/** Calls `changed` when the browser may have given or taken it. @returns the function that ends it. */
export function followMeet(changed: () => void): () => void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
}
