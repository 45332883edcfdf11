import { rightful } from '../../lib/circle/rightful.ts';
import { presentDevices } from '../../lib/circle/rights.ts';
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
import { TOWN_START, type TownDevice } from './share-town.ts';

export type Pick = <T>(list: readonly T[]) => T | undefined;

/** What counts of an entity, as the projections read it. */
const counting = (store: MemoryShareStore, entity: string): readonly Fact[] =>
  store.rights ? steered(rightful(store.rights, store.of(entity))) : [];

const all = (store: MemoryShareStore): Fact[] => [...store.disk.facts.values()];
const entities = (store: MemoryShareStore, kind: string): string[] => [
  ...new Set(all(store).flatMap((fact) => (fact.kind === kind ? [fact.entity] : []))),
];
export const members = (store: MemoryShareStore): string[] => [
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

export const latestOf = (store: MemoryShareStore, entity: string, kind: string): string[] =>
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
