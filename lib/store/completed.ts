import { type RightsRow, rightNow } from '../circle/rights.ts';
import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { isSpaceId } from '../fact/space.ts';
import { isCourse } from '../meeting/steering.ts';
import type { Database } from './database.ts';
import { type Ends, endsOf, numbersOf } from './last-accepted.ts';

/**
 * What drafts for a shared circle need beside what a screen knows, added in the transaction that records them, so that no
 * screen can forget it: who leaves is cut off at what was accepted of their devices by then; a steward names the right
 * they act by; whoever moves a meeting they do not steer takes over first, for all to see.
 */
export async function completed(db: Database, drafts: readonly Draft[]): Promise<Draft[]> {
  const spaces = [...new Set(drafts.map((one) => one.log).filter(isSpaceId))];
  // Something is asked of the database in any case: Dexie loses its transaction behind functions that ask nothing.
  const rights = new Map(
    (await db.rights.bulkGet(spaces)).flatMap((row): [string, RightsRow][] => (row ? [[row.id, row]] : [])),
  );
  const out: Draft[] = [];
  const steering = new Set<string>();
  for (const one of drafts) {
    const known = rights.get(one.log);
    if (!isSpaceId(one.log) || one.by === null) {
      out.push(one);
      continue;
    }
    switch (one.kind) {
      case 'member.left':
      case 'member.returned':
      case 'device.removed':
      case 'steward.ended': {
        const devices = known ? devicesCut(known, one) : [];
        // Asked here, and not in a function: Dexie loses its transaction behind some of them.
        const [acts, ...numbers] = await Promise.all([
          db.facts.bulkGet([...(known?.accepted ?? [])]),
          ...devices.map((device) => numbersOf(db, one.log, device)),
        ]);
        out.push(known ? cutOff(one, known, endsOf(devices, numbers, acts)) : one);
        break;
      }
      case 'meeting.roles': {
        const { facilitator, timekeeper } = one.body as { facilitator?: unknown; timekeeper?: unknown };
        if (one.by === facilitator || one.by === timekeeper) steering.add(one.entity);
        out.push(one);
        break;
      }
      case 'meeting.tookOver':
        steering.add(one.entity);
        out.push(one);
        break;
      default:
        if (isCourse(one.kind) && !steering.has(one.entity)) {
          steering.add(one.entity);
          const row = await db.meetings.get([one.log, one.entity]);
          if (!row?.steering?.members.includes(one.by)) out.push(takingOver(one, db.now()));
        }
        out.push(one);
    }
  }
  return out;
}

/** The devices a member has, or had. */
export const devicesOf = (rights: RightsRow, member: string): string[] =>
  rights.devices.filter((one) => one.member === member).map((one) => one.device);

/** The devices a draft cuts off. */
function devicesCut(rights: RightsRow, { kind, entity, body }: Draft): string[] {
  const { device, until } = body as { device?: string; until?: object };
  if (kind === 'device.removed') return device === undefined ? [] : [device];
  return kind === 'steward.ended' ? Object.keys(until ?? {}) : devicesOf(rights, entity);
}

/** With the right it is done by, and where those who are cut off end: never beyond what was accepted of them. */
function cutOff(one: Draft, rights: RightsRow, ends: Ends): Draft {
  const { by, entity, kind } = one;
  const body = one.body as { until?: number | Record<string, number>; right?: string; device?: string };
  const { until, device = '' } = body;
  if (kind === 'device.removed' && typeof until === 'number')
    return { ...one, body: { ...body, until: Math.min(until, ends.until[device] ?? 0), acts: ends.acts } };
  if (kind === 'steward.ended') return { ...one, body: { ...body, acts: ends.acts } };
  const right = by === null || by === entity ? undefined : (body.right ?? rightNow(rights, by));
  const isOpen = kind === 'member.left' && Object.keys(until ?? {}).length === 0;
  return {
    ...one,
    body: { ...body, ...(isOpen ? ends : {}), ...(right === undefined ? {} : { right }) },
  };
}

function takingOver({ log, by, entity, body }: Draft, now: number): Draft {
  const { at } = body as { at?: unknown };
  return draft(log, by, entity, 'meeting.tookOver', { at: typeof at === 'number' ? at : now });
}
