import * as v from 'valibot';
import { isAuthorKey, isSpaceId, type SpaceId } from '../../fact/space.ts';
import { fromText, toText, utf8 } from '../bytes.ts';
import type { NewKeys } from '../keys.ts';
import { type EpochSecret, epochId } from '../seal/epoch.ts';
import { openTo, type Recipient, sealTo } from '../seal/to-device.ts';
import { isRelayAddress, PURPOSES, type Purpose, type Relay } from './invitation.ts';

/** What a device gets when it is let in; all else, names included, comes with the log. */
export interface Grant {
  purpose: Purpose;
  space: SpaceId;
  /** Who the newcomer is in the circle; null for a device of one's own. */
  member: string | null;
  /** The current epoch; several where two began at once. */
  secrets: readonly EpochSecret[];
  relays: readonly Relay[];
}

/** Secrets of this many epochs fit in one packet, with two relays. */
const MAX_SECRETS = 8;

const grantSchema = v.strictObject({
  purpose: v.picklist(PURPOSES),
  space: v.string(),
  member: v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  secrets: v.pipe(
    v.array(
      v.strictObject({
        epoch: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
        id: v.pipe(v.string(), v.check(isAuthorKey)),
        secret: v.pipe(v.string(), v.check(isAuthorKey)),
      }),
    ),
    v.minLength(1),
    v.maxLength(MAX_SECRETS),
  ),
  relays: v.pipe(
    v.array(
      v.strictObject({
        kind: v.picklist(['mqtt', 'nostr']),
        address: v.pipe(v.string(), v.check(isRelayAddress)),
      }),
    ),
    v.maxLength(2),
  ),
});

const labelOf = (together: string): string => `circlekeeper grant 1\n${together}`;

/** Seals a grant to the device that both sides saw the same code for. Only the newest epochs go with it. */
export function sealGrant(to: Recipient, together: string, grant: Grant): Promise<string> {
  const secrets = grant.secrets
    .toSorted((a, b) => b.epoch - a.epoch)
    .slice(0, MAX_SECRETS)
    .map(({ epoch, id, secret }) => ({ epoch, id, secret: toText(secret) }));
  return sealTo(to, labelOf(together), utf8(JSON.stringify({ ...grant, secrets })));
}

/**
 * The grant that was sealed to this device, if it is for what one wanted to join and its secrets are those it names;
 * otherwise null. Never rejects.
 */
export async function openGrant(
  device: Pick<NewKeys, 'author' | 'box'>,
  together: string,
  purpose: Purpose,
  sealed: string,
): Promise<Grant | null> {
  const bytes = await openTo(device, labelOf(together), sealed);
  if (!bytes) return null;
  try {
    const grant = v.safeParse(
      grantSchema,
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    );
    if (!grant.success || grant.output.purpose !== purpose) return null;
    const { space } = grant.output;
    // One's own log is no space: it is carried in one (`lib/me/own-devices.ts`).
    if (!isSpaceId(space)) return null;
    const secrets: EpochSecret[] = [];
    for (const { epoch, id, secret } of grant.output.secrets) {
      const raw = fromText(secret, 32);
      if (!raw || (await epochId(space, raw)) !== id) return null;
      secrets.push({ epoch, id, secret: raw });
    }
    return { ...grant.output, secrets };
  } catch {
    return null;
  }
}
