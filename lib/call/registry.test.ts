import { describe, expect, it } from 'vitest';
import { readCallLink } from '@/lib/calendar/call-link';
import { CALL_ORIGINS } from '@/lib/platform/call-origins';
import { samples } from '../../test/builders/call-addresses';
import { adapterFor, adapters } from './registry';

describe('addresses of calls', () => {
  it('has samples and look-alikes for every adapter, so that none ships untried', () => {
    expect(Object.keys(samples).sort()).toEqual(adapters.map(({ host }) => host).sort());
  });

  const rows = adapters.flatMap((adapter) => {
    const { calls, lookAlikes } = samples[adapter.host] ?? { calls: [], lookAlikes: [] };
    return [
      ...calls.map(([address, code]) => [address, code] as const),
      ...lookAlikes.map((address) => [address, null] as const),
    ];
  });
  it.each(rows)('reads %s as %s', (address, code) => {
    const url = new URL(address);
    expect(adapterFor(url)?.codeFrom(url) ?? null).toBe(code);
  });

  it('has an adapter for every host whose messages the background accepts, and one only', () => {
    expect(adapters.map(({ host }) => host).sort()).toEqual(Object.keys(CALL_ORIGINS).sort());
    const origins = Object.values(CALL_ORIGINS).flat();
    expect(new Set(origins).size).toBe(origins.length);
  });

  it.each(rows)('reads the same in a calendar: %s', (address, code) => {
    const host = adapterFor(new URL(address))?.host;
    if (code !== null) expect(readCallLink([address])).toMatchObject({ host, code });
    else expect(readCallLink([address])?.host ?? null).not.toBe(host ?? 'none');
  });
});
