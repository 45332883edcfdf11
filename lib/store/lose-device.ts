import { presentDevices } from '../circle/rights.ts';
import { removeDevice } from '../circle/rights-commands.ts';
import { fallingWith, sameBrowser } from '../circle/succession.ts';
import { isSpaceId, type SpaceId } from '../fact/space.ts';
import { keysOnlyOf } from '../me/own-devices.ts';
import { append } from './append.ts';
import type { Database } from './database.ts';
import { currentKeys, signPending } from './device-keys.ts';
import { renewEpoch } from './let-out.ts';
import { ownSaid } from './own-space.ts';

/** What became of a device that was taken out. Circles by id. */
export interface LostDevice {
  /** It is out, and reads nothing new from this moment on. */
  shut: readonly string[];
  /** It is out; a steward's browser shuts it off from what is new as soon as it hears of it. */
  waiting: readonly string[];
}

/**
 * Takes one of one's own devices out of everything at once: of one's own devices, and of every circle it was in as far
 * as this device knows, with new keys where this device's member may begin them. What it alone let in goes with it.
 */
export async function loseDevice(db: Database, space: SpaceId, device: string): Promise<LostDevice> {
  const rights = await db.rights.get(space);
  const said = await ownSaid(db, space, rights);
  const stay = new Set(rights ? presentDevices(rights).map((one) => one.device) : []);
  const falling = await fallingWithIt(db, space, device);
  for (const one of falling) stay.delete(one);
  const [shut, waiting]: [string[], string[]] = [[], []];
  // Its circles first: what is said among one's own devices tells which keys are its.
  for (const [circle, devices] of said.circles) {
    if (!isSpaceId(circle)) continue;
    const me = (await currentKeys(db, circle))?.author;
    const theirs = falling.flatMap((one) => keysOnlyOf(devices, one, stay)).filter((key) => key !== me);
    // What stays one of mine stays in my circles too, whichever of my devices answered it there.
    const keys = [...stay].flatMap((one) => devices.get(one) ?? []);
    const out = await takeOut(db, circle, theirs, keys);
    if (out === 'shut') shut.push(circle);
    else if (out === 'waiting') waiting.push(circle);
  }
  await takeOut(db, space, falling, []);
  return { shut, waiting };
}

/** A device of one's own, and those that nobody but it let in: all of them go with it. Never this device. */
export async function fallingWithIt(db: Database, space: SpaceId, device: string): Promise<string[]> {
  const [rights, self, keys] = await Promise.all([
    db.rights.get(space),
    db.selves.get(space),
    currentKeys(db, space),
  ]);
  if (!rights || !self || !keys) return [device];
  const falling = fallingWith(rights, self.memberId, sameBrowser(rights, self.memberId, device), [
    keys.author,
  ]);
  const present = new Set(presentDevices(rights).map((one) => one.device));
  return falling.filter((one) => one === device || present.has(one));
}

async function takeOut(
  db: Database,
  space: SpaceId,
  devices: readonly string[],
  stay: readonly string[],
): Promise<'shut' | 'waiting' | 'not-in'> {
  const [rights, self, keys] = await Promise.all([
    db.rights.get(space),
    db.selves.get(space),
    currentKeys(db, space),
  ]);
  if (!rights || !self) return 'not-in';
  const lost = devices.flatMap((device) => sameBrowser(rights, self.memberId, device));
  const all = fallingWith(rights, self.memberId, lost, [...stay, ...(keys ? [keys.author] : [])]);
  const theirs = rights.devices.filter((one) => all.includes(one.device) && one.last === null);
  if (theirs.length === 0) return 'not-in';
  const heads = await db.heads.bulkGet(theirs.map(({ device }): [string, string] => [space, device]));
  await append(
    db,
    theirs.map(({ device }, i) => removeDevice(rights, self.memberId, device, heads[i]?.seq ?? 0, db.now())),
  );
  const isShut = await renewEpoch(db, space);
  await signPending(db, space);
  return isShut ? 'shut' : 'waiting';
}
