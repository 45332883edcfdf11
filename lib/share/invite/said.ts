import * as v from 'valibot';
import { canonical } from '../../fact/canonical.ts';
import { isAuthorKey, isSignature } from '../../fact/space.ts';
import { type Bytes, utf8 } from '../bytes.ts';
import { isSigned, type NewKeys, signText } from '../keys.ts';
import { boxBytes } from '../points.ts';

/** 32 bytes, base64url: a key, a nonce, a hash. */
const word = v.pipe(v.string(), v.check(isAuthorKey));

/** A key that something can be sealed to: one that cannot would be found out only after the device was let in. */
const box = v.pipe(
  v.string(),
  v.check((text) => boxBytes(text) !== null),
);

/** Why a steward does not let somebody in; `taken`: somebody else is just being let in by this invitation. */
export const REFUSALS = ['expired', 'used', 'taken', 'different', 'cancelled', 'tooLate'] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * What the two say to each other, in this order. `ask`: the newcomer is bound to who they are, without showing it ·
 * `answer`: who the steward is · `reveal`: who the newcomer is; now both see a code · `grant`: the circle's secrets,
 * sealed to the newcomer · `thanks`: they arrived · `no`, from either side.
 */
const saidSchema = v.variant('say', [
  v.strictObject({ say: v.literal('ask'), commit: word }),
  v.strictObject({ say: v.literal('answer'), commit: word, author: word, box, nonce: word }),
  v.strictObject({ say: v.literal('reveal'), commit: word, author: word, box, nonce: word, to: word }),
  v.strictObject({
    say: v.literal('grant'),
    author: word,
    together: word,
    sealed: v.pipe(v.string(), v.maxLength(3_000)),
  }),
  v.strictObject({ say: v.literal('thanks'), author: word, together: word }),
  v.strictObject({ say: v.literal('no'), commit: word, author: word, why: v.picklist(REFUSALS) }),
]);
export type Said = v.InferOutput<typeof saidSchema>;

/** What each side may say: nobody is answered with their own words. */
export const STEWARD_SAYS: ReadonlySet<Said['say']> = new Set(['answer', 'grant', 'no']);
export const NEWCOMER_SAYS: ReadonlySet<Said['say']> = new Set(['ask', 'reveal', 'thanks', 'no']);

const signedText = (invite: string, said: Said): string => canonical(['circlekeeper invite 1', invite, said]);

/** A word of the handshake as bytes, signed by the device that says it; an `ask` shows no key and has no signature. */
export async function writeSaid(invite: string, device: Pick<NewKeys, 'sign'>, said: Said): Promise<Bytes> {
  const sig = said.say === 'ask' ? 0 : await signText(device, signedText(invite, said));
  return utf8(JSON.stringify([said, sig]));
}

const wireSchema = v.strictTuple([
  saidSchema,
  v.union([v.literal(0), v.pipe(v.string(), v.check(isSignature))]),
]);

/**
 * What was said, when whoever holds the key it names said exactly this for this invitation; otherwise null. Whether that
 * is the person one means only the code tells. Never rejects.
 */
export async function readSaid(invite: string, bytes: Uint8Array): Promise<Said | null> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const wire = v.safeParse(wireSchema, JSON.parse(text));
    if (!wire.success) return null;
    const [said, sig] = wire.output;
    if (said.say === 'ask') return sig === 0 ? said : null;
    return sig !== 0 && (await isSigned(said.author, signedText(invite, said), sig)) ? said : null;
  } catch {
    return null;
  }
}
