import { type CopyChoice, type CopySource, copyBeginning, copyHistory } from '../circle/copy-circle.ts';
import { foundSpace } from '../circle/rights-commands.ts';
import { draft, myDraft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { isSpaceId, type SpaceId, spaceIdOf } from '../fact/space.ts';
import { setSelf } from '../me/write-note.ts';
import { viewMeeting } from '../meeting/view.ts';
import { newId } from '../platform/id.ts';
import { append } from './append.ts';
import { loadCircle } from './circles.ts';
import { copySource, copyTarget } from './copy-source.ts';
import type { Database } from './database.ts';
import { keepKeys, signPending } from './device-keys.ts';
import { startEpoch } from './epochs.ts';
import { followOwn, moveEnrichment } from './follow-circle.ts';
import { mayBeginAnew } from './let-in.ts';

export type ShareFailure =
  /** No such circle, or nobody has said which of its members I am. */
  | 'unknown'
  /** It is shared already and this browser is, or was, in it; or it goes on in another. */
  | 'shared'
  /** The shared circle does not know me as a member (yet). */
  | 'not-a-member'
  /** A meeting of it runs, which would stay behind. */
  | 'meeting';

export type ShareResult = { ok: true; circleId: SpaceId } | { ok: false; reason: ShareFailure };

/**
 * Shares a circle that was only here: a new log begins, founded by this device, with what is ticked copied into it. The
 * circle goes on there with its settings, decisions on calendar series, private things and what stands in the calendar;
 * the old one is kept and not shown. All of it or nothing; afterwards its first epoch begins.
 *
 * So does a shared circle of which nobody is left who could let somebody in: from a copy that came by a backup, or from
 * where a member is in it who is no steward ({@link mayBeginAnew}). That I go on there is my own to say: the others stay in
 * the old one until they are invited.
 */
export async function shareCircle(db: Database, circleId: string, choice: CopyChoice): Promise<ShareResult> {
  const source = await copySource(db, circleId);
  if (!source) return { ok: false, reason: 'unknown' };
  const isShared = isSpaceId(circleId) && !(await mayBeginAnew(db, circleId, source.me));
  if (isShared || source.circle.continuedIn !== undefined) return { ok: false, reason: 'shared' };
  if (await meets(db, circleId)) return { ok: false, reason: 'meeting' };
  const { makeKeys } = await import('../share/keys.ts');
  const [keys, nonce] = [await makeKeys(), newId()];
  const space = spaceIdOf(keys.author, nonce);
  await keepKeys(db, space, keys);
  const { me } = source;
  const same = new Map(source.members.map((member) => [member.id, member.id]));
  const target = { space, members: same, has: () => false, planned: new Set<string>(), contracts: [] };
  const founder = { device: keys.author, box: keys.boxPublic, member: me };
  await goOn(db, source, space, [
    foundSpace(space, nonce, founder, circleId, db.now()),
    ...copyBeginning(source, target, choice),
    ...copyHistory(source, target, choice, db.now()),
    ...(await followOwn(db, source, space, same, choice)),
    setSelf(space, me, null),
  ]);
  await startEpoch(db, space);
  return { ok: true, circleId: space };
}

/**
 * Joins the circle one made on one's own into the shared one one was let into: the same copying, with members as `matched`
 * says (member here → member there; whoever is not in it is left out). Doing it again adds nothing.
 */
export async function joinHistories(
  db: Database,
  circleId: string,
  space: SpaceId,
  matched: ReadonlyMap<string, string>,
  choice: CopyChoice,
): Promise<ShareResult> {
  const [source, shared] = [await copySource(db, circleId), await loadCircle(db, space)];
  if (!source || !shared) return { ok: false, reason: 'unknown' };
  const { continuedIn } = source.circle;
  if (isSpaceId(circleId) || (continuedIn !== undefined && continuedIn !== space))
    return { ok: false, reason: 'shared' };
  if (await meets(db, circleId)) return { ok: false, reason: 'meeting' };
  const me = shared.me?.id;
  if (me === undefined || shared.me?.leftOn != null) return { ok: false, reason: 'not-a-member' };
  const there = new Set(shared.members.map((member) => member.id));
  const members = new Map([...matched].filter(([, to]) => there.has(to)));
  members.set(source.me, me);
  const target = await copyTarget(db, space, members);
  await goOn(db, source, space, [
    ...copyHistory(source, target, choice, db.now()),
    ...(await followOwn(db, source, space, members, choice)),
  ]);
  return { ok: true, circleId: space };
}

/** Whether a meeting of a circle runs now. */
async function meets(db: Database, circleId: string): Promise<boolean> {
  const rows = await db.meetings.where('[circleId+phase]').equals([circleId, 'running']).toArray();
  return rows.some((row) => viewMeeting(row, db.now()).phase === 'running');
}

/** Records all of it, with the mark on the old circle. */
async function goOn(
  db: Database,
  { circle, me }: CopySource,
  space: SpaceId,
  drafts: readonly Draft[],
): Promise<void> {
  const on = { in: space, at: db.now() };
  const mark =
    circle.continuedIn !== undefined
      ? []
      : isSpaceId(circle.id)
        ? [myDraft(circle.id, 'circle.continued', { ...on, circle: circle.id })]
        : [draft(circle.id, me, circle.id, 'circle.continued', on)];
  await append(db, [...drafts, ...mark]);
  await moveEnrichment(db, circle.id, space);
  await signPending(db, space);
}
