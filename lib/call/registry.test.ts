import { describe, expect, it } from 'vitest';
import { CALL_ORIGINS } from '@/lib/platform/sender';
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

  it('listens only to hosts whose messages the background accepts', () => {
    const accepted = CALL_ORIGINS.map((origin) => new URL(origin).hostname);
    for (const { hostnames } of adapters) expect(accepted).toEqual(expect.arrayContaining([...hostnames]));
  });

  it('gives every host to one adapter only', () => {
    const hostnames = adapters.flatMap((adapter) => adapter.hostnames);
    expect(new Set(hostnames).size).toBe(hostnames.length);
  });
});
