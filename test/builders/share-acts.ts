import { addMember } from '../../lib/circle/commands.ts';
import { rightful } from '../../lib/circle/rightful.ts';
import { presentDevices, presentStewards, type RightsRow, rightNow } from '../../lib/circle/rights.ts';
import { addDevice, endSteward, nameSteward, removeDevice } from '../../lib/circle/rights-commands.ts';
import { fallingWith, sameBrowser } from '../../lib/circle/succession.ts';
import { editContract, makeContract, reportContract, sameContract } from '../../lib/contract/commands.ts';
import { foldContract } from '../../lib/contract/contract.ts';
import { draft, undoDraft } from '../../lib/fact/draft.ts';
import { ERASED } from '../../lib/fact/erased.ts';
import { type Draft, type Fact, isErased } from '../../lib/fact/fact.ts';
import {
  type Acting,
  askForTime,
  giveTurn,
  setPresence,
  setRoles,
  startMeeting,
} from '../../lib/meeting/commands.ts';
import {
  addTime,
  endMeeting,
  leaveEarly,
  moveTo,
  pause,
  resume,
  stillAlive,
} from '../../lib/meeting/course.ts';
import { PMC } from '../../lib/meeting/format.ts';
import { foldMeeting } from '../../lib/meeting/meeting.ts';
import { meetingIdFor } from '../../lib/meeting/meeting-id.ts';
import { MINUTE_MS, planMeeting } from '../../lib/meeting/plan.ts';
import { steered, takeOver } from '../../lib/meeting/steering.ts';
import type { MemoryShareStore } from './memory-share-store.ts';
import { newEpoch } from './new-epoch.ts';
import { TOWN_START, type TownDevice } from './share-town.ts';

export type Pick = <T>(list: readonly T[]) => T | undefined;

/** What counts of an entity, as the projections read it. */
const counting = (store: MemoryShareStore, entity: string): readonly Fact[] =>
  store.rights ? steered(rightful(store.rights, store.of(entity))) : [];

const all = (store: MemoryShareStore): Fact[] => [...store.disk.facts.values()];
const entities = (store: MemoryShareStore, kind: string): string[] => [
  ...new Set(all(store).flatMap((fact) => (fact.kind === kind ? [fact.entity] : []))),
];
const members = (store: MemoryShareStore): string[] => [
  ...new Set(store.rights ? presentDevices(store.rights).map(({ member }) => member) : []),
];

/** Something a member does at their screen, by the product's own commands; nothing where there is nothing to do. */
export function memberAct(device: TownDevice, what: number, pick: Pick): Draft[] {
  const { store, member: by, town } = device;
  const { space } = town;
  const now = device.now();
  const contract = () => {
    const id = pick(entities(store, 'contract.made'));
    return id === undefined ? null : foldContract(id, counting(store, id));
  };
  switch (what % 12) {
    case 0:
    case 1: {
      const whose = pick([by, by, ...members(store)]) ?? by;
      const id = town.crypto.newName();
      return [
        makeContract(
          { id, circleId: space, memberId: whose, meetingId: null, text: `read ${what}`, isPrivate: false },
          by,
          now,
        ),
      ];
    }
    case 2: {
      const row = contract();
      return row ? [editContract(row, { text: `write ${what}`, due: null }, by, now)] : [];
    }
    case 3: {
      const row = contract();
      const outcome = pick(['kept', 'partly', 'notYet', null] as const) ?? null;
      return row ? [reportContract(row, { meetingId: null, outcome, text: `done ${what}` }, by, now)] : [];
    }
    case 4: {
      const [row, other] = [contract(), contract()];
      return row && other ? [sameContract(row, other.id, by)] : [];
    }
    case 5:
      return [
        draft(space, by, space, 'circle.named', {
          name: `Circle ${what}`,
          replaces: latestOf(store, space, 'circle.named'),
        }),
      ];
    case 6:
      return [
        draft(space, by, by, 'member.renamed', {
          name: `Name ${what}`,
          email: '',
          replaces: latestOf(store, by, 'member.renamed'),
        }),
      ];
    case 7: {
      const fact = pick(
        all(store).filter(
          (one) => one.by === by && !one.kind.includes('device') && !one.kind.startsWith('circle.sh'),
        ),
      );
      return fact ? [undoDraft(space, by, fact.entity, [fact.hash])] : [];
    }
    case 8: {
      const entity = pick(entities(store, 'contract.made'));
      const facts =
        entity === undefined
          ? []
          : store.of(entity).filter((fact) => fact.kind !== ERASED && !isErased(fact));
      return entity === undefined || facts.length === 0
        ? []
        : [draft(space, by, entity, ERASED, { facts: facts.map(({ hash }) => hash), whole: what % 2 === 0 })];
    }
    case 9:
      // A later version of the code speaks of what this one does not know.
      town.saw('fact of a later version');
      return [
        {
          ...draft(
            space,
            by,
            pick([space, by, town.crypto.newName()]) ?? space,
            pick(['contract.sung', 'circle.painted', 'weather.noted']) ?? '',
            { of: what },
          ),
          v: pick([1, 1, 2]) ?? 1,
        },
      ];
    default:
      return meetingAct(device, what, pick);
  }
}

