import type { SpaceId } from '../../lib/fact/space.ts';
import { makeKeys } from '../../lib/share/keys.ts';
import type { Database } from '../../lib/store/database.ts';
import { openSecrets } from '../../lib/store/epochs.ts';
import { letInOwn } from '../../lib/store/let-in.ts';
import { arriveOwn, foundOwn } from '../../lib/store/own-space.ts';
import { sharedHere } from '../../lib/store/space-settings.ts';
import { tendOwn } from '../../lib/store/tend-own.ts';
import { bring } from './sharing.ts';

/** Lets the profile `to` in among the devices of `at`, as the screens do once both said that the codes are the same. */
export async function addOwn(at: Database, to: Database, known?: SpaceId): Promise<SpaceId> {
  const space = known ?? (await foundOwn(at, [], 'Old laptop'));
  const keys = await makeKeys();
  const grant = await letInOwn(at, space, { author: keys.author, box: keys.boxPublic });
  await arriveOwn(to, keys, grant, 'New laptop');
  return space;
}

/** Lets devices exchange everything, in all their spaces, until nobody has anything new. */
export async function settleOwn(devices: readonly Database[], own: SpaceId): Promise<void> {
  for (;;) {
    let added = 0;
    for (const one of devices) await tendOwn(one, own);
    for (const from of devices)
      for (const to of devices) {
        if (from === to) continue;
        for (const space of new Set([own, ...(await sharedHere(from))])) {
          added += (await bring(from, to, space)).added;
          await openSecrets(to, space);
        }
      }
    if (added === 0) return;
  }
}
