import { liveQuery } from 'dexie';
import { presentDevices } from '../circle/rights.ts';
import type { SpaceId } from '../fact/space.ts';
import { carry, sweepCarried } from './carry.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';
import { answerOffers, offerForCircles, openAnswers, tellCircles } from './own-circles.ts';
import { ownSaid } from './own-space.ts';

/**
 * Does all that is due among one's own devices: what is mine goes to the others and comes from them, and each gets into
 * the circles the others are in. Nothing where this device does not belong (any more, or as far as is known yet).
 * Doing it again adds nothing.
 */
export async function tendOwn(db: Database, space: SpaceId): Promise<void> {
  const [rights, keys] = await Promise.all([db.rights.get(space), currentKeys(db, space)]);
  const present = new Set(rights ? presentDevices(rights).map((one) => one.device) : []);
  if (!keys || !present.has(keys.author)) return;
  await carry(db, space);
  const me = keys.author;
  const said = await ownSaid(db, space, rights);
  const opened = await openAnswers(db, space, me, said);
  await tellCircles(db, space, me, said);
  await offerForCircles(db, space, me, said);
  const answered = await answerOffers(db, space, me, said, present);
  // A circle that travels by files brings what was just written of it along.
  if (opened + answered > 0) await carry(db, space);
  await signPending(db, space);
}

/** What is written at once is carried at once, and not in ten steps. */
const CALM_MS = 120;

/**
 * Tends the space of one's own devices while a page of ours is open, whenever something was written in any log. Of all
 * pages one does it at a time. @returns the function that ends it.
 */
export function keepTended(db: Database, space: SpaceId): () => void {
  let wait: ReturnType<typeof setTimeout>;
  let isOver = false;
  let isFirst = true;
  const tend = () =>
    void navigator.locks
      .request(`circlekeeper.own.${space}`, async () => {
        if (isOver) return;
        if (isFirst) await sweepCarried(db, space);
        isFirst = false;
        await tendOwn(db, space);
      })
      .catch((error: unknown) => {
        if (!isOver) console.error('One’s devices could not be tended', error);
      });
  const heads = liveQuery(async () => {
    const [all, rights, meta] = [
      await db.heads.toArray(),
      await db.rights.toArray(),
      await db.meta.where('key').startsWithAnyOf('relays:', 'author:').toArray(),
    ];
    const byRelay = new Set(
      meta.flatMap(({ key, value }) => (key.startsWith('relays:') && value !== '[]' ? [key.slice(7)] : [])),
    );
    // Of a circle that travels by a relay nothing is carried, however much happens there: only who is in it matters.
    const written = all.filter(({ log }) => log === space || !byRelay.has(log));
    const belonging = rights.flatMap(({ devices }) => devices.map(({ device, last }) => [device, last]));
    return JSON.stringify([written, belonging, meta]);
  });
  let before = '';
  const subscription = heads.subscribe((now) => {
    if (now === before) return;
    before = now;
    clearTimeout(wait);
    wait = setTimeout(tend, CALM_MS);
  });
  return () => {
    isOver = true;
    clearTimeout(wait);
    subscription.unsubscribe();
  };
}
