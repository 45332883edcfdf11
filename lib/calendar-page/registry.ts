import type { CalendarPageAdapter } from './adapter';
import { googleAdapter } from './google/google-adapter';
import { outlookAdapter } from './outlook/outlook-adapter';

/** Every calendar page we can stand in. A new one is an adapter here, saved pages, and samples in the registry's test. */
export const adapters: readonly CalendarPageAdapter[] = [googleAdapter, outlookAdapter];

/** The adapter for a page, or null on a host we do not know. */
export function adapterFor(address: URL): CalendarPageAdapter | null {
  if (address.protocol !== 'https:') return null;
  return adapters.find((adapter) => adapter.hostnames.includes(address.hostname)) ?? null;
}
