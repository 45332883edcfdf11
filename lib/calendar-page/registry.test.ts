import { describe, expect, it } from 'vitest';
import { CALENDAR_ORIGINS } from '@/lib/platform/calendar-origins';
import { CALENDAR_SITES } from '@/lib/platform/messages';
import { calendarSamples } from '../../test/builders/calendar-addresses';
import { adapterFor, adapters } from './registry';

describe('calendars on the web', () => {
  it('have one adapter each, so that none can be switched on and then stays empty', () => {
    expect(adapters.map(({ site }) => site)).toEqual([...CALENDAR_SITES]);
  });

  const rows = CALENDAR_SITES.flatMap((site) => [
    ...calendarSamples[site].pages.map((address) => [address, site] as const),
    ...calendarSamples[site].lookAlikes.map((address) => [address, null] as const),
  ]);
  it.each(rows)('know %s as %s', (address, site) => {
    expect(adapterFor(new URL(address))?.site ?? null).toBe(site);
  });

  it('are read on exactly the hosts that are asked for and whose messages the background hears', () => {
    for (const { site, hostnames } of adapters) {
      expect(CALENDAR_ORIGINS[site].map((origin) => new URL(origin).hostname)).toEqual([...hostnames]);
    }
  });
});
