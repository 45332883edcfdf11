import type { SpaceId } from '../fact/space.ts';
import { isSpaceId } from '../fact/space.ts';
import { grantKey, grantKeys, type OwnSaid, offerKeys, tellCircle } from '../me/own-devices.ts';
import type { DeviceKeys } from '../share/keys.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';
import { arrive, isOutside, letIn } from './let-in.ts';
import { goneCircles } from './record.ts';
import { sharedHere } from './space-settings.ts';

/** Keys that this device offered for a circle and has no answer for yet: made once, so that the answer can be opened. */
const offeredKey = (space: SpaceId, circle: string): string => `offer:${space}:${circle}`;

/** Who this device is in a circle; null where it is not, or was taken out. */
async function belonging(
  db: Database,
  circle: SpaceId,
): Promise<{ keys: DeviceKeys; member: string } | null> {
  const [keys, rights, self] = await Promise.all([
    currentKeys(db, circle),
    db.rights.get(circle),
    db.selves.get(circle),
  ]);
  const device = rights?.devices.find((one) => one.device === keys?.author && one.last === null);
  return keys && device && self?.memberId === device.member ? { keys, member: device.member } : null;
}

/** Tells one's other devices in which circles this one is. */
export async function tellCircles(db: Database, space: SpaceId, me: string, said: OwnSaid): Promise<void> {
  for (const circle of await sharedHere(db)) {
    const here = await belonging(db, circle);
    // With other keys than it said, after it was let in anew: who has to take it out must know them.
    const isSaid =
      said.inside.get(circle)?.has(me) &&
      said.circles
        .get(circle)
        ?.get(me)
        ?.includes(here?.keys.author ?? '');
    if (here && !isSaid) await append(db, [tellCircle(space, circle, here.keys.author)]);
  }
}

/** Offers keys for every circle that another device of mine is in and this one is not, or not any more. */
export async function offerForCircles(
  db: Database,
  space: SpaceId,
  me: string,
  said: OwnSaid,
): Promise<void> {
  const gone = await goneCircles(db);
  for (const [circle, inside] of said.inside) {
    if (!isSpaceId(circle) || gone.has(circle) || inside.has(me)) continue;
    // It was lost, taken out, and has come back: the keys it had are no use any more.
    if ((await currentKeys(db, circle)) && !(await isOutside(db, circle))) continue;
    const waiting = (await db.meta.get(offeredKey(space, circle)))?.value;
    if (said.offers.some((one) => one.from === me && one.space === circle && one.author === waiting))
      continue;
    const [{ makeKeys }, { makeOffer }] = await Promise.all([
      import('../share/keys.ts'),
      import('../share/invite/offer.ts'),
    ]);
    const made = await makeKeys();
    const offer = await makeOffer(me, circle, made);
    await db.keys.put({ ...made, space: circle });
    await db.meta.put({ key: offeredKey(space, circle), value: made.author });
    await append(db, [offerKeys(space, offer)]);
  }
}

/**
 * Lets my other devices into the circles they offered keys for, and tells them what they need.
 * @returns how many were let in.
 */
export async function answerOffers(
  db: Database,
  space: SpaceId,
  me: string,
  said: OwnSaid,
  present: ReadonlySet<string>,
): Promise<number> {
  let answered = 0;
  for (const one of said.offers) {
    const { from, ...body } = one;
    if (from === me || !present.has(from) || !isSpaceId(one.space)) continue;
    if (said.granted.has(grantKey(one.space, one.author))) continue;
    const here = await belonging(db, one.space);
    if (!here) continue;
    const rights = await db.rights.get(one.space);
    // Keys that were taken out of the circle never come back.
    if (rights?.devices.some((device) => device.device === one.author && device.last !== null)) continue;
    const { answerOffer, readOffer } = await import('../share/invite/offer.ts');
    const offer = await readOffer(from, body);
    if (!offer) continue;
    const grant = await letIn(db, one.space, here.member, offer);
    await signPending(db, one.space);
    await append(db, [grantKeys(space, one, await answerOffer(from, offer, grant))]);
    answered += 1;
  }
  return answered;
}

/** Opens what was answered to this device's own offers: from then on it is in these circles. @returns how many. */
export async function openAnswers(db: Database, space: SpaceId, me: string, said: OwnSaid): Promise<number> {
  let opened = 0;
  for (const { from, ...offer } of said.offers) {
    const sealed = said.granted.get(grantKey(offer.space, offer.author));
    const pending = await db.meta.get(offeredKey(space, offer.space));
    if (from !== me || sealed === undefined || pending?.value !== offer.author) continue;
    const made = await db.keys.get([offer.space, offer.author]);
    const { openAnswer } = await import('../share/invite/offer.ts');
    const grant = made ? await openAnswer(me, offer, made, sealed) : null;
    if (!made || !grant) continue;
    await arrive(db, made, grant);
    await db.meta.delete(offeredKey(space, offer.space));
    opened += 1;
  }
  return opened;
}
