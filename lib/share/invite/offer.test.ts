import { describe, expect, it } from 'vitest';
import { spaceIdOf } from '../../fact/space.ts';
import { makeKeys } from '../keys.ts';
import { newEpoch } from '../seal/epoch.ts';
import type { Grant } from './grant.ts';
import { answerOffer, makeOffer, openAnswer, readOffer } from './offer.ts';

async function town() {
  const [own, made, other] = await Promise.all([makeKeys(), makeKeys(), makeKeys()]);
  const space = spaceIdOf(other.author, 'nonce');
  const offer = await makeOffer(own.author, space, made);
  const grant: Grant = {
    purpose: 'circle',
    space,
    member: 'm',
    secrets: [await newEpoch(space, 1)],
    relays: [],
  };
  return { own, made, other, space, offer, grant };
}

describe('a new device of one’s own', () => {
  it('gets into a circle by keys made for it, which are not those it has in another', async () => {
    const { own, made, offer, grant } = await town();
    expect(await readOffer(own.author, JSON.parse(JSON.stringify(offer)))).toEqual(offer);
    expect(offer.author).not.toBe(own.author);
    const answer = await answerOffer(own.author, offer, grant);
    expect(await openAnswer(own.author, offer, made, answer)).toEqual(grant);
  });

  it('cannot offer keys it does not have, or pass off what another device offered', async () => {
    const { own, other, space, offer } = await town();
    expect(await readOffer(other.author, offer)).toBeNull();
    for (const wrong of [
      { ...offer, author: other.author },
      { ...offer, box: other.boxPublic },
      { ...offer, space: spaceIdOf(own.author, 'x') },
      { ...offer, space: 'me' },
      { ...offer, more: 1 },
      { ...offer, proof: (await makeOffer(own.author, space, other)).proof },
      null,
    ])
      expect(await readOffer(own.author, wrong)).toBeNull();
  });

  it('takes no answer that is for another circle, another device or another offer', async () => {
    const { own, made, other, offer, grant } = await town();
    const away = spaceIdOf(own.author, 'x');
    const elsewhere = { ...grant, space: away, secrets: [await newEpoch(away, 1)] };
    expect(
      await openAnswer(own.author, offer, made, await answerOffer(own.author, offer, elsewhere)),
    ).toBeNull();
    const answer = await answerOffer(own.author, offer, grant);
    expect(await openAnswer(own.author, offer, other, answer)).toBeNull();
    expect(await openAnswer(other.author, offer, made, answer)).toBeNull();
  });
});
