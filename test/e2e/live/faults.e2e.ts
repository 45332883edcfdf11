import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FaultWorld, makeFaultWorld } from '../../soak/fault-world.ts';
import { FAULTS } from '../../soak/faults.ts';

/** The others take minutes, or the rights of root: `npm run soak -- --faults=FILE`. */
const HERE = [
  'killed-under-hand',
  'torn-log',
  'damaged-files',
  'downgrade',
  'updated-in-call',
  'wrong-by-a-day',
];

let world: FaultWorld;
beforeAll(async () => {
  world = await makeFaultWorld(process.env.CIRCLEKEEPER_EXTENSION ?? '');
});
afterAll(() => world.close());

describe('each fault once', () => {
  for (const name of HERE)
    it(`${name}: what was acknowledged is there`, async () => {
      expect(Object.values((await FAULTS[name]?.run(world, 1)) ?? {}).length).toBeGreaterThan(0);
    });
});
