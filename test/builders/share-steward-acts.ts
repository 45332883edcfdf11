import { addMember } from '../../lib/circle/commands.ts';
import { presentDevices, presentStewards, type RightsRow, rightNow } from '../../lib/circle/rights.ts';
import { addDevice, endSteward, nameSteward, removeDevice } from '../../lib/circle/rights-commands.ts';
import { fallingWith, sameBrowser } from '../../lib/circle/succession.ts';
import { draft } from '../../lib/fact/draft.ts';
import type { Draft } from '../../lib/fact/fact.ts';
import type { MemoryShareStore } from './memory-share-store.ts';
import { newEpoch } from './new-epoch.ts';
import { latestOf, members, type Pick } from './share-acts.ts';
import type { TownDevice } from './share-town.ts';

/** A steward takes a member out: what has come of their devices by then counts, and of their acts those that did. */
export function takeOutMember(
  { store, member: by, town }: TownDevice,
  rights: RightsRow,
  other: string,
): Draft[] {
  const theirs = rights.devices.filter((one) => one.member === other).map((one) => one.device);
  const right = rightNow(rights, by);
  const body = { on: '2026-11-05', ...store.ends(theirs), replaces: [], right };
  return [draft(town.space, by, other, 'member.left', body)];
}

/** Takes devices out, as far as they count now: with the acts of theirs that do. */
function takeOutDevices({ store, member: by }: TownDevice, gone: readonly string[], now: number): Draft[] {
  const { rights } = store;
  if (!rights) return [];
  return gone.map((one) => {
    const { until, acts } = store.ends([one]);
    const removal = removeDevice(rights, by, one, until[one] ?? 0, now);
    return { ...removal, body: { ...(removal.body as object), acts } };
  });
}

/** Somebody takes another device of theirs out, and what it alone let in; nothing where there is none. */
export function loseOwn(device: TownDevice, lost: string): Draft[] {
  const { store, member: by } = device;
  const me = device.disk.keys.at(-1)?.author;
  const { rights } = store;
  if (!rights || device.disk.retired || me === undefined || lost === me) return [];
  const here = presentDevices(rights, by).map((one) => one.device);
  if (!here.includes(me) || !here.includes(lost)) return [];
  const gone = fallingWith(rights, by, sameBrowser(rights, by, lost), [me]);
  return takeOutDevices(
    device,
    gone.filter((one) => here.includes(one)),
    device.now(),
  );
}

/** A steward takes back whom somebody took out; their devices are let in anew. */
function comeBack({ store, member: by, town }: TownDevice, rights: RightsRow, pick: Pick): Draft[] {
  const back = pick(rights.gone);
  if (back === undefined) return [];
  const replaces = latestOf(store, back, 'member.left');
  const right = rightNow(rights, by);
  town.saw('member taken back');
  return [draft(town.space, by, back, 'member.returned', { on: '2026-11-05', replaces, right })];
}

/** A steward ends another's being one: of their acts those count that did. */
function endOf(store: MemoryShareStore, rights: RightsRow, by: string, other: string, now: number): Draft {
  const theirs = rights.devices.filter((one) => one.member === other).map((one) => one.device);
  const last = Object.fromEntries(theirs.map((one) => [one, store.last(one)]));
  const end = endSteward(rights, by, other, last, now);
  return { ...end, body: { ...(end.body as object), acts: store.ends(theirs).acts } };
}

/** Something a steward does; nothing where this member is none. */
export async function stewardAct(device: TownDevice, what: number, pick: Pick): Promise<Draft[]> {
  const { store, member: by } = device;
  const { rights } = store;
  // More epochs than a device listens to at once are for years, not for an hour.
  if (!rights || rights.epochs.length > 8 || !presentStewards(rights).includes(by)) return [];
  const now = device.now();
  const other = pick(members(store).filter((one) => one !== by));
  if (rights.gone.length > 0 && what % 4 === 0) return comeBack(device, rights, pick);
  switch (what % 6) {
    case 0:
    case 1:
      return [await newEpoch(device, rights, new Set())];
    case 2: {
      if (other === undefined || members(store).length < 3) return [];
      return takeOutMember(device, rights, other);
    }
    case 3:
      return other === undefined ? [] : [nameSteward(rights, by, other, now)];
    case 4:
      return other === undefined || !presentStewards(rights).includes(other)
        ? []
        : [endOf(store, rights, by, other, now)];
    default: {
      const lost = pick(presentDevices(rights).filter((one) => one.member !== by));
      if (!lost) return [];
      const gone = sameBrowser(rights, lost.member, lost.device);
      if (presentDevices(rights, lost.member).every((one) => gone.includes(one.device))) return [];
      return takeOutDevices(device, gone, now);
    }
  }
}

/** A steward lets a device in: of a member, or of a new one. */
export function letIn(steward: TownDevice, joiner: TownDevice, isNew: boolean, seat: number): Draft[] {
  const { store, town, member: by } = steward;
  if (!store.rights) return [];
  const keys = joiner.store.ready();
  for (const [id, secret] of steward.disk.secrets) joiner.disk.secrets.set(id, secret);
  const device = { device: keys.author, box: keys.boxPublic };
  return [
    ...(isNew
      ? [
          addMember(
            town.space,
            by,
            { id: joiner.member, name: joiner.member, email: '', guide: null },
            seat,
            '2026-11-05',
          ),
        ]
      : []),
    addDevice(store.rights, by, device, joiner.member, steward.now()),
  ];
}
