import { expect, it } from 'vitest';
import { checkSharing } from '@/test/soak/share-course';

it('shows all members the same in the end, whatever happened to the net, the machines and the good will of one', async () => {
  // Throws with the seed of the history that shows it. `npm run soak` does the same for long.
  const tally = await checkSharing({ seed: 7_000_100, histories: 100 });
  // So that it is known to have happened: what goes wrong, and what somebody means to.
  for (const what of [
    'packet lost',
    'packet twice',
    'packet overtaken',
    'packet unheard in a net that fell apart',
    'clock wrong, up to an hour',
    'crash',
    'crash in a change of the disk',
    'copy brought back, with an older head',
    'met itself',
    'two stewards at once',
    'fact of a later version',
    'secret handed over',
  ])
    expect(tally.seen[what]?.histories ?? 0, what).toBeGreaterThan(0);
  // Each of eleven kinds is in three of a hundred histories: in so few one or the other may be missing.
  expect(Object.keys(tally.seen).filter((what) => what.startsWith('harm: ')).length).toBeGreaterThan(7);
}, 120_000);
