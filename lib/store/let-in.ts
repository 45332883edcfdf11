import { circleKinds } from '../circle/facts.ts';
import { addDevice } from '../circle/rights-commands.ts';
import { undoDraft } from '../fact/draft.ts';
import { type Draft, ME } from '../fact/fact.ts';
import { readFacts } from '../fact/fold.ts';
import type { SpaceId } from '../fact/space.ts';
import { OWN_MEMBER } from '../me/own-devices.ts';
import { setSelf } from '../me/write-note.ts';
import type { Party } from '../share/invite/code.ts';
import type { Grant } from '../share/invite/grant.ts';
import type { NewKeys } from '../share/keys.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, keepKeys, NotInCircleError } from './device-keys.ts';
import { goneCircles } from './record.ts';
import { ownSpaces, relaysOf, setRelays } from './space-settings.ts';

/**
 * Writes down that a device is one of a member's from now on, and says what it gets. The same when it is done twice.
 * Throws when this device's member is no steward of the circle, and is not the member the device belongs to; a
 * {@link NotInCircleError} when this device is not in the circle itself.
 */
export async function letIn(
  db: Database,
  space: SpaceId,
  member: string,
  { author, box }: Pick<Party, 'author' | 'box'>,
): Promise<Grant> {
  const [rights, self, relays] = await Promise.all([
    db.rights.get(space),
    db.selves.get(space),
    relaysOf(db, space),
  ]);
  const by = self?.memberId;
  if (!rights || !by) throw new Error('this circle is not shared from here');
  if (!(await belongsTo(db, space))) throw new NotInCircleError(space);
  const isIn = rights.devices.some(
    (one) => one.device === author && one.member === member && one.last === null,
  );
  if (!isIn) await append(db, [addDevice(rights, by, { device: author, box }, member, db.now())]);
  const after = await db.rights.get(space);
  if (!after?.devices.some((one) => one.device === author && one.last === null))
    throw new Error('this member may let nobody in');
  const secrets = await db.secrets.where('space').equals(space).toArray();
  return {
    purpose: 'circle',
    space,
    member,
    secrets: secrets.map(({ epoch, id, secret }) => ({ epoch, id, secret })),
    relays,
  };
}

/** The same for a further device of one's own, among one's own. */
export const letInOwn = async (
  db: Database,
  space: SpaceId,
  device: Pick<Party, 'author' | 'box'>,
): Promise<Grant> => ({
  ...(await letIn(db, space, OWN_MEMBER, device)),
  purpose: 'device',
  member: null,
});

/**
 * Takes what a steward gave: the device's keys, the circle's secrets, its relays, and who one is in it. Where this device
 * belongs already nothing changes: a steward of one circle must not move another of mine to a relay of theirs. Nor is
 * anything kept of a circle that was erased here for good.
 */
export async function arrive(db: Database, device: NewKeys, grant: Grant): Promise<void> {
  const { space, member, secrets, relays } = grant;
  if ((await ownSpaces(db)).includes(space)) throw new Error('these are my devices, and no circle');
  if ((await goneCircles(db)).has(space)) return;
  if (await belongsTo(db, space)) return takeGiven(db, space, secrets);
  await db.secrets.bulkPut(secrets.map((secret) => ({ ...secret, space })));
  await setRelays(db, space, relays);
  // Last: a space with keys is one that pages begin to exchange.
  await keepKeys(db, space, device, { instead: true });
  const drafts = member === null ? [] : [setSelf(space, member, (await db.selves.get(space)) ?? null)];
  await append(db, [...drafts, ...(await goesOnHere(db, space))]);
}

/** Takes back that I go on elsewhere, with a copy of it ({@link isCopy}): I am in the circle itself again. */
async function goesOnHere(db: Database, space: SpaceId): Promise<Draft[]> {
  const said = await db.facts.where('[log+entity]').equals([ME, space]).toArray();
  const { facts } = readFacts(circleKinds, said);
  const marks = facts.filter((fact) => fact.kind === 'circle.continued').map((fact) => fact.hash);
  return marks.length === 0 ? [] : [undoDraft(ME, null, space, marks)];
}

/**
 * Takes the secrets of epochs this device missed in a space it belongs to. Only of epochs that the log knows, and none
 * that is here already: who once read an old epoch must not pass it off as the newest.
 */
export async function takeGiven(db: Database, space: SpaceId, secrets: Grant['secrets']): Promise<void> {
  const [rights, held] = [await db.rights.get(space), await db.secrets.where({ space }).toArray()];
  const known = new Set(held.map((one) => one.id));
  const missed = secrets.filter(
    (one) =>
      !known.has(one.id) && rights?.epochs.some((epoch) => epoch.id === one.id && epoch.epoch === one.epoch),
  );
  await db.secrets.bulkPut(missed.map((secret) => ({ ...secret, space })));
}

/** Whether this device is one of somebody's in a space now, as far as is known here. */
export async function belongsTo(db: Database, space: SpaceId): Promise<boolean> {
  const [rights, keys] = [await db.rights.get(space), await currentKeys(db, space)];
  return rights?.devices.some((one) => one.device === keys?.author && one.last === null) ?? false;
}

/**
 * Whether there is only a copy of a shared circle here: it came by a backup, or this device was taken out of it. Whoever
 * was just let in is not outside, though the circle's log does not say so yet.
 */
export async function isOutside(db: Database, space: SpaceId): Promise<boolean> {
  const [rights, keys, secrets] = await Promise.all([
    db.rights.get(space),
    currentKeys(db, space),
    db.secrets.where({ space }).count(),
  ]);
  if (!rights) return false;
  const mine = rights.devices.filter((one) => one.device === keys?.author);
  return mine.length > 0 ? mine.every((one) => one.last !== null) : secrets === 0;
}

/**
 * Whether a member may begin a shared circle anew in this browser: there is only a copy of it here ({@link isCopy}), or they
 * are in it and no steward, so that they could invite nobody should there be no steward any more.
 */
export async function mayBeginAnew(db: Database, space: SpaceId, member: string): Promise<boolean> {
  if (await isCopy(db, space)) return true;
  const rights = await db.rights.get(space);
  const isSteward = rights?.stewards.some((one) => one.member === member && one.until === null) ?? true;
  return !isSteward && (await belongsTo(db, space));
}

/**
 * Whether a shared circle is here as a copy of it alone, by a backup, and this browser never was in it. Whoever was taken
 * out of a circle has no such copy: the circle goes on without them.
 */
export async function isCopy(db: Database, space: SpaceId): Promise<boolean> {
  const [rights, keys] = [await db.rights.get(space), await currentKeys(db, space)];
  const wasIn = rights?.devices.some((one) => one.device === keys?.author) ?? false;
  return !wasIn && (await isOutside(db, space));
}
