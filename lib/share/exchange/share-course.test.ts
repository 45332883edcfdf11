import { expect, it } from 'vitest';
import { checkSharing } from '@/test/soak/share-course';

it('shows all members the same in the end, whatever happened to the net, the machines and the good will of one', async () => {
  // Throws with the seed of the history that shows it. `npm run soak` does the same for long.
  const tally = await checkSharing({ seed: 7_000_000, histories: 100 });
  // So that it is known to have happened: what goes wrong, and what somebody means to.
  for (const what of ['act', 'apart', 'kill', 'fuse', 'restore', 'skew', 'twoEpochs', 'harm', 'join'])
    expect(tally.steps[what], what).toBeGreaterThan(20);
}, 120_000);
