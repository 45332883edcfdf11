import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { canonical } from '../../fact/canonical.ts';
import type { AuthorId } from '../../fact/fact.ts';
import { isAuthorKey, isSignature, isSpaceId, type SpaceId } from '../../fact/space.ts';
import { toText, utf8 } from '../bytes.ts';
import { isSigned, type NewKeys, signText } from '../keys.ts';
import { boxBytes } from '../points.ts';
import { type Grant, openGrant, sealGrant } from './grant.ts';

/**
 * How a new device of one's own gets into the circles one is in, after it was let in among one's own devices by a code:
 * it makes keys for each circle and offers them to the device that is in it, in a frame signed by its own-device keys and
 * sealed for one's own devices. No second code: both devices are known to each other already.
 */
export interface Offer {
  space: SpaceId;
  /** The new device's public keys in that circle. */
  author: AuthorId;
  box: string;
  /** By `author`: that who offers these keys has them. */
  proof: string;
}

const key = v.pipe(v.string(), v.check(isAuthorKey));
const offerSchema = v.strictObject({
  space: v.pipe(v.string(), v.check(isSpaceId)),
  author: key,
  box: v.pipe(
    v.string(),
    v.check((text) => boxBytes(text) !== null),
  ),
  proof: v.pipe(v.string(), v.check(isSignature)),
});

const offered = (from: AuthorId, { space, author, box }: Omit<Offer, 'proof'>): string =>
  canonical(['circlekeeper offer 1', from, space, author, box]);

/** Offers keys made for one circle. `from`: the key this device is known by among one's own. */
export async function makeOffer(from: AuthorId, space: SpaceId, made: NewKeys): Promise<Offer> {
  const offer = { space, author: made.author, box: made.boxPublic };
  return { ...offer, proof: await signText(made, offered(from, offer)) };
}

/**
 * An offer in the body of a frame that `from` signed, if whoever made it has the keys; otherwise null. That `from` is a
 * device of one's own is the caller's to know. Never rejects.
 */
export async function readOffer(from: AuthorId, body: unknown): Promise<Offer | null> {
  const offer = v.safeParse(offerSchema, body);
  if (!offer.success) return null;
  const { author, proof } = offer.output;
  return (await isSigned(author, offered(from, offer.output), proof)) ? offer.output : null;
}

/** What answers an offer, after `device.added` was written: the circle's secrets, sealed to the keys that were offered. */
export const answerOffer = (from: AuthorId, offer: Offer, grant: Grant): Promise<string> =>
  sealGrant(offer, answerTo(from, offer), grant);

/** The grant in an answer to one's own offer; null when it is not one. */
export async function openAnswer(
  from: AuthorId,
  offer: Offer,
  made: NewKeys,
  sealed: string,
): Promise<Grant | null> {
  const grant = await openGrant(made, answerTo(from, offer), 'circle', sealed);
  return grant?.space === offer.space ? grant : null;
}

const answerTo = (from: AuthorId, offer: Offer): string => toText(sha256(utf8(offered(from, offer))));
