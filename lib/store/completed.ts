import { type RightsRow, rightNow } from '../circle/rights.ts';
import { draft } from '../fact/draft.ts';
import type { Draft } from '../fact/fact.ts';
import { isSpaceId } from '../fact/space.ts';
import { isCourse } from '../meeting/steering.ts';
import type { Database } from './database.ts';

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
      case 'member.returned': {
        const devices = known ? devicesOf(known, one.entity) : [];
        const heads = await db.heads.bulkGet(devices.map((device): [string, string] => [one.log, device]));
        const until = Object.fromEntries(devices.map((device, i) => [device, heads[i]?.seq ?? 0]));
        out.push(known ? withRight(one, known, until) : one);
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

function withRight(one: Draft, rights: RightsRow, heads: Readonly<Record<string, number>>): Draft {
  const { by, entity, kind } = one;
  const body = one.body as { until?: Record<string, number>; right?: string };
  const right = by === null || by === entity ? undefined : (body.right ?? rightNow(rights, by));
  const isOpen = kind === 'member.left' && Object.keys(body.until ?? {}).length === 0;
  return {
    ...one,
    body: { ...body, ...(isOpen ? { until: heads } : {}), ...(right === undefined ? {} : { right }) },
  };
}

function takingOver({ log, by, entity, body }: Draft, now: number): Draft {
  const { at } = body as { at?: unknown };
  return draft(log, by, entity, 'meeting.tookOver', { at: typeof at === 'number' ? at : now });
}
