import { createCircle } from '../../lib/circle/commands.ts';
import { addDevice } from '../../lib/circle/rights-commands.ts';
import type { SpaceId } from '../../lib/fact/space.ts';
import { setSelf } from '../../lib/me/write-note.ts';
import { newId } from '../../lib/platform/id.ts';
import { append } from '../../lib/store/append.ts';
import { COPY_ALL } from '../../lib/store/copy-source.ts';
import type { Database } from '../../lib/store/database.ts';
import { ready } from '../../lib/store/device-keys.ts';
import { shareCircle } from '../../lib/store/share-circle.ts';
import { shareStore } from '../../lib/store/share-store.ts';
import { setRelays } from '../../lib/store/space-settings.ts';
import { freshDatabase } from './database.ts';

export const NAMES = ['Ada', 'Bo', 'Chen'];

/** A circle of three that is only here; Ada is me. Its members are called `<prefix>-ada` and so on. */
export async function localCircle(db: Database, prefix = 'm', me = 'Ada'): Promise<string> {
  const id = newId();
  await append(
    db,
    createCircle(
      {
        id,
        name: 'Thursday circle',
        formatId: 'pmc',
        everyDays: 14,
        lengthMin: 90,
        agreement: ['confidentiality'],
        links: [{ kind: 'series', value: 'thursday@calendar' }],
        members: NAMES.map((name) => ({
          id: `${prefix}-${name.toLowerCase()}`,
          name,
          email: `${name.toLowerCase()}@example.org`,
          guide: null,
          isMe: name === me,
        })),
      },
      db.now(),
      '2026-11-05',
    ),
  );
  return id;
}

/** Ada's profile with a circle that is shared by files, and nothing else in it. */
export async function sharedCircle(
  start?: number,
): Promise<{ db: Database; clock: { now: number }; space: SpaceId }> {
  const { db, clock } = await freshDatabase(start);
  const shared = await shareCircle(db, await localCircle(db), COPY_ALL);
  if (!shared.ok) throw new Error(`not shared: ${shared.reason}`);
  await setRelays(db, shared.circleId, []);
  return { db, clock, space: shared.circleId };
}

/** What one profile would send another in a space, all of it. @returns what was made of it. */
export async function bring(
  from: Database,
  to: Database,
  space: SpaceId,
): Promise<{ added: number; refused: number }> {
  const store = shareStore(from);
  await store.signPending(space);
  const facts = await Promise.all(
    (await store.states(space)).map(({ author, last }) => store.facts(space, author, 1, last)),
  );
  return shareStore(to).take(space, facts.flat());
}

/** A profile of its own that `by` (in `at`) lets in as a device of `member`. */
export async function letIn(
  at: Database,
  space: SpaceId,
  member: string,
  by = 'm-ada',
): Promise<{ db: Database; clock: { now: number } }> {
  const joined = await freshDatabase(at.now());
  await comeIn(at, joined.db, space, member, by);
  return joined;
}

/** The same for a profile that is there already. */
export async function comeIn(
  at: Database,
  to: Database,
  space: SpaceId,
  member: string,
  by = 'm-ada',
): Promise<void> {
  const { author, boxPublic } = await ready(to, space);
  const rights = await at.rights.get(space);
  if (!rights) throw new Error('no rights');
  await append(at, [addDevice(rights, by, { device: author, box: boxPublic }, member, at.now())]);
  await bring(at, to, space);
  await setRelays(to, space, []);
  await append(to, [setSelf(space, member, null)]);
}
