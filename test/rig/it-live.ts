import { it } from 'vitest';

/** Whether this is `npm run live`, which has time. */
export const isLive = Boolean(process.env.EVERYTHING);

/** A test that `npm test` leaves to `npm run live`: what it tries is tried there in another way, more quickly. */
export const itLive = it.runIf(isLive);
