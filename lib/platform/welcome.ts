import { browser } from 'wxt/browser';

/** The page that opens once, after installation. */
export const WELCOME_ADDRESS = '/home.html#/welcome';

/**
 * Whether the first page is shown: to whoever installed it, not after updates, not where an organisation put it into
 * everybody's browser, and not to those who build it and load it from a folder.
 */
export const opensWelcome = (reason: string, installType: string): boolean =>
  reason === 'install' && (installType === 'normal' || installType === 'sideload');

/** Call it at once when the background starts: the browser tells of the installation only then. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    // Asking about oneself needs no right.
    const { installType } = await browser.management.getSelf();
    if (opensWelcome(reason, installType))
      await browser.tabs.create({ url: browser.runtime.getURL(WELCOME_ADDRESS) });
  });
}