const latestOf = (store: MemoryShareStore, entity: string, kind: string): string[] =>
  store
    .of(entity)
    .flatMap((fact) => (fact.kind === kind ? [fact.hash] : []))
    .slice(-1);

/** Something in one of two meetings. */
function meetingAct(device: TownDevice, what: number, pick: Pick): Draft[] {
  const { store, member: by, town } = device;
  const now = device.now();
  const start = TOWN_START + (what % 2) * 60 * MINUTE_MS;
  const slot = {
    circleId: town.space,
    meetingId: meetingIdFor(town.space, start),
    originalStart: start,
    start,
    lengthMin: 90,
    adhoc: false,
  };
  const row = foldMeeting(slot.meetingId, counting(store, slot.meetingId));
  const acting: Acting = { slot, row, by };
  const who = pick(members(store)) ?? by;
  const plan = row?.run?.plan ?? [];
  const at = plan.findIndex(({ id }) => id === row?.run?.current.step);
  const go = (to: number) => {
    const step = plan[to];
    return step ? moveTo(acting, step.id, now) : [];
  };
  const steer = (drafts: readonly Draft[]): Draft[] =>
    drafts.length > 0 && row && !row.steering?.members.includes(by)
      ? [takeOver(acting, now), ...drafts]
      : [...drafts];
  switch (Math.floor(what / 12) % 11) {
    case 0: {
      if (row?.run) return steer(go(at + 1));
      const present = members(store);
      const { steps } = planMeeting({
        format: PMC,
        lengthMs: 90 * MINUTE_MS,
        present: present.length > 1 ? present : [by, 'x'],
        asked: new Map(),
      });
      return [
        ...setRoles(acting, { facilitator: by, timekeeper: who, host: null }),
        ...startMeeting(acting, { at: now, endsAt: now + 90 * MINUTE_MS, format: PMC, plan: steps }),
      ];
    }
    case 1:
    case 2:
    case 3:
      // Also without taking over, as a screen that is behind would: it may count for nothing.
      return what % 5 === 0 ? go(at + 1) : steer(go(at + 1));
    case 4:
      return steer(go(at - 1));
    case 5:
      return row?.run ? steer(what % 3 ? pause(acting, now) : resume(acting, now)) : [];
    case 6:
      return row?.run ? steer(addTime(acting, now)) : askForTime(acting, by, 8);
    case 7:
      return row?.run ? steer(leaveEarly(acting, who, now)) : giveTurn(acting, by, who);
    case 8:
      return row?.run ? [...stillAlive(acting, now)] : setPresence(acting, who, 'away', now);
    case 9:
      return row?.run
        ? steer(endMeeting(acting, now))
        : setRoles(acting, { facilitator: who, timekeeper: null, host: by });
    default:
      return setPresence(acting, who, what % 2 ? 'late' : 'here', now);
  }
}

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
