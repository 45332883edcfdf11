import { describe, expect, it } from 'vitest';
import { checkCalendars } from '@/test/soak/calendar-course';

describe('a calendar of an account', () => {
  it('is what the service has, whatever was edited, failed, expired or was killed on the way', async () => {
    await expect(checkCalendars({ runs: 400 })).resolves.toBeUndefined();
  }, 60_000);
});
