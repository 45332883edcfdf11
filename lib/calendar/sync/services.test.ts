import { describe, expect, it } from 'vitest';
import { checkServices } from '@/test/soak/service-course';

describe('accounts at both services', () => {
  it('are known here as they are there, whatever was edited, failed, expired or was killed on the way', async () => {
    await expect(checkServices({ seed: 1, runs: 25 })).resolves.toBeUndefined();
  }, 60_000);
});
