import type { CallAdapter } from './adapter';
import { meetAdapter } from './meet/meet-adapter';

/** Every host we can stand beside. A new one is an adapter here, a saved page and samples in the registry's test. */
export const adapters: readonly CallAdapter[] = [meetAdapter];

/** The adapter for a page, or null on a host we do not know. */
export function adapterFor(address: URL): CallAdapter | null {
  return adapters.find((adapter) => adapter.hostnames.includes(address.hostname)) ?? null;
}
