import { CALL_ORIGINS } from '@/lib/platform/call-origins';
import type { CallAdapter } from './adapter';
import { meetAdapter } from './meet/meet-adapter';
import { teamsAdapter } from './teams/teams-adapter';

/** Every host we can stand beside. A new one is an adapter here, a saved page and samples in the registry's test. */
export const adapters: readonly CallAdapter[] = [meetAdapter, teamsAdapter];

/** The adapter for a page, or null on a host we do not know. */
export function adapterFor(address: URL): CallAdapter | null {
  const reads = ({ host }: CallAdapter) => CALL_ORIGINS[host].some((origin) => origin === address.origin);
  return adapters.find(reads) ?? null;
}
