import { browser } from 'wxt/browser';
import type { Provider } from '../calendar/sync/provider.ts';

/** The client that the member's calendar service knows Circlekeeper by. No secret: it is in every sign-in address. */
export interface ClientId {
  id: string;
  /** Who set it, the first of them wins. */
  from: 'organisation' | 'member' | 'build';
}

/** Keys in managed storage (public/managed-schema.json) and of the member's own settings. */
const KEYS = { google: 'googleClientId', microsoft: 'microsoftClientId' } as const;

const BUILD = {
  google: import.meta.env.WXT_GOOGLE_CLIENT_ID,
  microsoft: import.meta.env.WXT_MICROSOFT_CLIENT_ID,
} as const satisfies Record<Provider, unknown>;

/** The client for a service: the organisation's, else the member's own, else the build's; null: none at all. */
export async function clientIdOf(provider: Provider): Promise<ClientId | null> {
  const key = KEYS[provider];
  const organisation = clean(await read(browser.storage.managed, key));
  if (organisation) return { id: organisation, from: 'organisation' };
  const member = clean(await read(browser.storage.local, key));
  if (member) return { id: member, from: 'member' };
  const build = clean(BUILD[provider]);
  return build ? { id: build, from: 'build' } : null;
}

/**
 * Whose accounts the Microsoft client lets in: an organisation whose client serves only itself names itself here, by
 * its name or id; otherwise anybody's. Set in the same places and order as the client.
 */
export async function microsoftTenant(): Promise<string> {
  const key = 'microsoftTenant';
  const set = [await read(browser.storage.managed, key), await read(browser.storage.local, key)];
  const named = [...set, import.meta.env.WXT_MICROSOFT_TENANT]
    .map(clean)
    .find((one) => /^[\w.-]+$/.test(one));
  return named ?? 'common';
}

/** Keeps the member's own client for a service; an empty text takes it back. */
export async function keepClientId(provider: Provider, id: string): Promise<void> {
  const key = KEYS[provider];
  if (clean(id)) await browser.storage.local.set({ [key]: clean(id) });
  else await browser.storage.local.remove(key);
}

/** Firefox throws where an organisation set nothing. */
async function read(
  area: { get(key: string): Promise<Record<string, unknown>> },
  key: string,
): Promise<unknown> {
  try {
    return (await area.get(key))[key];
  } catch {
    return undefined;
  }
}

const clean = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
