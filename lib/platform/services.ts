import { browser } from 'wxt/browser';
import type { Provider } from '../calendar/sync/provider.ts';
import { dataPart } from './data-leave.ts';
import { SENT_TO_CALENDARS } from './data-sent.ts';

/** The hosts that a service's client speaks to; optional, asked for in the click that connects an account. */
const HOSTS = {
  google: ['www.googleapis.com'],
  microsoft: ['graph.microsoft.com', 'login.microsoftonline.com'],
} as const satisfies Record<Provider, readonly string[]>;

export const hostsOf = (provider: Provider): readonly string[] => HOSTS[provider];

const originsOf = (provider: Provider): string[] => HOSTS[provider].map((host) => `https://${host}/*`);

/**
 * Asks the member for leave to reach a service. Must be the first thing a click does: the browser only asks in the
 * click itself. With `write`, names come to stand in events there, for which Firefox asks as well. False when refused, or when the browser will not ask.
 */
export async function askForService(provider: Provider, access: 'read' | 'write' = 'read'): Promise<boolean> {
  try {
    return await browser.permissions.request({
      origins: originsOf(provider),
      ...(access === 'write' ? dataPart(SENT_TO_CALENDARS) : {}),
    });
  } catch {
    return false;
  }
}

/** Whether a service may be reached just now; a member can take the leave back at any time. */
export const mayReachService = (provider: Provider): Promise<boolean> =>
  browser.permissions.contains({ origins: originsOf(provider) });

/** Gives the leave back, after the last account of a service is gone. */
export async function giveServiceBack(provider: Provider): Promise<void> {
  try {
    await browser.permissions.remove({ origins: originsOf(provider) });
  } catch {
    // What an organisation gave cannot be given back.
  }
}
