import * as v from 'valibot';
import { isSpaceId, type SpaceId } from '../fact/space.ts';
import { isRelayAddress, type Relay } from '../share/invite/invitation.ts';
import type { StewardState } from '../share/invite/steward.ts';
import type { Database } from './database.ts';

/**
 * Where a space is exchanged, as this device knows it. Addresses may hold a relay's password, so they are in no fact
 * and no copy.
 */
const relaysSchema = v.pipe(
  v.array(
    v.object({
      kind: v.picklist(['mqtt', 'nostr']),
      address: v.pipe(v.string(), v.check(isRelayAddress)),
    }),
  ),
  v.maxLength(2),
);

const relaysKey = (space: SpaceId): string => `relays:${space}`;

/** The relays of a space; none: it is exchanged by files alone. */
export async function relaysOf(db: Database, space: SpaceId): Promise<readonly Relay[]> {
  const row = await db.meta.get(relaysKey(space));
  const read = v.safeParse(relaysSchema, row ? parsed(String(row.value)) : []);
  return read.success ? read.output : [];
}

/** Whether it was chosen that a space travels by files alone. Before anything was chosen it travels by nothing. */
export async function isByFile(db: Database, space: SpaceId): Promise<boolean> {
  return (await db.meta.get(relaysKey(space)))?.value === '[]';
}

/** Chooses the relays of a space on this device; none: by files alone. */
export async function setRelays(db: Database, space: SpaceId, relays: readonly Relay[]): Promise<void> {
  await db.meta.put({ key: relaysKey(space), value: JSON.stringify(relays) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The shared circles this device was let into. */
export async function sharedHere(db: Database): Promise<readonly SpaceId[]> {
  const [spaces, own] = [await db.keys.orderBy('space').uniqueKeys(), await ownSpaces(db)];
  return spaces.map(String).filter((space) => isSpaceId(space) && !own.includes(space));
}

/**
 * The spaces of one's own devices this device was ever in; mostly none or one. Which they are is said nowhere but here,
 * on this device: nobody in a circle can pass theirs off as such.
 */
const OWN = 'own:';

/** One's own spaces, in no fixed order. */
export async function ownSpaces(db: Database): Promise<readonly SpaceId[]> {
  const keys = await db.meta.where('key').startsWith(OWN).primaryKeys();
  return keys.map((key) => key.slice(OWN.length)).filter(isSpaceId);
}

/** From now on a space is one of one's own. */
export async function markOwn(db: Database, space: SpaceId): Promise<void> {
  await db.meta.put({ key: OWN + space, value: 1 });
}

/** An invitation that is open, as this device keeps it: whoever has `text` may ask, so it is a secret of this device. */
export interface OpenInvite {
  text: string;
  state: StewardState;
  /** By hand: what this side said last. */
  said?: string | null;
}

const inviteKey = (space: SpaceId, member: string): string => `invite:${space}:${member}`;

/** The open invitation of a member; null without one, and when it can be used no more. @param now UTC ms. */
export async function openInvite(
  db: Database,
  space: SpaceId,
  member: string,
  now: number,
): Promise<OpenInvite | null> {
  const row = await db.meta.get(inviteKey(space, member));
  const kept = row ? (parsed(String(row.value)) as OpenInvite | undefined) : undefined;
  if (!kept?.state || kept.state.phase === 'done' || kept.state.phase === 'ended') return null;
  // Of one that was answered it is not known whether the answer came; but nobody can use it now.
  const isUsable = kept.state.phase !== 'waiting' && kept.state.phase !== 'granted';
  return isUsable || kept.state.expiresAt >= now ? kept : null;
}

/** Keeps an invitation, so that a browser that was closed neither answers twice nor forgets that it was used. */
export async function keepInvite(
  db: Database,
  space: SpaceId,
  member: string,
  invite: OpenInvite,
): Promise<void> {
  await db.meta.put({ key: inviteKey(space, member), value: JSON.stringify(invite) });
}

/** Forgets the invitation of a member. */
export async function dropInvite(db: Database, space: SpaceId, member: string): Promise<void> {
  await db.meta.delete(inviteKey(space, member));
}
