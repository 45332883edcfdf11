import { browser } from 'wxt/browser';
import type { Provider, SignInWorld } from '../calendar/sync/provider.ts';
import { clock } from './clock.ts';

/** A silent renewal loads a page or two of the service; one that takes longer than this has come to ask something. */
const SILENT_MS = 20_000;

/**
 * What a sign-in needs of the world, in the background: the browser's own sign-in window, which tells nobody but us
 * where the service led back to.
 */
export const signInWorld = (provider: Provider, fetch: SignInWorld['fetch']): SignInWorld => ({
  fetch,
  now: () => clock.now(),
  redirectUrl: redirectUrlFor(provider, browser.identity.getRedirectURL(), import.meta.env.FIREFOX),
  async openWindow(url, { interactive }) {
    try {
      return (await browser.identity.launchWebAuthFlow(optionsFor(url, interactive))) ?? null;
    } catch {
      // Closed, not to be loaded, or (silently) something to be asked: browsers tell these apart by their words only.
      return null;
    }
  },
});

type FlowOptions = Parameters<typeof browser.identity.launchWebAuthFlow>[0];

function optionsFor(url: string, interactive: boolean): FlowOptions {
  // Firefox refuses options it does not know, and waits for a silent page by itself.
  if (interactive || import.meta.env.FIREFOX) return { url, interactive };
  // The services lead back by a script of their page, which must be let run.
  return { url, interactive, abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: SILENT_MS };
}

/**
 * The address a service leads back to. Google takes none of Firefox's own (`https://<hash>.extensions.allizom.org/`),
 * for which Firefox watches this one of the own computer as well
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity#getting_the_redirect_url).
 */
export function redirectUrlFor(provider: Provider, own: string, isFirefox: boolean): string {
  if (!isFirefox || provider !== 'google') return own;
  const [hash = ''] = new URL(own).hostname.split('.');
  return `http://127.0.0.1/mozoauth2/${hash}`;
}
